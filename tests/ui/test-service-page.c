// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "error-summary.h"
#include "made-up-catalogue.h"
#include "pages/directory/overlay-dialog.h"
#include "pages/directory/service-page.h"
#include "words.h"

#define FEED                                                                                       \
  "[{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\","                              \
  "  \"description\": \"<p>Three <b>days</b> of food &amp; more</p>\","                            \
  "  \"phones\": [{\"number\": \"01632 960005\"}],"                                                \
  "  \"languages\": [{\"code\": \"pl\"}], \"minimum_age\": 16}]"

typedef struct
{
  char *folder;
  StileBook *book;
  StileServicePage *page;
  GtkWindow *window;
} Fixture;

static StileDirectory *
get_directory (Fixture *fixture)
{
  return stile_book_get_directory (fixture->book);
}

static void
import (Fixture *fixture, const char *feed)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lincoln.json", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  stile_import_report_free (
      stile_directory_import (get_directory (fixture), paths, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_service_page_open (fixture->page, stile_book_get_casework (fixture->book),
                           get_directory (fixture), "a", &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  import (fixture, FEED);
  fixture->page = g_object_new (STILE_TYPE_SERVICE_PAGE, NULL);
  open_page (fixture);
  fixture->window = fixture_show (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

static gboolean
says (Fixture *fixture, const char *words)
{
  return fixture_says (fixture->page, words);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Food bank"));
  g_assert_true (says (fixture, "01632 960005"));
  g_assert_true (says (fixture, "Polish"));
  g_assert_true (says (fixture, "From 16"));
  g_assert_true (says (fixture, "Imported from lincoln.json: Today."));
}

/* What a feed says is text: neither its HTML nor what looks like Pango's markup is obeyed. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Three days of food & more"));
  import (fixture, "[{\"id\": \"a\", \"name\": \"Food & <more>\", \"status\": \"active\","
                   "  \"fees_description\": \"a < b & c\"}]");
  open_page (fixture);
  g_assert_true (says (fixture, "a < b & c"));
}

static GtkWidget *
find_copy_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "edit-copy-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_copy_button (child);
  return found;
}

/* On a page that runs from the right the groups of a number keep their order; what is copied is the
 * number and nothing else. */
static void
test_number_to_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  g_auto (GValue) copied = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  open_page (fixture);
  g_assert_true (says (fixture, "\u2066" "01632 960005\u2069"));
  button = find_copy_button (GTK_WIDGET (fixture->page));
  g_signal_emit_by_name (button, "clicked");
  g_value_init (&copied, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (button)),
                                  &copied, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&copied), ==, "01632 960005");
}

static void
test_when_the_entry_changed (Fixture *fixture, gconstpointer data)
{
  import (fixture, "[{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\","
                   "  \"last_modified\": \"2025-03-01\"}]");
  open_page (fixture);
  g_assert_true (says (fixture, "Imported from lincoln.json: Today. Entry last changed or checked: "
                                "1 March 2025."));
}

static void
test_nobody_referred (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Nobody was referred there yet"));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_service_page_open (fixture->page, stile_book_get_casework (fixture->book),
                                           get_directory (fixture), "none", &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_UNKNOWN);
}

static void
test_close_drops_everything (Fixture *fixture, gconstpointer data)
{
  stile_service_page_close (fixture->page);
  g_assert_false (says (fixture, "Food bank"));
  g_assert_false (says (fixture, "01632 960005"));
}

/* ---- What the centre knows ---- */

/* The dialog over the page. */
static StileOverlayDialog *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (STILE_IS_OVERLAY_DIALOG (window))
        return STILE_OVERLAY_DIALOG (window);
    }
  return NULL;
}

static StileOverlayDialog *
change (Fixture *fixture)
{
  fixture_press (fixture->page, "_Change…");
  fixture_settle ();
  return get_dialog ();
}

