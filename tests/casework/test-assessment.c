// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of an assessment: start, answer, finish, decide, and their refusals. */

#include "fixture.h"
#include "words.h"

static void
test_start_needs_consent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { .name = (char *) "Mina" };
  g_autofree char *case_id = NULL;
  g_autofree char *assessment_id = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  g_assert_no_error (error);

  fixture_assert_refused (stile_casework_start_assessment (fixture->casework, case_id,
                                                           fixture->form, "en", &assessment_id,
                                                           &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "privacy notice");
}

static void
test_start_after_refused_consent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = NULL;

  stile_casework_record_consent (fixture->casework, case_id, FALSE, FIXTURE_NOTICE, &error);
  g_assert_no_error (error);

  fixture_assert_refused (stile_casework_start_assessment (fixture->casework, case_id,
                                                           fixture->form, "en", &assessment_id,
                                                           &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "privacy notice");
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  const StileAssessment *assessment = stile_case_find_assessment (person_file, assessment_id);

  g_assert_cmpstr (assessment->form_digest, ==, stile_form_get_digest (fixture->form));
  g_assert_cmpstr (assessment->language, ==, "pl");
  g_assert_true (g_date_valid (&assessment->started));
  g_assert_null (assessment->finished_at);
}

static void
test_start_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = NULL;

  fixture_assert_refused (stile_casework_start_assessment (fixture->casework, case_id,
                                                           fixture->form, "en; --", &assessment_id,
                                                           &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "language");
}

static void
test_answer_is_one_entry (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  guint before = fixture_count_entries (fixture, case_id);

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  fixture_answer (fixture, case_id, assessment_id, "words", "zażółć");

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before + 2);
}

static void
test_same_answer_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  guint before;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  before = fixture_count_entries (fixture, case_id);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  fixture_answer (fixture, case_id, assessment_id, "words", "");
  fixture_reopen (fixture);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before);
}

static void
test_answer_back_and_forth (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  guint before = fixture_count_entries (fixture, case_id);

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  fixture_answer (fixture, case_id, assessment_id, "sleep", "home");
  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  fixture_answer (fixture, case_id, assessment_id, "sleep", "");

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before + 4);
}

static void
test_two_assessments_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first_case = fixture_open_case (fixture, "Mina");
  g_autofree char *second_case = fixture_open_case (fixture, "Nia");
  g_autofree char *first = fixture_start (fixture, first_case);
  g_autofree char *second = fixture_start (fixture, second_case);
  g_autoptr (StileCase) person_file = NULL;
  const StileAnswer *answer;

  fixture_answer (fixture, first_case, first, "sleep", "friends");
  fixture_answer (fixture, second_case, second, "sleep", "home");
  fixture_answer (fixture, first_case, first, "sleep", "nowhere");

  person_file = fixture_load (fixture, second_case);
  answer = g_hash_table_lookup (stile_case_find_assessment (person_file, second)->answers, "sleep");
  g_assert_cmpstr (answer->text, ==, "home");
}

static void
test_answer_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  const StileQuestion *note = stile_form_find_question (fixture->form, "hello");
  const StileQuestion *sleep = stile_form_find_question (fixture->form, "sleep");

  fixture_assert_refused (stile_casework_save_answer (fixture->casework, case_id, assessment_id,
                                                      note, declined, &error),
                          &error, STILE_CASEWORK_ERROR_UNKNOWN, "hello");
  fixture_assert_refused (
      stile_casework_save_answer (fixture->casework, case_id, case_id, sleep, declined, &error),
      &error, STILE_CASEWORK_ERROR_UNKNOWN, "no such assessment");
}

static void
test_answer_of_another_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  const StileQuestion *sleep = stile_form_find_question (fixture->form, "sleep");
  const StileQuestion *words = stile_form_find_question (fixture->form, "words");
  g_autoptr (StileAnswer) answer = stile_answer_new (words, "on-the-moon", NULL);
  g_autoptr (StileSpoken) spoken = NULL;

  fixture_assert_refused (
      stile_casework_save_answer (fixture->casework, case_id, assessment_id, sleep, answer, &error),
      &error, STILE_CASEWORK_ERROR_INPUT, "does not fit the question “Where did you sleep?”");
  spoken = stile_words_speak ("pl");
  fixture_assert_refused (
      stile_casework_save_answer (fixture->casework, case_id, assessment_id, sleep, answer, &error),
      &error, STILE_CASEWORK_ERROR_INPUT, "Gdzie spałeś?");
}

static void
test_no_answers_after_consent_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (StileInterview) interview = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  stile_casework_record_consent (fixture->casework, case_id, FALSE, FIXTURE_NOTICE, &error);
  g_assert_no_error (error);

  fixture_assert_refused (stile_casework_save_answer (
                              fixture->casework, case_id, assessment_id,
                              stile_form_find_question (fixture->form, "words"), declined, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "no longer agrees");
  person_file = fixture_load (fixture, case_id);
  interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, assessment_id), &error);
  g_assert_no_error (error);
  fixture_assert_refused (stile_casework_finish_assessment (fixture->casework, case_id,
                                                            assessment_id, interview, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "no longer agrees");
}

static void
test_finish_names_the_missing_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, assessment_id), &error);
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");

  g_assert_no_error (error);
  fixture_assert_refused (stile_casework_finish_assessment (fixture->casework, case_id,
                                                            assessment_id, interview, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "Gdzie spałeś?");
}

