// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "error-summary.h"
#include "made-up-catalogue.h"
#include "pages/interview/interview-page.h"

#define get_child assessment_fixture_get_child

static StileInterviewPage *
open_page (AssessmentFixture *fixture, const char *question)
{
  StileInterviewPage *page = g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  assessment_fixture_show (fixture, page);
  stile_interview_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                             fixture->assessment_id, question, &error);
  g_assert_no_error (error);
  fixture_settle ();
  return page;
}

static void
act (StileInterviewPage *page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_child (page, "pane"), action, NULL));
  fixture_settle ();
}

/* Presses a key where the focus is, as far as the page is concerned. */
static gboolean
press_key (StileInterviewPage *page, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
    }
  fixture_settle ();
  return taken;
}

static void
type (StileInterviewPage *page, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));

  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
}

static void
assert_question (StileInterviewPage *page, const char *label)
{
  GtkLabel *shown = get_child (get_child (get_child (page, "pane"), "question_view"), "label");

  g_assert_cmpstr (gtk_label_get_label (shown), ==, label);
}

static void
assert_in_book (AssessmentFixture *fixture, const char *question, const char *words)
{
  g_autofree char *found = assessment_fixture_dup_answer (fixture, question);

  g_assert_cmpstr (found, ==, words);
}

static const char *
get_saved_words (StileInterviewPage *page)
{
  GtkWidget *mark = get_child (page, "saved_mark");
  GtkLabel *words = get_child (mark, "words");

  return gtk_label_get_label (words);
}

static void
test_new (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = g_object_ref_sink (g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL));

  g_assert_finalize_object (page);
}

static void
test_starts_at_the_first_page (AssessmentFixture *fixture, gconstpointer data)
{
  assert_question (open_page (fixture, NULL), "First some questions about your home.");
}

static void
test_goes_on_where_it_stopped (AssessmentFixture *fixture, gconstpointer data)
{
  assessment_fixture_answer (fixture, "sleep", "home");
  assert_question (open_page (fixture, NULL), "Have you been told to leave?");
}

static void
test_digit_answers_and_saves (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "sleep");

  g_assert_true (press_key (page, GDK_KEY_2, 0));
  assert_question (page, "Where did you sleep last night?");
  assert_in_book (fixture, "sleep", "With friends");
  g_assert_cmpstr (get_saved_words (page), ==, "Saved");
}

static void
test_digit_types_in_an_entry (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  assessment_fixture_answer (fixture, "sleep", "friends");
  page = open_page (fixture, "nights");
  g_assert_false (press_key (page, GDK_KEY_1, 0));
}

static void
test_enter_continues (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  assessment_fixture_answer (fixture, "sleep", "friends");
  page = open_page (fixture, NULL);
  assert_question (page, "For how many nights?");
  type (page, "30");
  g_assert_true (press_key (page, GDK_KEY_Return, 0));
  assert_question (page, "Since when?");
  assert_in_book (fixture, "nights", "30");
}

static void
test_enter_breaks_lines_of_text (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "say");

  g_assert_false (press_key (page, GDK_KEY_Return, 0));
  assert_question (page, "What else should we know?");
}

static void
test_error_only_on_continue (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;
  StileErrorSummary *summary;

  assessment_fixture_answer (fixture, "sleep", "friends");
  page = open_page (fixture, NULL);
  summary = get_child (get_child (page, "pane"), "summary");
  type (page, "9999");
  g_assert_true (stile_error_summary_is_empty (summary));
  act (page, "question.next");
  g_assert_false (stile_error_summary_is_empty (summary));
  assert_question (page, "For how many nights?");
}

static void
test_error_is_said_twice_in_the_same_words (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "sleep");
  GtkWidget *summary = get_child (get_child (page, "pane"), "summary");
  GtkLabel *beside;

  act (page, "question.next");
  beside = get_child (get_child (get_child (page, "pane"), "question_view"), "error");
  g_assert_cmpstr (gtk_label_get_label (beside), ==, "Say where you slept last night.");
  gtk_test_accessible_assert_property (summary, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "There is a problem. Say where you slept last night.");
  g_assert_true (gtk_window_get_focus (fixture->window) == summary);
}

static void
test_declining_meets_required (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, NULL);

  act (page, "question.next");
  act (page, "question.decline");
  act (page, "question.next");
  assert_question (page, "For how many nights?");
  assert_in_book (fixture, "sleep", "Prefer not to say");
}

