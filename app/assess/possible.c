// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "possible-private.h"

#include <math.h>

#include "candidates.h"
#include "score.h"

/* ---- What is uncertain ---- */

static gboolean
is_open (const StileEvaluation *pass, guint question)
{
  return pass->answers[question]->state != STILE_ANSWER_ANSWERED
         && pass->plan->form->questions[question].type != STILE_QUESTION_NOTE;
}

static gboolean
any_is_open (const StileEvaluation *pass)
{
  const StileScoringPlan *plan = pass->plan;

  for (guint i = 0; i < plan->n_leading; i++)
    {
      int step = pass->part->steps[plan->leading[i]];

      if (step >= 0 && pass->slots[step].relevant && is_open (pass, (guint) step))
        return TRUE;
    }

  return FALSE;
}

gboolean
stile_possible_seeks_most (const StilePossible *possible, guint domain)
{
  return possible->greatest != possible->pass->plan->form->domains[domain].falls;
}

static void
add_option (StilePossible *possible, guint step, guint domain, gboolean rule, double now,
            double points)
{
  double bound
    = stile_possible_seeks_most (possible, domain) ? MAX (0, points) : MIN (0, points);
  StileOption option
    = { .step = step, .domain = domain, .rule = rule, .now = now, .bound = bound };

  g_array_append_val (possible->options, option);
}

/* The points that a question of @domain would give if it were asked. */
static double
get_points (const StilePossible *possible, guint domain, guint index)
{
  const StileEvaluation *pass = possible->pass;
  const StileReach *reach = &pass->plan->reach[index];

  if (!is_open (pass, index))
    return stile_question_get_points (&pass->plan->form->questions[index], pass->answers[index]);

  return stile_possible_seeks_most (possible, domain) ? reach->most.points : reach->least.points;
}

static void
add_question (StilePossible *possible, guint step)
{
  const StileEvaluation *pass = possible->pass;
  guint index = (guint) pass->part->steps[step];
  int domain = pass->plan->form->questions[index].domain;

  if (domain != STILE_NONE && pass->plan->reach[index].scores
      && !pass->plan->form->domains[domain].value)
    add_option (possible, step, (guint) domain, FALSE, pass->slots[index].points,
                get_points (possible, (guint) domain, index));
}

static void
mark_dependents (StilePossible *possible, guint step)
{
  const StilePart *part = possible->pass->part;

  for (guint i = part->dependents_from[step]; i < part->dependents_from[step + 1]; i++)
    {
      guint dependent = part->dependents[i];

      if (!(possible->uncertain[dependent] & STILE_UNCERTAIN_MAYBE)
          && part->steps[dependent] >= 0)
        add_question (possible, dependent);
      possible->uncertain[dependent] |= STILE_UNCERTAIN_MAYBE;
    }
}

static void
mark (StilePossible *possible)
{
  const StileEvaluation *pass = possible->pass;
  const StileScoringPlan *plan = pass->plan;

  for (guint i = 0; i < plan->n_leading; i++)
    {
      guint step = plan->leading[i];
      int index = pass->part->steps[step];

      if (index >= 0 && is_open (pass, (guint) index)
          && (pass->slots[index].relevant || possible->uncertain[step]))
        {
          possible->uncertain[step] |= STILE_UNCERTAIN_OPEN;
          g_array_append_val (possible->open, index);
        }
      if (possible->uncertain[step])
        mark_dependents (possible, step);
    }
}

int
stile_possible_get_uncertain_step (const StilePossible *possible,
                                   const StileExpression *expression)
{
  const StilePart *part = possible->pass->part;
  guint n_questions, n_calculates;
  const guint *questions = stile_expression_get_questions (expression, &n_questions);
  const guint *calculates = stile_expression_get_calculates (expression, &n_calculates);

  for (guint i = 0; i < n_questions; i++)
    if (possible->uncertain[part->question_steps[questions[i]]])
      return (int) part->question_steps[questions[i]];
  for (guint i = 0; i < n_calculates; i++)
    if (possible->uncertain[part->calculate_steps[calculates[i]]])
      return (int) part->calculate_steps[calculates[i]];

  return STILE_NONE;
}

