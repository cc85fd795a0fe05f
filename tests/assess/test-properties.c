// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What holds for every form of a class and every set of answers, tried on forms from a generator.
 * The room's README says the same in words; test-counterexamples.c shows why the classes end where
 * they do. */

#include <math.h>

#include "candidates.h"
#include "properties.h"
#include "random-answers.h"

/* ---- Classes of forms ---- */

#define ANY \
  (STILE_RANDOM_NEGATIVE | STILE_RANDOM_SILENCE | STILE_RANDOM_KINDS | STILE_RANDOM_TYPES \
   | STILE_RANDOM_VALUES | STILE_RANDOM_OUTCOMES)
/* No question is asked because of silence, and no domain is a value. */
#define SPOKEN (STILE_RANDOM_NEGATIVE | STILE_RANDOM_KINDS)
/* Besides: no points below 0, only sums and maxima that take silence for 0, and findings and
 * categories that follow the levels. */
#define POSITIVE 0
/* Besides: conditions look at points only, and more points never end them. */
#define RISING STILE_RANDOM_RISING

static void
test_new (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1), again = g_rand_new_with_seed (1);
  g_autoptr (StileForm) first = stile_random_form_new (random, ANY);
  g_autoptr (StileForm) second = stile_random_form_new (again, ANY);

  g_assert_cmpstr (stile_form_get_digest (first), ==, stile_form_get_digest (second));
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

/* ---- The range ---- */

static gboolean
is_within (double lowest, double score, double highest)
{
  return isnan (score) || (lowest <= score && score <= highest);
}

static void
score_in_range (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);

  for (guint i = 0; i < result->domains->len; i++)
    {
      const StileDomainResult *domain = stile_property_get_domain (result, i);

      HOLDS (interview, is_within (domain->lowest, domain->score, domain->highest));
      HOLDS (interview, !(domain->lowest > domain->highest));
      HOLDS (interview, domain->level == STILE_NONE
                          || (domain->lowest_level <= domain->level
                              && domain->level <= domain->highest_level));
    }
  HOLDS (interview, result->highest_category <= result->category
                      && result->category <= result->lowest_category);
}

/* Silence is no less than an answer that gives nothing, and all questions have one. */
static void
score_of_a_full_set (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
  g_autofree double *range = stile_property_dup_full_range (interview);

  for (guint i = 0; i < result->domains->len; i++)
    HOLDS (interview, is_within (range[i], stile_property_get_domain (result, i)->score,
                                 range[result->domains->len + i]));
}

static void
no_range_of_a_full_set (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileResult) result = NULL;

  for (guint i = 0; i < form->n_questions; i++)
    while (stile_property_is_open (interview, i))
      {
        g_autoptr (StileAnswer) answer = stile_random_answer (random, &form->questions[i]);

        stile_interview_set_answer (interview, i, answer);
      }
  result = stile_result_new_without_changes (interview);

  for (guint i = 0; i < result->domains->len; i++)
    {
      const StileDomainResult *domain = stile_property_get_domain (result, i);

      if (isnan (domain->score))
        HOLDS (interview, isnan (domain->lowest) && isnan (domain->highest));
      else
        HOLDS (interview, domain->lowest == domain->score && domain->score == domain->highest);
      HOLDS (interview, domain->lowest_level == domain->level
                          && domain->level == domain->highest_level);
    }
  HOLDS (interview, result->lowest_category == result->category
                      && result->category == result->highest_category);
}

/* ---- From one answer to the next ---- */

/* Answers an open question; FALSE where there is none. */
static gboolean
answer_an_open_one (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  guint question = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);
  g_autoptr (StileAnswer) answer = NULL;

  for (guint i = 0; i < form->n_questions && !stile_property_is_open (interview, question); i++)
    question = (question + 1) % form->n_questions;
  if (!stile_property_is_open (interview, question))
    return FALSE;

  answer = stile_random_answer (random, &form->questions[question]);
  if (stile_interview_check_answer (interview, question, answer, NULL, NULL))
    stile_interview_set_answer (interview, question, answer);
  return TRUE;
}

static void
full_range_never_widens (GRand *random, StileInterview *interview)
{
  guint n = stile_interview_get_form (interview)->n_domains;
  g_autofree double *before = stile_property_dup_full_range (interview), *after = NULL;

  if (!answer_an_open_one (random, interview))
    return;

  after = stile_property_dup_full_range (interview);
  for (guint i = 0; i < n; i++)
    HOLDS (interview, isnan (after[i])
                        || (before[i] <= after[i] && after[n + i] <= before[n + i]));
}

