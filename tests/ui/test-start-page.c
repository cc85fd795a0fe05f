// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error-summary.h"
#include "fixture.h"
#include "pages/start/start-page.h"
#include "widgets/person-fields.h"

typedef struct
{
  char *folder;
  StileBook *book;
  GPtrArray *forms;
  StileStartPage *page;
  GtkWindow *window;
  char *went_to; /* the action that the page activated last, and its target in text form */
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_START_PAGE, id);
}

static gpointer
field (Fixture *fixture, const char *id)
{
  return fixture_child (child (fixture, "fields"), STILE_TYPE_PERSON_FIELDS, id);
}

static void
went_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->went_to);
  fixture->went_to = g_strdup (g_action_get_name (G_ACTION (action)));
}

static void
catch_actions (Fixture *fixture)
{
  const GActionEntry entries[] = {
    { .name = "people", .activate = went_cb },
    { .name = "person", .activate = went_cb, .parameter_type = "s" },
    { .name = "interview", .activate = went_cb, .parameter_type = "(sss)" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
}

static void
open_page (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;

  stile_start_page_open (fixture->page, stile_book_get_casework (fixture->book), fixture->forms,
                         case_id, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);
  g_ptr_array_add (fixture->forms, fixture_load_form ());
  fixture->page = g_object_new (STILE_TYPE_START_PAGE, NULL);
  fixture->window = fixture_show (fixture->page);
  catch_actions (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_ptr_array_unref (fixture->forms);
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->went_to);
}

static GPtrArray *
list_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *people = stile_casework_list_people (stile_book_get_casework (fixture->book),
                                                  STILE_PEOPLE_ALL, NULL, &error);

  g_assert_no_error (error);
  return people;
}

static void
test_nothing_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;

  open_page (fixture, NULL);
  fixture_press (fixture->page, "_Continue");
  g_assert_false (stile_error_summary_is_empty (child (fixture, "summary")));
  g_assert_true (gtk_window_get_focus (fixture->window) == child (fixture, "summary"));
  g_assert_true (gtk_widget_get_visible (field (fixture, "who_error")));
  g_assert_true (gtk_widget_get_visible (child (fixture, "consent_error")));
  people = list_people (fixture);
  g_assert_cmpuint (people->len, ==, 0);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;
  const StilePersonRow *row;

  open_page (fixture, NULL);
  gtk_editable_set_text (field (fixture, "name_row"), "  Ada Lovelace ");
  gtk_check_button_set_active (child (fixture, "agrees"), TRUE);
  fixture_press (fixture->page, "_Continue");
  g_assert_cmpstr (fixture->went_to, ==, "interview");
  people = list_people (fixture);
  g_assert_cmpuint (people->len, ==, 1);
  row = g_ptr_array_index (people, 0);
  g_assert_cmpstr (row->title, ==, "Ada Lovelace");
  g_assert_true (row->in_progress);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = NULL;

  open_page (fixture, NULL);
  gtk_editable_set_text (field (fixture, "name_row"), "Ada Lovelace");
  gtk_check_button_set_active (child (fixture, "refuses"), TRUE);
  fixture_press (fixture->page, "_Continue");
  people = list_people (fixture);
  g_assert_cmpuint (people->len, ==, 0);
}

static void
test_known_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_add_person (fixture->book, "Ada Lovelace", "L-1");
  g_autoptr (GPtrArray) people = NULL;

  open_page (fixture, case_id);
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "name_row")), ==, "Ada Lovelace");
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "reference_row")), ==, "L-1");
  g_assert_false (gtk_check_button_get_active (child (fixture, "agrees")));
  gtk_check_button_set_active (child (fixture, "agrees"), TRUE);
  fixture_press (fixture->page, "_Continue");
  people = list_people (fixture);
  g_assert_cmpuint (people->len, ==, 1);
}

