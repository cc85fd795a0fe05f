// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Benefit type, age, sex and the like change nothing: each is flipped over all its values on many
 * sets of answers, and the result stays the same, byte for byte. */

#include "random-answers.h"
#include "scenario.h"

static void
test_new (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");
  g_autoptr (GPtrArray) answers
    = stile_list_answers (stile_form_find_question (scenario->form, "benefit"));

  /* Three states and every choice. */
  g_assert_cmpuint (
    answers->len, ==, 3 + stile_form_find_question (scenario->form, "benefit")->n_choices);
}

/* How many answers to @question, tried one after the other, lead to another result. */
static guint
count_differences (StileScenario *scenario, guint question)
{
  g_autofree char *before = stile_scenario_dup_result (scenario);
  g_autoptr (GPtrArray) answers = stile_list_answers (&scenario->form->questions[question]);
  guint n = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *after = NULL;

      stile_interview_set_answer (scenario->interview, question,
                                  g_ptr_array_index (answers, i));
      after = stile_scenario_dup_result (scenario);
      n += !g_str_equal (before, after);
    }

  return n;
}

static void
check_monitoring (StileScenario *scenario, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_flipped = 0;

  for (guint i = 0; i < STILE_RANDOM_SETS; i++)
    {
      stile_random_fill (random, scenario->interview);
      for (guint j = 0; j < scenario->form->n_questions; j++)
        if (scenario->form->questions[j].monitoring)
          {
            g_assert_cmpuint (count_differences (scenario, j), ==, 0);
            n_flipped++;
          }
    }

  g_assert_cmpuint (n_flipped, >, STILE_RANDOM_SETS);
}

static void
test_quick_needs (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");

  check_monitoring (scenario, 20261122);
}

static void
test_small_form (void)
{
  g_autoptr (StileScenario) scenario
    = stile_scenario_new ("assess/forms/sleep-and-money.xml");

  check_monitoring (scenario, 20261123);
}

/* The same flips do show where the same question stands in an ordinary section. */
static void
test_control (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);
  g_autoptr (StileScenario) scenario
    = stile_scenario_new ("assess/forms/benefit-counts.xml");
  guint n = 0;

  stile_random_fill (random, scenario->interview);
  n = count_differences (scenario, stile_scenario_index (scenario, "benefit"));
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/monitoring/new", test_new);
  g_test_add_func ("/monitoring/quick-needs", test_quick_needs);
  g_test_add_func ("/monitoring/small-form", test_small_form);
  g_test_add_func ("/monitoring/control", test_control);

  return g_test_run ();
}
