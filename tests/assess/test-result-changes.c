// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What if one answer were another? What the result says of it is held against what happens when
 * that answer is given. */

#include <string.h>

#include "random-answers.h"
#include "scenario.h"

static StileScenario *
new_scenario (const char *answers)
{
  StileScenario *scenario = stile_scenario_new ("assess/forms/scoring.xml");

  stile_scenario_load (scenario, answers);
  return scenario;
}

static void
test_new (void)
{
  g_autoptr (StileScenario) scenario
    = new_scenario ("{\"sum-a\": \"three\", \"sum-b\": [\"all\"]}");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_cmpuint (result->would_change->len, >, 0);
}

/* ---- What would change it ---- */

static char *
dup_changes (const StileResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->would_change->len; i++)
    {
      const StileChange *change = g_ptr_array_index (result->would_change, i);

      g_string_append_printf (text, "%s=%s>%s;", result->form->questions[change->question].id,
                              change->answer->text,
                              result->form->categories[change->category].id);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *answers;
  const char *changes;
} changes[] = {
  /* Each choice, each toggle, one number a band (allowed ones), and no other question. */
  { "{\"gate\": \"no\"}", "sum-a=three>more;sum-b=x>more;sum-b=all>most;sum-c=20>more;" },
  /* Toggling: without x, with y, all alone. */
  { "{\"gate\": \"no\", \"sum-a\": \"zero\", \"sum-b\": [\"x\"], \"sum-c\": 1}",
    "sum-a=three>most;sum-b=x y>least;sum-b=all>most;sum-c=20>most;" },
  /* An exclusive choice gives way. */
  { "{\"gate\": \"no\", \"sum-a\": \"zero\", \"sum-b\": [\"all\"], \"sum-c\": 1}",
    "sum-b=x>more;sum-b=y>least;" },
  /* An answer that does not count now does not count in what-ifs: the gate changes nothing. */
  { "{\"gate\": \"no\", \"behind\": \"yes\", \"sum-a\": \"zero\", \"sum-b\": [\"y\"],"
    " \"sum-c\": 10}",
    "sum-a=three>more;sum-b=x y>more;sum-b=all>most;sum-c=20>more;" },
};

static void
test_would_change (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario (changes[row].answers);
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  g_autofree char *text = dup_changes (result);

  g_assert_cmpstr (text, ==, changes[row].changes);
}

static void
test_without_changes (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ("{}");
  g_autoptr (StileResult) result = stile_result_new_without_changes (scenario->interview);

  g_assert_cmpuint (result->would_change->len, ==, 0);
  g_assert_cmpuint (result->domains->len, ==, scenario->form->n_domains);
}

/* ---- Held against what happens ---- */

/* The category that follows from one other answer, by an interview of its own. */
static guint
get_category_with (const StileInterview *interview, guint question, const char *text)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileInterview) other = stile_interview_copy (interview);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = stile_answer_new (&form->questions[question], text, &error);
  g_autoptr (StileResult) result = NULL;

  g_assert_no_error (error);
  stile_interview_set_answer (other, question, answer);
  result = stile_result_new_without_changes (other);
  return result->category;
}

static const StileChange *
find_change (const StileResult *result, guint question, const char *text)
{
  for (guint i = 0; i < result->would_change->len; i++)
    {
      const StileChange *change = g_ptr_array_index (result->would_change, i);

      if (change->question == question && g_str_equal (change->answer->text, text))
        return change;
    }

  return NULL;
}

static void
check_claims (const StileInterview *interview, const StileResult *result)
{
  for (guint i = 0; i < result->would_change->len; i++)
    {
      const StileChange *change = g_ptr_array_index (result->would_change, i);

      g_assert_true (stile_interview_is_relevant (interview, change->question));
      g_assert_cmpuint (
        get_category_with (interview, change->question, change->answer->text), ==,
        change->category);
      g_assert_cmpuint (change->category, !=, result->category);
    }
}

/* No single choice that leads elsewhere is left out. */
static void
check_silence (const StileInterview *interview, const StileResult *result)
{
  for (guint i = 0; i < result->form->n_questions; i++)
    {
      const StileQuestion *question = &result->form->questions[i];

      if (question->monitoring || question->type == STILE_QUESTION_SELECT_MULTIPLE
          || !stile_interview_is_relevant (interview, i))
        continue;
      for (guint j = 0; j < question->n_choices; j++)
        {
          const char *id = question->choices[j].id;

          if (!find_change (result, i, id))
            g_assert_cmpuint (get_category_with (interview, i, id), ==, result->category);
        }
    }
}

static void
check_form (StileScenario *scenario, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_changes = 0;

  for (guint i = 0; i < STILE_RANDOM_SETS / 4; i++)
    {
      g_autoptr (StileInterview) counted = stile_interview_copy (scenario->interview);
      g_autoptr (JsonNode) answers = NULL;
      g_autoptr (StileResult) result = NULL;

      /* Only answers that count: those that do not are in no what-if either. */
      stile_random_fill (random, scenario->interview);
      answers = stile_interview_answers_to_json (scenario->interview, TRUE);
      g_assert_true (stile_interview_load_json (counted, answers, NULL));
      result = stile_result_new (scenario->interview);
      check_claims (counted, result);
      check_silence (counted, result);
      n_changes += result->would_change->len;
    }

  g_assert_cmpuint (n_changes, >, 0);
}

static void
test_quick_needs (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");

  check_form (scenario, 20261122);
}

static void
test_levels_only (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/levels-only.xml");

  check_form (scenario, 20261123);
}

/* ---- The most telling question ---- */

static void
assert_most_telling (const StileScenario *scenario, const char *id)
{
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  int question = stile_result_get_most_telling_question (result, scenario->interview);

  g_assert_cmpstr (question == STILE_NONE ? NULL : scenario->form->questions[question].id, ==, id);
}

static void
test_most_telling (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ("{\"gate\": \"no\"}");

  assert_most_telling (scenario, "sum-b");
  stile_scenario_answer (scenario, "sum-b", "y");
  assert_most_telling (scenario, "sum-a");
}

static void
test_nothing_telling (void)
{
  g_autoptr (StileScenario) scenario
    = stile_scenario_new ("assess/forms/sleep-and-money.xml");

  stile_scenario_load (scenario, "{\"sleep\": \"home\", \"notice\": \"no\", \"short\": \"never\","
                                 " \"owed\": [\"nothing\"]}");
  assert_most_telling (scenario, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/result-changes/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/result-changes/would-change/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_would_change);
    }
  g_test_add_func ("/result-changes/without", test_without_changes);
  g_test_add_func ("/result-changes/quick-needs", test_quick_needs);
  g_test_add_func ("/result-changes/levels-only", test_levels_only);
  g_test_add_func ("/result-changes/most-telling/question", test_most_telling);
  g_test_add_func ("/result-changes/most-telling/nothing", test_nothing_telling);

  return g_test_run ();
}