static void
test_back_keeps_what_was_typed (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;
  GtkWidget *focus;

  assessment_fixture_answer (fixture, "sleep", "friends");
  page = open_page (fixture, NULL);
  type (page, "many");
  act (page, "question.back");
  assert_question (page, "Where did you sleep last night?");
  act (page, "question.next");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "many");
}

static void
test_back_from_the_first_leads_to_the_person (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, NULL);

  act (page, "question.back");
  g_assert_cmpstr (fixture->went->str, ==, "person");
}

static void
test_last_question_leads_to_check_answers (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  static const char *const answers[][2] = {
    { "sleep", "home" }, { "notice", "no" },     { "since", "2020-01-01" },
    { "owed", "rent" },  { "rate", "declined" }, { "say", "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    assessment_fixture_answer (fixture, answers[i][0], answers[i][1]);
  page = open_page (fixture, NULL);
  assert_question (page, "Which benefit do you claim?");
  act (page, "question.next");
  g_assert_cmpstr (fixture->went->str, ==, "check-answers");
}

static void
test_change_leads_back_to_check_answers (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  assessment_fixture_answer (fixture, "sleep", "home");
  assessment_fixture_answer (fixture, "owed", "rent");
  page = open_page (fixture, "owed");
  press_key (page, GDK_KEY_2, 0);
  act (page, "question.next");
  g_assert_cmpstr (fixture->went->str, ==, "check-answers");
  assert_in_book (fixture, "owed", "Rent, Gas or electricity");
}

static void
test_change_asks_what_it_brought_up (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  assessment_fixture_answer (fixture, "sleep", "home");
  page = open_page (fixture, "sleep");
  press_key (page, GDK_KEY_2, 0);
  act (page, "question.next");
  assert_question (page, "For how many nights?");
  act (page, "question.next");
  g_assert_cmpstr (fixture->went->str, ==, "check-answers");
}

static gboolean
is_saved (gpointer page)
{
  return g_str_equal (get_saved_words (page), "Saved");
}

static void
test_typed_answer_is_saved_at_rest (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  assessment_fixture_answer (fixture, "sleep", "friends");
  page = open_page (fixture, NULL);
  type (page, "12");
  g_assert_cmpstr (get_saved_words (page), ==, "Not saved yet");
  fixture_wait (is_saved, page);
  assert_in_book (fixture, "nights", "12");
}

static void
test_close_saves_what_is_typed (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page;

  assessment_fixture_answer (fixture, "sleep", "friends");
  page = open_page (fixture, NULL);
  type (page, "12");
  stile_interview_page_close (page);
  assert_in_book (fixture, "nights", "12");
  assert_question (page, "");
}

static void
test_survives_a_lock (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "sleep");
  StileLedger *ledger = stile_book_get_ledger (fixture->book);
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (ledger);
  press_key (page, GDK_KEY_2, 0);
  g_assert_cmpstr (get_saved_words (page), !=, "Saved");
  g_assert_false (stile_interview_page_save (page));
  act (page, "interview.leave");
  g_assert_cmpstr (fixture->went->str, ==, "");

  gtk_widget_hide (GTK_WIDGET (page));
  stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, &error);
  g_assert_no_error (error);
  gtk_widget_show (GTK_WIDGET (page));
  fixture_settle ();
  g_assert_cmpstr (get_saved_words (page), ==, "Saved");
  assert_in_book (fixture, "sleep", "With friends");
}

static void
test_note_is_saved (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "sleep");
  GtkWidget *pane = get_child (page, "adviser_pane");
  GtkTextBuffer *note = get_child (pane, "note");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;

  gtk_text_buffer_set_text (note, "Looks tired", -1);
  act (page, "question.back");
  person_file = assessment_fixture_load (fixture);
  assessment = stile_case_find_assessment (person_file, fixture->assessment_id);
  g_assert_cmpstr (g_hash_table_lookup (assessment->notes, "sleep"), ==, "Looks tired");
}

