// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluation.h"

#include <string.h>

#include "candidates.h"

static const StileAnswer unanswered = { .state = STILE_ANSWER_UNANSWERED };
static const StileSlot nothing = { .text = "", .state = STILE_ANSWER_UNANSWERED };

gboolean
stile_question_is_number (const StileQuestion *question)
{
  return question->type == STILE_QUESTION_INTEGER || question->type == STILE_QUESTION_DECIMAL;
}

/* ---- What expressions see ---- */

static const StileEvaluation *
from_scope (const StileScope *scope)
{
  return (const StileEvaluation *) scope;
}

const StileSlot *
stile_evaluation_get_slot (const StileEvaluation *evaluation, guint question)
{
  guint index = question - evaluation->part->first_question;

  return index < evaluation->part->n_questions ? &evaluation->slots[index] : &nothing;
}

static void
set_value (StileValue *value, const StileQuestion *question, const char *text, double number)
{
  if (stile_question_is_number (question))
    *value = (StileValue) { .type = STILE_VALUE_NUMBER, .number = number };
  else
    *value = (StileValue) { .type = STILE_VALUE_STRING, .string = text };
}

static void
scope_question (const StileScope *scope, guint question, StileValue *value)
{
  const StileEvaluation *evaluation = from_scope (scope);
  const StileSlot *slot = stile_evaluation_get_slot (evaluation, question);

  if (slot->state == STILE_ANSWER_ANSWERED)
    set_value (value, &evaluation->plan->form->questions[question], slot->text, slot->number);
  else
    *value = (StileValue) { .type = STILE_VALUE_STRING, .string = "" };
}

static void
scope_calculate (const StileScope *scope, guint calculate, StileValue *value)
{
  *value = from_scope (scope)->calculated[calculate];
  value->owned = NULL;
}

static double
scope_points (const StileScope *scope, guint question)
{
  return stile_evaluation_get_slot (from_scope (scope), question)->points;
}

static StileAnswerState
scope_state (const StileScope *scope, guint question)
{
  return stile_evaluation_get_slot (from_scope (scope), question)->state;
}

static double
scope_score (const StileScope *scope, guint domain)
{
  return from_scope (scope)->scores[domain];
}

static int
scope_level (const StileScope *scope, guint domain)
{
  return from_scope (scope)->levels[domain];
}

static gboolean
scope_finding (const StileScope *scope, guint finding)
{
  return from_scope (scope)->findings[finding];
}

/* ---- What an open question is taken with ---- */

static gboolean
takes_most (const StileEvaluation *evaluation, const StileQuestion *question)
{
  return (evaluation->pass == STILE_PASS_HIGHEST)
         != (question->domain != STILE_NONE
             && evaluation->plan->form->domains[question->domain].falls);
}

gboolean
stile_evaluation_allows (StileEvaluation *evaluation, const StileQuestion *question,
                         const char *text, double number)
{
  if (!question->constraint)
    return TRUE;

  set_value (&evaluation->scope.self, question, text, number);
  return stile_expression_test (question->constraint, &evaluation->scope);
}

gboolean
stile_evaluation_allowed (const StileQuestion *question, const char *text, double number,
                          gpointer evaluation)
{
  return stile_evaluation_allows (evaluation, question, text, number);
}

static gboolean
take_selection (StileEvaluation *evaluation, const StileQuestion *question, StileTaken *taken)
{
  g_autofree char *text = stile_question_dup_selection (
    question, takes_most (evaluation, question), stile_evaluation_allowed, evaluation,
    &taken->points);

  if (text)
    taken->text = g_string_chunk_insert_const (evaluation->plan->strings, text);
  return text != NULL;
}

static gboolean
take_choice (StileEvaluation *evaluation, const StileQuestion *question, StileTaken *taken)
{
  double sign = takes_most (evaluation, question) ? 1 : -1;
  gboolean found = FALSE;

  for (guint i = 0; i < question->n_choices; i++)
    {
      const StileChoice *choice = &question->choices[i];

      if ((found && sign * choice->points <= sign * taken->points)
          || !stile_evaluation_allows (evaluation, question, choice->id, 0))
        continue;
      *taken = (StileTaken) { .text = choice->id, .points = choice->points };
      found = TRUE;
    }

  return found;
}

static gboolean
take_number (StileEvaluation *evaluation, const StileQuestion *question, StileTaken *taken)
{
  double sign = takes_most (evaluation, question) ? 1 : -1;
  g_autofree double *numbers = g_new (double, question->n_bands + 1);
  guint n
    = stile_question_get_numbers (question, stile_evaluation_allowed, evaluation, numbers);

  for (guint i = 0; i < n; i++)
    {
      double points = stile_question_get_number_points (question, numbers[i]);

      if (i == 0 || sign * points > sign * taken->points)
        *taken = (StileTaken) { .text = "", .number = numbers[i], .points = points };
    }

  return n > 0;
}

