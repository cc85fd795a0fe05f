// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reach-sampler.h"

#include "score.h"

StileSampler *
stile_sampler_new (StileScoringPlan *plan, const StilePart *part, const StileOptionTable *table)
{
  StileSampler *sampler = g_new0 (StileSampler, 1);

  sampler->form = plan->form;
  sampler->part = part;
  sampler->table = table;
  sampler->evaluation = stile_evaluation_new (plan, part, STILE_PASS_AS_IS, table->today);
  sampler->chosen = g_new0 (guint, part->n_questions);
  /* The same sets every time. */
  sampler->rand = g_rand_new_with_seed (1);
  return sampler;
}

void
stile_sampler_free (StileSampler *sampler)
{
  if (!sampler)
    return;

  stile_evaluation_free (sampler->evaluation);
  g_free (sampler->chosen);
  g_rand_free (sampler->rand);
  g_free (sampler);
}

static const StileOption *
get_option (const StileSampler *sampler, guint question)
{
  return &sampler->table->of[question]
            .options[sampler->chosen[question - sampler->part->first_question]];
}

static void
choose (StileSampler *sampler, guint question, guint option)
{
  sampler->chosen[question - sampler->part->first_question] = option;
  stile_evaluation_set_answer (sampler->evaluation, question,
                               &get_option (sampler, question)->answer);
}

static void
refresh (StileSampler *sampler)
{
  stile_evaluation_update (sampler->evaluation);
  if (sampler->part->first_question == 0)
    stile_evaluation_score (sampler->evaluation);
}

static gboolean
is_allowed (StileSampler *sampler, guint question)
{
  const StileOption *option = get_option (sampler, question);

  if (!sampler->form->questions[question].constraint
      || option->answer.state != STILE_ANSWER_ANSWERED
      || !stile_evaluation_get_slot (sampler->evaluation, question)->relevant)
    return TRUE;

  return stile_evaluation_allows (sampler->evaluation, &sampler->form->questions[question],
                                  option->answer.text, option->answer.number);
}

/* ---- Whole sets ---- */

static guint
find_option_with_points (const StileOptions *options, double points)
{
  for (guint i = 1; i < options->n_plain; i++)
    if (options->options[i].points == points)
      return i;
  return options->n_plain - 1;
}

/* Nothing, the most points, the least; then each question's first answer, second, …; in the end
 * anything. */
static guint
pick (StileSampler *sampler, const StileOptions *options, guint round)
{
  if (round == 0 || options->n_plain == 1)
    return 0;
  if (round == 1)
    return find_option_with_points (options, options->most);
  if (round == 2)
    return find_option_with_points (options, options->least);
  if (round < 10)
    return 1 + (round - 3) % (options->n_plain - 1);
  return (guint) g_rand_int_range (sampler->rand, 0, (gint32) options->n_plain);
}

/* Conditions only look back, so one pass is enough. */
static void
keep_to_constraints (StileSampler *sampler)
{
  const StilePart *part = sampler->part;

  for (guint i = part->first_question; i < part->first_question + part->n_questions; i++)
    {
      guint n = sampler->table->of[i].n_plain;

      if (is_allowed (sampler, i))
        continue;
      while (n > 0)
        {
          choose (sampler, i, --n);
          stile_evaluation_update (sampler->evaluation);
          if (is_allowed (sampler, i))
            break;
        }
    }
}

void
stile_sampler_answer_all (StileSampler *sampler, guint round)
{
  const StilePart *part = sampler->part;

  for (guint i = part->first_question; i < part->first_question + part->n_questions; i++)
    choose (sampler, i, pick (sampler, &sampler->table->of[i], round));
  stile_evaluation_update (sampler->evaluation);
  keep_to_constraints (sampler);
  refresh (sampler);
}

/* ---- One goal ---- */

/* More combinations than these are not gone through. */
#define MOST_COMBINATIONS 512

static void
add_questions (GArray *questions, const StileExpression *expression)
{
  guint n;
  const guint *indices;

  if (!expression)
    return;

  indices = stile_expression_get_questions (expression, &n);
  g_array_append_vals (questions, indices, n);
}