static void
add_rules (StilePossible *possible)
{
  const StileForm *form = possible->pass->plan->form;

  for (guint i = 0; i < form->n_scores; i++)
    {
      const StileScoreRule *rule = &form->scores[i];
      int step = stile_possible_get_uncertain_step (possible, rule->when);

      if (step != STILE_NONE)
        add_option (possible, (guint) step, rule->domain, TRUE,
                    stile_expression_test (rule->when, &possible->pass->scope) ? rule->points : 0,
                    rule->points);
    }
}

/* ---- Bounds ---- */

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left < right) - (left > right);
}

/* The largest mean of @n points that sum up to @sum and of any of the @others. */
static double
bound_mean (double sum, guint n, GArray *others)
{
  g_array_sort (others, compare_falling);
  for (guint i = 0; i < others->len; i++)
    {
      double points = g_array_index (others, double, i);

      if (n > 0 ? points * n <= sum : points <= 0)
        break;
      sum += points;
      n++;
    }

  return n > 0 ? sum / n : 0;
}

/* The same for the largest point, or (not @most) the smallest largest. */
static double
bound_max (double max, guint n, const GArray *others, gboolean most)
{
  double bound = n > 0 ? max : 0;

  for (guint i = 0; i < others->len && (most || n == 0); i++)
    {
      double points = g_array_index (others, double, i);

      bound = most ? MAX (bound, points) : MIN (bound, points);
    }

  return bound;
}

/* What a domain of a mean or a maximum comes to in the pass (@now) or can come to at the furthest,
 * its score rules left aside. */
static double
bound_joined (const StilePossible *possible, guint domain, gboolean now)
{
  const StileEvaluation *pass = possible->pass;
  const StileScoringPlan *plan = pass->plan;
  gboolean mean = plan->form->domains[domain].score == STILE_SCORE_MEAN;
  gboolean most = stile_possible_seeks_most (possible, domain);
  /* The least mean is the largest of the opposite. */
  double sign = mean && !most ? -1 : 1, sum = 0, max = -INFINITY;
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = plan->members_from[domain]; i < plan->members_from[domain + 1]; i++)
    {
      guint question = plan->members[i];
      const StileSlot *slot = &pass->slots[question];
      guint8 uncertain = possible->uncertain[pass->part->question_steps[question]];

      if (!now && uncertain & STILE_UNCERTAIN_MAYBE)
        {
          double points = sign * get_points (possible, domain, question);

          g_array_append_val (others, points);
        }
      else if (slot->relevant)
        {
          sum += sign * slot->points;
          max = MAX (max, slot->points);
          n++;
        }
    }

  return mean ? sign * bound_mean (sum, n, others) : bound_max (max, n, others, most);
}

/* What @domain has in the pass; where nothing of it is asked there, what its score rules would
 * add. */
static double
get_score (const StilePossible *possible, guint domain)
{
  const StileForm *form = possible->pass->plan->form;
  double score = possible->pass->scores[domain];

  if (!isnan (score))
    return score;

  score = 0;
  for (guint i = 0; i < form->n_scores; i++)
    if (form->scores[i].domain == domain
        && stile_expression_test (form->scores[i].when, &possible->pass->scope))
      score += form->scores[i].points;

  return score;
}

static double
bound_domain (const StilePossible *possible, guint domain)
{
  gboolean sum = possible->pass->plan->form->domains[domain].score == STILE_SCORE_SUM;
  double bound = get_score (possible, domain);

  if (!sum)
    bound += bound_joined (possible, domain, FALSE) - bound_joined (possible, domain, TRUE);

  for (guint i = 0; i < possible->options->len; i++)
    {
      const StileOption *option = &g_array_index (possible->options, StileOption, i);

      if ((sum || option->rule) && option->domain == domain)
        bound += option->bound - option->now;
    }

  return bound;
}

