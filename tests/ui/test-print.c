// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "assessment-fixture.h"
#include "audit.h"
#include "paper-buttons.h"
#include "plan.h"

/* The print dialog as GTK shows it, answered from here: to a file. */

static GtkWidget *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
is_shown (gpointer data)
{
  return find_window ("GtkPrintUnixDialog") != NULL;
}

/* The dialog knows its printers a moment after it is shown. */
static gboolean
is_ready (gpointer dialog)
{
  g_autoptr (GObject) printer = NULL;

  g_object_get (dialog, "selected-printer", &printer, NULL);
  return printer != NULL;
}

static gboolean
is_answered (gpointer data)
{
  return find_window ("GtkPrintUnixDialog") == NULL;
}

static StileDocument *
make_cb (gpointer owner, GError **error)
{
  return stile_recovery_sheet_new ("Test desk", "0000-0000-0000-0000-0000-0000-0000");
}

static StilePaperButtons *
show_buttons (AssessmentFixture *fixture)
{
  StilePaperButtons *buttons = g_object_new (STILE_TYPE_PAPER_BUTTONS, NULL);

  stile_paper_buttons_open (buttons, assessment_fixture_get_casework (fixture), fixture->case_id,
                            STILE_WHAT_PLAN, "plan.pdf", make_cb, buttons);
  assessment_fixture_show (fixture, buttons);
  return buttons;
}

/* Prints to @path and answers the dialog. */
static void
print_to (StilePaperButtons *buttons, const char *path, int response)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkWidget *dialog;

  stile_paper_buttons_print (buttons);
  fixture_wait (is_shown, NULL);
  dialog = find_window ("GtkPrintUnixDialog");
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  g_object_set (dialog, "print-settings", settings, NULL);
  fixture_wait (is_ready, dialog);
  g_assert_false (gtk_widget_get_visible (
    gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_APPLY)));
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  fixture_wait (is_answered, NULL);
}

static guint
count_prints (AssessmentFixture *fixture)
{
  const StileAuditFilter filter = { .case_id = fixture->case_id, .kind = "print" };
  g_autoptr (GPtrArray) lines
      = stile_casework_list_audit (assessment_fixture_get_casework (fixture), &filter, NULL);

  return lines->len;
}

static gboolean
is_written_down (gpointer fixture)
{
  return count_prints (fixture) > 0;
}

static void
test_printed (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.pdf", NULL);
  StilePaperButtons *buttons = show_buttons (fixture);

  print_to (buttons, path, GTK_RESPONSE_OK);
  fixture_wait (is_written_down, fixture);
  g_assert_cmpuint (count_prints (fixture), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_cancelled (AssessmentFixture *fixture, gconstpointer data)
{
  StilePaperButtons *buttons = show_buttons (fixture);

  print_to (buttons, "/nowhere/plan.pdf", GTK_RESPONSE_CANCEL);
  fixture_settle ();
  g_assert_cmpuint (count_prints (fixture), ==, 0);
}

static guint
count_previews (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  guint n_previews = 0;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    n_previews += g_str_has_prefix (name, "preview") && g_str_has_suffix (name, ".pdf");
  return n_previews;
}

/* GTK's own would leave the document in a file, for any program to see. */
static void
test_no_preview (AssessmentFixture *fixture, gconstpointer data)
{
  StilePaperButtons *buttons = show_buttons (fixture);
  guint n_previews = count_previews ();

  print_to (buttons, "/nowhere/plan.pdf", GTK_RESPONSE_APPLY);
  fixture_settle ();
  g_assert_cmpuint (count_previews (), ==, n_previews);
  g_assert_cmpuint (count_prints (fixture), ==, 0);
}

static gboolean
says_failure (gpointer data)
{
  return find_window ("AdwMessageDialog") != NULL;
}

static void
test_failed (AssessmentFixture *fixture, gconstpointer data)
{
  StilePaperButtons *buttons = show_buttons (fixture);

  print_to (buttons, "/nowhere/plan.pdf", GTK_RESPONSE_OK);
  fixture_wait (says_failure, NULL);
  gtk_window_destroy (GTK_WINDOW (find_window ("AdwMessageDialog")));
  fixture_settle ();
  g_assert_cmpuint (count_prints (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, func,                      \
              assessment_fixture_tear_down)
  ADD ("/print/printed", test_printed);
  ADD ("/print/cancelled", test_cancelled);
  ADD ("/print/no-preview", test_no_preview);
  ADD ("/print/failed", test_failed);
#undef ADD
  return g_test_run ();
}