/* What the condition looks at itself, also by way of a calculate. */
static GArray *
collect_questions (const StileForm *form, const StileGoal *goal)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (guint));
  const StileExpression *condition = goal->condition;
  const guint *calculates;
  guint n = 0;

  if (goal->category != STILE_NONE)
    condition = form->categories[goal->category].when;
  if (!condition)
    return questions;
  add_questions (questions, condition);
  calculates = stile_expression_get_calculates (condition, &n);
  for (guint i = 0; i < n; i++)
    add_questions (questions, form->calculates[calculates[i]].value);
  return questions;
}

static gboolean
is_met (StileSampler *sampler, const StileGoal *goal, const GArray *questions)
{
  refresh (sampler);
  for (guint i = 0; i < questions->len; i++)
    if (!is_allowed (sampler, g_array_index (questions, guint, i)))
      return FALSE;
  return stile_goal_is_met (goal, sampler->evaluation);
}

/* The next of all combinations of their answers; FALSE after the last. */
static gboolean
turn (StileSampler *sampler, const GArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);
      guint next = sampler->chosen[question - sampler->part->first_question] + 1;

      if (next < sampler->table->of[question].n_plain)
        {
          choose (sampler, question, next);
          return TRUE;
        }
      choose (sampler, question, 0);
    }
  return FALSE;
}

/* What a change of the answer costs: all that depends on it is worked out anew. */
static gint64
get_cost (const StileSampler *sampler, guint question)
{
  const StilePart *part = sampler->part;
  guint step = part->question_steps[question - part->first_question];

  return 1 + 4 * (gint64) (part->dependents_from[step + 1] - part->dependents_from[step]);
}

static gboolean
try_combinations (StileSampler *sampler, const StileGoal *goal, const GArray *questions,
                  gint64 *tries)
{
  for (guint i = 0; i < questions->len; i++)
    choose (sampler, g_array_index (questions, guint, i), 0);
  do
    {
      *tries -= questions->len > 0 ? get_cost (sampler, g_array_index (questions, guint, 0)) : 1;
      if (is_met (sampler, goal, questions))
        return TRUE;
    }
  while (*tries > 0 && turn (sampler, questions));
  return FALSE;
}

static gboolean
try_single_changes (StileSampler *sampler, const StileGoal *goal, const GArray *questions,
                    gint64 *tries)
{
  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);
      guint before = sampler->chosen[question - sampler->part->first_question];

      for (guint j = 0; j < sampler->table->of[question].n_plain && *tries > 0; j++)
        {
          choose (sampler, question, j);
          *tries -= get_cost (sampler, question);
          if (is_met (sampler, goal, questions))
            return TRUE;
        }
      choose (sampler, question, before);
    }
  return FALSE;
}

static gboolean
meet (StileSampler *sampler, const StileGoal *goal, gint64 *tries)
{
  g_autoptr (GArray) questions = collect_questions (sampler->form, goal);
  gsize combinations = 1;

  if (is_met (sampler, goal, questions))
    return TRUE;
  for (guint i = 0; i < questions->len && combinations <= MOST_COMBINATIONS; i++)
    combinations *= sampler->table->of[g_array_index (questions, guint, i)].n_plain;
  if (combinations <= MOST_COMBINATIONS)
    return try_combinations (sampler, goal, questions, tries);
  return try_single_changes (sampler, goal, questions, tries);
}

gboolean
stile_sampler_mend (StileSampler *sampler, const StileGoal *goal, const StileClosure *closure,
                    gint64 *tries)
{
  for (guint i = 0; i < closure->questions->len && *tries > 0; i++)
    {
      const StileQuestion *question
        = &sampler->form->questions[g_array_index (closure->questions, guint, i)];
      StileGoal asked = { sampler->part, question->relevant, STILE_NONE, STILE_NONE };

      if (stile_evaluation_get_slot (sampler->evaluation, question->index)->relevant)
        continue;
      if (!meet (sampler, &asked, tries))
        break;
    }
  if (!meet (sampler, goal, tries))
    return FALSE;

  /* One of the changes may have made an answer, given before, not fit any more. */
  for (guint i = 0; i < closure->questions->len; i++)
    if (!is_allowed (sampler, g_array_index (closure->questions, guint, i)))
      return FALSE;
  return TRUE;
}
