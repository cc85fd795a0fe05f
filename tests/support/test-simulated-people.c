// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random-answers.h"
#include "result.h"
#include "scenario.h"
#include "simulated-people.h"

#define SEED 20261122
#define N_PEOPLE (STILE_RANDOM_SETS / 4)

static StileForm *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("STILE_FORMS"), id, "form.xml", NULL);
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

static char *
dup_answers (const StileInterview *interview)
{
  g_autoptr (JsonNode) node = stile_interview_answers_to_json (interview, TRUE);

  return json_to_string (node, FALSE);
}

static void
test_same_seed_same_people (void)
{
  g_autoptr (StileForm) form = load ("quick-needs");
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GRand) again = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (StileInterview) one = stile_simulate_interview (random, form);
      g_autoptr (StileInterview) other = stile_simulate_interview (again, form);
      g_autofree char *one_answers = dup_answers (one);
      g_autofree char *other_answers = dup_answers (other);

      g_assert_cmpstr (one_answers, ==, other_answers);
    }
}

/* Nothing is left open, and the form itself takes all of it. */
static void
test_whole_interviews (void)
{
  g_autoptr (StileForm) form = load ("quick-needs");
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (StileInterview) interview = stile_simulate_interview (random, form);
      g_autoptr (JsonNode) answers = stile_interview_answers_to_json (interview, TRUE);
      g_autoptr (StileInterview) again
        = stile_interview_new (form, stile_interview_get_started (interview));
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (stile_interview_first_unanswered (interview), ==, STILE_NONE);
      stile_interview_load_json (again, answers, &error);
      g_assert_no_error (error);
    }
}

/* Few needs and many, open people and closed ones. */
static void
test_mixture (void)
{
  g_autoptr (StileForm) form = load ("quick-needs");
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree guint *categories = g_new0 (guint, form->n_categories);
  guint open = 0, closed = 0;

  for (guint i = 0; i < STILE_RANDOM_SETS; i++)
    {
      g_autoptr (StileInterview) interview = stile_simulate_interview (random, form);
      g_autoptr (StileResult) result = stile_result_new_without_changes (interview);

      categories[result->category]++;
      open += result->declined == 0;
      closed += result->declined > 4;
    }
  g_assert_cmpuint (categories[0], >, 0);
  g_assert_cmpuint (categories[form->n_categories - 1], >, 0);
  g_assert_cmpuint (open, >, closed);
  g_assert_cmpuint (closed, >, 0);
}

/* Every question of a person who is asked as much as can be, and of one who is asked as little. */
static void
test_extremes (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/sleep-and-money.xml");
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (StileInterview) longest = stile_simulate_extreme (random, scenario->form, 1, TRUE);
  g_autoptr (StileInterview) shortest = stile_simulate_extreme (random, scenario->form, 1, FALSE);

  g_assert_cmpuint (stile_simulate_count_asked (shortest), ==, 5);
  g_assert_cmpuint (stile_simulate_count_asked (longest), ==, 6);
  g_assert_cmpint (stile_interview_first_unanswered (shortest), ==, STILE_NONE);
  g_assert_cmpint (stile_interview_first_unanswered (longest), ==, STILE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/simulated-people/same-seed-same-people", test_same_seed_same_people);
  g_test_add_func ("/simulated-people/whole-interviews", test_whole_interviews);
  g_test_add_func ("/simulated-people/mixture", test_mixture);
  g_test_add_func ("/simulated-people/extremes", test_extremes);

  return g_test_run ();
}
