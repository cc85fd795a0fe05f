// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "scenario.h"

static StileScenario *
new_scenario (void)
{
  return stile_scenario_new ("assess/forms/sleep-and-money.xml");
}

static const char *
get_id (const StileScenario *scenario, int question)
{
  return question == STILE_NONE ? NULL : scenario->form->questions[question].id;
}

static const char *
next_after (const StileScenario *scenario, const char *question)
{
  int from = question ? (int) stile_scenario_index (scenario, question) : STILE_NONE;

  return get_id (scenario, stile_interview_next (scenario->interview, from));
}

static const char *
previous_before (const StileScenario *scenario, const char *question)
{
  int from = question ? (int) stile_scenario_index (scenario, question) : STILE_NONE;

  return get_id (scenario, stile_interview_previous (scenario->interview, from));
}

static void
test_new (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  GDate started;

  g_date_clear (&started, 1);
  g_date_set_dmy (&started, 22, G_DATE_NOVEMBER, 2026);
  g_assert_true (stile_interview_get_form (scenario->interview) == scenario->form);
  g_assert_cmpint (
    g_date_compare (stile_interview_get_started (scenario->interview), &started), ==, 0);
}

/* ---- Relevance ---- */

static void
test_nothing_follows_from_nothing (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  g_assert_true (stile_scenario_is_relevant (scenario, "sleep"));
  g_assert_false (stile_scenario_is_relevant (scenario, "notice"));
  g_assert_false (stile_scenario_is_relevant (scenario, "nights"));
}

static void
test_follow_up (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  stile_scenario_answer (scenario, "sleep", "friends");
  g_assert_true (stile_scenario_is_relevant (scenario, "nights"));
  g_assert_false (stile_scenario_is_relevant (scenario, "notice"));

  stile_scenario_answer (scenario, "sleep", "home");
  g_assert_false (stile_scenario_is_relevant (scenario, "nights"));
  g_assert_true (stile_scenario_is_relevant (scenario, "notice"));
}

static void
test_declined_is_no_answer (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  stile_scenario_answer (scenario, "sleep", "friends");
  stile_scenario_decline (scenario, "sleep");
  g_assert_false (stile_scenario_is_relevant (scenario, "nights"));
}

static void
test_answer_comes_back (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  guint nights = stile_scenario_index (scenario, "nights");

  stile_scenario_answer (scenario, "sleep", "friends");
  stile_scenario_answer (scenario, "nights", "30");

  stile_scenario_answer (scenario, "sleep", "home");
  g_assert_cmpstr (stile_interview_get_answer (scenario->interview, nights)->text, ==, "30");
  g_assert_cmpint (stile_interview_get_counted_answer (scenario->interview, nights)->state, ==,
                   STILE_ANSWER_UNANSWERED);

  stile_scenario_answer (scenario, "sleep", "nowhere");
  g_assert_cmpstr (stile_interview_get_counted_answer (scenario->interview, nights)->text, ==,
                   "30");
}

static void
test_monitoring_depends_on_itself (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  g_assert_false (stile_scenario_is_relevant (scenario, "benefit-since"));
  stile_scenario_answer (scenario, "benefit", "jsa");
  g_assert_true (stile_scenario_is_relevant (scenario, "benefit-since"));
}

static void
test_chain (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/chain.xml");

  stile_scenario_answer (scenario, "first", "yes");
  stile_scenario_answer (scenario, "second", "yes");
  g_assert_true (stile_scenario_is_relevant (scenario, "third"));
  g_assert_true (stile_scenario_is_relevant (scenario, "fourth"));

  stile_scenario_answer (scenario, "first", "no");
  g_assert_false (stile_scenario_is_relevant (scenario, "second"));
  g_assert_false (stile_scenario_is_relevant (scenario, "third"));
  g_assert_false (stile_scenario_is_relevant (scenario, "fourth"));
}

static void
test_today_is_the_day_it_started (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/chain.xml");

  stile_scenario_answer (scenario, "born", "2008-11-22");
  g_assert_true (stile_scenario_is_relevant (scenario, "adult"));
  stile_scenario_answer (scenario, "born", "2008-11-23");
  g_assert_false (stile_scenario_is_relevant (scenario, "adult"));
}

/* ---- A copy ---- */

static void
test_copy_is_independent (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileInterview) copy = NULL;
  g_autoptr (StileAnswer) home = NULL;
  guint sleep = stile_scenario_index (scenario, "sleep");

  stile_scenario_answer (scenario, "sleep", "friends");
  copy = stile_interview_copy (scenario->interview);
  home = stile_answer_new (&scenario->form->questions[sleep], "home", NULL);
  stile_interview_set_answer (copy, sleep, home);

  g_assert_cmpstr (stile_interview_get_answer (scenario->interview, sleep)->text, ==, "friends");
  g_assert_true (stile_scenario_is_relevant (scenario, "nights"));
  g_assert_false (stile_interview_is_relevant (copy, stile_scenario_index (scenario, "nights")));
}

/* ---- Navigation ---- */

