// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>
#include <string.h>

#include "interview-private.h"
#include "possible.h"
#include "result-private.h"

/* An answer that gives points, as it was then. */
typedef struct
{
  StileReason reason; /* first */
  StileAnswer answer;
  char text[];
} StileAnswerReason;

/* ---- Freeing ---- */

static void
domain_result_clear (StileDomainResult *domain)
{
  g_ptr_array_unref (domain->because);
  g_clear_pointer (&domain->missing, g_array_unref);
}

static void
change_free (StileChange *change)
{
  stile_answer_free (change->answer);
  g_free (change);
}

void
stile_result_free (StileResult *result)
{
  if (!result)
    return;

  for (guint i = 0; i < result->form->n_calculates; i++)
    stile_value_clear (&result->calculated[i]);
  g_free (result->calculated);
  g_free (result->findings);
  g_array_unref (result->domains);
  g_array_unref (result->alerts);
  g_array_unref (result->referrals);
  g_ptr_array_unref (result->would_change);
  stile_form_unref (result->form);
  g_free (result);
}

/* ---- Counting ---- */

static void
count_answers (StileResult *result, const StileEvaluation *as_is)
{
  result->answered = as_is->n_in_state[STILE_ANSWER_ANSWERED];
  result->declined = as_is->n_in_state[STILE_ANSWER_DECLINED];
  result->unknown = as_is->n_in_state[STILE_ANSWER_UNKNOWN];
  result->unanswered = as_is->n_in_state[STILE_ANSWER_UNANSWERED];
  result->asked
    = result->answered + result->declined + result->unknown + result->unanswered;
  result->complete = result->unanswered == 0;
}

/* ---- Reasons ---- */

static StileReason *
new_answer_reason (guint question, const StileAnswer *given, double points)
{
  gsize size = strlen (given->text) + 1;
  StileAnswerReason *reason = g_malloc (sizeof (StileAnswerReason) + size);

  reason->reason = (StileReason) {
    .question = (int) question,
    .score_rule = STILE_NONE,
    .answer = &reason->answer,
    .points = points,
  };
  reason->answer = *given;
  reason->answer.text = memcpy (reason->text, given->text, size);
  return &reason->reason;
}

static StileReason *
new_rule_reason (guint rule, double points)
{
  StileReason *reason = g_new (StileReason, 1);

  *reason = (StileReason) {
    .question = STILE_NONE, .score_rule = (int) rule, .points = points
  };
  return reason;
}

static GPtrArray *
new_because (const StileEvaluation *as_is, guint domain)
{
  const StileScoringPlan *plan = as_is->plan;
  const StileForm *form = plan->form;
  GPtrArray *because = g_ptr_array_new_with_free_func (g_free);

  for (guint i = plan->members_from[domain]; i < plan->members_from[domain + 1]; i++)
    {
      guint question = plan->members[i];
      double points = as_is->slots[question].points;

      if (points != 0)
        g_ptr_array_add (because,
                         new_answer_reason (question, as_is->answers[question], points));
    }
  for (guint i = 0; i < form->n_scores && plan->ruled[domain]; i++)
    if (form->scores[i].domain == domain
        && stile_expression_test (form->scores[i].when, &as_is->scope))
      g_ptr_array_add (because, new_rule_reason (i, form->scores[i].points));

  return because;
}

/* The same array as the result before, unless the domain was scored anew: of a long form, an answer
 * changes the reasons of one domain. */
static GPtrArray *
get_because (StileEvaluation *as_is, guint domain)
{
  if (!as_is->because[domain])
    as_is->because[domain] = new_because (as_is, domain);

  return g_ptr_array_ref (as_is->because[domain]);
}

/* ---- Domains ---- */

/* The range of the full sets of answers, and the score as it stands, which may lie outside: silence
 * is no answer, and a mean of those answered so far an estimate. fmin() and fmax() pass over
 * NaN. */
static void
set_range (StileDomainResult *domain, gboolean falls, const StileExtreme *least,
           const StileExtreme *greatest)
{
  guint i = domain->domain;
  int least_level = least->levels[i], greatest_level = greatest->levels[i];

  domain->lowest = fmin (domain->score, (falls ? greatest : least)->scores[i]);
  domain->highest = fmax (domain->score, (falls ? least : greatest)->scores[i]);
  domain->lowest_level = least_level;
  domain->highest_level = MAX (greatest_level, domain->level);
  if (domain->level != STILE_NONE && (least_level == STILE_NONE || domain->level < least_level))
    domain->lowest_level = domain->level;
}