/* Sums are bounded option by option; the others here. Whether anything can lead beyond the pass. */
static gboolean
find_bounds (StilePossible *possible)
{
  const StileForm *form = possible->pass->plan->form;
  gboolean beyond = FALSE;

  for (guint i = 0; i < possible->options->len; i++)
    {
      const StileOption *option = &g_array_index (possible->options, StileOption, i);
      const StileDomain *domain = &form->domains[option->domain];

      /* Where a low score is the worse, there may be none at all: that is seen of all together. */
      if (domain->score == STILE_SCORE_MAX || domain->score == STILE_SCORE_MEAN
          || (domain->score == STILE_SCORE_SUM && domain->falls))
        possible->joined[option->domain] = TRUE;
      else
        beyond |= option->bound != option->now;
      beyond |= domain->falls && !option->rule;
    }

  for (guint i = 0; i < form->n_domains; i++)
    {
      const StileDomain *domain = &form->domains[i];

      if (domain->value
          && stile_possible_get_uncertain_step (possible, domain->value) != STILE_NONE)
        {
          possible->joined[i] = TRUE;
          possible->bounds[i] = NAN;
          beyond = TRUE;
        }
      else if (possible->joined[i])
        {
          possible->bounds[i] = bound_domain (possible, i);
          beyond |= possible->bounds[i] != possible->pass->scores[i];
        }
    }

  return beyond;
}

/* ---- Making one ---- */

StilePossible *
stile_possible_new (StileEvaluation *pass)
{
  g_autoptr (StilePossible) possible = NULL;
  guint n_domains = pass->plan->form->n_domains;

  if (!any_is_open (pass))
    return NULL;

  possible = g_new0 (StilePossible, 1);
  possible->pass = pass;
  possible->greatest = pass->pass == STILE_PASS_HIGHEST;
  possible->uncertain = g_new0 (guint8, pass->part->n_steps);
  possible->options = g_array_new (FALSE, FALSE, sizeof (StileOption));
  possible->open = g_array_new (FALSE, FALSE, sizeof (guint));
  possible->joined = g_new0 (gboolean, n_domains);
  possible->bounds = g_new0 (double, n_domains);
  mark (possible);
  add_rules (possible);

  return find_bounds (possible) ? g_steal_pointer (&possible) : NULL;
}

void
stile_possible_free (StilePossible *possible)
{
  if (!possible)
    return;

  g_free (possible->uncertain);
  g_array_unref (possible->options);
  g_array_unref (possible->open);
  g_free (possible->joined);
  g_free (possible->bounds);
  g_free (possible);
}

/* Whether @pass may have been widened. */
static gboolean
find_possible (StileEvaluation *pass)
{
  const StileForm *form = pass->plan->form;
  g_autoptr (StilePossible) possible = NULL;

  /* Not memcpy(): a form without domains has no arrays. */
  for (guint i = 0; i < form->n_domains; i++)
    {
      pass->possible.scores[i] = pass->scores[i];
      pass->possible.levels[i] = pass->levels[i];
    }
  pass->possible.category = pass->category;

  possible = stile_possible_new (pass);
  if (possible)
    stile_possible_search (possible);
  return possible != NULL;
}

/* A value may fall where the points of an answer rise. Whether any did. */
static gboolean
turn_values (StileEvaluation *least, StileEvaluation *greatest)
{
  const StileForm *form = least->plan->form;
  gboolean turned = FALSE;

  for (guint i = 0; i < form->n_domains; i++)
    {
      double *low = &least->possible.scores[i], *high = &greatest->possible.scores[i];

      if (form->domains[i].value && (form->domains[i].falls ? *low < *high : *low > *high))
        {
          double score = *low;

          *low = *high;
          *high = score;
          turned = TRUE;
        }
    }

  return turned;
}

void
stile_evaluation_find_possible (StileEvaluation *least, StileEvaluation *greatest)
{
  gboolean least_widened = find_possible (least);
  gboolean greatest_widened = find_possible (greatest);
  gboolean turned = turn_values (least, greatest);

  if (least_widened || turned)
    stile_possible_note_widened (least);
  if (greatest_widened || turned)
    stile_possible_note_widened (greatest);
}
