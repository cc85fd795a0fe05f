// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* stilectl and the interview, step by step in any order, come to the same result. */

#include <string.h>

#include "random-answers.h"
#include "scenario.h"
#include "stilectl.h"

#define N_SETS 1000
#define N_SINGLE 5

/* Random answers without those that the form's constraints refuse: stilectl refuses them too. */
static void
fill_allowed (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);

  stile_random_fill (random, interview);
  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) none = stile_answer_new_state (STILE_ANSWER_UNANSWERED);

      if (!stile_interview_check_answer (interview, i, stile_interview_get_answer (interview, i),
                                         NULL, NULL))
        stile_interview_set_answer (interview, i, none);
    }
}

/* What a new interview comes to that is given the same answers one by one, in random order. */
static char *
score_step_by_step (GRand *random, const StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileInterview) again
    = stile_interview_new ((StileForm *) form, stile_interview_get_started (interview));
  g_autofree guint *order = stile_random_dup_order (random, form->n_questions);
  g_autoptr (StileResult) result = NULL;

  for (guint i = 0; i < form->n_questions; i++)
    stile_interview_set_answer (again, order[i],
                                stile_interview_get_answer (interview, order[i]));

  result = stile_result_new (again);
  return stile_result_to_json (result);
}

static void
append_flat (GString *lines, const char *json)
{
  g_auto (GStrv) parts = g_strsplit (json, "\n", -1);

  for (guint i = 0; parts[i]; i++)
    g_string_append (lines, g_strchug (parts[i]));
  g_string_append_c (lines, '\n');
}

static char *
dup_answers (const StileInterview *interview)
{
  g_autoptr (JsonNode) node = stile_interview_answers_to_json (interview, TRUE);

  return json_to_string (node, FALSE);
}

static void
test_thousand_in_one_run (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GString) answers = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (Run) run = NULL;

  for (guint i = 0; i < N_SETS; i++)
    {
      g_autofree char *set = NULL;
      g_autofree char *result = NULL;

      fill_allowed (random, scenario->interview);
      set = dup_answers (scenario->interview);
      result = score_step_by_step (random, scenario->interview);
      g_string_append_printf (answers, "%s\n", set);
      append_flat (wanted, result);
    }
  run = run_stilectl (answers->str, "score", "quick-needs", "--lines", "--started", "2026-11-22",
                      NULL);

  assert_exit (run, 0);
  g_assert_true (strcmp (run->out, wanted->str) == 0);
}

static void
test_single_runs (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_SINGLE; i++)
    {
      g_autofree char *answers = NULL;
      g_autofree char *result = NULL;
      g_autofree char *wanted = NULL;
      g_autoptr (Run) run = NULL;

      fill_allowed (random, scenario->interview);
      answers = dup_answers (scenario->interview);
      result = score_step_by_step (random, scenario->interview);
      wanted = g_strconcat (result, "\n", NULL);
      run = run_stilectl (answers, "score", "quick-needs", "--started", "2026-11-22", NULL);

      assert_exit (run, 0);
      g_assert_cmpstr (run->out, ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score-interview/thousand-in-one-run", test_thousand_in_one_run);
  g_test_add_func ("/score-interview/single-runs", test_single_runs);

  return g_test_run ();
}