/* "Saved" speaks for the note as well. */
static void
test_saved_includes_the_note (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "sleep");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;

  gtk_text_buffer_set_text (get_child (get_child (page, "adviser_pane"), "note"), "Tired", -1);
  press_key (page, GDK_KEY_2, 0);
  g_assert_cmpstr (get_saved_words (page), ==, "Saved");
  person_file = assessment_fixture_load (fixture);
  assessment = stile_case_find_assessment (person_file, fixture->assessment_id);
  g_assert_cmpstr (g_hash_table_lookup (assessment->notes, "sleep"), ==, "Tired");
}

static void
test_irrelevant_question_is_not_asked (AssessmentFixture *fixture, gconstpointer data)
{
  assessment_fixture_answer (fixture, "sleep", "home");
  assert_question (open_page (fixture, "nights"), "Have you been told to leave?");
}

static void
test_failure_leads_to_trying_again (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, "sleep");

  stile_ledger_lock (stile_book_get_ledger (fixture->book));
  press_key (page, GDK_KEY_2, 0);
  act (page, "interview.leave");
  g_assert_false (stile_error_summary_is_empty (get_child (get_child (page, "pane"), "summary")));
  gtk_widget_grab_focus (get_child (page, "saved_mark"));
  g_assert_true (gtk_window_get_focus (fixture->window)
                 == get_child (get_child (page, "saved_mark"), "try_again"));
}

/* ---- In the claimant's language ---- */

#define LOCKED "The record book is locked. Please type your passphrase to open it."

static gboolean
is_said_at_the_top (StileInterviewPage *page, const char *sentence)
{
  return fixture_says (get_child (get_child (page, "pane"), "summary"), sentence);
}

/* The page in Polish, over English, with an answer that cannot be saved. */
static StileInterviewPage *
fail_in_polish (AssessmentFixture *fixture, StileReading *reading)
{
  StileInterviewPage *page = g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  assessment_fixture_start_in (fixture, "pl");
  stile_interview_page_set_reading (page, reading);
  assessment_fixture_show (fixture, page);
  stile_interview_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                             fixture->assessment_id, "sleep", &error);
  g_assert_no_error (error);
  fixture_settle ();
  stile_ledger_lock (stile_book_get_ledger (fixture->book));
  press_key (page, GDK_KEY_2, 0);
  return page;
}

static void
test_failure_in_their_language (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileReading) reading = stile_reading_new ();
  StileInterviewPage *page = fail_in_polish (fixture, reading);

  g_assert_cmpstr (get_saved_words (page), ==, "Księga jest zamknięta. Odpowiedź jest tutaj.");
  act (page, "interview.leave");
  g_assert_true (is_said_at_the_top (page, "Księga jest zamknięta."));
}

/* Both places where it stands, at once. */
static void
test_failure_follows_the_language (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileReading) reading = stile_reading_new ();
  StileInterviewPage *page = fail_in_polish (fixture, reading);

  act (page, "interview.leave");
  stile_reading_swap (reading);
  fixture_settle ();
  g_assert_cmpstr (get_saved_words (page), ==,
                   LOCKED " Your answer is kept here, and saving is tried again.");
  g_assert_true (is_said_at_the_top (page, LOCKED));
  g_assert_false (is_said_at_the_top (page, "Księga jest zamknięta."));
}

/* What was in the way is gone: nothing says so any more. */
static void
test_failure_is_over_when_it_is_saved (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileReading) reading = stile_reading_new ();
  StileInterviewPage *page = fail_in_polish (fixture, reading);
  g_autoptr (GError) error = NULL;

  act (page, "interview.leave");
  stile_ledger_unlock (stile_book_get_ledger (fixture->book), FIXTURE_ADVISER, FIXTURE_PASSPHRASE,
                       &error);
  g_assert_no_error (error);
  stile_reading_swap (reading);
  fixture_settle ();
  g_assert_true (stile_error_summary_is_empty (get_child (get_child (page, "pane"), "summary")));
  g_assert_cmpstr (get_saved_words (page), ==, "Saved");
}

static void
test_section_can_be_reached (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = open_page (fixture, NULL);
  GtkListBox *rows = get_child (get_child (page, "sections"), "rows");

  g_signal_emit_by_name (rows, "row-activated", gtk_list_box_get_row_at_index (rows, 1));
  assert_question (page, "Do you owe money on any of these?");
}