static void
add_domains (StileResult *result, StileEvaluation *const *passes)
{
  StileEvaluation *as_is = passes[STILE_PASS_AS_IS];

  for (guint i = 0; i < result->form->n_domains; i++)
    {
      StileDomainResult domain = {
        .domain = i,
        .score = as_is->scores[i],
        .level = as_is->levels[i],
        .because = get_because (as_is, i),
      };

      set_range (&domain, result->form->domains[i].falls, &passes[STILE_PASS_LOWEST]->possible,
                 &passes[STILE_PASS_HIGHEST]->possible);
      if (isnan (domain.score))
        stile_domain_result_add_missing (&domain, as_is);
      g_array_append_val (result->domains, domain);
    }
}

/* ---- What holds ---- */

static void
add_calculated (StileResult *result, const StileEvaluation *as_is)
{
  for (guint i = 0; i < result->form->n_calculates; i++)
    {
      StileValue *value = &result->calculated[i];

      *value = as_is->calculated[i];
      if (value->type == STILE_VALUE_STRING)
        value->string = value->owned = g_strdup (value->string);
    }
}

static void
add_alerts (StileResult *result, const StileEvaluation *as_is)
{
  for (int urgency = STILE_URGENCY_NOW; urgency <= STILE_URGENCY_SOON; urgency++)
    for (guint i = 0; i < result->form->n_alerts; i++)
      if ((int) result->form->alerts[i].urgency == urgency
          && stile_expression_test (result->form->alerts[i].when, &as_is->scope))
        g_array_append_val (result->alerts, i);
}

static void
add_referrals (StileResult *result, const StileEvaluation *as_is)
{
  for (int urgency = STILE_URGENCY_NOW; urgency <= STILE_URGENCY_SOON; urgency++)
    for (guint i = 0; i < result->form->n_referrals; i++)
      if ((int) result->form->referrals[i].urgency == urgency
          && stile_expression_test (result->form->referrals[i].when, &as_is->scope))
        g_array_append_val (result->referrals, i);
}

/* ---- The result ---- */

/* Categories fall: the first is the most support. Either pass may have come the further, where the
 * categories do not follow the scores. */
static void
set_category_range (StileResult *result, const StileExtreme *least, const StileExtreme *greatest)
{
  guint first = MIN (least->category, greatest->category);
  guint last = MAX (least->category, greatest->category);

  result->highest_category = MIN (first, result->category);
  result->lowest_category = MAX (last, result->category);
}

/* From here on there is no interview, only the answers of the scoring part. */
static StileResult *
new_from_passes (StileForm *form, StileEvaluation *const *passes)
{
  const StileEvaluation *as_is = passes[STILE_PASS_AS_IS];
  StileResult *result = g_new0 (StileResult, 1);

  result->form = stile_form_ref (form);
  result->domains = g_array_sized_new (FALSE, FALSE, sizeof (StileDomainResult), form->n_domains);
  g_array_set_clear_func (result->domains, (GDestroyNotify) domain_result_clear);
  result->calculated = g_new0 (StileValue, form->n_calculates);
  result->findings = g_memdup2 (as_is->findings, form->n_findings * sizeof (gboolean));
  result->alerts = g_array_new (FALSE, FALSE, sizeof (guint));
  result->referrals = g_array_new (FALSE, FALSE, sizeof (guint));
  result->would_change = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  result->category = as_is->category;
  set_category_range (result, &passes[STILE_PASS_LOWEST]->possible,
                      &passes[STILE_PASS_HIGHEST]->possible);

  count_answers (result, as_is);
  add_domains (result, passes);
  add_calculated (result, as_is);
  add_alerts (result, as_is);
  add_referrals (result, as_is);

  return result;
}

StileResult *
stile_result_new_without_changes (const StileInterview *interview)
{
  g_return_val_if_fail (interview != NULL, NULL);

  stile_evaluation_follow (interview->scoring[STILE_PASS_LOWEST],
                           interview->scoring[STILE_PASS_AS_IS]);
  stile_evaluation_follow (interview->scoring[STILE_PASS_HIGHEST],
                           interview->scoring[STILE_PASS_AS_IS]);
  for (int pass = 0; pass < STILE_N_PASSES; pass++)
    stile_evaluation_score (interview->scoring[pass]);
  stile_evaluation_find_possible (interview->scoring[STILE_PASS_LOWEST],
                                  interview->scoring[STILE_PASS_HIGHEST]);

  return new_from_passes (interview->form, interview->scoring);
}

StileResult *
stile_result_new (const StileInterview *interview)
{
  StileResult *result = stile_result_new_without_changes (interview);

  stile_result_add_changes (result, interview->scoring[STILE_PASS_AS_IS]);
  return result;
}
