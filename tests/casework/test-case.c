// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A person's file is the fold of their entries, whatever else lies among them. */

#include "fixture.h"

static void
append (Fixture *fixture, const char *case_id, const char *kind, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) content = json_from_string (json, &error);

  g_assert_no_error (error);
  stile_ledger_append (stile_casework_get_ledger (fixture->casework), case_id, kind, content, NULL,
                       &error);
  g_assert_no_error (error);
}

static const StileEvent *
event_at (const StileCase *person_file, guint index)
{
  g_assert_cmpuint (index, <, person_file->events->len);
  return g_ptr_array_index (person_file->events, index);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);

  g_assert_true (person_file->consent);
  g_assert_nonnull (person_file->consent_at);
  g_assert_cmpuint (person_file->assessments->len, ==, 0);
  g_assert_cmpuint (person_file->referrals->len, ==, 0);
  g_assert_cmpuint (person_file->events->len, ==, 2);
}

static void
test_same_after_reopening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Łucja");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;
  const StileAnswer *answer;

  fixture_answer (fixture, case_id, assessment_id, "things", "bag tent");
  fixture_answer (fixture, case_id, assessment_id, "words", "नमस्ते");
  fixture_reopen (fixture);

  person_file = fixture_load (fixture, case_id);
  g_assert_cmpstr (person_file->person->name, ==, "Łucja");
  assessment = stile_case_find_assessment (person_file, assessment_id);
  answer = g_hash_table_lookup (assessment->answers, "things");
  g_assert_cmpstr (answer->text, ==, "bag tent");
  answer = g_hash_table_lookup (assessment->answers, "words");
  g_assert_cmpstr (answer->text, ==, "नमस्ते");
}

static void
test_every_state_of_an_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  const StileQuestion *afraid = stile_form_find_question (fixture->form, "afraid");
  static const StileAnswerState states[] = { STILE_ANSWER_DECLINED, STILE_ANSWER_UNKNOWN,
                                             STILE_ANSWER_UNANSWERED };

  fixture_answer (fixture, case_id, assessment_id, "afraid", "yes");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StileAnswer) answer = stile_answer_new_state (states[i]);
      g_autoptr (StileCase) person_file = NULL;
      const StileAnswer *read;

      stile_casework_save_answer (fixture->casework, case_id, assessment_id, afraid, answer,
                                  &error);
      g_assert_no_error (error);
      person_file = fixture_load (fixture, case_id);
      read = g_hash_table_lookup (stile_case_find_assessment (person_file, assessment_id)->answers,
                                  "afraid");
      g_assert_cmpint (read->state, ==, states[i]);
    }
}

static void
test_interview_as_it_stands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (StileInterview) interview = NULL;
  guint nights = stile_form_find_question (fixture->form, "nights")->index;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  fixture_answer (fixture, case_id, assessment_id, "nights", "40");
  fixture_answer (fixture, case_id, assessment_id, "sleep", "home");
  person_file = fixture_load (fixture, case_id);
  interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, assessment_id), &error);

  g_assert_no_error (error);
  g_assert_false (stile_interview_is_relevant (interview, nights));
  g_assert_cmpfloat (stile_interview_get_answer (interview, nights)->number, ==, 40);
}

static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *older = fixture_assess (fixture, case_id, "home");
  g_autofree char *newer = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  const StileAssessment *first = g_ptr_array_index (person_file->assessments, 0);
  const StileAssessment *second = g_ptr_array_index (person_file->assessments, 1);

  g_assert_cmpstr (first->id, ==, newer);
  g_assert_cmpstr (second->id, ==, older);
  for (guint i = 1; i < person_file->events->len; i++)
    g_assert_cmpint (event_at (person_file, i - 1)->seq, >, event_at (person_file, i)->seq);
}

static void
test_answers_are_drawn_together (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "home");
  fixture_answer (fixture, case_id, assessment_id, "words", "one");
  fixture_answer (fixture, case_id, assessment_id, "words", "two");
  fixture_finish (fixture, case_id, assessment_id);
  person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (event_at (person_file, 0)->title, ==, "Assessment finished");
  g_assert_cmpstr (event_at (person_file, 0)->text, ==, "Proposed: Light support");
  g_assert_cmpstr (event_at (person_file, 1)->title, ==, "3 answers");
  g_assert_cmpstr (event_at (person_file, 2)->title, ==, "Assessment started");
}

static void
test_answers_on_two_occasions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "home");
  stile_casework_save_note (fixture->casework, case_id, NULL, NULL, "Tea break", &error);
  g_assert_no_error (error);
  fixture_answer (fixture, case_id, assessment_id, "words", "one");
  fixture_answer (fixture, case_id, assessment_id, "things", "bag");
  person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (event_at (person_file, 0)->title, ==, "2 answers");
  g_assert_cmpstr (event_at (person_file, 1)->title, ==, "Note");
  g_assert_cmpstr (event_at (person_file, 2)->title, ==, "1 answer");
}