static void
test_finish_keeps_the_result (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  const StileAssessment *assessment = stile_case_find_assessment (person_file, assessment_id);
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, &error);
  g_autoptr (StileResult) result = stile_result_new (interview);
  g_autofree char *json = stile_result_to_json (result);

  g_assert_nonnull (assessment->finished_at);
  g_assert_cmpstr (assessment->result_json, ==, json);
  g_assert_cmpstr (assessment->proposed, ==, "close");
  g_assert_null (assessment->decided);
}

static void
test_finish_leaves_out_what_does_not_count (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) before = NULL;
  g_autoptr (StileCase) after = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  fixture_answer (fixture, case_id, assessment_id, "nights", "12");
  fixture_answer (fixture, case_id, assessment_id, "sleep", "home");
  before = fixture_load (fixture, case_id);
  fixture_finish (fixture, case_id, assessment_id);
  after = fixture_load (fixture, case_id);

  g_assert_true (g_hash_table_contains (stile_case_find_assessment (before, assessment_id)->answers,
                                        "nights"));
  g_assert_false (
      g_hash_table_contains (stile_case_find_assessment (after, assessment_id)->answers, "nights"));
  g_assert_true (
      g_hash_table_contains (stile_case_find_assessment (after, assessment_id)->answers, "sleep"));
}

static void
test_finish_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, assessment_id), NULL);
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);

  fixture_assert_refused (stile_casework_finish_assessment (fixture->casework, case_id,
                                                            assessment_id, interview, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "finished already");
  fixture_assert_refused (stile_casework_save_answer (
                              fixture->casework, case_id, assessment_id,
                              stile_form_find_question (fixture->form, "words"), declined, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "finished");
}

static void
test_finish_with_a_strange_interview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileForm) other = fixture_form_new ("2", 9);
  g_autoptr (GDate) today = g_date_new ();
  g_autoptr (StileInterview) interview = NULL;

  g_date_set_time_t (today, time (NULL));
  interview = stile_interview_new (other, today);

  fixture_assert_refused (stile_casework_finish_assessment (fixture->casework, case_id,
                                                            assessment_id, interview, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "another assessment");
}

static void
test_decide_confirms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;

  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", NULL, &error);

  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);
  assessment = stile_case_find_assessment (person_file, assessment_id);
  g_assert_cmpstr (assessment->decided, ==, "light");
  g_assert_cmpstr (assessment->decided_by, ==, FIXTURE_ADVISER);
  g_assert_nonnull (assessment->decided_at);
  g_assert_null (assessment->reason);
}

static void
test_decide_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *open = fixture_start (fixture, case_id);
  g_autofree char *finished = fixture_assess (fixture, case_id, "home");
  static const struct
  {
    const char *decided;
    const char *reason;
    const char *words;
  } refusals[] = {
    { "nonsense", "because", "categories" },
    { NULL, "because", "categories" },
    { "close", NULL, "reason" },
    { "close", " \t ", "reason" },
  };

  fixture_assert_refused (
      stile_casework_decide (fixture->casework, case_id, open, "light", NULL, &error), &error,
      STILE_CASEWORK_ERROR_STATE, "Finish the assessment first");
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    fixture_assert_refused (stile_casework_decide (fixture->casework, case_id, finished,
                                                   refusals[i].decided, refusals[i].reason, &error),
                            &error, STILE_CASEWORK_ERROR_INPUT, refusals[i].words);
}

static void
test_decide_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;
  guint before = fixture_count_entries (fixture, case_id);

  stile_casework_decide (fixture->casework, case_id, assessment_id, "close", "Lost the flat",
                         &error);
  g_assert_no_error (error);
  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before + 2);
  person_file = fixture_load (fixture, case_id);
  assessment = stile_case_find_assessment (person_file, assessment_id);
  g_assert_cmpstr (assessment->decided, ==, "light");
  g_assert_null (assessment->reason);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/assessment/start-needs-consent", test_start_needs_consent);
  fixture_add ("/assessment/start-after-refused-consent", test_start_after_refused_consent);
  fixture_add ("/assessment/start", test_start);
  fixture_add ("/assessment/start-language", test_start_language);
  fixture_add ("/assessment/answer-is-one-entry", test_answer_is_one_entry);
  fixture_add ("/assessment/same-answer-writes-nothing", test_same_answer_writes_nothing);
  fixture_add ("/assessment/answer-back-and-forth", test_answer_back_and_forth);
  fixture_add ("/assessment/two-assessments-at-once", test_two_assessments_at_once);
  fixture_add ("/assessment/answer-unknown", test_answer_unknown);
  fixture_add ("/assessment/answer-of-another-type", test_answer_of_another_type);
  fixture_add ("/assessment/no-answers-without-consent",
               test_no_answers_after_consent_is_taken_back);
  fixture_add ("/assessment/finish-names-the-missing", test_finish_names_the_missing_question);
  fixture_add ("/assessment/finish-keeps-the-result", test_finish_keeps_the_result);
  fixture_add ("/assessment/finish-leaves-out", test_finish_leaves_out_what_does_not_count);
  fixture_add ("/assessment/finish-once", test_finish_once);
  fixture_add ("/assessment/finish-strange-interview", test_finish_with_a_strange_interview);
  fixture_add ("/assessment/decide-confirms", test_decide_confirms);
  fixture_add ("/assessment/decide-refusals", test_decide_refusals);
  fixture_add ("/assessment/decide-again", test_decide_again);
  return g_test_run ();
}
