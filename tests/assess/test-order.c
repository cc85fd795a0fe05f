// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The result depends on the answers alone: not on the order in which they came, nor on what was
 * answered before and taken back. */

#include "random-answers.h"
#include "scenario.h"

static void
test_new (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree guint *order = stile_random_dup_order (random, 50);
  guint64 seen = 0;

  for (guint i = 0; i < 50; i++)
    seen |= G_GUINT64_CONSTANT (1) << order[i];

  g_assert_cmpuint (seen, ==, (G_GUINT64_CONSTANT (1) << 50) - 1);
}

/* The same answers in another order, each question first given something else now and then, and
 * every so often a result asked for on the way. */
static void
repeat_with_detours (GRand *random, const StileInterview *interview, StileInterview *again)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autofree guint *detour = stile_random_dup_order (random, form->n_questions);
  g_autofree guint *order = stile_random_dup_order (random, form->n_questions);

  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) other
        = stile_random_answer (random, &form->questions[detour[i]]);

      if (g_rand_boolean (random))
        stile_interview_set_answer (again, detour[i], other);
      if (g_rand_int_range (random, 0, 8) == 0)
        stile_result_free (stile_result_new (again));
    }

  for (guint i = 0; i < form->n_questions; i++)
    stile_interview_set_answer (again, order[i],
                                stile_interview_get_answer (interview, order[i]));
}

static void
assert_same (const StileInterview *interview, const StileInterview *again)
{
  g_autoptr (StileResult) first = stile_result_new (interview);
  g_autoptr (StileResult) second = stile_result_new (again);
  g_autofree char *first_json = stile_result_to_json (first);
  g_autofree char *second_json = stile_result_to_json (second);

  g_assert_cmpstr (first_json, ==, second_json);
  for (guint i = 0; i < first->form->n_questions; i++)
    g_assert_cmpint (stile_interview_is_relevant (interview, i), ==,
                     stile_interview_is_relevant (again, i));
}

static void
check_form (StileScenario *scenario, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const GDate *started = stile_interview_get_started (scenario->interview);

  for (guint i = 0; i < STILE_RANDOM_SETS; i++)
    {
      g_autoptr (StileInterview) interview = stile_interview_new (scenario->form, started);
      g_autoptr (StileInterview) again = stile_interview_new (scenario->form, started);

      stile_random_fill (random, interview);
      repeat_with_detours (random, interview, again);
      assert_same (interview, again);
    }
}

static void
test_form (gconstpointer path)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new (path);

  check_form (scenario, 20261122);
}

static void
test_shipped (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");

  check_form (scenario, 20261123);
}

/* All at once from JSON is the same as one by one. */
static void
test_loaded (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");

  for (guint i = 0; i < STILE_RANDOM_SETS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) answers = NULL;
      g_autoptr (StileInterview) loaded = stile_interview_copy (scenario->interview);

      stile_random_fill (random, scenario->interview);
      answers = stile_interview_answers_to_json (scenario->interview, TRUE);
      stile_interview_load_json (loaded, answers, &error);
      g_assert_no_error (error);
      assert_same (scenario->interview, loaded);
    }
}

static void
test_copied (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/scoring.xml");

  for (guint i = 0; i < STILE_RANDOM_SETS; i++)
    {
      g_autoptr (StileInterview) copy = NULL;

      stile_random_fill (random, scenario->interview);
      copy = stile_interview_copy (scenario->interview);
      assert_same (scenario->interview, copy);
    }
}

/* Two changes between two results: the second answer may stand in memory where that of the last
 * result stood, and must not be taken for it. */
static void
test_changed_twice (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/scoring.xml");
  guint question = stile_scenario_index (scenario, "sum-a");
  const StileQuestion *asked = &scenario->form->questions[question];
  g_autoptr (StileAnswer) zero = stile_answer_new (asked, "zero", NULL);
  g_autoptr (StileAnswer) one = stile_answer_new (asked, "one", NULL);
  g_autoptr (StileAnswer) three = stile_answer_new (asked, "three", NULL);
  g_autoptr (StileInterview) copy = NULL;

  stile_interview_set_answer (scenario->interview, question, zero);
  stile_result_free (stile_result_new (scenario->interview));
  stile_interview_set_answer (scenario->interview, question, one);
  stile_interview_set_answer (scenario->interview, question, three);
  copy = stile_interview_copy (scenario->interview);
  assert_same (scenario->interview, copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/new", test_new);
  g_test_add_data_func ("/order/sleep-and-money", "assess/forms/sleep-and-money.xml", test_form);
  g_test_add_data_func ("/order/scoring", "assess/forms/scoring.xml", test_form);
  g_test_add_data_func ("/order/chain", "assess/forms/chain.xml", test_form);
  g_test_add_func ("/order/quick-needs", test_shipped);
  g_test_add_func ("/order/loaded", test_loaded);
  g_test_add_func ("/order/copied", test_copied);
  g_test_add_func ("/order/changed-twice", test_changed_twice);

  return g_test_run ();
}