static void
test_events_in_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id = NULL;
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", "She has a flat",
                         &error);
  g_assert_no_error (error);
  referral_id = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Desk");
  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_REACH, "By text");
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
  person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (event_at (person_file, 0)->title, ==, "Referral sent: Housing advice");
  g_assert_cmpstr (event_at (person_file, 0)->text, ==,
                   "By post\nIt helped in part\nThey rang.");
  g_assert_cmpstr (event_at (person_file, 1)->title, ==,
                   "Agreed what may be shared: Housing advice");
  g_assert_cmpstr (event_at (person_file, 1)->text, ==,
                   "The Desk\nHow to reach the person: \u2068By text\u2069");
  g_assert_cmpstr (event_at (person_file, 2)->title, ==, "Referral written down: Housing advice");
  g_assert_cmpstr (event_at (person_file, 2)->text, ==, "The Desk");
  g_assert_cmpstr (event_at (person_file, 3)->title, ==, "Another category chosen: Light support");
  g_assert_cmpstr (event_at (person_file, 3)->text, ==, "She has a flat");
  g_assert_cmpstr (event_at (person_file, 3)->adviser, ==, FIXTURE_ADVISER);
}

static void
test_stray_answer_after_the_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");
  g_autofree char *stray = g_strdup_printf ("{\"assessment\": \"%s\", \"question\": \"sleep\","
                                            " \"state\": \"answered\", \"value\": \"nowhere\"}",
                                            assessment_id);
  g_autoptr (StileCase) person_file = NULL;
  const StileAnswer *answer;

  append (fixture, case_id, "answer", stray);
  person_file = fixture_load (fixture, case_id);

  answer = g_hash_table_lookup (stile_case_find_assessment (person_file, assessment_id)->answers,
                                "sleep");
  g_assert_cmpstr (answer->text, ==, "home");
}

static void
test_bad_entries_are_passed_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");
  static const struct
  {
    const char *kind;
    const char *json;
  } entries[] = {
    { "person", "{}" },
    { "person", "{\"name\": 7}" },
    { "assessment-started", "{\"form\": \"no such form\"}" },
    { "assessment-started", "{\"form\": \"x\", \"form-id\": \"x\", \"started\": \"2026-02-31\"}" },
    { "answer", "{\"assessment\": \"x\", \"question\": \"sleep\", \"state\": \"answered\"}" },
    { "answer", "{\"assessment\": null, \"question\": [], \"state\": 3}" },
    { "assessment-finished", "{\"assessment\": \"x\", \"result\": \"not JSON\"}" },
    { "assessment-finished", "{}" },
    { "decision", "{\"assessment\": \"x\"}" },
    { "referral", "{}" },
    { "referral-status", "{\"referral\": \"x\", \"status\": \"made\"}" },
    { "contact", "{}" },
    { "note", "{}" },
    { "moved-on", "{}" },
    { "milestone", "{\"from\": \"a newer program\"}" },
  };
  g_autoptr (StileCase) person_file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    append (fixture, case_id, entries[i].kind, entries[i].json);
  person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (person_file->person->name, ==, "Mina");
  g_assert_cmpuint (person_file->assessments->len, ==, 1);
  g_assert_cmpuint (person_file->referrals->len, ==, 0);
  g_assert_true (
      g_str_has_prefix (event_at (person_file, 0)->title, "Something that this version"));
  for (guint i = 0; i < person_file->events->len; i++)
    g_assert_nonnull (event_at (person_file, i)->title);
}

static void
test_form_that_is_lost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;

  append (fixture, case_id, "assessment-started",
          "{\"form\": \"abc\", \"form-id\": \"lost\", \"started\": \"2026-01-31\"}");
  person_file = fixture_load (fixture, case_id);
  assessment = g_ptr_array_index (person_file->assessments, 0);

  g_assert_null (assessment->form);
  g_assert_null (stile_assessment_new_interview (assessment, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/case/new", test_new);
  fixture_add ("/case/same-after-reopening", test_same_after_reopening);
  fixture_add ("/case/every-state-of-an-answer", test_every_state_of_an_answer);
  fixture_add ("/case/interview-as-it-stands", test_interview_as_it_stands);
  fixture_add ("/case/newest-first", test_newest_first);
  fixture_add ("/case/answers-are-drawn-together", test_answers_are_drawn_together);
  fixture_add ("/case/answers-on-two-occasions", test_answers_on_two_occasions);
  fixture_add ("/case/events-in-words", test_events_in_words);
  fixture_add ("/case/stray-answer-after-the-end", test_stray_answer_after_the_end);
  fixture_add ("/case/bad-entries-are-passed-over", test_bad_entries_are_passed_over);
  fixture_add ("/case/form-that-is-lost", test_form_that_is_lost);
  return g_test_run ();
}
