// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What was wrong is put right, and what was written stays in sight. */

#include <string.h>

#include "audit.h"
#include "fixture.h"
#include "rights.h"
#include "words.h"

static gboolean
correct (Fixture *fixture, const char *case_id, const char *assessment_id, const char *question,
         const char *text, const char *reason, GError **error)
{
  const StileQuestion *asked = stile_form_find_question (fixture->form, question);
  g_autoptr (StileAnswer) answer = stile_answer_new (asked, text, NULL);

  return stile_casework_rectify_answer (fixture->casework, case_id, assessment_id, question, answer,
                                        reason, error);
}

static void
correct_sleep (Fixture *fixture, const char *case_id, const char *assessment_id, const char *text)
{
  g_autoptr (GError) error = NULL;

  correct (fixture, case_id, assessment_id, "sleep", text, "Misheard", &error);
  g_assert_no_error (error);
}

static void
decide (Fixture *fixture, const char *case_id, const char *assessment_id, const char *category)
{
  g_autoptr (GError) error = NULL;

  stile_casework_decide (fixture->casework, case_id, assessment_id, category, "We agreed", &error);
  g_assert_no_error (error);
}

static const StileEvent *
event_at (const StileCase *person_file, guint index)
{
  return g_ptr_array_index (person_file->events, index);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);

  g_assert_cmpuint (stile_case_find_assessment (person_file, assessment_id)->corrections->len, ==,
                    0);
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *old_result = NULL;
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  const StileAssessment *assessment = stile_case_find_assessment (person_file, assessment_id);
  const StileAnswer *sleep;
  const StileCorrection *correction;

  g_assert_cmpstr (assessment->proposed, ==, "close");
  old_result = g_strdup (assessment->result_json);
  correct_sleep (fixture, case_id, assessment_id, "home");

  g_clear_pointer (&person_file, stile_case_free);
  person_file = fixture_load (fixture, case_id);
  assessment = stile_case_find_assessment (person_file, assessment_id);
  sleep = g_hash_table_lookup (assessment->answers, "sleep");
  correction = g_ptr_array_index (assessment->corrections, 0);
  g_assert_cmpstr (assessment->proposed, ==, "light");
  g_assert_cmpstr (sleep->text, ==, "home");
  g_assert_cmpstr (correction->before->text, ==, "nowhere");
  g_assert_cmpstr (correction->after->text, ==, "home");
  g_assert_cmpstr (correction->reason, ==, "Misheard");
  g_assert_cmpstr (correction->adviser, ==, FIXTURE_ADVISER);
  g_assert_cmpstr (correction->result_before, ==, old_result);
  g_assert_cmpstr (assessment->result_json, !=, old_result);
}

/* Both the old words and the new are on the person's page. */
static void
test_answer_in_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (StileCase) person_file = NULL;

  correct_sleep (fixture, case_id, assessment_id, "home");

  person_file = fixture_load (fixture, case_id);
  g_assert_cmpstr (event_at (person_file, 0)->title, ==, "Corrected: an answer");
  g_assert_cmpstr (event_at (person_file, 0)->text, ==,
                   "“Where did you sleep?”: it said “Nowhere”, it is “At home”. Misheard");
}

static void
test_decision_is_open_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (GPtrArray) to_decide = NULL;
  const StileAssessment *assessment;
  const StilePersonRow *row;

  decide (fixture, case_id, assessment_id, "close");
  to_decide = stile_casework_list_people (fixture->casework, STILE_PEOPLE_TO_DECIDE, NULL, &error);
  g_assert_cmpuint (to_decide->len, ==, 0);
  g_clear_pointer (&to_decide, g_ptr_array_unref);
  correct_sleep (fixture, case_id, assessment_id, "home");

  person_file = fixture_load (fixture, case_id);
  assessment = stile_case_find_assessment (person_file, assessment_id);
  g_assert_null (assessment->decided);
  g_assert_null (assessment->reason);
  g_assert_cmpstr (
      ((StileCorrection *) g_ptr_array_index (assessment->corrections, 0))->decided_before, ==,
      "close");
  to_decide = stile_casework_list_people (fixture->casework, STILE_PEOPLE_TO_DECIDE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (to_decide->len, ==, 1);
  row = g_ptr_array_index (to_decide, 0);
  g_assert_cmpstr (row->category, ==, "Light support");
}

/* The list of people is the same whether it grew step by step or was read at once. */
static void
test_decided_after_the_correction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");

  decide (fixture, case_id, assessment_id, "close");
  correct_sleep (fixture, case_id, assessment_id, "home");
  decide (fixture, case_id, assessment_id, "light");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) rows = stile_casework_list_people (
          fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
      const StilePersonRow *row = g_ptr_array_index (rows, 0);

      g_assert_no_error (error);
      g_assert_false (row->to_decide);
      g_assert_cmpstr (row->category, ==, "Light support");
      fixture_reopen (fixture);
    }
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;
  const StileCorrection *newest;

  correct_sleep (fixture, case_id, assessment_id, "home");
  correct_sleep (fixture, case_id, assessment_id, "home");
  correct_sleep (fixture, case_id, assessment_id, "friends");

  person_file = fixture_load (fixture, case_id);
  assessment = stile_case_find_assessment (person_file, assessment_id);
  g_assert_cmpuint (assessment->corrections->len, ==, 2);
  newest = g_ptr_array_index (assessment->corrections, 0);
  g_assert_cmpstr (newest->before->text, ==, "home");
  g_assert_cmpstr (newest->after->text, ==, "friends");
}