/* Only values that the constraint lets through. Where none of them does, FALSE: the form asks for
 * something that points say nothing about, and the whole range stays possible. */
static gboolean
take_allowed (StileEvaluation *evaluation, const StileQuestion *question, StileTaken *taken)
{
  if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    return take_selection (evaluation, question, taken);
  if (stile_question_is_number (question))
    return take_number (evaluation, question, taken);

  return take_choice (evaluation, question, taken);
}

static void
take (StileEvaluation *evaluation, const StileQuestion *question, StileSlot *slot)
{
  const StileReach *reach = &evaluation->plan->reach[question->index];
  const StileTaken *forced = evaluation->forced ? evaluation->forced[question->index] : NULL;
  StileTaken taken = { .text = "" };

  if (question->n_choices == 0 && question->n_bands == 0)
    return;

  if (forced && stile_evaluation_allows (evaluation, question, forced->text, forced->number))
    taken = *forced;
  else if (!question->constraint || !take_allowed (evaluation, question, &taken))
    taken = takes_most (evaluation, question) ? reach->most : reach->least;

  slot->state = STILE_ANSWER_ANSWERED;
  slot->text = taken.text;
  slot->number = taken.number;
  slot->points = taken.points;
}

/* ---- One step ---- */

static void
mark_dirty (StileEvaluation *evaluation, guint step)
{
  evaluation->dirty[step] = 1;
  evaluation->first_dirty = MIN (evaluation->first_dirty, step);
}

static void
mark_dependents (StileEvaluation *evaluation, guint step)
{
  const StilePart *part = evaluation->part;

  for (guint i = part->dependents_from[step]; i < part->dependents_from[step + 1]; i++)
    evaluation->dirty[part->dependents[i]] = 1;
}

static gboolean
slots_equal (const StileSlot *a, const StileSlot *b)
{
  return a->text && b->text && a->state == b->state && a->relevant == b->relevant
         && a->number == b->number && a->points == b->points && strcmp (a->text, b->text) == 0;
}

static void
count (StileEvaluation *evaluation, const StileQuestion *question, const StileSlot *slot, int by)
{
  if (slot->relevant && question->type != STILE_QUESTION_NOTE)
    evaluation->n_in_state[slot->state] += by;
}

static gboolean
evaluate_question (StileEvaluation *evaluation, guint index)
{
  const StileQuestion *question
    = &evaluation->plan->form->questions[evaluation->part->first_question + index];
  const StileAnswer *answer = evaluation->answers[index];
  StileSlot slot = nothing;
  gboolean changed;

  slot.relevant
    = !question->relevant || stile_expression_test (question->relevant, &evaluation->scope);

  if (slot.relevant)
    {
      slot.state = answer->state;
      if (answer->state == STILE_ANSWER_ANSWERED)
        {
          slot.points = stile_question_get_points (question, answer);
          slot.number = answer->number;
          if (!stile_question_is_number (question))
            slot.text = answer->text;
        }
      else if (evaluation->pass != STILE_PASS_AS_IS)
        {
          take (evaluation, question, &slot);
        }
    }

  changed = !slots_equal (&evaluation->slots[index], &slot);
  if (changed && !question->monitoring && question->domain != STILE_NONE)
    evaluation->stale_domains[question->domain] = TRUE;
  count (evaluation, question, &evaluation->slots[index], -1);
  count (evaluation, question, &slot, 1);
  evaluation->slots[index] = slot;
  return changed;
}

static gboolean
values_equal (const StileValue *a, const StileValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case STILE_VALUE_STRING:
      return strcmp (a->string, b->string) == 0;
    case STILE_VALUE_NUMBER:
      return memcmp (&a->number, &b->number, sizeof a->number) == 0;
    case STILE_VALUE_BOOLEAN:
    default:
      return a->boolean == b->boolean;
    }
}

static gboolean
evaluate_calculate (StileEvaluation *evaluation, guint index)
{
  const StileCalculate *calculate = &evaluation->plan->form->calculates[index];
  StileValue value = { 0 };
  gboolean changed;

  stile_expression_evaluate (calculate->value, &evaluation->scope, &value);
  /* A borrowed string may be that of an answer, which can go before this value is asked for. */
  if (value.type == STILE_VALUE_STRING && !value.owned)
    value.string = value.owned = g_strdup (value.string);

  changed = !values_equal (&evaluation->calculated[index], &value);
  stile_value_clear (&evaluation->calculated[index]);
  evaluation->calculated[index] = value;
  return changed;
}

