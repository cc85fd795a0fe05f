// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "expression-uses.h"
#include "reach-search.h"

/* What a try costs is told by the length of the conditions: a hostile form has 20,000 of them, each
 * of 4,096 letters. */
#define LETTERS_OF_A_QUESTION 16
#define LETTERS_OF_A_TRY 128

typedef struct
{
  const StileScoringPlan *plan;
  const StilePart *part;
  StileClosure *closure;
} Marking;

static void
mark (Marking *marking, const StileExpression *expression)
{
  const StilePart *part = marking->part;
  guint n_questions, n_calculates;
  const guint *questions, *calculates;

  if (!expression)
    return;

  marking->closure->cost += (gint64) strlen (stile_expression_get_source (expression));
  questions = stile_expression_get_questions (expression, &n_questions);
  calculates = stile_expression_get_calculates (expression, &n_calculates);
  for (guint i = 0; i < n_questions; i++)
    marking->closure->steps[part->question_steps[questions[i] - part->first_question]] = TRUE;
  for (guint i = 0; i < n_calculates; i++)
    marking->closure->steps[part->calculate_steps[calculates[i]]] = TRUE;
  stile_expression_mark_outcomes (expression, marking->plan->form->n_domains,
                                  marking->closure->domains, marking->closure->findings);
}

static void
mark_domain (Marking *marking, guint domain)
{
  const StileScoringPlan *plan = marking->plan;
  const StileForm *form = plan->form;

  mark (marking, form->domains[domain].value);
  for (guint i = plan->members_from[domain]; i < plan->members_from[domain + 1]; i++)
    marking->closure->steps[marking->part->question_steps[plan->members[i]]] = TRUE;
  for (guint i = 0; i < form->n_scores && plan->ruled[domain]; i++)
    if (form->scores[i].domain == domain)
      mark (marking, form->scores[i].when);
}

/* From the last to the first: all of them only look back. */
static void
mark_steps (Marking *marking)
{
  const StileForm *form = marking->plan->form;
  const StilePart *part = marking->part;

  for (guint i = part->n_steps; i-- > 0;)
    {
      if (!marking->closure->steps[i])
        continue;
      if (part->steps[i] < 0)
        {
          mark (marking, form->calculates[~part->steps[i]].value);
          continue;
        }
      mark (marking, form->questions[part->first_question + (guint) part->steps[i]].relevant);
      mark (marking, form->questions[part->first_question + (guint) part->steps[i]].constraint);
    }
}

StileClosure *
stile_closure_new (const StileScoringPlan *plan, const StileGoal *goal)
{
  StileClosure *closure = g_new0 (StileClosure, 1);
  Marking marking = { plan, goal->part, closure };
  const StileForm *form = plan->form;

  closure->questions = g_array_new (FALSE, FALSE, sizeof (guint));
  closure->steps = g_new0 (gboolean, goal->part->n_steps);
  closure->domains = g_new0 (gboolean, form->n_domains);
  closure->findings = g_new0 (gboolean, form->n_findings);

  mark (&marking, goal->condition);
  for (int i = 0; i <= goal->category; i++)
    mark (&marking, form->categories[i].when);
  if (goal->domain != STILE_NONE)
    closure->domains[goal->domain] = TRUE;
  for (guint i = form->n_findings; i-- > 0;)
    if (closure->findings[i])
      mark (&marking, form->findings[i].when);
  for (guint i = 0; i < form->n_domains; i++)
    if (closure->domains[i])
      mark_domain (&marking, i);
  mark_steps (&marking);

  for (guint i = 0; i < goal->part->n_steps; i++)
    if (closure->steps[i] && goal->part->steps[i] >= 0)
      {
        guint question = goal->part->first_question + (guint) goal->part->steps[i];

        g_array_append_val (closure->questions, question);
      }
  closure->cost = 1 + (closure->cost + LETTERS_OF_A_QUESTION * closure->questions->len)
                        / LETTERS_OF_A_TRY;
  return closure;
}

void
stile_closure_free (StileClosure *closure)
{
  if (!closure)
    return;

  g_array_unref (closure->questions);
  g_free (closure->steps);
  g_free (closure->domains);
  g_free (closure->findings);
  g_free (closure);
}

gboolean
stile_goal_is_met (const StileGoal *goal, const StileEvaluation *evaluation)
{
  if (goal->category != STILE_NONE)
    return evaluation->category == (guint) goal->category;

  return stile_expression_test (goal->condition, &evaluation->scope);
}
