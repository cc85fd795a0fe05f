// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A score that cannot be made is not 0, whichever rule asks. */

#include <math.h>

#include "scenario.h"

static StileResult *
score (const char *answers)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/null.xml");

  stile_scenario_load (scenario, answers);
  return stile_result_new (scenario->interview);
}

static const StileDomainResult *
get_domain (const StileResult *result, const char *id)
{
  guint index = (guint) (stile_form_find_domain (result->form, id) - result->form->domains);

  return &g_array_index (result->domains, StileDomainResult, index);
}

/* Nothing holds of it: not that it is high, nor that it is low, nor that it is itself. */
static void
test_nothing_holds (void)
{
  g_autoptr (StileResult) result = score ("{}");

  for (guint i = 0; i < result->form->n_findings; i++)
    if (result->findings[i])
      g_error ("finding %s holds of a score that is null", result->form->findings[i].id);
}

/* … and all of it holds as soon as there is one, be it 0. */
static void
test_all_hold_of_zero (void)
{
  g_autoptr (StileResult) result = score ("{\"strict-a\": \"no\"}");

  for (guint i = 0; i < result->form->n_findings; i++)
    if (!result->findings[i])
      g_error ("finding %s does not hold of a score of 0", result->form->findings[i].id);
}

static void
test_a_form_can_ask (void)
{
  g_autoptr (StileResult) unknown = score ("{\"strict-a\": {\"declined\": true}}");
  g_autoptr (StileResult) known = score ("{\"strict-a\": \"no\"}");

  g_assert_cmpstr (unknown->form->categories[unknown->category].id, ==, "unknown");
  g_assert_cmpstr (known->form->categories[known->category].id, ==, "known");
}

/* The range is that of a full set of answers. The category is that of no score, and in its
 * range. */
static void
test_range_stays (void)
{
  g_autoptr (StileResult) result = score ("{\"strict-a\": {\"declined\": true}}");
  const StileDomainResult *strict = get_domain (result, "strict");

  g_assert_cmpfloat (strict->lowest, ==, 0);
  g_assert_cmpfloat (strict->highest, ==, 1);
  g_assert_cmpstr (result->form->categories[result->lowest_category].id, ==, "known");
  g_assert_cmpstr (result->form->categories[result->highest_category].id, ==, "unknown");
}

/* The rules for missing answers hold whatever makes the score. */
static const struct
{
  const char *answers;
  const char *domain;
  double score;
} rows[] = {
  { "{\"worst-a\": \"yes\", \"worst-b\": \"no\"}", "worst", 1 },
  { "{\"worst-b\": \"yes\"}", "worst", NAN },
  { "{\"mean-a\": \"yes\", \"mean-b\": \"yes\", \"mean-c\": \"yes\"}", "mean", 3 },
  { "{\"mean-a\": \"yes\", \"mean-b\": \"yes\"}", "mean", 2 },
  { "{\"mean-a\": \"yes\"}", "mean", NAN },
  { "{\"seen-a\": \"no\"}", "seen", 1 },
  { "{\"seen-a\": \"no\", \"strict-a\": \"yes\"}", "seen", 2 },
  { "{\"strict-a\": \"yes\"}", "seen", NAN },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileResult) result = score (rows[row].answers);
  double got = get_domain (result, rows[row].domain)->score;

  if (isnan (rows[row].score))
    g_assert_true (isnan (got));
  else
    g_assert_cmpfloat (got, ==, rows[row].score);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/null-score/nothing-holds", test_nothing_holds);
  g_test_add_func ("/null-score/all-hold-of-zero", test_all_hold_of_zero);
  g_test_add_func ("/null-score/a-form-can-ask", test_a_form_can_ask);
  g_test_add_func ("/null-score/range-stays", test_range_stays);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/null-score/rule/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
