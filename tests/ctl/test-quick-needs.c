// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The first form: what it must have, whoever changes it. */

#include <stdio.h>
#include <string.h>

#include "random-answers.h"
#include "reading-age.h"
#include "scenario.h"
#include "stilectl.h"

static StileForm *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
    = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

/* Neither errors nor warnings. */
static void
test_no_faults (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", "quick-needs", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
}

/* The examples hold, and reach every category, alert, finding and referral: what they do not reach
 * would be named. */
static void
test_examples (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "test", "quick-needs", NULL);
  guint passed = 0;

  assert_exit (run, 0);
  g_assert_null (strstr (run->out, "no example reaches"));
  g_assert_true (g_str_has_suffix (run->out, " passed, 0 failed\n"));
  g_assert_cmpint (sscanf (run->out, "quick-needs: %u passed", &passed), ==, 1);
  g_assert_cmpuint (passed, >=, 24);
}

/* … and every answer that scoring could see. */
static void
test_every_answer_has_an_example (void)
{
  g_autofree char *form = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", NULL);
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", form, NULL);

  assert_exit (run, 0);
}

static void
test_length (void)
{
  g_autoptr (StileForm) form = load ();
  guint questions = 0;

  for (guint i = 0; i < form->n_questions; i++)
    if (!form->questions[i].monitoring && form->questions[i].type != STILE_QUESTION_NOTE)
      questions++;

  g_assert_cmpuint (questions, >=, 18);
  g_assert_cmpuint (questions, <=, 24);
}

