// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "error-summary.h"
#include "focus-first.h"
#include "made-up-catalogue.h"
#include "pages/check-answers/answer-row.h"
#include "pages/check-answers/check-answers-page.h"

#define get_child assessment_fixture_get_child

static StileCheckAnswersPage *
open_page (AssessmentFixture *fixture)
{
  StileCheckAnswersPage *page = g_object_new (STILE_TYPE_CHECK_ANSWERS_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  assessment_fixture_show (fixture, page);
  stile_check_answers_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                                 fixture->assessment_id, &error);
  g_assert_no_error (error);
  fixture_settle ();
  return page;
}

/* The rows below @root, "question = answer" each, in order. */
static void
collect_rows (GtkWidget *root, GString *rows)
{
  if (STILE_IS_ANSWER_ROW (root))
    {
      StileAnswerRow *row = STILE_ANSWER_ROW (root);

      g_string_append_printf (rows, "%s = %s\n", stile_answer_row_get_question (row),
                              stile_answer_row_get_answer (row));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static char *
dup_rows (gpointer root)
{
  GString *rows = g_string_new (NULL);

  collect_rows (root, rows);
  return g_string_free (rows, FALSE);
}

static void
see_result (StileCheckAnswersPage *page)
{
  g_signal_emit_by_name (get_child (page, "result_button"), "clicked");
  fixture_settle ();
}

static void
test_new (AssessmentFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_object_ref_sink (g_object_new (STILE_TYPE_CHECK_ANSWERS_PAGE, NULL)));
}

static void
test_rows_hold_everything_asked (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *rows = NULL;

  assessment_fixture_answer (fixture, "sleep", "friends");
  assessment_fixture_answer (fixture, "nights", "30");
  assessment_fixture_answer (fixture, "owed", "rent power");
  assessment_fixture_answer (fixture, "say", "declined");
  rows = dup_rows (get_child (open_page (fixture), "sections"));
  g_assert_cmpstr (rows, ==,
                   "Where did you sleep last night? = With friends\n"
                   "For how many nights? = 30\n"
                   "Since when? = Not answered\n"
                   "Do you owe money on any of these? = Rent, Gas or electricity\n"
                   "What is the rent, in pounds? = Not answered\n"
                   "What else should we know? = Prefer not to say\n"
                   "Which benefit do you claim? = Not answered\n");
}

static void
test_what_is_missing_stands_first (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *rows = dup_rows (get_child (open_page (fixture), "open_questions"));

  g_assert_cmpstr (rows, ==, "Where did you sleep last night? = Needs an answer\n");
}

static void
test_most_telling_question_is_offered (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *rows = NULL;

  assessment_fixture_answer (fixture, "sleep", "home");
  assessment_fixture_answer (fixture, "notice", "no");
  rows = dup_rows (get_child (open_page (fixture), "open_questions"));
  g_assert_cmpstr (rows, ==,
                   "Do you owe money on any of these? = Would tell most about the result\n");
}

static void
test_change_leads_to_the_question (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page;

  assessment_fixture_answer (fixture, "sleep", "home");
  page = open_page (fixture);
  fixture_press (get_child (page, "sections"), "Change");
  g_assert_cmpstr (fixture->went->str, ==, "interview (sleep)");
}

static void
test_missing_answer_stops (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page = open_page (fixture);

  see_result (page);
  g_assert_false (stile_error_summary_is_empty (get_child (page, "summary")));
  g_assert_cmpstr (fixture->went->str, ==, "");
}

/* Enter, pressed once too often on the last question, must not finish the assessment. */
static void
test_enter_too_many_does_nothing (AssessmentFixture *fixture, gconstpointer data)
{
  stile_focus_first (GTK_WIDGET (open_page (fixture)));
  g_assert_true (GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (fixture->window)));
}

static void
test_finishes (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;

  assessment_fixture_answer (fixture, "sleep", "nowhere");
  see_result (open_page (fixture));
  g_assert_cmpstr (fixture->went->str, ==, "result");
  person_file = assessment_fixture_load (fixture);
  g_assert_cmpstr (stile_case_find_assessment (person_file, fixture->assessment_id)->proposed, ==,
                   "close");
}

static void
test_locked_book_stops (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page;

  assessment_fixture_answer (fixture, "sleep", "nowhere");
  page = open_page (fixture);
  stile_ledger_lock (stile_book_get_ledger (fixture->book));
  see_result (page);
  g_assert_false (stile_error_summary_is_empty (get_child (page, "summary")));
  g_assert_cmpstr (fixture->went->str, ==, "");
}

