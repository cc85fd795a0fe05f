// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What each of the project's own forms must have, whoever changes it. */

#include <string.h>

#include "random-answers.h"
#include "reading-age.h"
#include "scenario.h"
#include "stilectl.h"

/* Sets of random answers, each with every question once left silent in three ways. A form with more
 * questions tries more in each, so it needs fewer. */
#define MOST_TRIES 3000

static const char *const form_ids[] = { "early-needs", "early-needs-review", "quick-needs" };

/* Neither errors nor warnings, nor anything that could not be decided. Of the form as it is
 * written: whether its translations are complete, tests/po tells. */
static void
test_no_faults (gconstpointer form_id)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "assessment-forms", form_id,
                                                   NULL);
  g_autoptr (Run) run = run_stilectl (NULL, "check", "--verbose", folder, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
}

static void
test_examples_hold (gconstpointer form_id)
{
  g_autoptr (Run) run = run_stilectl (NULL, "test", form_id, NULL);

  assert_exit (run, 0);
  assert_contains (run->out, " passed, 0 failed");
}

static void
test_every_domain_is_asked_about (gconstpointer form_id)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped (form_id);
  const StileForm *form = scenario->form;
  g_autofree guint *questions = g_new0 (guint, form->n_domains);

  for (guint i = 0; i < form->n_questions; i++)
    if (form->questions[i].domain != STILE_NONE)
      questions[form->questions[i].domain]++;

  for (guint i = 0; i < form->n_domains; i++)
    g_assert_cmpuint (questions[i], >, 0);
}

static void
test_every_domain_has_a_referral (gconstpointer form_id)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped (form_id);
  const StileForm *form = scenario->form;
  g_autofree guint *referrals = g_new0 (guint, form->n_domains);

  for (guint i = 0; i < form->n_referrals; i++)
    {
      g_assert_cmpint (form->referrals[i].domain, !=, STILE_NONE);
      g_assert_cmpuint (form->referrals[i].n_services, >, 0);
      referrals[form->referrals[i].domain]++;
    }
  for (guint i = 0; i < form->n_domains; i++)
    g_assert_cmpuint (referrals[i], >, 0);
}

/* Who is asked something private is told why, and that it may be left out. */
static void
test_sensitive_questions_say_why (gconstpointer form_id)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped (form_id);
  const StileForm *form = scenario->form;
  guint sensitive = 0;

  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileQuestion *question = &form->questions[i];

      if (!question->sensitive)
        continue;
      sensitive++;
      assert_contains (stile_text_get (question->hint, NULL, NULL), "You can leave it out.");
      if (question->ask != STILE_ASK_ADVISER)
        assert_contains (stile_text_get (question->hint, NULL, NULL), "We ask ");
    }
  g_assert_cmpuint (sensitive, >=, 8);
}

static void
assert_easy (const StileText *text)
{
  const char *words = stile_text_get (text, NULL, NULL);

  if (stile_reading_grade (words) > STILE_READING_MOST_GRADE)
    g_error ("Grade %.1f: %s", stile_reading_grade (words), words);
}

/* What the person takes home; of the questions, lint.py sees to it. */
static void
test_outcomes_are_easy_to_read (gconstpointer form_id)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped (form_id);
  const StileForm *form = scenario->form;

  for (guint i = 0; i < form->n_categories; i++)
    assert_easy (form->categories[i].meaning);
  for (guint i = 0; i < form->n_referrals; i++)
    assert_easy (form->referrals[i].reason);
}

/* As when an assessment is finished: an answer to what is not asked would come back if silence
 * opened its question, and then it would not be silence. */
static void
leave_out_what_is_not_asked (StileInterview *interview, const StileForm *form)
{
  g_autoptr (StileAnswer) nothing = stile_answer_new_state (STILE_ANSWER_UNANSWERED);

  for (guint i = 0; i < form->n_questions; i++)
    if (!stile_interview_is_relevant (interview, i))
      stile_interview_set_answer (interview, i, nothing);
}

/* What @quiet might still come to is at least what @spoken might: category and every domain. */
static void
assert_reaches (const StileForm *form, guint question, const StileResult *quiet,
                const StileResult *spoken)
{
  if (quiet->highest_category > spoken->highest_category)
    g_error ("Silence about “%s” lowers the highest category", form->questions[question].id);
  for (guint i = 0; i < spoken->domains->len; i++)
    if (g_array_index (quiet->domains, StileDomainResult, i).highest
        < g_array_index (spoken->domains, StileDomainResult, i).highest)
      g_error ("Silence about “%s” lowers the highest score of “%s”", form->questions[question].id,
               form->domains[i].id);
}

static void
assert_silence_reaches (const StileScenario *scenario, const StileResult *spoken, guint question,
                        StileAnswerState state)
{
  g_autoptr (StileInterview) quiet = stile_interview_copy (scenario->interview);
  g_autoptr (StileAnswer) answer = stile_answer_new_state (state);
  g_autoptr (StileResult) result = NULL;

  stile_interview_set_answer (quiet, question, answer);
  result = stile_result_new (quiet);
  assert_reaches (scenario->form, question, result, spoken);
}

/* Whatever someone would have answered: not answering it, in any of the three ways, leaves at least
 * as much support within reach. */
static void
test_silence_never_costs_support (gconstpointer form_id)
{
  static const StileAnswerState silent[]
    = { STILE_ANSWER_DECLINED, STILE_ANSWER_UNKNOWN, STILE_ANSWER_UNANSWERED };
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped (form_id);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  guint n_tries = scenario->form->n_questions * G_N_ELEMENTS (silent);

  for (guint i = 0; i < MOST_TRIES / n_tries; i++)
    {
      g_autoptr (StileResult) spoken = NULL;

      stile_random_fill (random, scenario->interview);
      leave_out_what_is_not_asked (scenario->interview, scenario->form);
      spoken = stile_result_new (scenario->interview);
      for (guint j = 0; j < n_tries; j++)
        assert_silence_reaches (scenario, spoken, j / G_N_ELEMENTS (silent),
                                silent[j % G_N_ELEMENTS (silent)]);
    }
}

static void
add (const char *name, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (form_ids); i++)
    {
      g_autofree char *path = g_strdup_printf ("/shipped-forms/%s/%s", form_ids[i], name);

      g_test_add_data_func (path, form_ids[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("no-faults", test_no_faults);
  add ("examples-hold", test_examples_hold);
  add ("every-domain-is-asked-about", test_every_domain_is_asked_about);
  add ("every-domain-has-a-referral", test_every_domain_has_a_referral);
  add ("sensitive-questions-say-why", test_sensitive_questions_say_why);
  add ("outcomes-are-easy-to-read", test_outcomes_are_easy_to_read);
  add ("silence-never-costs-support", test_silence_never_costs_support);

  return g_test_run ();
}
