// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reach-search.h"

#include <math.h>

#include "reach-ranges.h"
#include "score.h"

/* A score that is this little higher is no reason to go on. */
#define MARGIN 1e-8

/* Deeper, the tries would be gone before a single leaf is reached. */
#define MOST_QUESTIONS 1000

struct _StileSearch
{
  StileScoringPlan *plan;
  const StileOptionTable *table;
  StileRanges ranges;
  StileEvaluation *evaluations[2]; /* of the scoring and of the monitoring part */

  /* The run. */
  const StileGoal *goal;
  const StileClosure *closure;
  GArray *order;    /* of guint: the questions, those that a few answers stand for last */
  gboolean vague;   /* a branch was left for which a few answers stood, not all */
  gboolean stopped; /* found, or tried for long enough */
  double best;
  double bound;     /* no score is above; of a domain */
  gint64 *tries;
};

StileSearch *
stile_search_new (StileScoringPlan *plan, const StileOptionTable *table, const gboolean *never)
{
  StileSearch *search = g_new0 (StileSearch, 1);
  const StilePart *parts[2] = { &plan->scoring, &plan->monitoring };

  search->plan = stile_scoring_plan_ref (plan);
  search->table = table;
  search->order = g_array_new (FALSE, FALSE, sizeof (guint));
  stile_ranges_init (&search->ranges, plan, table, never);
  for (guint i = 0; i < 2; i++)
    search->evaluations[i]
      = stile_evaluation_new (plan, parts[i], STILE_PASS_AS_IS, table->today);
  return search;
}

void
stile_search_free (StileSearch *search)
{
  if (!search)
    return;

  for (guint i = 0; i < 2; i++)
    stile_evaluation_free (search->evaluations[i]);
  stile_ranges_clear (&search->ranges);
  g_array_unref (search->order);
  stile_scoring_plan_unref (search->plan);
  g_free (search);
}

/* ---- Trying for real ---- */

static gboolean
is_allowed (StileEvaluation *evaluation, const StileQuestion *question, const StileOption *option)
{
  if (!option || option->answer.state != STILE_ANSWER_ANSWERED
      || !stile_evaluation_get_slot (evaluation, question->index)->relevant)
    return TRUE;

  return stile_evaluation_allows (evaluation, question, option->answer.text,
                                  option->answer.number);
}

/* What is assigned, as it would be scored: how good it is, or -INFINITY where a constraint does not
 * let it be given. */
static double
try_assigned (StileSearch *search)
{
  const StileGoal *goal = search->goal;
  const GArray *questions = search->closure->questions;
  StileEvaluation *evaluation
    = search->evaluations[goal->part == &search->plan->scoring ? 0 : 1];
  double value = -INFINITY;
  gboolean allowed = TRUE;

  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);
      const StileOption *option = search->ranges.assigned[question];

      stile_evaluation_set_answer (evaluation, question, option ? &option->answer : NULL);
    }
  stile_evaluation_update (evaluation);
  for (guint i = 0; i < questions->len && allowed; i++)
    {
      guint question = g_array_index (questions, guint, i);

      allowed = is_allowed (evaluation, &search->plan->form->questions[question],
                            search->ranges.assigned[question]);
    }

  if (goal->part == &search->plan->scoring)
    stile_evaluation_score (evaluation);
  if (allowed && goal->domain != STILE_NONE)
    value = goal->low ? -evaluation->scores[goal->domain] : evaluation->scores[goal->domain];
  else if (allowed)
    value = stile_goal_is_met (goal, evaluation);
  for (guint i = 0; i < questions->len; i++)
    stile_evaluation_set_answer (evaluation, g_array_index (questions, guint, i), NULL);
  return isnan (value) ? -INFINITY : value;
}

/* ---- Branch and bound ---- */

/* The best that could still come of what is assigned. */
static double
get_bound (StileSearch *search, gboolean *certain)
{
  const StileGoal *goal = search->goal;
  guint truth;

  stile_ranges_update (&search->ranges, goal, search->closure);
  *certain = FALSE;
  if (goal->domain != STILE_NONE)
    return goal->low ? -search->ranges.scores[goal->domain].least
                     : search->ranges.scores[goal->domain].most;

  truth = stile_ranges_test (&search->ranges, goal);
  *certain = truth == STILE_TRUTH_TRUE;
  return truth & STILE_TRUTH_TRUE ? 1 : 0;
}

