// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/referral/service-dialog.h"

typedef struct
{
  char *folder;
  StileDirectory *directory;
  GtkWidget *owner;
  GtkWindow *window;
  StileServiceDialog *dialog;
} Fixture;

static GString *kept; /* the names of what was kept, or "refused" */
static gboolean refuses;

static gboolean
save (gpointer owner, const StileReferralService *service, GError **error)
{
  if (refuses)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Not now.");
  else
    g_string_append_printf (kept, "%s (%s)", service->name, service->id);
  return !refuses;
}

/* Data: non-NULL for a directory without services. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = fixture_make_folder ();
  path = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  fixture->directory = stile_directory_open (path, &error);
  g_assert_no_error (error);
  if (data == NULL)
    stile_directory_import_demo (fixture->directory, &error);
  g_assert_no_error (error);
  kept = g_string_new (NULL);
  refuses = FALSE;
  fixture->owner = gtk_label_new (NULL);
  fixture->window = fixture_show (fixture->owner);
  fixture->dialog
    = stile_service_dialog_new (fixture->window, fixture->directory, save, fixture->owner);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  stile_directory_close (fixture->directory);
  g_string_free (kept, TRUE);
  fixture_remove_folder (fixture->folder);
}

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->dialog, STILE_TYPE_SERVICE_DIALOG, id);
}

static GtkListBoxRow *
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (child (fixture, "search"), text);
  g_signal_emit_by_name (child (fixture, "search"), "search-changed");
  fixture_settle ();
  return gtk_list_box_get_row_at_index (child (fixture, "services"), 0);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (child (fixture, "search_group")));
  g_assert_true (fixture_says (fixture->dialog, "Type what the service does, or its name."));
}

static void
test_searched_and_chosen (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row = search (fixture, "night shel");

  g_assert_nonnull (row);
  g_signal_emit_by_name (child (fixture, "services"), "row-activated", row);
  g_assert_cmpstr (kept->str, ==, "Night shelter (made-up-00001)");
}

static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  g_assert_null (search (fixture, "zeppelin"));
  g_assert_true (fixture_says (fixture->dialog, "No service has these words."));
}

static void
test_paused_tells_why (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  overlay->paused = TRUE;
  overlay->paused_reason = g_strdup ("Full until spring");
  stile_directory_put_overlay (fixture->directory, "made-up-00001", overlay, &error);
  g_assert_no_error (error);
  row = search (fixture, "night shelter");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                            "Full until spring"));
}

static void
test_written_in (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (child (fixture, "search_group")));
  gtk_editable_set_text (child (fixture, "name"), " Night Bus Club ");
  fixture_press (fixture->dialog, "Use this service");
  g_assert_cmpstr (kept->str, ==, "Night Bus Club ((null))");
}

/* What was typed stays until it could be kept. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  refuses = TRUE;
  gtk_editable_set_text (child (fixture, "name"), "Night Bus Club");
  fixture_press (fixture->dialog, "Use this service");
  g_assert_true (fixture_says (fixture->dialog, "Not now."));
  refuses = FALSE;
  fixture_press (fixture->dialog, "Use this service");
  g_assert_cmpstr (kept->str, ==, "Night Bus Club ((null))");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/service-dialog/new", NULL, test_new);
  ADD ("/service-dialog/searched-and-chosen", NULL, test_searched_and_chosen);
  ADD ("/service-dialog/nothing-found", NULL, test_nothing_found);
  ADD ("/service-dialog/paused-tells-why", NULL, test_paused_tells_why);
  ADD ("/service-dialog/written-in", "empty", test_written_in);
  ADD ("/service-dialog/refused", NULL, test_refused);
#undef ADD
  return g_test_run ();
}
