// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What an open question can still be answered with, as far as its constraint lets it. */

#include "candidates.h"
#include "interview-private.h"
#include "result.h"
#include "scenario.h"

static StileScenario *
new_scenario (void)
{
  return stile_scenario_new ("assess/forms/limits.xml");
}

static void
test_new (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  g_assert_true (
    stile_question_scores (stile_form_find_question (scenario->form, "age-now")));
  g_assert_false (stile_question_scores (stile_form_find_question (scenario->form, "adult")));
}

static const struct
{
  const char *adult;
  const char *domain;
  double lowest;
  double highest;
} ranges[] = {
  /* From 16 on a child may be; below 0 there are no points. */
  { "no", "age", 0, 5 },
  /* An adult's least is that of 25 and more; the most that of 18 to 24. */
  { "yes", "age", 1, 3 },
  /* More than 2.5, so not the 9 of less. */
  { "no", "weight", 2, 4 },
  /* The two best of four; one exclusive choice gives less. */
  { "no", "two", 1, 7 },
  /* Not red. */
  { "no", "odd", 1, 2 },
  /* Neither bound of a band is allowed: the whole range stays possible. */
  { "no", "free", 0, 3 },
  /* All strengths are the least, none of them the most. */
  { "no", "good", -3, 0 },
};

/* That of the full sets of answers; a result's also holds the score as it stands. */
static void
test_range (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario ();
  StileEvaluation *const *passes = scenario->interview->scoring;
  guint domain = (guint) (stile_form_find_domain (scenario->form, ranges[row].domain)
                          - scenario->form->domains);

  stile_scenario_answer (scenario, "adult", ranges[row].adult);
  stile_result_free (stile_result_new (scenario->interview));

  g_assert_cmpfloat (passes[STILE_PASS_LOWEST]->possible.scores[domain], ==, ranges[row].lowest);
  g_assert_cmpfloat (passes[STILE_PASS_HIGHEST]->possible.scores[domain], ==,
                     ranges[row].highest);
}

/* The range follows when an answer that a constraint looks at changes. */
static void
test_range_follows (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileResult) before = NULL, after = NULL;

  stile_scenario_answer (scenario, "adult", "no");
  before = stile_result_new (scenario->interview);
  stile_scenario_answer (scenario, "adult", "yes");
  after = stile_result_new (scenario->interview);

  g_assert_cmpfloat (g_array_index (before->domains, StileDomainResult, 0).highest, ==, 5);
  g_assert_cmpfloat (g_array_index (after->domains, StileDomainResult, 0).highest, ==, 3);
}

static const struct
{
  const char *question;
  double from;
  double below;
} below[] = {
  { "age-now", 16, 15 }, { "age-now", 0, -1 },   { "age-now", 2.5, 2 },
  { "kilos", 0.5, 0.49 }, { "kilos", 2.5, 2.49 }, { "kilos", 3.25, 3.24 },
};

static void
test_below (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *question
    = stile_form_find_question (scenario->form, below[row].question);

  g_assert_cmpfloat (stile_question_get_number_below (question, below[row].from), ==,
                     below[row].below);
}

static void
test_numbers (void)
{
  static const double wanted[] = { -1, 0, 16, 25 };
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *question = stile_form_find_question (scenario->form, "age-now");
  double numbers[4];

  g_assert_cmpuint (question->n_bands, ==, 3);
  g_assert_cmpuint (stile_question_get_numbers (question, NULL, NULL, numbers), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpfloat (numbers[i], ==, wanted[i]);
}

static const struct
{
  const char *question;
  gboolean most;
  const char *selection;
  double points;
} selections[] = {
  { "picks", FALSE, "a", 1 },
  { "picks", TRUE, "a b c d", 10 },
  { "strengths", FALSE, "family friends", -3 },
  { "strengths", TRUE, "none", 0 },
};

static void
test_selection (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario ();
  double points = 0;
  g_autofree char *selection = stile_question_dup_selection (
    stile_form_find_question (scenario->form, selections[row].question), selections[row].most,
    NULL, NULL, &points);

  g_assert_cmpstr (selection, ==, selections[row].selection);
  g_assert_cmpfloat (points, ==, selections[row].points);
}

static void
add_rows (const char *path, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("/limits/%s/%u", path, i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limits/new", test_new);
  add_rows ("range", G_N_ELEMENTS (ranges), test_range);
  g_test_add_func ("/limits/range-follows", test_range_follows);
  add_rows ("below", G_N_ELEMENTS (below), test_below);
  g_test_add_func ("/limits/numbers", test_numbers);
  add_rows ("selection", G_N_ELEMENTS (selections), test_selection);

  return g_test_run ();
}
