// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scoring-plan.h"

#include <string.h>

#include "candidates.h"

/* ---- Who depends on whom ---- */

/* Counts (with @fill NULL) or writes the edges from all that @expression sees to @step. */
static void
add_edges (const StilePart *part, const StileExpression *expression, guint step, guint *at,
           guint *fill)
{
  guint n_questions, n_calculates;
  const guint *questions, *calculates;

  if (!expression)
    return;

  questions = stile_expression_get_questions (expression, &n_questions);
  calculates = stile_expression_get_calculates (expression, &n_calculates);

  for (guint i = 0; i < n_questions + n_calculates; i++)
    {
      guint from;

      if (i >= n_questions)
        from = part->calculate_steps[calculates[i - n_questions]];
      else if (questions[i] - part->first_question < part->n_questions)
        from = part->question_steps[questions[i] - part->first_question];
      else
        continue;

      if (fill)
        fill[at[from]] = step;
      at[from]++;
    }
}

static void
add_all_edges (const StileForm *form, const StilePart *part, guint *at, guint *fill)
{
  for (guint step = 0; step < part->n_steps; step++)
    {
      if (part->steps[step] < 0)
        {
          add_edges (part, form->calculates[~part->steps[step]].value, step, at, fill);
        }
      else
        {
          const StileQuestion *question
            = &form->questions[part->first_question + (guint) part->steps[step]];

          add_edges (part, question->relevant, step, at, fill);
          /* What an open question is taken with must be allowed. */
          if (question->n_choices > 0 || question->n_bands > 0)
            add_edges (part, question->constraint, step, at, fill);
        }
    }
}

static void
init_dependents (const StileForm *form, StilePart *part)
{
  guint total = 0;
  g_autofree guint *at = g_new0 (guint, part->n_steps + 1);

  part->dependents_from = g_new (guint, part->n_steps + 1);
  add_all_edges (form, part, at, NULL);

  for (guint step = 0; step <= part->n_steps; step++)
    {
      part->dependents_from[step] = total;
      total += at[step];
      at[step] = part->dependents_from[step];
    }

  part->dependents = g_new (guint, total);
  add_all_edges (form, part, at, part->dependents);
}

static void
watch (StilePart *part, const StileExpression *expression, StileWatched by)
{
  guint n_questions, n_calculates;
  const guint *questions, *calculates;

  if (!expression)
    return;

  questions = stile_expression_get_questions (expression, &n_questions);
  calculates = stile_expression_get_calculates (expression, &n_calculates);
  for (guint i = 0; i < n_questions; i++)
    if (questions[i] < part->n_questions)
      part->watched[part->question_steps[questions[i]]] |= by;
  for (guint i = 0; i < n_calculates; i++)
    part->watched[part->calculate_steps[calculates[i]]] |= by;
}

/* A name of a function that only looks like it makes some what-ifs slower, never wrong. */
static gboolean
sees_scores (const StileExpression *expression)
{
  return expression && strstr (stile_expression_get_source (expression), "score");
}

static void
init_watched (StileScoringPlan *plan)
{
  const StileForm *form = plan->form;

  plan->ruled = g_new0 (gboolean, form->n_domains);
  for (guint i = 0; i < form->n_domains; i++)
    {
      plan->ruled[i] = form->domains[i].value != NULL;
      watch (&plan->scoring, form->domains[i].value, STILE_WATCHED_BY_SCORES);
    }
  for (guint i = 0; i < form->n_scores; i++)
    {
      plan->ruled[form->scores[i].domain] = TRUE;
      watch (&plan->scoring, form->scores[i].when, STILE_WATCHED_BY_SCORES);
    }
  for (guint i = 0; i < form->n_findings; i++)
    {
      plan->outcome_sees_scores |= sees_scores (form->findings[i].when);
      watch (&plan->scoring, form->findings[i].when, STILE_WATCHED_BY_OUTCOME);
    }
  for (guint i = 0; i < form->n_categories; i++)
    {
      plan->outcome_sees_scores |= sees_scores (form->categories[i].when);
      watch (&plan->scoring, form->categories[i].when, STILE_WATCHED_BY_OUTCOME);
    }
}

/* ---- The order of evaluation ---- */

static void
init_part (const StileForm *form, StilePart *part, guint first, guint n_questions,
           guint n_calculates)
{
  guint calculate = 0;

  part->first_question = first;
  part->n_questions = n_questions;
  part->n_calculates = n_calculates;
  part->steps = g_new (int, n_questions + n_calculates);
  part->question_steps = g_new (guint, n_questions);
  part->calculate_steps = g_new (guint, n_calculates);

  for (guint i = 0; i <= n_questions; i++)
    {
      while (calculate < n_calculates
             && (i == n_questions || form->calculates[calculate].after_questions <= first + i))
        {
          part->calculate_steps[calculate] = part->n_steps;
          part->steps[part->n_steps++] = ~(int) calculate++;
        }
      if (i < n_questions)
        {
          part->question_steps[i] = part->n_steps;
          part->steps[part->n_steps++] = (int) i;
        }
    }

  part->watched = g_new0 (guint8, part->n_steps);
  init_dependents (form, part);
}

static void
clear_part (StilePart *part)
{
  g_free (part->steps);
  g_free (part->question_steps);
  g_free (part->calculate_steps);
  g_free (part->dependents_from);
  g_free (part->dependents);
  g_free (part->watched);
}

