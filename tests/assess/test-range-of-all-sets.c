// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The range, against all sets of answers that there are, one after the other: on forms from a
 * generator that have few of them. */

#include <math.h>

#include "properties.h"

static void
test_new (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (StileForm) form = stile_random_form_new (random, STILE_RANDOM_KINDS);
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  g_autoptr (StileInterview) interview = stile_interview_new (form, started);
  g_autofree double *range = stile_property_dup_full_range (interview);

  g_assert_cmpfloat (range[0], <=, range[form->n_domains]);
}

typedef struct
{
  StileInterview *interview;
  const StileInterview *original;
  double *lowest;
  double *highest;
  guint first_category;
  guint last_category;
  guint n_left; /* how many sets more may be tried */
} Everything;

static GPtrArray *
list_answers (const StileQuestion *question)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_answer_free);

  for (guint set = 1; set < 1u << question->n_choices; set++)
    {
      g_autoptr (GString) ids = g_string_new (NULL);
      StileAnswer *answer;

      for (guint i = 0; i < question->n_choices; i++)
        if (set & 1u << i)
          g_string_append_printf (ids, " %s", question->choices[i].id);
      if (question->type != STILE_QUESTION_SELECT_MULTIPLE && (set & (set - 1)) != 0)
        continue;
      /* NULL for what stands alone, together with others. */
      answer = stile_answer_new (question, ids->str, NULL);
      if (answer)
        g_ptr_array_add (answers, answer);
    }

  return answers;
}

static void
try_full_set (Everything *everything)
{
  g_autoptr (StileResult) result = stile_result_new_without_changes (everything->interview);

  for (guint i = 0; i < result->domains->len; i++)
    {
      double score = stile_property_get_domain (result, i)->score;

      everything->lowest[i] = fmin (everything->lowest[i], score);
      everything->highest[i] = fmax (everything->highest[i], score);
    }
  everything->first_category = MIN (everything->first_category, result->category);
  everything->last_category = MAX (everything->last_category, result->category);
  everything->n_left--;
}

static void
try_from (Everything *everything, guint question)
{
  const StileForm *form = stile_interview_get_form (everything->interview);
  g_autoptr (StileAnswer) blank = stile_answer_new_state (STILE_ANSWER_UNANSWERED);
  g_autoptr (GPtrArray) answers = NULL;

  if (everything->n_left == 0)
    return;
  if (question == form->n_questions)
    {
      try_full_set (everything);
      return;
    }
  if (stile_interview_get_counted_answer (everything->original, question)->state
      == STILE_ANSWER_ANSWERED)
    {
      try_from (everything, question + 1);
      return;
    }

  stile_interview_set_answer (everything->interview, question, blank);
  if (!stile_interview_is_relevant (everything->interview, question))
    {
      try_from (everything, question + 1);
      return;
    }
  answers = list_answers (&form->questions[question]);
  for (guint i = 0; i < answers->len; i++)
    {
      stile_interview_set_answer (everything->interview, question,
                                  g_ptr_array_index (answers, i));
      try_from (everything, question + 1);
    }
  stile_interview_set_answer (everything->interview, question, blank);
}

/* Or there is none. */
static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < 1e-9 || (isnan (a) && isinf (b));
}

static void
range_of_all_sets (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileInterview) copy = stile_interview_copy (interview);
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
  g_autofree double *range = stile_property_dup_full_range (interview);
  g_autofree double *lowest = g_new (double, form->n_domains);
  g_autofree double *highest = g_new (double, form->n_domains);
  Everything everything = { copy, interview, lowest, highest, form->n_categories, 0, 100 };

  for (guint i = 0; i < form->n_domains; i++)
    {
      lowest[i] = INFINITY;
      highest[i] = -INFINITY;
    }
  try_from (&everything, 0);
  if (everything.n_left == 0)
    return;

  for (guint i = 0; i < form->n_domains; i++)
    {
      HOLDS (interview, is_near (range[i], lowest[i]));
      HOLDS (interview, is_near (range[form->n_domains + i], highest[i]));
    }
  HOLDS (interview, result->highest_category <= everything.first_category
                      && result->lowest_category >= everything.last_category);
}

static const struct
{
  const char *name;
  StileRandomTraits traits;
} classes[] = {
  { "points-below-0", STILE_RANDOM_NEGATIVE },
  { "silence", STILE_RANDOM_NEGATIVE | STILE_RANDOM_SILENCE | STILE_RANDOM_KINDS },
  { "values", STILE_RANDOM_NEGATIVE | STILE_RANDOM_KINDS | STILE_RANDOM_VALUES },
};

static void
test_class (gconstpointer data)
{
  guint class = GPOINTER_TO_UINT (data);

  stile_property_try (20261206 + class, classes[class].traits, range_of_all_sets);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/range-of-all-sets/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/range-of-all-sets/%s", classes[i].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_class);
    }

  return g_test_run ();
}