void
stile_evaluation_update (StileEvaluation *evaluation)
{
  const StilePart *part = evaluation->part;
  guint step = evaluation->first_dirty;

  while (step < part->n_steps)
    {
      const guint8 *found = memchr (evaluation->dirty + step, 1, part->n_steps - step);
      gboolean changed;

      if (!found)
        break;

      step = (guint) (found - evaluation->dirty);
      evaluation->dirty[step] = 0;
      if (part->steps[step] < 0)
        changed = evaluate_calculate (evaluation, (guint) ~part->steps[step]);
      else
        changed = evaluate_question (evaluation, (guint) part->steps[step]);

      if (changed)
        {
          mark_dependents (evaluation, step);
          evaluation->stale |= part->watched[step];
        }
      step++;
    }

  evaluation->first_dirty = part->n_steps;
}

void
stile_evaluation_set_answer (StileEvaluation *evaluation, guint question,
                             const StileAnswer *answer)
{
  guint index = question - evaluation->part->first_question;

  g_assert (index < evaluation->part->n_questions);

  evaluation->answers[index] = answer ? answer : &unanswered;
  /* The text there may be gone by the time the slot is compared. */
  evaluation->slots[index].text = NULL;
  mark_dirty (evaluation, evaluation->part->question_steps[index]);
}

void
stile_evaluation_force (StileEvaluation *evaluation, guint question, const StileTaken *taken)
{
  if (!evaluation->forced)
    evaluation->forced = g_new0 (const StileTaken *, evaluation->part->n_questions);

  evaluation->forced[question] = taken;
  mark_dirty (evaluation, evaluation->part->question_steps[question]);
}

/* ---- The evaluation ---- */

StileEvaluation *
stile_evaluation_new (StileScoringPlan *plan, const StilePart *part, StilePass pass, guint32 today)
{
  StileEvaluation *evaluation = g_new0 (StileEvaluation, 1);
  const StileForm *form = plan->form;

  evaluation->plan = stile_scoring_plan_ref (plan);
  evaluation->part = part;
  evaluation->pass = pass;
  evaluation->answers = g_new (const StileAnswer *, part->n_questions);
  evaluation->slots = g_new (StileSlot, part->n_questions);
  evaluation->calculated = g_new (StileValue, part->n_calculates);
  evaluation->dirty = g_malloc (MAX (1, part->n_steps));
  memset (evaluation->dirty, 1, part->n_steps);
  evaluation->scores = g_new0 (double, form->n_domains);
  evaluation->levels = g_new0 (int, form->n_domains);
  evaluation->findings = g_new0 (gboolean, form->n_findings);
  evaluation->possible.scores = g_new0 (double, form->n_domains);
  evaluation->possible.levels = g_new0 (int, form->n_domains);
  evaluation->stale = STILE_WATCHED_BY_SCORES | STILE_WATCHED_BY_OUTCOME;
  evaluation->stale_domains = g_new (gboolean, form->n_domains);
  evaluation->because = g_new0 (GPtrArray *, form->n_domains);

  for (guint i = 0; i < form->n_domains; i++)
    evaluation->stale_domains[i] = TRUE;
  for (guint i = 0; i < part->n_questions; i++)
    {
      evaluation->answers[i] = &unanswered;
      evaluation->slots[i] = nothing;
    }
  for (guint i = 0; i < part->n_calculates; i++)
    evaluation->calculated[i] = (StileValue) { .type = STILE_VALUE_STRING, .string = "" };

  evaluation->scope = (StileScope) {
    .question = scope_question,
    .calculate = scope_calculate,
    .points = scope_points,
    .state = scope_state,
    .score = scope_score,
    .level = scope_level,
    .finding = scope_finding,
    .n_domains = form->n_domains,
    .self = { .type = STILE_VALUE_STRING, .string = "" },
    .today = today,
  };

  return evaluation;
}

void
stile_evaluation_follow (StileEvaluation *evaluation, const StileEvaluation *as_is)
{
  for (guint i = 0; i < as_is->part->n_questions; i++)
    {
      const StileAnswer *counted = as_is->slots[i].relevant ? as_is->answers[i] : &unanswered;

      if (evaluation->answers[i] != counted)
        stile_evaluation_set_answer (evaluation, as_is->part->first_question + i, counted);
    }

  stile_evaluation_update (evaluation);
}

void
stile_evaluation_free (StileEvaluation *evaluation)
{
  if (!evaluation)
    return;

  for (guint i = 0; i < evaluation->part->n_calculates; i++)
    stile_value_clear (&evaluation->calculated[i]);
  for (guint i = 0; i < evaluation->plan->form->n_domains; i++)
    g_clear_pointer (&evaluation->because[i], g_ptr_array_unref);
  g_free (evaluation->answers);
  g_free (evaluation->slots);
  g_free (evaluation->calculated);
  g_free (evaluation->dirty);
  g_free (evaluation->scores);
  g_free (evaluation->levels);
  g_free (evaluation->findings);
  g_free (evaluation->stale_domains);
  g_free (evaluation->because);
  g_free (evaluation->forced);
  g_free (evaluation->possible.scores);
  g_free (evaluation->possible.levels);
  stile_scoring_plan_unref (evaluation->plan);
  g_free (evaluation);
}