/* ---- Least and most ---- */

static void
reach_further (StileReach *reach, const char *text, double number, double points, gboolean first)
{
  StileTaken taken = { .text = text, .number = number, .points = points };

  if (first || points < reach->least.points)
    reach->least = taken;
  if (first || points > reach->most.points)
    reach->most = taken;
}

static void
take_selection (StileScoringPlan *plan, const StileQuestion *question, gboolean most,
                StileTaken *taken)
{
  g_autofree char *text
    = stile_question_dup_selection (question, most, NULL, NULL, &taken->points);

  if (text)
    taken->text = g_string_chunk_insert_const (plan->strings, text);
}

static void
init_reach (StileScoringPlan *plan, const StileQuestion *question, StileReach *reach)
{
  reach->scores = stile_question_scores (question);
  reach->least.text = reach->most.text = "";

  if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    {
      take_selection (plan, question, FALSE, &reach->least);
      take_selection (plan, question, TRUE, &reach->most);
    }
  else if (question->n_bands > 0)
    {
      g_autofree double *numbers = g_new (double, question->n_bands + 1);
      guint n = stile_question_get_numbers (question, NULL, NULL, numbers);

      for (guint i = 0; i < n; i++)
        reach_further (reach, "", numbers[i],
                       stile_question_get_number_points (question, numbers[i]), i == 0);
    }
  else
    {
      for (guint i = 0; i < question->n_choices; i++)
        reach_further (reach, question->choices[i].id, 0, question->choices[i].points, i == 0);
    }
}

/* ---- Domains ---- */

static void
init_members (StileScoringPlan *plan)
{
  const StileForm *form = plan->form;
  guint n_questions = plan->scoring.n_questions;
  guint total = 0;
  g_autofree guint *at = g_new0 (guint, form->n_domains + 1);

  plan->members_from = g_new (guint, form->n_domains + 1);
  for (guint i = 0; i < n_questions; i++)
    if (form->questions[i].domain != STILE_NONE && plan->reach[i].scores)
      at[form->questions[i].domain]++;

  for (guint i = 0; i <= form->n_domains; i++)
    {
      plan->members_from[i] = total;
      total += at[i];
      at[i] = plan->members_from[i];
    }

  plan->members = g_new (guint, total);
  for (guint i = 0; i < n_questions; i++)
    if (form->questions[i].domain != STILE_NONE && plan->reach[i].scores)
      plan->members[at[form->questions[i].domain]++] = i;
}

/* ---- What leads to points ---- */

/* The step whose value decides whether other questions are asked that score, which answers they may
 * have, or whether score rules hold: itself or over others. */
static gboolean
leads_to_points (const StileScoringPlan *plan, const guint8 *leads, guint step)
{
  const StilePart *part = &plan->scoring;

  if (part->watched[step] & STILE_WATCHED_BY_SCORES)
    return TRUE;

  for (guint i = part->dependents_from[step]; i < part->dependents_from[step + 1]; i++)
    {
      guint dependent = part->dependents[i];

      if (leads[dependent]
          || (part->steps[dependent] >= 0 && plan->reach[part->steps[dependent]].scores))
        return TRUE;
    }

  return FALSE;
}

static void
init_leading (StileScoringPlan *plan)
{
  guint n_steps = plan->scoring.n_steps;
  g_autofree guint8 *leads = g_new0 (guint8, n_steps);

  /* Whoever depends on a step stands behind it. */
  for (guint step = n_steps; step-- > 0;)
    {
      leads[step] = leads_to_points (plan, leads, step);
      plan->n_leading += leads[step];
    }

  plan->leading = g_new (guint, plan->n_leading);
  for (guint step = 0, n = 0; step < n_steps; step++)
    if (leads[step])
      plan->leading[n++] = step;
}

/* ---- The plan ---- */

StileScoringPlan *
stile_scoring_plan_new (StileForm *form)
{
  StileScoringPlan *plan = g_new0 (StileScoringPlan, 1);
  guint n_scoring = 0;

  while (n_scoring < form->n_questions && !form->questions[n_scoring].monitoring)
    n_scoring++;

  g_atomic_ref_count_init (&plan->references);
  plan->form = stile_form_ref (form);
  plan->strings = g_string_chunk_new (512);
  init_part (form, &plan->scoring, 0, n_scoring, form->n_calculates);
  init_part (form, &plan->monitoring, n_scoring, form->n_questions - n_scoring, 0);

  plan->reach = g_new0 (StileReach, n_scoring);
  for (guint i = 0; i < n_scoring; i++)
    init_reach (plan, &form->questions[i], &plan->reach[i]);
  init_members (plan);
  init_watched (plan);
  init_leading (plan);

  return plan;
}

StileScoringPlan *
stile_scoring_plan_ref (StileScoringPlan *plan)
{
  g_atomic_ref_count_inc (&plan->references);
  return plan;
}

void
stile_scoring_plan_unref (StileScoringPlan *plan)
{
  if (!g_atomic_ref_count_dec (&plan->references))
    return;

  clear_part (&plan->scoring);
  clear_part (&plan->monitoring);
  g_free (plan->reach);
  g_free (plan->members_from);
  g_free (plan->members);
  g_free (plan->ruled);
  g_free (plan->leading);
  g_string_chunk_free (plan->strings);
  stile_form_unref (plan->form);
  g_free (plan);
}
