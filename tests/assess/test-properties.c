// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What holds for every form and every set of answers, tried on forms from a generator. */

#include <math.h>

#include "candidates.h"
#include "interview-private.h"
#include "random-answers.h"
#include "random-forms.h"
#include "result.h"

/* Sets of answers to each form; together more than 10,000 a property without sanitizers. */
#define N_SETS 4
#define N_FORMS (3 * STILE_RANDOM_SETS)

typedef void (*Property) (GRand *random, StileInterview *interview);

/* ---- Trying a property ---- */

static void
fill (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);

  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) answer = stile_random_answer (random, &form->questions[i]);

      if (stile_interview_check_answer (interview, i, answer, NULL, NULL))
        stile_interview_set_answer (interview, i, answer);
    }
}

/* What to look at when a property does not hold. */
static void
show (const StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (JsonNode) answers = stile_interview_answers_to_json (interview, TRUE);
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
  g_autofree char *json = json_to_string (answers, FALSE);
  g_autofree char *in_json = stile_result_to_json (result);
  gsize length;
  const char *xml = g_bytes_get_data (form->xml, &length);

  g_printerr ("%.*s\n%s\n%s\n", (int) length, xml, json, in_json);
}

#define HOLDS(interview, condition) \
  do \
    { \
      if (!(condition)) \
        { \
          show (interview); \
          g_assert_true (condition); \
        } \
    } \
  while (FALSE)

static void
try_property (guint32 seed, StileRandomTraits traits, Property property)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);

  for (guint i = 0; i < N_FORMS; i++)
    {
      g_autoptr (StileForm) form = stile_random_form_new (random, traits);

      for (guint j = 0; j < N_SETS; j++)
        {
          g_autoptr (StileInterview) interview = stile_interview_new (form, started);

          fill (random, interview);
          property (random, interview);
        }
    }
}

#define ANYTHING \
  (STILE_RANDOM_NEGATIVE | STILE_RANDOM_SILENCE | STILE_RANDOM_KINDS | STILE_RANDOM_TYPES)

static void
test_new (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1), again = g_rand_new_with_seed (1);
  g_autoptr (StileForm) first = stile_random_form_new (random, ANYTHING);
  g_autoptr (StileForm) second = stile_random_form_new (again, ANYTHING);

  g_assert_cmpstr (first->digest, ==, second->digest);
}

/* ---- The same bytes ---- */

static char *
dup_result (const StileInterview *interview)
{
  g_autoptr (StileResult) result = stile_result_new (interview);

  return stile_result_to_json (result);
}

static void
any_order (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileInterview) again
    = stile_interview_new ((StileForm *) form, stile_interview_get_started (interview));
  g_autofree guint *order = stile_random_dup_order (random, form->n_questions);
  g_autofree char *first = dup_result (interview), *second = NULL;

  for (guint i = 0; i < form->n_questions; i++)
    {
      stile_interview_set_answer (again, order[i],
                                  stile_interview_get_answer (interview, order[i]));
      if (i % 2 == 0)
        stile_result_free (stile_result_new_without_changes (again));
    }
  second = dup_result (again);
  g_assert_cmpstr (first, ==, second);
}

static void
test_any_order (void)
{
  try_property (20261201, ANYTHING, any_order);
}

static void
undo_and_redo (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  guint question = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);
  g_autoptr (StileAnswer) before
    = stile_answer_copy (stile_interview_get_answer (interview, question));
  g_autoptr (StileAnswer) after = stile_random_answer (random, &form->questions[question]);
  g_autofree char *at_first = dup_result (interview), *changed = NULL, *undone = NULL;
  g_autofree char *redone = NULL;

  stile_interview_set_answer (interview, question, after);
  changed = dup_result (interview);
  stile_interview_set_answer (interview, question, before);
  undone = dup_result (interview);
  stile_interview_set_answer (interview, question, after);
  redone = dup_result (interview);
  g_assert_cmpstr (at_first, ==, undone);
  g_assert_cmpstr (changed, ==, redone);
}

static void
test_undo_and_redo (void)
{
  try_property (20261202, ANYTHING, undo_and_redo);
}

/* ---- The range ---- */

static const StileDomainResult *
get_domain (const StileResult *result, guint domain)
{
  return &g_array_index (result->domains, StileDomainResult, domain);
}

static gboolean
is_open (const StileInterview *interview, guint question)
{
  return stile_interview_is_relevant (interview, question)
         && stile_interview_get_form (interview)->questions[question].type != STILE_QUESTION_NOTE
         && stile_interview_get_answer (interview, question)->state != STILE_ANSWER_ANSWERED;
}

/* Where more points only open more, and every question has an answer without any. Elsewhere silence
 * may be less than the least answer: nothing is counted, but something will be. */
static void
score_in_range (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);

  for (guint i = 0; i < result->domains->len; i++)
    {
      const StileDomainResult *domain = get_domain (result, i);

      HOLDS (interview, domain->lowest <= domain->score && domain->score <= domain->highest);
      HOLDS (interview, domain->lowest_level <= domain->level
                          && domain->level <= domain->highest_level);
    }
}

static void
test_score_in_range (void)
{
  try_property (20261203, STILE_RANDOM_RISING, score_in_range);
}

/* In every form, but for a mean, or a sum scaled up, of those answered so far: an estimate. */
static void
never_too_low (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);

  for (guint i = 0; i < result->domains->len; i++)
    {
      const StileDomain *domain = &result->form->domains[i];

      if (domain->score == STILE_SCORE_MEAN || domain->missing == STILE_MISSING_PRORATE)
        continue;
      HOLDS (interview, !(get_domain (result, i)->score > get_domain (result, i)->highest));
      HOLDS (interview, get_domain (result, i)->level <= get_domain (result, i)->highest_level);
    }
}

