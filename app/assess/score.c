// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "score.h"

#include <math.h>
#include <string.h>

/* The points of a domain's questions: those that are relevant and could give any. */
typedef struct
{
  guint n_asked;
  guint n_answered;
  double sum;
  double max;
} StileTally;

static StileTally
count_points (const StileEvaluation *evaluation, guint domain)
{
  const StileScoringPlan *plan = evaluation->plan;
  StileTally tally = { .max = -INFINITY };

  for (guint i = plan->members_from[domain]; i < plan->members_from[domain + 1]; i++)
    {
      const StileSlot *slot = &evaluation->slots[plan->members[i]];

      if (!slot->relevant)
        continue;
      tally.n_asked++;
      if (slot->state != STILE_ANSWER_ANSWERED)
        continue;
      tally.n_answered++;
      tally.sum += slot->points;
      tally.max = MAX (tally.max, slot->points);
    }

  return tally;
}

static gboolean
misses_too_many (const StileDomain *domain, const StileTally *tally)
{
  guint n_missing = tally->n_asked - tally->n_answered;

  /* What does not apply is no need, and here a score of 0 would be the greatest. */
  if (tally->n_asked == 0 && domain->falls && domain->score != STILE_SCORE_VALUE)
    return TRUE;

  switch (domain->missing)
    {
    case STILE_MISSING_INVALID:
      return n_missing > 0;
    case STILE_MISSING_PRORATE:
      return n_missing > domain->missing_most || (n_missing > 0 && tally->n_answered == 0);
    case STILE_MISSING_RANGE:
    default:
      return FALSE;
    }
}

static double
combine (const StileEvaluation *evaluation, const StileDomain *domain, const StileTally *tally)
{
  if (domain->score == STILE_SCORE_VALUE)
    return stile_expression_number (domain->value, &evaluation->scope);
  if (tally->n_answered == 0)
    return 0;

  switch (domain->score)
    {
    case STILE_SCORE_MAX:
      return tally->max;
    case STILE_SCORE_MEAN:
      return tally->sum / tally->n_answered;
    case STILE_SCORE_SUM:
    case STILE_SCORE_VALUE:
    default:
      if (domain->missing == STILE_MISSING_PRORATE && tally->n_answered < tally->n_asked)
        return tally->sum / tally->n_answered * tally->n_asked;
      return tally->sum;
    }
}

double
stile_score_round (double score)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (score))
    return NAN;
  if (score == floor (score))
    return score;

  return g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, "%.15g", score), NULL);
}

static double
score_domain (const StileEvaluation *evaluation, guint index)
{
  const StileForm *form = evaluation->plan->form;
  const StileDomain *domain = &form->domains[index];
  StileTally tally = count_points (evaluation, index);
  double score;

  if (misses_too_many (domain, &tally))
    return NAN;

  score = combine (evaluation, domain, &tally);
  if (evaluation->plan->ruled[index])
    for (guint i = 0; i < form->n_scores; i++)
      if (form->scores[i].domain == index
          && stile_expression_test (form->scores[i].when, &evaluation->scope))
        score += form->scores[i].points;

  return stile_score_round (score);
}

static void
score_stale_domains (StileEvaluation *evaluation)
{
  const StileForm *form = evaluation->plan->form;

  for (guint i = 0; i < form->n_domains; i++)
    {
      double before = evaluation->scores[i];

      if (!evaluation->stale_domains[i]
          && !(evaluation->plan->ruled[i] && (evaluation->stale & STILE_WATCHED_BY_SCORES)))
        continue;

      evaluation->scores[i] = score_domain (evaluation, i);
      evaluation->levels[i] = stile_domain_get_level (&form->domains[i], evaluation->scores[i]);
      evaluation->stale_domains[i] = FALSE;
      g_clear_pointer (&evaluation->because[i], g_ptr_array_unref);
      if (memcmp (&before, &evaluation->scores[i], sizeof before) != 0)
        evaluation->stale |= STILE_WATCHED_BY_OUTCOME;
    }
}

int
stile_domain_get_level (const StileDomain *domain, double score)
{
  int level = domain->falls ? (int) domain->bands[0].level : 0;

  if (isnan (score))
    return STILE_NONE;

  for (guint i = 0; i < domain->n_bands && score >= domain->bands[i].from; i++)
    level = (int) domain->bands[i].level;

  return level;
}

static void
find_outcome (StileEvaluation *evaluation)
{
  const StileForm *form = evaluation->plan->form;

  for (guint i = 0; i < form->n_findings; i++)
    evaluation->findings[i] = stile_expression_test (form->findings[i].when, &evaluation->scope);

  evaluation->category = 0;
  while (form->categories[evaluation->category].when
         && !stile_expression_test (form->categories[evaluation->category].when,
                                    &evaluation->scope))
    evaluation->category++;
}

void
stile_evaluation_score (StileEvaluation *evaluation)
{
  score_stale_domains (evaluation);
  if (evaluation->stale & STILE_WATCHED_BY_OUTCOME)
    find_outcome (evaluation);
  evaluation->stale = 0;
}
