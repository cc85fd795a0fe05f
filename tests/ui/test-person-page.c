// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/person/person-page.h"
#include "pages/person/record-dialog.h"

typedef struct
{
  char *folder;
  StileBook *book;
  char *case_id;
  StilePersonPage *page;
  GtkWindow *window;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_PERSON_PAGE, id);
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_person_page_open (fixture->page, stile_book_get_casework (fixture->book),
                          fixture->case_id, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->case_id = fixture_add_person (fixture->book, "Ada <b>Lovelace</b> & Co", "L-1");
  fixture->page = g_object_new (STILE_TYPE_PERSON_PAGE, NULL);
  fixture->window = fixture_show (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  g_free (fixture->case_id);
  fixture_remove_folder (fixture->folder);
}

static guint
count_rows (Fixture *fixture, const char *list)
{
  guint count = 0;

  while (gtk_list_box_get_row_at_index (child (fixture, list), (int) count) != NULL)
    count++;
  return count;
}

/* The dialog that is open. */
static StileRecordDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (toplevels, i);

      if (STILE_IS_RECORD_DIALOG (window))
        return STILE_RECORD_DIALOG (window);
    }
  return NULL;
}

static void
save (const char *text)
{
  StileRecordDialog *dialog = find_dialog ();
  GObject *view = fixture_child (dialog, STILE_TYPE_RECORD_DIALOG, "text_view");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  fixture_press (dialog, "_Save");
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "title_label")), ==,
                   "Ada <b>Lovelace</b> & Co");
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "reference_label")), ==, "L-1");
  g_assert_false (gtk_widget_get_visible (child (fixture, "assessments_group")));
  g_assert_false (gtk_widget_get_visible (child (fixture, "referrals_group")));
  g_assert_cmpuint (count_rows (fixture, "events"), ==, 1);
}

static void
test_open_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_person_page_open (fixture->page, stile_book_get_casework (fixture->book),
                                          "01900000-0000-7000-8000-000000000000", &error));
  g_assert_nonnull (error);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  fixture_press (fixture->page, "Add a n_ote…");
  save ("   ");
  g_assert_nonnull (find_dialog ()); /* words are needed */
  save ("Came with <her> sister & a friend.");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_rows (fixture, "events"), ==, 2);
}

/* What could not be saved stays in the dialog, to be tried again. */
static void
test_note_while_locked (Fixture *fixture, gconstpointer data)
{
  StileLedger *ledger = stile_book_get_ledger (fixture->book);

  open_page (fixture);
  fixture_press (fixture->page, "Add a n_ote…");
  stile_book_lock (fixture->book);
  save ("Came with her sister.");
  g_assert_nonnull (find_dialog ());
  g_assert_true (stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, NULL));
  fixture_press (find_dialog (), "_Save");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_rows (fixture, "events"), ==, 2);
}

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  fixture_press (fixture->page, "Record a _contact…");
  save ("Will call again.");
  g_assert_cmpuint (count_rows (fixture, "events"), ==, 2);
}

static const char *
get_event_id (Fixture *fixture, const char *kind)
{
  static char *id;
  g_autoptr (StileCase) person_file = stile_casework_load_case (
      stile_book_get_casework (fixture->book), fixture->case_id, NULL);

  g_clear_pointer (&id, g_free);
  for (guint i = 0; i < person_file->events->len && id == NULL; i++)
    {
      const StileEvent *event = g_ptr_array_index (person_file->events, i);

      if (g_str_equal (event->kind, kind))
        id = g_strdup (event->id);
    }
  return id;
}

/* What was wrong can be put right, with a reason; the old words stay in sight. */
static void
test_correct_words (Fixture *fixture, gconstpointer data)
{
  StileRecordDialog *dialog;
  GObject *view;

  open_page (fixture);
  fixture_press (fixture->page, "Record a _contact…");
  save ("Will call again.");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "person.correct-words",
                                             "s", get_event_id (fixture, "contact")));
  dialog = find_dialog ();
  view = fixture_child (dialog, STILE_TYPE_RECORD_DIALOG, "text_view");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "", -1);
  fixture_press (dialog, "_Save");
  g_assert_nonnull (find_dialog ()); /* a reason is needed */
  gtk_editable_set_text (
      GTK_EDITABLE (fixture_child (dialog, STILE_TYPE_RECORD_DIALOG, "reason_row")), "Not her");
  fixture_press (dialog, "_Save");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_rows (fixture, "events"), ==, 3);
}

static void
test_long_note (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  stile_casework_save_note (stile_book_get_casework (fixture->book), fixture->case_id, NULL, NULL,
                            text, &error);
  g_assert_no_error (error);
  open_page (fixture);
  g_assert_true (
      ADW_IS_EXPANDER_ROW (gtk_list_box_get_row_at_index (child (fixture, "events"), 0)));
}

static void
test_close_drops_everything (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  stile_person_page_close (fixture->page);
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "title_label")), ==, "");
  g_assert_cmpuint (count_rows (fixture, "events"), ==, 0);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/person-page/open", test_open);
  ADD ("/person-page/open-nobody", test_open_nobody);
  ADD ("/person-page/note", test_note);
  ADD ("/person-page/note-while-locked", test_note_while_locked);
  ADD ("/person-page/contact", test_contact);
  ADD ("/person-page/correct-words", test_correct_words);
  ADD ("/person-page/long-note", test_long_note);
  ADD ("/person-page/close-drops-everything", test_close_drops_everything);
#undef ADD
  return g_test_run ();
}
