// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The first form: what it must have, whoever changes it. What all forms must have is in
 * test-shipped-forms.c. */

#include <stdio.h>
#include <string.h>

#include "form.h"
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
test_findings_and_categories (void)
{
  g_autoptr (StileForm) form = load ();

  g_assert_cmpuint (form->n_findings, ==, 3);
  g_assert_nonnull (stile_form_find_finding (form, "multiple"));
  g_assert_nonnull (stile_form_find_finding (form, "complex"));
  g_assert_nonnull (stile_form_find_finding (form, "safety"));
  g_assert_cmpuint (form->n_categories, ==, 5);
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

  g_test_add_func ("/quick-needs/examples", test_examples);
  g_test_add_func ("/quick-needs/every-answer-has-an-example", test_every_answer_has_an_example);
  g_test_add_func ("/quick-needs/length", test_length);
  g_test_add_func ("/quick-needs/domains", test_domains);
  g_test_add_func ("/quick-needs/findings-and-categories", test_findings_and_categories);
  g_test_add_func ("/quick-needs/silence-reaches-the-top", test_silence_reaches_the_top);
  g_test_add_func ("/quick-needs/unasked-safety-stays-open", test_unasked_safety_stays_open);

  return g_test_run ();
}
