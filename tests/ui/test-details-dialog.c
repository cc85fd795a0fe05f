// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework-private.h"
#include "fixture.h"
#include "pages/person/details-dialog.h"
#include "pages/person/person-page.h"
#include "widgets/person-fields.h"

typedef struct
{
  char *folder;
  StileBook *book;
  char *case_id;
  StilePersonPage *page;
  GtkWindow *window;
} Fixture;

static StileDetailsDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (toplevels, i);

      if (STILE_IS_DETAILS_DIALOG (window))
        return STILE_DETAILS_DIALOG (window);
    }
  return NULL;
}

static gpointer
child (const char *id)
{
  return fixture_child (find_dialog (), STILE_TYPE_DETAILS_DIALOG, id);
}

static gpointer
field (const char *id)
{
  return fixture_child (child ("fields"), STILE_TYPE_PERSON_FIELDS, id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->case_id = fixture_add_person (fixture->book, "Ada", "L-1");
  fixture->page = g_object_new (STILE_TYPE_PERSON_PAGE, NULL);
  stile_person_page_open (fixture->page, stile_book_get_casework (fixture->book),
                          fixture->case_id, &error);
  g_assert_no_error (error);
  fixture->window = fixture_show (fixture->page);
  fixture_press (fixture->page, "Change _details…");
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

static StileCase *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StileCase *person_file = stile_casework_load_case (stile_book_get_casework (fixture->book),
                                                     fixture->case_id, &error);

  g_assert_no_error (error);
  return person_file;
}

static void
save (void)
{
  fixture_press (find_dialog (), "_Save");
}

static gboolean
shows_summary (void)
{
  return !stile_error_summary_is_empty (child ("summary"));
}

static void
test_shows_what_is_known (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_editable_get_text (field ("name_row")), ==, "Ada");
  g_assert_cmpstr (gtk_editable_get_text (field ("reference_row")), ==, "L-1");
  g_assert_cmpuint (adw_combo_row_get_selected (field ("language_row")), ==, 1);
  g_assert_false (gtk_widget_get_visible (child ("reason_row")));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (find_dialog ())),
                                         field ("name_row")));
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;

  gtk_editable_set_text (field ("name_row"), "  Ada <Lovelace> ");
  gtk_editable_set_text (field ("needs_row"), "Large print");
  gtk_switch_set_active (field ("read_aloud"), TRUE);
  adw_combo_row_set_selected (field ("language_row"), 0);
  save ();

  g_assert_null (find_dialog ());
  person_file = load (fixture);
  g_assert_cmpstr (person_file->person->name, ==, "Ada <Lovelace>");
  g_assert_cmpstr (person_file->person->reference, ==, "L-1");
  g_assert_cmpstr (person_file->person->needs, ==, "Large print");
  g_assert_null (person_file->person->language);
  g_assert_true (person_file->person->read_aloud);
}

/* The page says so at once, and the record what it was before. */
static void
test_page_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;
  const StileEvent *event;

  gtk_editable_set_text (field ("name_row"), "Ada Byron");
  save ();
  person_file = load (fixture);
  event = g_ptr_array_index (person_file->events, 0);
  g_assert_cmpstr (event->title, ==, "Details changed");
  g_assert_cmpstr (event->text, ==, "Name: \u2068Ada\u2069 → \u2068Ada Byron\u2069");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture_child (
                       fixture->page, STILE_TYPE_PERSON_PAGE, "title_label"))),
                   ==, "Ada Byron");
}

static void
test_nothing_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;

  save ();
  g_assert_null (find_dialog ());
  person_file = load (fixture);
  g_assert_cmpuint (person_file->events->len, ==, 1);
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (field ("name_row"), " ");
  gtk_editable_set_text (field ("reference_row"), "");
  save ();
  g_assert_nonnull (find_dialog ());
  g_assert_true (shows_summary ());
  g_assert_true (gtk_widget_get_visible (field ("who_error")));
  gtk_editable_set_text (field ("reference_row"), "L-2");
  save ();
  g_assert_null (find_dialog ());
}

static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (STILE_NAME_MAX_CHARS + 1, 'x');

  gtk_editable_set_text (field ("name_row"), name);
  save ();
  g_assert_nonnull (find_dialog ());
  g_assert_true (shows_summary ());
}

static guint
count_kind (Fixture *fixture, const char *kind)
{
  g_autoptr (StileCase) person_file = load (fixture);
  guint count = 0;

  for (guint i = 0; i < person_file->events->len; i++)
    count += g_str_equal (((StileEvent *) g_ptr_array_index (person_file->events, i))->kind, kind);
  return count;
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (field ("name_row"), "Ida");
  gtk_switch_set_active (child ("was_wrong"), TRUE);
  g_assert_true (gtk_widget_get_visible (child ("reason_row")));
  save ();
  g_assert_nonnull (find_dialog ()); /* a reason is needed */
  g_assert_true (gtk_widget_get_visible (child ("reason_error")));
  gtk_editable_set_text (child ("reason_row"), "Heard wrong");
  save ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_kind (fixture, STILE_KIND_RECTIFIED), ==, 1);
}

/* What was typed stays, to be saved when it is open again. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  StileLedger *ledger = stile_book_get_ledger (fixture->book);

  gtk_editable_set_text (field ("name_row"), "Ada Byron");
  stile_book_lock (fixture->book);
  save ();
  g_assert_nonnull (find_dialog ());
  g_assert_true (shows_summary ());
  g_assert_true (stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, NULL));
  save ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_kind (fixture, STILE_KIND_PERSON), ==, 2);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/details-dialog/shows-what-is-known", test_shows_what_is_known);
  ADD ("/details-dialog/change", test_change);
  ADD ("/details-dialog/page-follows", test_page_follows);
  ADD ("/details-dialog/nothing-changed", test_nothing_changed);
  ADD ("/details-dialog/nobody", test_nobody);
  ADD ("/details-dialog/too-long", test_too_long);
  ADD ("/details-dialog/correct", test_correct);
  ADD ("/details-dialog/locked", test_locked);
#undef ADD
  return g_test_run ();
}
