// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* One answer and what follows from it, up to the result, against a bare libxml2 that evaluates
 * every condition of the form once, compiled beforehand: it has no model, so it cannot know which
 * of them an answer changes. Ours has kept the sums of all domains up to date too, as they are, at
 * their lowest and at their highest, with their reasons. The baseline leaves the sums out, which
 * take it several times as long as the conditions; only from nothing does it add up the points as
 * well. */

#include "big-form.h"
#include "random-answers.h"
#include "result.h"
#include "timing.h"
#include "xpath-baseline.h"

#define N_ANSWERS 4096

typedef struct
{
  StileInterview *interview;
  StileInterview *other; /* the baseline is bound to answers that stay */
  StileXPathBaseline *baseline;
  guint questions[N_ANSWERS];
  StileAnswer *answers[N_ANSWERS];
  guint next;
} Bench;

static void
bench_init (Bench *bench, StileForm *form)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  GDate started;

  g_date_clear (&started, 1);
  g_date_set_dmy (&started, 22, G_DATE_NOVEMBER, 2026);
  bench->next = 0;
  bench->interview = stile_interview_new (form, &started);
  stile_random_fill (random, bench->interview);
  bench->other = stile_interview_copy (bench->interview);
  bench->baseline = stile_xpath_baseline_new (bench->other);

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      bench->questions[i] = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);
      bench->answers[i] = stile_random_answer (random, &form->questions[bench->questions[i]]);
    }
}

static void
bench_clear (Bench *bench)
{
  for (guint i = 0; i < N_ANSWERS; i++)
    stile_answer_free (bench->answers[i]);
  stile_xpath_baseline_free (bench->baseline);
  stile_interview_free (bench->other);
  stile_interview_free (bench->interview);
}

static void
set_next_answer (Bench *bench)
{
  stile_interview_set_answer (bench->interview, bench->questions[bench->next],
                              bench->answers[bench->next]);
  bench->next = (bench->next + 1) % N_ANSWERS;
}

static void
answer (gpointer data)
{
  Bench *bench = data;

  set_next_answer (bench);
  stile_result_free (stile_result_new_without_changes (bench->interview));
}

static void
answer_with_changes (gpointer data)
{
  Bench *bench = data;

  set_next_answer (bench);
  stile_result_free (stile_result_new (bench->interview));
}

static void
result_from_nothing (gpointer data)
{
  Bench *bench = data;
  g_autoptr (StileInterview) interview = stile_interview_copy (bench->other);

  stile_result_free (stile_result_new_without_changes (interview));
}

/* Every question answered so that the whole chain is asked; from then on only its first changes. */
static void
open_chain (Bench *bench, const StileForm *form)
{
  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) always = stile_answer_new (&form->questions[i], "always", NULL);

      stile_interview_set_answer (bench->interview, i, always);
    }
}

static void
flip_chain (gpointer data)
{
  Bench *bench = data;
  const StileForm *form = stile_interview_get_form (bench->interview);
  gboolean open = stile_interview_is_relevant (bench->interview, 10);
  g_autoptr (StileAnswer) answer
    = stile_answer_new (&form->questions[0], open ? "never" : "always", NULL);

  stile_interview_set_answer (bench->interview, 0, answer);
  stile_result_free (stile_result_new_without_changes (bench->interview));
  g_assert_true (stile_interview_is_relevant (bench->interview, 10) != open);
}

static void
evaluate_all (gpointer data)
{
  Bench *bench = data;

  stile_xpath_baseline_evaluate (bench->baseline);
}

static void
compare (Bench *bench, const char *title, const char *name, StileBenchCall ours, const char *what,
         guint rounds, guint calls)
{
  g_autofree char *full = g_strdup_printf ("%s, %s", title, name);
  g_autofree char *baseline = g_strdup_printf (
    "libxml2 evaluating all %u %s", stile_xpath_baseline_count (bench->baseline), what);

  stile_bench_compare (full, ours, baseline, evaluate_all, bench, rounds, calls);
}

static void
measure (const char *name, StileForm *form, gboolean chain, guint rounds, guint calls)
{
  Bench bench;

  bench_init (&bench, form);
  compare (&bench, "one answer to re-computed state", name, answer, "conditions", rounds, calls);
  compare (&bench, "the same with what would change it", name, answer_with_changes, "conditions",
           rounds, calls);
  if (chain)
    {
      open_chain (&bench, form);
      compare (&bench, "flip of the whole chain", name, flip_chain, "conditions", rounds, calls);
    }
  stile_xpath_baseline_add_sums (bench.baseline, form);
  compare (&bench, "all answers to a result", name, result_from_nothing,
           "conditions and sums of points", rounds, calls);
  bench_clear (&bench);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
    = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  g_autoptr (StileForm) small = stile_form_load (path, &error);

  g_assert_no_error (error);
  measure ("quick-needs", small, FALSE, 200, 20);
  for (guint n = 100; n <= 10000; n *= 10)
    {
      g_autoptr (GPtrArray) faults = stile_faults_new ();
      g_autoptr (GBytes) xml = stile_big_form_new (n);
      g_autoptr (StileForm) big = stile_form_parse (xml, faults);
      g_autofree char *name = g_strdup_printf ("%u questions", n);

      g_assert_nonnull (big);
      measure (name, big, TRUE, n < 10000 ? 200 : 41, 1);
    }
  return 0;
}