static void
enter (StileOverlayDialog *dialog, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture_child (dialog, STILE_TYPE_OVERLAY_DIALOG, id)),
                         text);
}

static void
pause_it (StileOverlayDialog *dialog)
{
  gtk_switch_set_active (GTK_SWITCH (fixture_child (dialog, STILE_TYPE_OVERLAY_DIALOG,
                                                    "paused_switch")),
                         TRUE);
}

static void
save (StileOverlayDialog *dialog)
{
  fixture_press (dialog, "_Save");
  fixture_settle ();
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  StileOverlayDialog *dialog = change (fixture);

  enter (dialog, "route_row", "Ring on Monday");
  enter (dialog, "capacity_row", "4");
  enter (dialog, "waiting_row", "14");
  enter (dialog, "languages_row", "Welsh, ro");
  pause_it (dialog);
  enter (dialog, "reason_row", "They move house");
  save (dialog);
  g_assert_null (get_dialog ());
  g_assert_true (says (fixture, "Ring on Monday"));
  g_assert_true (says (fixture, "Room for 4 (told today)"));
  g_assert_true (says (fixture, "About 14 days (told today)"));
  g_assert_true (says (fixture, "Welsh, Romanian"));
  g_assert_true (says (fixture, "Paused by us: They move house"));
  g_assert_true (says (fixture, "Changed by " FIXTURE_ADVISER ": Today"));
}

static void
test_stays_over_import (Fixture *fixture, gconstpointer data)
{
  StileOverlayDialog *dialog = change (fixture);

  enter (dialog, "route_row", "Ring on Monday");
  save (dialog);
  import (fixture, FEED);
  open_page (fixture);
  g_assert_true (says (fixture, "Ring on Monday"));
}

static const struct
{
  const char *field;
  const char *entered;
  const char *error;
  const char *words;
} faults[] = {
  { "capacity_row", "many", "capacity_error", "whole number" },
  { "capacity_row", "-1", "capacity_error", "whole number" },
  { "waiting_row", "2 weeks", "waiting_error", "whole number" },
  { "waiting_row", "99999", "waiting_error", "whole number" },
  { "languages_row", "Martian", "languages_error", "“Martian”" },
};

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      StileOverlayDialog *dialog = change (fixture);
      GtkWidget *summary = GTK_WIDGET (fixture_child (dialog, STILE_TYPE_OVERLAY_DIALOG,
                                                      "summary"));

      enter (dialog, faults[i].field, faults[i].entered);
      save (dialog);
      g_assert_true (fixture_says (fixture_child (dialog, STILE_TYPE_OVERLAY_DIALOG,
                                                  faults[i].error),
                                   faults[i].words));
      g_assert_true (fixture_says (summary, faults[i].words));
      gtk_window_destroy (GTK_WINDOW (dialog));
      fixture_settle ();
    }
  g_assert_true (says (fixture, "Nothing is written down yet"));
}

static void
test_pause_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  StileOverlayDialog *dialog = change (fixture);

  pause_it (dialog);
  save (dialog);
  g_assert_true (fixture_says (dialog, "Say why it is paused"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  made_up_catalogue_install ("ur", NULL, "msgid \"Phone\"\nmsgstr \"فون\"\n");
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/service-page/facts", test_facts);
  ADD ("/service-page/text", test_text);
  ADD ("/service-page/number-to-call", test_number_to_call);
  ADD ("/service-page/when-the-entry-changed", test_when_the_entry_changed);
  ADD ("/service-page/nobody-referred", test_nobody_referred);
  ADD ("/service-page/unknown", test_unknown);
  ADD ("/service-page/close-drops-everything", test_close_drops_everything);
  ADD ("/service-page/change", test_change);
  ADD ("/service-page/stays-over-import", test_stays_over_import);
  ADD ("/service-page/faults", test_faults);
  ADD ("/service-page/pause-needs-a-reason", test_pause_needs_a_reason);
#undef ADD
  return g_test_run ();
}
