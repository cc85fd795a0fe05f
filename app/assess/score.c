// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "score.h"

#include <math.h>

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

/* To the 15 digits that are shown: a score that reads 0.8 must reach a band from 0.8. */
static double
round_as_shown (double score)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (score))
    return NAN;
  if (score == floor (score))
    return score;

  return g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, "%.15g", score), NULL);
}

static void
score_domains (StileEvaluation *evaluation)
{
  const StileForm *form = evaluation->plan->form;

  for (guint i = 0; i < form->n_domains; i++)
    {
      StileTally tally = count_points (evaluation, i);

      if (misses_too_many (&form->domains[i], &tally))
        evaluation->scores[i] = NAN;
      else
        evaluation->scores[i] = combine (evaluation, &form->domains[i], &tally);
    }

  for (guint i = 0; i < form->n_scores; i++)
    if (stile_expression_test (form->scores[i].when, &evaluation->scope))
      evaluation->scores[form->scores[i].domain] += form->scores[i].points;

  for (guint i = 0; i < form->n_domains; i++)
    {
      evaluation->scores[i] = round_as_shown (evaluation->scores[i]);
      evaluation->levels[i] = stile_domain_get_level (&form->domains[i], evaluation->scores[i]);
    }
}

int
stile_domain_get_level (const StileDomain *domain, double score)
{
  int level = 0;

  if (isnan (score))
    return STILE_NONE;

  for (guint i = 0; i < domain->n_bands && score >= domain->bands[i].from; i++)
    level = (int) domain->bands[i].level;

  return level;
}

void
stile_evaluation_score (StileEvaluation *evaluation)
{
  const StileForm *form = evaluation->plan->form;

  score_domains (evaluation);

  for (guint i = 0; i < form->n_findings; i++)
    evaluation->findings[i] = stile_expression_test (form->findings[i].when, &evaluation->scope);

  evaluation->category = 0;
  while (form->categories[evaluation->category].when
         && !stile_expression_test (form->categories[evaluation->category].when,
                                    &evaluation->scope))
    evaluation->category++;
}
