// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reach-ranges.h"

#include <math.h>

#include "score.h"

/* ---- What expressions see ---- */

static const StileRanges *
from_scope (const StileRangeScope *scope)
{
  return (const StileRanges *) scope;
}

static void
scope_question (const StileRangeScope *scope, guint question, StileRange *range)
{
  *range = from_scope (scope)->slots[question].value;
}

static void
scope_calculate (const StileRangeScope *scope, guint calculate, StileRange *range)
{
  *range = from_scope (scope)->calculated[calculate];
}

static void
scope_points (const StileRangeScope *scope, guint question, StileRange *range)
{
  const StileRangeSlot *slot = &from_scope (scope)->slots[question];

  *range = stile_range_number (slot->least, slot->most, FALSE);
}

static guint
scope_states (const StileRangeScope *scope, guint question)
{
  return from_scope (scope)->slots[question].states;
}

static void
scope_score (const StileRangeScope *scope, guint domain, StileRange *range)
{
  *range = from_scope (scope)->scores[domain];
}

static void
scope_levels (const StileRangeScope *scope, guint domain, int *least, int *most)
{
  const StileRanges *ranges = from_scope (scope);
  const StileRange *score = &ranges->scores[domain];
  const StileDomain *about = &ranges->plan->form->domains[domain];

  int at_least = stile_domain_get_level (about, score->least);
  int at_most = stile_domain_get_level (about, score->most);

  *least = score->nan ? STILE_NONE : MIN (at_least, at_most);
  *most = score->least > score->most ? STILE_NONE : MAX (at_least, at_most);
}

static guint
scope_finding (const StileRangeScope *scope, guint finding)
{
  return from_scope (scope)->findings[finding];
}

/* ---- Questions ---- */

static StileRange
get_empty (void)
{
  StileValue value = { .type = STILE_VALUE_STRING, .string = "" };

  return stile_range_exact (&value);
}

static StileRange
get_answer_value (const StileQuestion *question, const StileAnswer *answer)
{
  StileValue value = { .type = STILE_VALUE_STRING, .string = answer->text };

  if (answer->state != STILE_ANSWER_ANSWERED)
    return get_empty ();
  if (stile_question_is_number (question))
    value = (StileValue) { .type = STILE_VALUE_NUMBER, .number = answer->number };
  return stile_range_exact (&value);
}

/* Any answer, or none. */
static StileRangeSlot
get_open_slot (const StileRanges *ranges, const StileQuestion *question)
{
  const StileOptions *options = &ranges->table->of[question->index];
  StileRangeSlot slot = { .least = options->least, .most = options->most };

  slot.value = stile_range_text ();
  if (stile_question_is_number (question))
    slot.value.types |= 1u << STILE_VALUE_NUMBER;
  slot.states = 1u << STILE_ANSWER_UNANSWERED;
  if (question->type != STILE_QUESTION_NOTE)
    slot.states |= 1u << STILE_ANSWER_ANSWERED;
  if (ranges->silent)
    slot.states |= 1u << STILE_ANSWER_DECLINED | 1u << STILE_ANSWER_UNKNOWN;
  return slot;
}

static StileRangeSlot
get_assigned_slot (const StileQuestion *question, const StileOption *option)
{
  return (StileRangeSlot) { .value = get_answer_value (question, &option->answer),
                            .least = option->points, .most = option->points,
                            .states = 1u << option->answer.state };
}

static void
update_question (StileRanges *ranges, guint index)
{
  const StileQuestion *question = &ranges->plan->form->questions[index];
  const StileOption *option = ranges->assigned[index];
  StileRangeSlot *slot = &ranges->slots[index];
  guint relevant = STILE_TRUTH_TRUE;

  if (ranges->never[index])
    relevant = STILE_TRUTH_FALSE;
  else if (question->relevant)
    relevant = stile_expression_range (question->relevant, &ranges->scope).truth;

  if (relevant == STILE_TRUTH_FALSE)
    *slot = (StileRangeSlot) { .value = get_empty (), .states = 1u << STILE_ANSWER_UNANSWERED };
  else if (option)
    *slot = get_assigned_slot (question, option);
  else
    *slot = get_open_slot (ranges, question);
  slot->relevant = relevant;

  if (relevant == STILE_TRUTH_OPEN)
    {
      StileRange empty = get_empty ();

      slot->value = stile_range_join (&slot->value, &empty);
      slot->least = MIN (slot->least, 0);
      slot->most = MAX (slot->most, 0);
      slot->states |= 1u << STILE_ANSWER_UNANSWERED;
    }
}

/* ---- Domains ---- */

static void
widen (double *least, double *most, const StileRangeSlot *slot)
{
  *least = MIN (*least, slot->least);
  *most = MAX (*most, slot->most);
}

/* The points of its questions, put together as score.c does, for any part of them being
 * answered. */
static StileRange
range_of_members (const StileRanges *ranges, guint index)
{
  const StileDomain *domain = &ranges->plan->form->domains[index];
  guint from = ranges->plan->members_from[index], to = ranges->plan->members_from[index + 1];
  double least = 0, most = 0, sum_least = 0, sum_most = 0;

  for (guint i = from; i < to; i++)
    {
      const StileRangeSlot *slot = &ranges->slots[ranges->plan->members[i]];

      widen (&least, &most, slot);
      sum_least += slot->least;
      sum_most += slot->most;
    }
  if (domain->score == STILE_SCORE_SUM && domain->missing == STILE_MISSING_PRORATE)
    {
      /* The mean of those answered, times how many are asked. */
      sum_least = MIN (sum_least, least * (to - from));
      sum_most = MAX (sum_most, most * (to - from));
    }
  if (domain->score == STILE_SCORE_SUM)
    return stile_range_number (sum_least, sum_most, FALSE);
  return stile_range_number (least, most, FALSE);
}