/* Locked in the middle: what was typed stays, and trying again keeps the person once. */
static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  StileLedger *ledger = stile_book_get_ledger (fixture->book);
  g_autoptr (GPtrArray) people = NULL;

  open_page (fixture, NULL);
  gtk_editable_set_text (field (fixture, "name_row"), "Ada Lovelace");
  gtk_check_button_set_active (child (fixture, "agrees"), TRUE);
  stile_book_lock (fixture->book);
  fixture_press (fixture->page, "_Continue");
  g_assert_null (fixture->went_to);
  g_assert_false (stile_error_summary_is_empty (child (fixture, "summary")));
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "name_row")), ==, "Ada Lovelace");

  g_assert_true (stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, NULL));
  fixture_press (fixture->page, "_Continue");
  g_assert_cmpstr (fixture->went_to, ==, "interview");
  people = list_people (fixture);
  g_assert_cmpuint (people->len, ==, 1);
}

/* Whoever reads a language that the form does not have is still asked for it, and it is kept. */
static void
test_other_language_stays (Fixture *fixture, gconstpointer data)
{
  StilePerson ada = { .name = (char *) "Ada", .language = (char *) "pt-BR" };
  StileCasework *casework = stile_book_get_casework (fixture->book);
  AdwActionRow *row = field (fixture, "language_row");
  g_autofree char *case_id = NULL;
  g_autoptr (StileCase) person_file = NULL;

  g_assert_true (stile_casework_open_case (casework, &ada, &case_id, NULL));
  open_page (fixture, case_id);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), !=, "");
  gtk_check_button_set_active (child (fixture, "agrees"), TRUE);
  fixture_press (fixture->page, "_Continue");
  g_assert_cmpstr (fixture->went_to, ==, "interview");
  person_file = stile_casework_load_case (casework, case_id, NULL);
  g_assert_cmpstr (person_file->person->language, ==, "pt-BR");

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "");
}

/* Whose language is not known is asked in the form's first. */
static void
test_language_not_known (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_add_person (fixture->book, "Ada", NULL);

  open_page (fixture, case_id);
  g_assert_cmpstr (stile_person_fields_get_language (child (fixture, "fields")), ==, "en");
}

/* The second person is shown nothing of the first. */
static void
test_next_person (Fixture *fixture, gconstpointer data)
{
  StilePerson ada = { .name = (char *) "Ada", .language = (char *) "pl", .larger_text = TRUE };
  g_autofree char *case_id = NULL;

  g_assert_true (stile_casework_open_case (stile_book_get_casework (fixture->book), &ada, &case_id,
                                           NULL));
  open_page (fixture, case_id);
  g_assert_cmpstr (stile_person_fields_get_language (child (fixture, "fields")), ==, "pl");
  g_assert_cmpuint (adw_combo_row_get_selected (field (fixture, "text_row")), ==, 1);
  open_page (fixture, NULL);
  g_assert_cmpstr (stile_person_fields_get_language (child (fixture, "fields")), ==, "en");
  g_assert_cmpuint (adw_combo_row_get_selected (field (fixture, "text_row")), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "name_row")), ==, "");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  fixture_press (fixture->page, "_Cancel");
  g_assert_cmpstr (fixture->went_to, ==, "people");
}

static void
test_one_form_needs_no_choice (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (child (fixture, "form_group")));
  g_ptr_array_add (fixture->forms, fixture_load_form ());
  open_page (fixture, NULL);
  g_assert_true (gtk_widget_get_visible (child (fixture, "form_group")));
}

static void
test_close_drops_everything (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  gtk_editable_set_text (field (fixture, "name_row"), "Ada Lovelace");
  gtk_switch_set_active (field (fixture, "interpreter"), TRUE);
  stile_start_page_close (fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (field (fixture, "name_row")), ==, "");
  g_assert_false (gtk_switch_get_active (field (fixture, "interpreter")));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/start-page/nothing-typed", test_nothing_typed);
  ADD ("/start-page/start", test_start);
  ADD ("/start-page/refused", test_refused);
  ADD ("/start-page/known-person", test_known_person);
  ADD ("/start-page/try-again", test_try_again);
  ADD ("/start-page/other-language-stays", test_other_language_stays);
  ADD ("/start-page/language-not-known", test_language_not_known);
  ADD ("/start-page/next-person", test_next_person);
  ADD ("/start-page/cancel", test_cancel);
  ADD ("/start-page/one-form-needs-no-choice", test_one_form_needs_no_choice);
  ADD ("/start-page/close-drops-everything", test_close_drops_everything);
#undef ADD
  return g_test_run ();
}
