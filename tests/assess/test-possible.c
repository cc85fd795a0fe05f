// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What open questions can still lead to, where an answer of few points opens a question of many. */

#include "interview-private.h"
#include "result.h"
#include "scenario.h"

static const StileDomainResult *
get_domain (const StileResult *result, const char *id)
{
  return &g_array_index (result->domains, StileDomainResult,
                         stile_form_find_domain (result->form, id) - result->form->domains);
}

static void
test_new (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/possible.xml");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_cmpfloat (get_domain (result, "fewer")->score, ==, 0);
}

static const struct
{
  const char *domain;
  double lowest;
  double highest;
} ranges[] = {
  { "fewer", 0, 5 },
  { "guard", 0, 9 },
  { "good", -4, 1 },
  { "rule", 1, 4 },
  { "child", 0, 3 },
  /* At most 11: with A, five points and six. The bound takes no notice that A costs one. */
  { "list", -1, 12 },
  { "greatest", 0, 7 },
  /* Three alone cannot be: it opens four. */
  { "average", 0, 3 },
  { "opposite", 7, 10 },
};

/* That of the full sets of answers. */
static void
test_range (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/possible.xml");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  StileEvaluation *const *passes = scenario->interview->scoring;
  guint domain = get_domain (result, ranges[row].domain)->domain;

  g_assert_cmpfloat (passes[STILE_PASS_LOWEST]->possible.scores[domain], ==, ranges[row].lowest);
  g_assert_cmpfloat (passes[STILE_PASS_HIGHEST]->possible.scores[domain], ==,
                     ranges[row].highest);
}

/* A result's range holds the score as it stands, too. */
static void
test_score_in_range (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/possible.xml");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_cmpfloat (get_domain (result, "rule")->score, ==, 0);
  g_assert_cmpfloat (get_domain (result, "rule")->lowest, ==, 0);
  g_assert_cmpfloat (get_domain (result, "rule")->highest, ==, 4);
}

static void
test_category (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/possible.xml");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_cmpstr (scenario->form->categories[result->highest_category].id, ==, "urgent");
  g_assert_cmpstr (scenario->form->categories[result->lowest_category].id, ==, "calm");
}

/* What was tried leaves no trace in the next result. */
static void
test_narrows (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/possible.xml");
  g_autoptr (StileResult) result = NULL;

  stile_result_free (stile_result_new (scenario->interview));
  stile_scenario_answer (scenario, "sleep", "friends");
  stile_scenario_answer (scenario, "safe", "yes");
  result = stile_result_new (scenario->interview);
  g_assert_cmpfloat (get_domain (result, "fewer")->highest, ==, 2);
  g_assert_cmpfloat (get_domain (result, "guard")->highest, ==, 0);
  g_assert_cmpfloat (get_domain (result, "good")->lowest, ==, -4);
  g_assert_cmpstr (scenario->form->categories[result->highest_category].id, ==, "calm");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/possible/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *name = g_strdup_printf ("/possible/range/%s", ranges[i].domain);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_range);
    }
  g_test_add_func ("/possible/score-in-range", test_score_in_range);
  g_test_add_func ("/possible/category", test_category);
  g_test_add_func ("/possible/narrows", test_narrows);

  return g_test_run ();
}