/* Rounding to the digits that are shown may move a score a little. */
static StileRange
round_outwards (const StileRange *range, gboolean nan)
{
  double least = range->least, most = range->most;

  if (least > most)
    return *range;
  if (least != floor (least))
    least -= 1e-9 * (1 + fabs (least));
  if (most != floor (most))
    most += 1e-9 * (1 + fabs (most));
  return stile_range_number (least, most, nan || range->nan || isinf (least) || isinf (most));
}

static void
update_domain (StileRanges *ranges, guint index)
{
  const StileForm *form = ranges->plan->form;
  const StileDomain *domain = &form->domains[index];
  StileRange score;

  if (domain->score == STILE_SCORE_VALUE)
    score = stile_expression_range (domain->value, &ranges->scope);
  else
    score = range_of_members (ranges, index);
  for (guint i = 0; i < form->n_scores && ranges->plan->ruled[index]; i++)
    if (form->scores[i].domain == index)
      {
        guint truth = stile_expression_range (form->scores[i].when, &ranges->scope).truth;
        double points = truth & STILE_TRUTH_TRUE ? form->scores[i].points : 0;
        StileRange added = stile_range_number (
          truth == STILE_TRUTH_TRUE ? points : MIN (points, 0),
          truth == STILE_TRUTH_TRUE ? points : MAX (points, 0), FALSE);

        score = stile_range_add (&score, &added);
      }
  ranges->scores[index] = round_outwards (&score, domain->missing != STILE_MISSING_RANGE);
}

/* ---- The pass ---- */

void
stile_ranges_update (StileRanges *ranges, const StileGoal *goal, const StileClosure *closure)
{
  const StileForm *form = ranges->plan->form;
  const StilePart *part = goal->part;

  g_string_chunk_clear (ranges->scope.strings);
  for (guint i = 0; i < part->n_steps; i++)
    {
      if (!closure->steps[i])
        continue;
      if (part->steps[i] >= 0)
        update_question (ranges, part->first_question + (guint) part->steps[i]);
      else
        ranges->calculated[~part->steps[i]]
          = stile_expression_range (form->calculates[~part->steps[i]].value, &ranges->scope);
    }
  for (guint i = 0; i < form->n_domains; i++)
    if (closure->domains[i])
      update_domain (ranges, i);
  for (guint i = 0; i < form->n_findings; i++)
    if (closure->findings[i])
      ranges->findings[i] = stile_expression_range (form->findings[i].when, &ranges->scope).truth;
}

static guint
test_category (StileRanges *ranges, guint category)
{
  const StileForm *form = ranges->plan->form;
  guint truth = STILE_TRUTH_TRUE;

  for (guint i = 0; i <= category; i++)
    {
      guint holds = STILE_TRUTH_TRUE;

      if (form->categories[i].when)
        holds = stile_expression_range (form->categories[i].when, &ranges->scope).truth;
      if (i < category && holds != STILE_TRUTH_OPEN)
        holds ^= STILE_TRUTH_OPEN;
      if (holds == STILE_TRUTH_FALSE)
        return STILE_TRUTH_FALSE;
      truth |= holds;
    }
  return truth;
}

guint
stile_ranges_test (StileRanges *ranges, const StileGoal *goal)
{
  if (goal->category != STILE_NONE)
    return test_category (ranges, (guint) goal->category);

  return stile_expression_range (goal->condition, &ranges->scope).truth;
}

gboolean
stile_ranges_allow (StileRanges *ranges, guint question, const StileOption *option)
{
  const StileQuestion *about = &ranges->plan->form->questions[question];

  if (!about->constraint || option->answer.state != STILE_ANSWER_ANSWERED)
    return TRUE;

  ranges->scope.self = get_answer_value (about, &option->answer);
  ranges->scope.self.answer = TRUE;
  return stile_expression_range (about->constraint, &ranges->scope).truth != STILE_TRUTH_FALSE;
}

void
stile_ranges_init (StileRanges *ranges, const StileScoringPlan *plan,
                   const StileOptionTable *table, const gboolean *never)
{
  const StileForm *form = plan->form;

  *ranges = (StileRanges) {
    .scope = {
      .question = scope_question,
      .calculate = scope_calculate,
      .points = scope_points,
      .states = scope_states,
      .score = scope_score,
      .levels = scope_levels,
      .finding = scope_finding,
      .n_domains = form->n_domains,
      .today = table->today,
      .strings = g_string_chunk_new (256),
    },
    .plan = plan,
    .table = table,
    .never = never,
  };
  ranges->assigned = g_new0 (const StileOption *, form->n_questions);
  ranges->slots = g_new0 (StileRangeSlot, form->n_questions);
  ranges->calculated = g_new0 (StileRange, form->n_calculates);
  ranges->scores = g_new0 (StileRange, form->n_domains);
  ranges->findings = g_new0 (guint, form->n_findings);
}

void
stile_ranges_clear (StileRanges *ranges)
{
  g_string_chunk_free (ranges->scope.strings);
  g_free (ranges->assigned);
  g_free (ranges->slots);
  g_free (ranges->calculated);
  g_free (ranges->scores);
  g_free (ranges->findings);
}