/* The one that is shown, of levels and categories too. */
static void
range_never_widens (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) before = stile_result_new_without_changes (interview);
  g_autoptr (StileResult) after = NULL;

  if (!answer_an_open_one (random, interview))
    return;

  after = stile_result_new_without_changes (interview);
  for (guint i = 0; i < after->domains->len; i++)
    {
      const StileDomainResult *was = stile_property_get_domain (before, i);
      const StileDomainResult *is = stile_property_get_domain (after, i);

      HOLDS (interview, was->lowest <= is->lowest && is->highest <= was->highest);
      HOLDS (interview, was->lowest_level <= is->lowest_level
                          && is->highest_level <= was->highest_level);
    }
  HOLDS (interview, before->highest_category <= after->highest_category
                      && after->lowest_category <= before->lowest_category);
}

static void
decline_one (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  guint question = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);

  /* The first is always asked, and no note. */
  if (!stile_interview_is_relevant (interview, question)
      || form->questions[question].type == STILE_QUESTION_NOTE)
    question = 0;
  stile_interview_set_answer (interview, question, declined);
}

static void
declining_never_narrows (GRand *random, StileInterview *interview)
{
  guint n = stile_interview_get_form (interview)->n_domains;
  g_autofree double *before = stile_property_dup_full_range (interview), *after = NULL;

  decline_one (random, interview);
  after = stile_property_dup_full_range (interview);
  for (guint i = 0; i < n; i++)
    HOLDS (interview, isnan (before[i])
                        || (after[i] <= before[i] && before[n + i] <= after[n + i]));
}

static void
declining_never_lowers_highest (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) before = stile_result_new_without_changes (interview);
  g_autoptr (StileResult) after = NULL;

  decline_one (random, interview);
  after = stile_result_new_without_changes (interview);
  for (guint i = 0; i < after->domains->len; i++)
    HOLDS (interview, stile_property_get_domain (before, i)->highest
                        <= stile_property_get_domain (after, i)->highest);
  HOLDS (interview, after->highest_category <= before->highest_category);
}

static void
assert_no_less (const StileInterview *interview, const StileResult *before)
{
  g_autoptr (StileResult) after = stile_result_new_without_changes (interview);

  for (guint i = 0; i < after->domains->len; i++)
    HOLDS (interview, stile_property_get_domain (before, i)->score
                        <= stile_property_get_domain (after, i)->score);
  HOLDS (interview, after->category <= before->category);
}

static void
answering_adds (GRand *random, StileInterview *interview)
{
  g_autoptr (StileResult) before = stile_result_new_without_changes (interview);

  if (answer_an_open_one (random, interview))
    assert_no_less (interview, before);
}

static void
more_points_are_more (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (StileResult) before = stile_result_new_without_changes (interview);
  guint index = (guint) g_rand_int_range (random, 0, (gint32) form->n_questions);
  const StileQuestion *question = &form->questions[index];
  g_autoptr (StileAnswer) answer = stile_random_answer (random, question);

  if (stile_question_get_points (question, answer)
      < stile_question_get_points (question, stile_interview_get_answer (interview, index)))
    return;

  stile_interview_set_answer (interview, index, answer);
  assert_no_less (interview, before);
}

/* ---- All of them ---- */

static const struct
{
  const char *name;
  StileRandomTraits traits;
  StileProperty property;
} rows[] = {
  { "any-order/any", ANY, any_order },
  { "undo-and-redo/any", ANY, undo_and_redo },
  { "score-in-range/any", ANY, score_in_range },
  { "no-range-of-a-full-set/any", ANY, no_range_of_a_full_set },
  { "full-range-never-widens/spoken", SPOKEN, full_range_never_widens },
  { "declining-never-narrows/spoken", SPOKEN, declining_never_narrows },
  { "range-never-widens/positive", POSITIVE, range_never_widens },
  { "declining-never-lowers-highest/positive", POSITIVE, declining_never_lowers_highest },
  { "score-of-a-full-set/rising", RISING, score_of_a_full_set },
  { "answering-adds/positive", POSITIVE, answering_adds },
  { "more-points-are-more/rising", RISING, more_points_are_more },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);

  stile_property_try (20261201 + row, rows[row].traits, rows[row].property);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/properties/%s", rows[i].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