static void
test_never_too_low (void)
{
  try_property (20261208, ANYTHING, never_too_low);
}

static void
no_range_of_a_full_set (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) result = NULL;

  for (guint i = 0; i < stile_interview_get_form (interview)->n_questions; i++)
    while (is_open (interview, i))
      {
        g_autoptr (StileAnswer) answer
          = stile_random_answer (random, &stile_interview_get_form (interview)->questions[i]);

        stile_interview_set_answer (interview, i, answer);
      }
  result = stile_result_new_without_changes (interview);

  for (guint i = 0; i < result->domains->len; i++)
    {
      const StileDomainResult *domain = get_domain (result, i);

      HOLDS (interview, domain->lowest == domain->score && domain->score == domain->highest);
    }
  HOLDS (interview, result->lowest_category == result->category
                      && result->category == result->highest_category);
}

static void
test_no_range_of_a_full_set (void)
{
  try_property (20261209, ANYTHING, no_range_of_a_full_set);
}

/* Another answer with as many points or more lowers nothing. */
static void
more_is_more (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileResult) before = stile_result_new_without_changes (interview);
  g_autoptr (StileResult) after = NULL;
  guint index = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);
  const StileQuestion *question = &form->questions[index];
  g_autoptr (StileAnswer) answer = stile_random_answer (random, question);

  if (stile_question_get_points (question, answer)
      < stile_question_get_points (question, stile_interview_get_answer (interview, index)))
    return;

  stile_interview_set_answer (interview, index, answer);
  after = stile_result_new_without_changes (interview);
  for (guint i = 0; i < form->n_domains; i++)
    HOLDS (interview, get_domain (after, i)->score >= get_domain (before, i)->score);
}

static void
test_more_is_more (void)
{
  try_property (20261210, STILE_RANDOM_RISING, more_is_more);
}

/* The lowest and the highest scores of a full set of answers. Free with g_free. */
static double *
dup_range (const StileInterview *interview)
{
  guint n = stile_interview_get_form (interview)->n_domains;
  double *range = g_new (double, 2 * n);

  stile_result_free (stile_result_new_without_changes (interview));
  for (guint i = 0; i < n; i++)
    {
      range[i] = interview->scoring[STILE_PASS_LOWEST]->possible.scores[i];
      range[n + i] = interview->scoring[STILE_PASS_HIGHEST]->possible.scores[i];
    }

  return range;
}

static void
never_wider (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autofree double *before = dup_range (interview), *after = NULL;
  guint question = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);
  g_autoptr (StileAnswer) answer = stile_random_answer (random, &form->questions[question]);

  if (!is_open (interview, question))
    return;

  stile_interview_set_answer (interview, question, answer);
  after = dup_range (interview);
  for (guint i = 0; i < form->n_domains; i++)
    HOLDS (interview, after[i] >= before[i]
                        && after[form->n_domains + i] <= before[form->n_domains + i]);
}

static void
test_never_wider (void)
{
  try_property (20261204, STILE_RANDOM_NEGATIVE | STILE_RANDOM_KINDS, never_wider);
}

static void
declined_is_no_less (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  g_autofree double *before = dup_range (interview), *after = NULL;
  guint question = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);

  if (!stile_interview_is_relevant (interview, question))
    return;

  stile_interview_set_answer (interview, question, declined);
  after = dup_range (interview);
  for (guint i = 0; i < form->n_domains; i++)
    HOLDS (interview, after[form->n_domains + i] >= before[form->n_domains + i]);
}

static void
test_declined_is_no_less (void)
{
  try_property (20261205, STILE_RANDOM_NEGATIVE | STILE_RANDOM_KINDS, declined_is_no_less);
}

/* ---- Every full set of answers ---- */

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
      everything->lowest[i] = fmin (everything->lowest[i], get_domain (result, i)->score);
      everything->highest[i] = fmax (everything->highest[i], get_domain (result, i)->score);
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

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < 1e-9;
}

static void
range_of_all_sets (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileInterview) copy = stile_interview_copy (interview);
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
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
      HOLDS (interview, is_near (interview->scoring[STILE_PASS_LOWEST]->possible.scores[i],
                                 lowest[i]));
      HOLDS (interview, is_near (interview->scoring[STILE_PASS_HIGHEST]->possible.scores[i],
                                 highest[i]));
    }
  HOLDS (interview, result->highest_category <= everything.first_category
                      && result->lowest_category >= everything.last_category);
}

static void
test_range_of_all_sets (void)
{
  try_property (20261206, STILE_RANDOM_NEGATIVE, range_of_all_sets);
  try_property (20261207, STILE_RANDOM_NEGATIVE | STILE_RANDOM_SILENCE | STILE_RANDOM_KINDS,
                range_of_all_sets);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/new", test_new);
  g_test_add_func ("/properties/any-order", test_any_order);
  g_test_add_func ("/properties/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/properties/score-in-range", test_score_in_range);
  g_test_add_func ("/properties/never-too-low", test_never_too_low);
  g_test_add_func ("/properties/no-range-of-a-full-set", test_no_range_of_a_full_set);
  g_test_add_func ("/properties/more-is-more", test_more_is_more);
  g_test_add_func ("/properties/never-wider", test_never_wider);
  g_test_add_func ("/properties/declined-is-no-less", test_declined_is_no_less);
  g_test_add_func ("/properties/range-of-all-sets", test_range_of_all_sets);

  return g_test_run ();
}