static void
test_next (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  g_assert_cmpstr (next_after (scenario, NULL), ==, "welcome");
  g_assert_cmpstr (next_after (scenario, "welcome"), ==, "sleep");
  g_assert_cmpstr (next_after (scenario, "sleep"), ==, "short");
  stile_scenario_answer (scenario, "sleep", "friends");
  g_assert_cmpstr (next_after (scenario, "sleep"), ==, "nights");
  g_assert_cmpstr (next_after (scenario, "owed"), ==, "benefit");
  g_assert_cmpstr (next_after (scenario, "benefit"), ==, NULL);
}

static void
test_previous (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  g_assert_cmpstr (previous_before (scenario, NULL), ==, "benefit");
  g_assert_cmpstr (previous_before (scenario, "short"), ==, "sleep");
  g_assert_cmpstr (previous_before (scenario, "sleep"), ==, "welcome");
  g_assert_cmpstr (previous_before (scenario, "welcome"), ==, NULL);
}

static const char *
first_unanswered (const StileScenario *scenario)
{
  return get_id (scenario, stile_interview_first_unanswered (scenario->interview));
}

static void
test_first_unanswered (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  g_assert_cmpstr (first_unanswered (scenario), ==, "sleep");
  stile_scenario_decline (scenario, "sleep");
  g_assert_cmpstr (first_unanswered (scenario), ==, "short");
  stile_scenario_do_not_know (scenario, "short");
  stile_scenario_answer (scenario, "owed", "nothing");
  g_assert_cmpstr (first_unanswered (scenario), ==, "benefit");
  stile_scenario_answer (scenario, "benefit", "none");
  g_assert_cmpstr (first_unanswered (scenario), ==, NULL);
}

/* ---- Sections ---- */

static StileSectionState
get_state (const StileScenario *scenario, guint section, guint *asked, guint *answered)
{
  return stile_interview_get_section_state (scenario->interview, section, asked, answered);
}

static void
test_section_state (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  guint asked, answered;

  g_assert_cmpint (get_state (scenario, 0, &asked, &answered), ==, STILE_SECTION_NOT_STARTED);
  g_assert_cmpuint (asked, ==, 1);
  g_assert_cmpuint (answered, ==, 0);

  stile_scenario_answer (scenario, "sleep", "friends");
  g_assert_cmpint (get_state (scenario, 0, &asked, &answered), ==, STILE_SECTION_STARTED);
  g_assert_cmpuint (asked, ==, 2);
  g_assert_cmpuint (answered, ==, 1);

  stile_scenario_do_not_know (scenario, "nights");
  g_assert_cmpint (get_state (scenario, 0, NULL, NULL), ==, STILE_SECTION_DONE);
}

static void
test_section_skipped (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/chain.xml");

  g_assert_cmpint (get_state (scenario, 1, NULL, NULL), ==, STILE_SECTION_SKIPPED);
  stile_scenario_answer (scenario, "first", "yes");
  g_assert_cmpint (get_state (scenario, 1, NULL, NULL), ==, STILE_SECTION_NOT_STARTED);
}

static void
test_section_of_notes (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/chain.xml");

  g_assert_cmpint (get_state (scenario, 2, NULL, NULL), ==, STILE_SECTION_DONE);
}

static void
test_progress (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  guint asked, answered;

  stile_scenario_answer (scenario, "sleep", "friends");
  stile_scenario_decline (scenario, "short");
  stile_interview_get_progress (scenario->interview, &asked, &answered);
  g_assert_cmpuint (asked, ==, 5);
  g_assert_cmpuint (answered, ==, 2);
}

/* ---- Leaving a page ---- */

static gboolean
check (const StileScenario *scenario, const char *question, const char *typed, GError **error)
{
  guint index = stile_scenario_index (scenario, question);
  g_autoptr (StileAnswer) answer
    = stile_answer_new (&scenario->form->questions[index], typed, NULL);

  return stile_interview_check_answer (scenario->interview, index, answer, NULL, error);
}

static void
test_required (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (GError) error = NULL;

  g_assert_false (check (scenario, "sleep", "", &error));
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_REQUIRED);
  g_assert_cmpstr (error->message, ==, "Choose where you slept.");
  g_assert_true (check (scenario, "short", "", NULL));
}

static void
test_required_is_met_by_declining (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);

  g_assert_true (stile_interview_check_answer (
    scenario->interview, stile_scenario_index (scenario, "sleep"), declined, NULL, NULL));
}

static void
test_constraint (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (GError) error = NULL;

  g_assert_true (check (scenario, "nights", "3650", NULL));
  g_assert_false (check (scenario, "nights", "3651", &error));
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "Give a number of nights from 0 to 3650.");
}

static void
test_constraint_without_words (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/every-type.xml");
  g_autoptr (GError) error = NULL;

  g_assert_false (check (scenario, "count", "-1", &error));
  g_assert_cmpstr (error->message, ==,
                   "This answer does not fit the question. Please look at it again.");
}

/* ---- As JSON ---- */