static void
test_domains (void)
{
  static const char *const ids[] = { "housing",   "money",     "health",    "mental-health",
                                     "substances", "offending", "abuse",     "caring",
                                     "language",  "literacy",  "skills",    "digital",
                                     "work",      "transport", "social",    "papers" };
  g_autoptr (StileForm) form = load ();

  g_assert_cmpuint (form->n_domains, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (stile_form_find_domain (form, ids[i]));
}

static void
test_every_domain_is_asked_about (void)
{
  g_autoptr (StileForm) form = load ();
  g_autofree guint *questions = g_new0 (guint, form->n_domains);

  for (guint i = 0; i < form->n_questions; i++)
    if (form->questions[i].domain != STILE_NONE)
      questions[form->questions[i].domain]++;

  for (guint i = 0; i < form->n_domains; i++)
    g_assert_cmpuint (questions[i], >, 0);
}

static void
test_every_domain_has_a_referral (void)
{
  g_autoptr (StileForm) form = load ();
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

static void
test_findings_and_categories (void)
{
  g_autoptr (StileForm) form = load ();

  g_assert_cmpuint (form->n_findings, ==, 3);
  g_assert_nonnull (stile_form_find_finding (form, "multiple"));
  g_assert_nonnull (stile_form_find_finding (form, "complex"));
  g_assert_nonnull (stile_form_find_finding (form, "safety"));
  g_assert_cmpuint (form->n_categories, ==, 5);
}

/* Who is asked something private is told why, and that it may be left out. */
static void
test_sensitive_questions_say_why (void)
{
  g_autoptr (StileForm) form = load ();
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
  g_assert_cmpuint (sensitive, ==, 8);
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
test_outcomes_are_easy_to_read (void)
{
  g_autoptr (StileForm) form = load ();

  for (guint i = 0; i < form->n_categories; i++)
    assert_easy (form->categories[i].meaning);
  for (guint i = 0; i < form->n_referrals; i++)
    assert_easy (form->referrals[i].reason);
}

/* What @quiet might still come to is at least what @spoken might: category and every domain. */
static void
assert_reaches (const StileResult *quiet, const StileResult *spoken)
{
  g_assert_cmpuint (quiet->highest_category, <=, spoken->highest_category);
  for (guint i = 0; i < spoken->domains->len; i++)
    g_assert_cmpfloat (g_array_index (quiet->domains, StileDomainResult, i).highest, >=,
                       g_array_index (spoken->domains, StileDomainResult, i).highest);
}

/* Whatever someone would have answered: not answering it, in any of the three ways, leaves at least
 * as much support within reach. */
static void
test_silence_never_costs_support (void)
{
  static const StileAnswerState silent[]
    = { STILE_ANSWER_DECLINED, STILE_ANSWER_UNKNOWN, STILE_ANSWER_UNANSWERED };
  g_autoptr (StileScenario) scenario = stile_scenario_new_shipped ("quick-needs");
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (StileResult) spoken = NULL;

      stile_random_fill (random, scenario->interview);
      spoken = stile_result_new (scenario->interview);
      for (guint j = 0; j < scenario->form->n_questions * G_N_ELEMENTS (silent); j++)
        {
          g_autoptr (StileInterview) quiet = stile_interview_copy (scenario->interview);
          g_autoptr (StileAnswer) answer
            = stile_answer_new_state (silent[j % G_N_ELEMENTS (silent)]);
          g_autoptr (StileResult) result = NULL;

          stile_interview_set_answer (quiet, j / G_N_ELEMENTS (silent), answer);
          result = stile_result_new (quiet);
          assert_reaches (result, spoken);
        }
    }
}

/* Whoever keeps all private things to themselves, of any age, sex or benefit, may need the most. */
static void
test_silence_reaches_the_top (void)
{
  static const char silence[]
    = "{\"english\": \"easy\", \"reading\": [\"none\"], \"online\": \"easy\", \"sleep\": \"own\", "
      "\"home-risk\": \"no\", \"needs-today\": [\"none\"], \"debts\": \"no\", \"last-job\": "
      "\"now\", \"exams\": \"degree\", \"missing-papers\": [\"have-all\"], \"travel\": [\"none\"], "
      "\"looking-after\": \"none\", \"company\": \"daily\", \"ready\": \"ready\", "
      "\"daily-life\": {\"declined\": true}, \"learning\": {\"declined\": true}, "
      "\"mood\": {\"declined\": true}, \"ending-life\": {\"declined\": true}, "
      "\"drink-drugs\": {\"declined\": true}, \"record\": {\"declined\": true}, "
      "\"alone\": %s}";
  static const char *const alone[] = { "\"yes\", \"afraid\": {\"declined\": true}", "\"no\"",
                                       "{\"declined\": true}", "{\"unknown\": true}" };

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autofree char *answers = g_strdup_printf (silence, alone[i]);
      g_autoptr (Run) run = run_stilectl (answers, "score", "quick-needs", NULL);

      assert_exit (run, 0);
      assert_contains (run->out, "\"category\": {\"id\": \"step-by-step\", \"lowest\": ");
      assert_contains (run->out, "\"highest\": \"side-by-side\"}");
    }
}

/* Nobody who could not be asked alone looks safe. */
static void
test_unasked_safety_stays_open (void)
{
  static const char *const alone[] = { "\"no\"", "{\"declined\": true}", "{\"unknown\": true}",
                                       "\"no\", \"asked-later\": {\"unknown\": true}" };

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autofree char *answers = g_strdup_printf ("{\"alone\": %s}", alone[i]);
      g_autoptr (Run) run = run_stilectl (answers, "score", "quick-needs", NULL);
      const char *safety;

      assert_exit (run, 0);
      safety = strstr (run->out, "\"id\": \"abuse\"");
      g_assert_nonnull (safety);
      assert_contains (safety, "\"highest-level\": \"severe\"");
      assert_contains (run->out, "talk-alone");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quick-needs/no-faults", test_no_faults);
  g_test_add_func ("/quick-needs/examples", test_examples);
  g_test_add_func ("/quick-needs/every-answer-has-an-example", test_every_answer_has_an_example);
  g_test_add_func ("/quick-needs/length", test_length);
  g_test_add_func ("/quick-needs/domains", test_domains);
  g_test_add_func ("/quick-needs/every-domain-is-asked-about", test_every_domain_is_asked_about);
  g_test_add_func ("/quick-needs/every-domain-has-a-referral", test_every_domain_has_a_referral);
  g_test_add_func ("/quick-needs/findings-and-categories", test_findings_and_categories);
  g_test_add_func ("/quick-needs/sensitive-questions-say-why", test_sensitive_questions_say_why);
  g_test_add_func ("/quick-needs/outcomes-are-easy-to-read", test_outcomes_are_easy_to_read);
  g_test_add_func ("/quick-needs/silence-never-costs-support", test_silence_never_costs_support);
  g_test_add_func ("/quick-needs/silence-reaches-the-top", test_silence_reaches_the_top);
  g_test_add_func ("/quick-needs/unasked-safety-stays-open", test_unasked_safety_stays_open);

  return g_test_run ();
}