static void
test_answer_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *finished = fixture_assess (fixture, case_id, "home");
  g_autofree char *open = fixture_start (fixture, case_id);
  guint before = fixture_count_entries (fixture, case_id);

  fixture_assert_refused (correct (fixture, case_id, open, "sleep", "home", "Why", &error), &error,
                          STILE_CASEWORK_ERROR_STATE, "not finished");
  fixture_assert_refused (correct (fixture, case_id, finished, "nights", "3", "Why", &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "is not asked");
  fixture_assert_refused (correct (fixture, case_id, finished, "sleep", "friends", " ", &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "why");
  g_assert_false (stile_casework_rectify_answer (fixture->casework, case_id, finished, "hello",
                                                 NULL, "Why", &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (correct (fixture, case_id, finished, "sleep", "", "Why", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before);
}

/* Who took consent back may still have their record put right. */
static void
test_without_consent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");

  stile_casework_record_consent (fixture->casework, case_id, FALSE, FIXTURE_NOTICE, &error);
  g_assert_no_error (error);
  correct_sleep (fixture, case_id, assessment_id, "friends");
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileAuditFilter filter = { .kind = "rectified" };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Story");
  StilePerson person = { .name = (char *) "Mina Storey", .language = (char *) "pl" };
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const StileAuditLine *line;

  for (guint i = 0; i < 2; i++)
    {
      stile_casework_rectify_person (fixture->casework, case_id, &person, "Misspelt", &error);
      g_assert_no_error (error);
    }

  person_file = fixture_load (fixture, case_id);
  g_assert_cmpstr (person_file->person->name, ==, "Mina Storey");
  g_assert_cmpstr (event_at (person_file, 0)->title, ==, "Corrected: details");
  g_assert_cmpstr (event_at (person_file, 0)->text, ==, "Misspelt");
  g_assert_cmpstr (event_at (person_file, 1)->text, ==,
                   "Name: \u2068Mina Story\u2069 → \u2068Mina Storey\u2069");
  lines = stile_casework_list_audit (fixture->casework, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->title, ==, "Corrected: details");
  g_assert_cmpstr (line->text, ==, "Misspelt");
}

/* Read from the right, what comes after stands on the left. */
static void
test_details_in_arabic (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Story");
  StilePerson person = { .name = (char *) "Mina Storey", .language = (char *) "pl" };
  g_autoptr (StileSpoken) arabic = stile_words_speak ("ar");
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_rectify_person (fixture->casework, case_id, &person, "Misspelt", &error);
  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);
  g_assert_nonnull (strstr (event_at (person_file, 1)->text,
                            "\u2068Mina Story\u2069 ← \u2068Mina Storey\u2069"));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *note_id = NULL;
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_save_note (fixture->casework, case_id, NULL, NULL, "Has a cat", &error);
  person_file = fixture_load (fixture, case_id);
  note_id = g_strdup (event_at (person_file, 0)->id);
  stile_casework_rectify_text (fixture->casework, case_id, note_id, "Has a dog", "Mixed up",
                               &error);
  stile_casework_rectify_text (fixture->casework, case_id, note_id, "", "Not ours to keep", &error);
  g_assert_no_error (error);

  g_clear_pointer (&person_file, stile_case_free);
  person_file = fixture_load (fixture, case_id);
  g_assert_cmpstr (event_at (person_file, 0)->title, ==, "Corrected: a note");
  g_assert_cmpstr (event_at (person_file, 0)->text, ==, "(taken back)\nNot ours to keep");
  g_assert_cmpstr (event_at (person_file, 1)->text, ==, "Has a dog\nMixed up");
  g_assert_cmpstr (event_at (person_file, 2)->title, ==, "Note (corrected later)");
  g_assert_cmpstr (event_at (person_file, 2)->text, ==, "Has a cat");
}

static void
test_text_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  const char *const ids[] = { NULL, "", event_at (person_file, 0)->id };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    fixture_assert_refused (stile_casework_rectify_text (fixture->casework, case_id, ids[i], "x",
                                                         "Why", &error),
                            &error, STILE_CASEWORK_ERROR_UNKNOWN, "no such note");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/correction/new", test_new);
  fixture_add ("/correction/answer", test_answer);
  fixture_add ("/correction/answer-in-words", test_answer_in_words);
  fixture_add ("/correction/decision-is-open-again", test_decision_is_open_again);
  fixture_add ("/correction/decided-after-the-correction", test_decided_after_the_correction);
  fixture_add ("/correction/twice", test_twice);
  fixture_add ("/correction/answer-refused", test_answer_refused);
  fixture_add ("/correction/without-consent", test_without_consent);
  fixture_add ("/correction/details", test_details);
  fixture_add ("/correction/details-in-arabic", test_details_in_arabic);
  fixture_add ("/correction/text", test_text);
  fixture_add ("/correction/text-refused", test_text_refused);

  return g_test_run ();
}
