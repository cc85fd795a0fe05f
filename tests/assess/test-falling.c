// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Domains where a low score is the worse: their levels fall as the score rises. */

#include <math.h>

#include "scenario.h"

static StileResult *
score (const char *answers)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/falling.xml");

  stile_scenario_load (scenario, answers);
  return stile_result_new (scenario->interview);
}

static guint
find_domain (const StileResult *result, const char *id)
{
  return (guint) (stile_form_find_domain (result->form, id) - result->form->domains);
}

static const StileDomainResult *
get_domain (const StileResult *result, const char *id)
{
  return &g_array_index (result->domains, StileDomainResult, find_domain (result, id));
}

static const char *
get_level (const StileResult *result, int level)
{
  return level == STILE_NONE ? "null" : result->form->levels[level].id;
}

static void
test_new (void)
{
  g_autoptr (StileResult) result = score ("{}");

  g_assert_true (stile_form_find_domain (result->form, "mood")->falls);
  g_assert_false (stile_form_find_domain (result->form, "debts")->falls);
}

static const struct
{
  const char *name;
  const char *answers;
  const char *domain;
  double score, lowest, highest; /* NAN for null */
  const char *level, *lowest_level, *highest_level;
} rows[] = {
  { "highest", "{\"calm\": \"five\", \"rested\": \"five\"}",
    "mood", 10, 10, 10, "none", "none", "none" },
  { "middle", "{\"calm\": \"five\", \"rested\": \"one\"}",
    "mood", 6, 6, 6, "some", "some", "some" },
  { "first-band", "{\"calm\": \"one\", \"rested\": \"zero\"}",
    "mood", 1, 1, 1, "severe", "severe", "severe" },
  { "below-the-first-band", "{\"calm\": \"zero\", \"rested\": \"zero\"}",
    "mood", 0, 0, 0, "severe", "severe", "severe" },
  { "nothing-answered", "{}",
    "mood", NAN, 0, 10, "null", "none", "severe" },
  { "one-answered", "{\"calm\": \"five\"}",
    "mood", NAN, 5, 10, "null", "none", "some" },
  { "value", "{\"calm\": \"five\"}",
    "half", 2.5, 2.5, 2.5, "none", "none", "none" },
  { "value-open", "{}",
    "half", 0, 0, 2.5, "severe", "none", "severe" },
  { "value-turned", "{}",
    "turned", 10, 5, 10, "none", "none", "severe" },
  { "not-asked", "{\"parent\": \"no\"}",
    "children", NAN, NAN, NAN, "null", "null", "null" },
  { "perhaps-asked", "{}",
    "children", NAN, 2, 4, "null", "some", "severe" },
  { "asked", "{\"parent\": \"yes\"}",
    "children", NAN, 2, 4, "null", "some", "severe" },
  { "mean", "{\"walks\": \"five\"}",
    "strength", 5, 2.5, 5, "none", "none", "some" },
};

static void
assert_score (double got, double wanted)
{
  if (isnan (wanted))
    g_assert_true (isnan (got));
  else
    g_assert_cmpfloat (got, ==, wanted);
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileResult) result = score (rows[row].answers);
  const StileDomainResult *domain = get_domain (result, rows[row].domain);

  assert_score (domain->score, rows[row].score);
  assert_score (domain->lowest, rows[row].lowest);
  assert_score (domain->highest, rows[row].highest);
  g_assert_cmpstr (get_level (result, domain->level), ==, rows[row].level);
  g_assert_cmpstr (get_level (result, domain->lowest_level), ==, rows[row].lowest_level);
  g_assert_cmpstr (get_level (result, domain->highest_level), ==, rows[row].highest_level);
}

static void
test_not_asked_in_words (void)
{
  g_autoptr (StileResult) result = score ("{\"parent\": \"no\"}");
  g_autofree char *words
    = stile_result_explain_no_score (result, find_domain (result, "children"), NULL);

  g_assert_cmpstr (words, ==, "Cannot be scored, because none of its questions is asked.");
}

/* Silence is no need: nothing is answered, and no condition on a level holds. */
static void
test_silence_is_no_need (void)
{
  g_autoptr (StileResult) result = score ("{}");

  g_assert_false (result->findings[0]);
  g_assert_cmpstr (result->form->categories[result->category].id, ==, "least");
}

/* The least need is where the rising domain is lowest and the falling one highest. */
static void
test_categories (void)
{
  g_autoptr (StileResult) result = score ("{}");

  g_assert_cmpstr (result->form->categories[result->lowest_category].id, ==, "least");
  g_assert_cmpstr (result->form->categories[result->highest_category].id, ==, "most");
}

static void
test_low_is_a_finding (void)
{
  g_autoptr (StileResult) result = score ("{\"calm\": \"one\", \"rested\": \"three\"}");

  g_assert_true (result->findings[0]);
  g_assert_cmpstr (result->form->categories[result->category].id, ==, "more");
}

/* Better answers lead to less support, worse ones to more. */
static void
test_would_change (void)
{
  g_autoptr (StileResult) result
    = score ("{\"calm\": \"three\", \"rested\": \"three\", \"owes\": \"no\"}");
  g_autoptr (GString) changes = g_string_new (NULL);

  for (guint i = 0; i < result->would_change->len; i++)
    {
      const StileChange *change = g_ptr_array_index (result->would_change, i);

      g_string_append_printf (changes, "%s %s %s\n", result->form->questions[change->question].id,
                              change->answer->text, result->form->categories[change->category].id);
    }
  g_assert_cmpstr (changes->str, ==,
                   "calm zero more\ncalm one more\nrested zero more\nrested one more\n"
                   "owes yes more\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/falling/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/falling/score/%s", rows[i].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/falling/not-asked-in-words", test_not_asked_in_words);
  g_test_add_func ("/falling/silence-is-no-need", test_silence_is_no_need);
  g_test_add_func ("/falling/categories", test_categories);
  g_test_add_func ("/falling/low-is-a-finding", test_low_is_a_finding);
  g_test_add_func ("/falling/would-change", test_would_change);

  return g_test_run ();
}
