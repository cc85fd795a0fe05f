// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/interview/answer-saver.h"

static StileAnswerSaver *
new_saver (AssessmentFixture *fixture)
{
  return stile_answer_saver_new (assessment_fixture_get_casework (fixture), fixture->case_id,
                                 fixture->assessment_id);
}

static void
save (AssessmentFixture *fixture, StileAnswerSaver *saver, const char *question, const char *text)
{
  const StileQuestion *asked = stile_form_find_question (fixture->form, question);
  g_autoptr (StileAnswer) answer = stile_answer_new (asked, text, NULL);

  stile_answer_saver_save_answer (saver, asked, answer);
}

static void
lock (AssessmentFixture *fixture)
{
  stile_ledger_lock (stile_book_get_ledger (fixture->book));
}

static void
unlock (AssessmentFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_unlock (stile_book_get_ledger (fixture->book), FIXTURE_ADVISER, FIXTURE_PASSPHRASE,
                       &error);
  g_assert_no_error (error);
}

static void
assert_in_book (AssessmentFixture *fixture, const char *question, const char *words)
{
  g_autofree char *found = assessment_fixture_dup_answer (fixture, question);

  g_assert_cmpstr (found, ==, words);
}

static void
test_new (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_NOTHING);
  g_assert_null (stile_answer_saver_get_message (saver));
  g_assert_finalize_object (g_steal_pointer (&saver));
}

static void
test_saved_is_in_the_book (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  save (fixture, saver, "sleep", "friends");
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_SAVED);
  assert_in_book (fixture, "sleep", "With friends");
}

static void
test_note (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);
  g_autoptr (StileCase) person_file = NULL;

  stile_answer_saver_save_note (saver, stile_form_find_question (fixture->form, "sleep"),
                                "On a sofa");
  person_file = assessment_fixture_load (fixture);
  g_assert_cmpstr (g_hash_table_lookup (
                     stile_case_find_assessment (person_file, fixture->assessment_id)->notes,
                     "sleep"),
                   ==, "On a sofa");
}

static void
test_failure_says_why (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  lock (fixture);
  save (fixture, saver, "sleep", "friends");
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_FAILED);
  g_assert_nonnull (stile_answer_saver_get_message (saver));
  g_assert_false (stile_answer_saver_flush (saver));
}

static void
test_failure_keeps_and_retries (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  lock (fixture);
  save (fixture, saver, "sleep", "friends");
  save (fixture, saver, "owed", "rent power");
  unlock (fixture);
  g_assert_true (stile_answer_saver_flush (saver));
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_SAVED);
  g_assert_null (stile_answer_saver_get_message (saver));
  assert_in_book (fixture, "sleep", "With friends");
  assert_in_book (fixture, "owed", "Rent, Gas or electricity");
}

/* A book that another thread is unlocking is not written to beside it. */
static void
test_waits_for_the_thread (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);
  StileLedger *ledger = stile_book_get_ledger (fixture->book);

  stile_ledger_lend (ledger);
  save (fixture, saver, "sleep", "friends");
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_FAILED);
  stile_ledger_take_back (ledger);
  g_assert_true (stile_answer_saver_flush (saver));
  assert_in_book (fixture, "sleep", "With friends");
}

static gboolean
is_saved (gpointer saver)
{
  return stile_answer_saver_get_state (saver) == STILE_SAVE_SAVED;
}

static void
test_retries_by_itself (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  lock (fixture);
  save (fixture, saver, "sleep", "friends");
  unlock (fixture);
  fixture_wait (is_saved, saver);
  assert_in_book (fixture, "sleep", "With friends");
}

static void
test_newer_answer_wins (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  lock (fixture);
  save (fixture, saver, "sleep", "friends");
  save (fixture, saver, "sleep", "home");
  unlock (fixture);
  g_assert_true (stile_answer_saver_flush (saver));
  assert_in_book (fixture, "sleep", "My own home");
}

static void
test_one_fault_does_not_hold_up_others (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);
  g_autofree char *endless = g_strnfill (STILE_NOTE_MAX_CHARS + 1, 'x');

  stile_answer_saver_save_note (saver, stile_form_find_question (fixture->form, "sleep"), endless);
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_FAILED);
  save (fixture, saver, "sleep", "home");
  assert_in_book (fixture, "sleep", "My own home");
}

static void
test_expects (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileAnswerSaver) saver = new_saver (fixture);

  stile_answer_saver_expect (saver, TRUE);
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_WAITING);
  save (fixture, saver, "sleep", "home");
  g_assert_cmpint (stile_answer_saver_get_state (saver), ==, STILE_SAVE_SAVED);
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
  g_test_init (&argc, &argv, NULL);
  add ("/answer-saver/new", test_new);
  add ("/answer-saver/saved-is-in-the-book", test_saved_is_in_the_book);
  add ("/answer-saver/note", test_note);
  add ("/answer-saver/failure-says-why", test_failure_says_why);
  add ("/answer-saver/failure-keeps-and-retries", test_failure_keeps_and_retries);
  add ("/answer-saver/waits-for-the-thread", test_waits_for_the_thread);
  add ("/answer-saver/retries-by-itself", test_retries_by_itself);
  add ("/answer-saver/newer-answer-wins", test_newer_answer_wins);
  add ("/answer-saver/one-fault-does-not-hold-up-others", test_one_fault_does_not_hold_up_others);
  add ("/answer-saver/expects", test_expects);
  return g_test_run ();
}