static char *
dup_answers (const StileScenario *scenario, gboolean monitoring)
{
  g_autoptr (JsonNode) node = stile_interview_answers_to_json (scenario->interview, monitoring);

  return json_to_string (node, FALSE);
}

static void
test_answers_to_json (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autofree char *all = NULL, *scoring = NULL;

  stile_scenario_answer (scenario, "benefit", "jsa");
  stile_scenario_answer (scenario, "notice", "yes");
  stile_scenario_decline (scenario, "short");
  stile_scenario_answer (scenario, "sleep", "friends");

  all = dup_answers (scenario, TRUE);
  scoring = dup_answers (scenario, FALSE);
  g_assert_cmpstr (
    all, ==, "{\"sleep\":\"friends\",\"short\":{\"declined\":true},\"benefit\":\"jsa\"}");
  g_assert_cmpstr (scoring, ==, "{\"sleep\":\"friends\",\"short\":{\"declined\":true}}");
}

static void
test_load (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autofree char *answers = NULL;

  stile_scenario_answer (scenario, "short", "daily");
  stile_scenario_load (scenario,
                       "{\"owed\": [\"power\", \"rent\"], \"nights\": 30, \"sleep\": \"friends\"}");
  answers = dup_answers (scenario, TRUE);
  g_assert_cmpstr (answers, ==,
                   "{\"sleep\":\"friends\",\"nights\":30,\"owed\":[\"rent\",\"power\"]}");
}

static const struct
{
  const char *json;
  StileAssessError code;
  const char *sentence;
} faulty[] = {
  { "[]", STILE_ASSESS_ERROR_JSON,
    "The answers must be one JSON object, such as {\"sleep\": \"friends\"}." },
  { "{\"slep\": \"home\"}", STILE_ASSESS_ERROR_UNKNOWN_QUESTION,
    "Question “slep”: the form “sleep-and-money” has no question with this id. Correct the id or "
    "leave the answer out." },
  { "{\"sleep\": \"car\"}", STILE_ASSESS_ERROR_VALUE,
    "Question “sleep”: There is no answer “car” to choose." },
  { "{\"sleep\": 1}", STILE_ASSESS_ERROR_VALUE,
    "Question “sleep”: the answer must be a string, {\"declined\": true} or {\"unknown\": true}, "
    "not Integer." },
  { "{\"sleep\": \"friends\", \"nights\": 5000}", STILE_ASSESS_ERROR_CONSTRAINT,
    "Question “nights”: Give a number of nights from 0 to 3650." },
};

static void
test_faulty (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (faulty[row].json, NULL);
  g_autofree char *answers = NULL;

  stile_scenario_answer (scenario, "short", "daily");
  g_assert_false (stile_interview_load_json (scenario->interview, node, &error));
  g_assert_error (error, STILE_ASSESS_ERROR, (int) faulty[row].code);
  g_assert_cmpstr (error->message, ==, faulty[row].sentence);

  answers = dup_answers (scenario, TRUE);
  g_assert_cmpstr (answers, ==, "{\"short\":\"daily\"}");
}

static void
test_irrelevant_answers_need_not_fit (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  stile_scenario_load (scenario, "{\"sleep\": \"home\", \"nights\": 5000}");
  g_assert_false (stile_scenario_is_relevant (scenario, "nights"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interview/new", test_new);
  g_test_add_func ("/interview/relevant/nothing", test_nothing_follows_from_nothing);
  g_test_add_func ("/interview/relevant/follow-up", test_follow_up);
  g_test_add_func ("/interview/relevant/declined", test_declined_is_no_answer);
  g_test_add_func ("/interview/relevant/comes-back", test_answer_comes_back);
  g_test_add_func ("/interview/relevant/monitoring", test_monitoring_depends_on_itself);
  g_test_add_func ("/interview/relevant/chain", test_chain);
  g_test_add_func ("/interview/relevant/today", test_today_is_the_day_it_started);
  g_test_add_func ("/interview/copy", test_copy_is_independent);
  g_test_add_func ("/interview/next", test_next);
  g_test_add_func ("/interview/previous", test_previous);
  g_test_add_func ("/interview/first-unanswered", test_first_unanswered);
  g_test_add_func ("/interview/section/state", test_section_state);
  g_test_add_func ("/interview/section/skipped", test_section_skipped);
  g_test_add_func ("/interview/section/notes", test_section_of_notes);
  g_test_add_func ("/interview/progress", test_progress);
  g_test_add_func ("/interview/check/required", test_required);
  g_test_add_func ("/interview/check/declined", test_required_is_met_by_declining);
  g_test_add_func ("/interview/check/constraint", test_constraint);
  g_test_add_func ("/interview/check/constraint-without-words", test_constraint_without_words);
  g_test_add_func ("/interview/json/written", test_answers_to_json);
  g_test_add_func ("/interview/json/load", test_load);
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autofree char *name = g_strdup_printf ("/interview/json/faulty/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_faulty);
    }
  g_test_add_func ("/interview/json/irrelevant", test_irrelevant_answers_need_not_fit);

  return g_test_run ();
}