static void
test_failure_in_their_language (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page;

  assessment_fixture_start_in (fixture, "pl");
  assessment_fixture_answer (fixture, "sleep", "nowhere");
  page = open_page (fixture);
  stile_ledger_lock (stile_book_get_ledger (fixture->book));
  see_result (page);
  g_assert_true (fixture_says (get_child (page, "summary"), "Księga jest zamknięta."));
}

/* Where somebody types there may be nothing typed: then it is ours to say, in both languages. */
static void
test_state_of_a_text_in_both (AssessmentFixture *fixture, gconstpointer data)
{
  assessment_fixture_start_in (fixture, "pl");
  assessment_fixture_answer (fixture, "say", "declined");
  open_page (fixture);
  g_assert_true (fixture_says (fixture->window, "Wolę nie mówić"));
  g_assert_true (fixture_says (fixture->window, "Prefer not to say"));
}

static StileCheckAnswersPage *
open_in_polish (AssessmentFixture *fixture)
{
  assessment_fixture_start_in (fixture, "pl");
  return open_page (fixture);
}

static void
test_switch_keeps_the_problem (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page = open_in_polish (fixture);
  gpointer summary = get_child (page, "summary");

  see_result (page);
  gtk_widget_activate_action (GTK_WIDGET (page), "reading.swap", NULL);
  g_assert_true (fixture_says (summary, "There is a problem"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == summary);
}

static void
test_switch_keeps_the_focus (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page = open_in_polish (fixture);
  GtkRoot *window = GTK_ROOT (fixture->window);
  g_autofree char *question = NULL;
  GtkWidget *row;

  for (guint i = 0; i < 3; i++)
    gtk_widget_child_focus (get_child (page, "sections"), GTK_DIR_TAB_FORWARD);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (window), STILE_TYPE_ANSWER_ROW);
  question = g_strdup (stile_answer_row_get_question (STILE_ANSWER_ROW (row)));
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gtk_widget_activate_action (GTK_WIDGET (page), "reading.swap", NULL);
  fixture_settle ();
  g_assert_null (row);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (window), STILE_TYPE_ANSWER_ROW);
  g_assert_cmpstr (stile_answer_row_get_question (STILE_ANSWER_ROW (row)), ==, question);
}

static void
test_finished_is_only_read (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page;

  assessment_fixture_answer (fixture, "sleep", "nowhere");
  assessment_fixture_finish (fixture);
  page = open_page (fixture);
  g_assert_false (gtk_widget_get_visible (get_child (page, "last_words")));
  see_result (page);
  g_assert_cmpstr (fixture->went->str, ==, "result");
}

static void
test_close_forgets (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page;
  g_autofree char *rows = NULL;

  assessment_fixture_answer (fixture, "say", "Private");
  page = open_page (fixture);
  stile_check_answers_page_close (page);
  rows = dup_rows (page);
  g_assert_cmpstr (rows, ==, "");
}

static void
add (const char *path, void (*test) (AssessmentFixture *, gconstpointer))
{
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, test,
              assessment_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  made_up_catalogue_install ("pl", NULL,
                             "msgid \"The record book is locked. \"\n"
                             "\"Please type your passphrase to open it.\"\n"
                             "msgstr \"Księga jest zamknięta.\"\n"
                             "msgid \"Prefer not to say\"\nmsgstr \"Wolę nie mówić\"\n");
  add ("/check-answers-page/new", test_new);
  add ("/check-answers-page/rows-hold-everything-asked", test_rows_hold_everything_asked);
  add ("/check-answers-page/what-is-missing-stands-first", test_what_is_missing_stands_first);
  add ("/check-answers-page/most-telling-question-is-offered",
       test_most_telling_question_is_offered);
  add ("/check-answers-page/change-leads-to-the-question", test_change_leads_to_the_question);
  add ("/check-answers-page/missing-answer-stops", test_missing_answer_stops);
  add ("/check-answers-page/enter-too-many-does-nothing", test_enter_too_many_does_nothing);
  add ("/check-answers-page/finishes", test_finishes);
  add ("/check-answers-page/locked-book-stops", test_locked_book_stops);
  add ("/check-answers-page/failure-in-their-language", test_failure_in_their_language);
  add ("/check-answers-page/state-of-a-text-in-both", test_state_of_a_text_in_both);
  add ("/check-answers-page/switch-keeps-the-problem", test_switch_keeps_the_problem);
  add ("/check-answers-page/switch-keeps-the-focus", test_switch_keeps_the_focus);
  add ("/check-answers-page/finished-is-only-read", test_finished_is_only_read);
  add ("/check-answers-page/close-forgets", test_close_forgets);
  return g_test_run ();
}