static void
take_value (StileSearch *search, double value)
{
  search->best = MAX (search->best, value);
  if (search->goal->domain == STILE_NONE ? search->best >= 1 : search->best >= search->bound)
    search->stopped = TRUE;
}

static void branch (StileSearch *search, guint depth);

static void
branch_on (StileSearch *search, guint question, guint depth)
{
  const StileOptions *options = &search->table->of[question];
  guint n = search->ranges.silent ? options->n : options->n_plain;

  search->vague |= !options->exact;
  /* The last first: those with the most points tend to stand there. */
  for (guint i = n; i-- > 0 && !search->stopped;)
    {
      search->ranges.assigned[question] = NULL;
      if (i + 1 < n)
        stile_ranges_update (&search->ranges, search->goal, search->closure);
      if (!stile_ranges_allow (&search->ranges, question, &options->options[i]))
        continue;
      search->ranges.assigned[question] = &options->options[i];
      branch (search, depth + 1);
    }
  search->ranges.assigned[question] = NULL;
}

/* Recursion is as deep as the closure is long, which stile_search_run() bounds. */
static void
branch (StileSearch *search, guint depth)
{
  gboolean certain;
  double bound;

  *search->tries -= search->closure->cost;
  if (*search->tries <= 0)
    {
      search->stopped = TRUE;
      return;
    }
  bound = get_bound (search, &certain);
  if (depth == 0)
    search->bound = bound;
  if (bound <= search->best + MARGIN * (1 + fabs (search->best)))
    return;
  if (certain || depth == search->order->len)
    take_value (search, try_assigned (search));
  /* What is not asked need not be branched on. */
  while (depth < search->order->len
         && search->ranges.slots[g_array_index (search->order, guint, depth)].relevant
              == STILE_TRUTH_FALSE)
    if (++depth == search->order->len && !search->stopped)
      take_value (search, try_assigned (search));
  if (depth < search->order->len && !search->stopped)
    branch_on (search, g_array_index (search->order, guint, depth), depth);
}

static void
set_order (StileSearch *search)
{
  const GArray *questions = search->closure->questions;

  g_array_set_size (search->order, 0);
  for (guint exact = 2; exact-- > 0;)
    for (guint i = 0; i < questions->len; i++)
      {
        guint question = g_array_index (questions, guint, i);

        search->ranges.assigned[question] = NULL;
        if (search->table->of[question].exact == (gboolean) exact)
          g_array_append_val (search->order, question);
      }
}

StileFound
stile_search_run (StileSearch *search, const StileGoal *goal, const StileClosure *closure,
                  gboolean silent, double *best, gint64 *tries)
{
  gboolean is_domain = goal->domain != STILE_NONE;

  search->goal = goal;
  search->closure = closure;
  search->ranges.silent = silent;
  search->vague = search->stopped = FALSE;
  search->best = is_domain ? *best : 0;
  search->bound = INFINITY;
  search->tries = tries;
  set_order (search);
  if (search->order->len > MOST_QUESTIONS)
    {
      gboolean certain;

      search->bound = get_bound (search, &certain);
      if (!is_domain && search->bound == 0)
        return STILE_FOUND_NEVER;
      if (is_domain)
        *best = MAX (*best, search->bound);
      return STILE_FOUND_UNDECIDED;
    }

  branch (search, 0);
  if (!is_domain && search->best >= 1)
    return STILE_FOUND_YES;
  if (is_domain && search->best >= search->bound)
    {
      *best = search->best;
      return STILE_FOUND_YES;
    }
  if (*tries <= 0 || search->vague)
    {
      if (is_domain)
        *best = MAX (search->best, search->bound);
      return STILE_FOUND_UNDECIDED;
    }
  if (is_domain)
    *best = search->best;
  return is_domain ? STILE_FOUND_YES : STILE_FOUND_NEVER;
}