static void
test_finished_is_refused (AssessmentFixture *fixture, gconstpointer data)
{
  StileInterviewPage *page = g_object_ref_sink (g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL));
  g_autoptr (GError) error = NULL;

  assessment_fixture_answer (fixture, "sleep", "home");
  assessment_fixture_finish (fixture);
  g_assert_false (stile_interview_page_open (page, assessment_fixture_get_casework (fixture),
                                             fixture->case_id, fixture->assessment_id, NULL,
                                             &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
  g_assert_finalize_object (page);
}

static void
add (const char *path, void (*test) (AssessmentFixture *, gconstpointer))
{
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, test,
              assessment_fixture_tear_down);
}

/* Whoever answers alone sees nothing that is for the adviser to answer. */
static void
test_alone_without_the_adviser_s_questions (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileReading) reading = stile_reading_new ();
  StileInterviewPage *page = g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL);

  stile_interview_page_set_reading (page, reading);
  stile_interview_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                             fixture->assessment_id, "rate", &error);
  g_assert_no_error (error);
  assessment_fixture_show (fixture, page);
  g_assert_true (fixture_says (page, "What is the rent, in pounds?"));
  stile_reading_set_alone (reading, TRUE);
  g_assert_false (fixture_says (page, "What is the rent, in pounds?"));
  stile_interview_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                             fixture->assessment_id, "rate", &error);
  g_assert_no_error (error);
  g_assert_false (fixture_says (page, "What is the rent, in pounds?"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  made_up_catalogue_install ("pl", NULL,
                             "msgid \"The record book is locked. \"\n"
                             "\"Please type your passphrase to open it.\"\n"
                             "msgstr \"Księga jest zamknięta.\"\n"
                             "msgid \"Your answer is kept here, and saving is tried again.\"\n"
                             "msgstr \"Odpowiedź jest tutaj.\"\n");
  add ("/interview-page/new", test_new);
  add ("/interview-page/starts-at-the-first-page", test_starts_at_the_first_page);
  add ("/interview-page/goes-on-where-it-stopped", test_goes_on_where_it_stopped);
  add ("/interview-page/digit-answers-and-saves", test_digit_answers_and_saves);
  add ("/interview-page/digit-types-in-an-entry", test_digit_types_in_an_entry);
  add ("/interview-page/enter-continues", test_enter_continues);
  add ("/interview-page/enter-breaks-lines-of-text", test_enter_breaks_lines_of_text);
  add ("/interview-page/error-only-on-continue", test_error_only_on_continue);
  add ("/interview-page/error-is-said-twice-in-the-same-words",
       test_error_is_said_twice_in_the_same_words);
  add ("/interview-page/declining-meets-required", test_declining_meets_required);
  add ("/interview-page/back-keeps-what-was-typed", test_back_keeps_what_was_typed);
  add ("/interview-page/back-from-the-first-leads-to-the-person",
       test_back_from_the_first_leads_to_the_person);
  add ("/interview-page/last-question-leads-to-check-answers",
       test_last_question_leads_to_check_answers);
  add ("/interview-page/change-leads-back-to-check-answers",
       test_change_leads_back_to_check_answers);
  add ("/interview-page/change-asks-what-it-brought-up", test_change_asks_what_it_brought_up);
  add ("/interview-page/typed-answer-is-saved-at-rest", test_typed_answer_is_saved_at_rest);
  add ("/interview-page/close-saves-what-is-typed", test_close_saves_what_is_typed);
  add ("/interview-page/survives-a-lock", test_survives_a_lock);
  add ("/interview-page/alone-without-the-adviser-s-questions",
       test_alone_without_the_adviser_s_questions);
  add ("/interview-page/note-is-saved", test_note_is_saved);
  add ("/interview-page/saved-includes-the-note", test_saved_includes_the_note);
  add ("/interview-page/irrelevant-question-is-not-asked", test_irrelevant_question_is_not_asked);
  add ("/interview-page/failure-leads-to-trying-again", test_failure_leads_to_trying_again);
  add ("/interview-page/failure-in-their-language", test_failure_in_their_language);
  add ("/interview-page/failure-follows-the-language", test_failure_follows_the_language);
  add ("/interview-page/failure-is-over-when-it-is-saved", test_failure_is_over_when_it_is_saved);
  add ("/interview-page/section-can-be-reached", test_section_can_be_reached);
  add ("/interview-page/finished-is-refused", test_finished_is_refused);
  return g_test_run ();
}
