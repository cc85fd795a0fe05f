// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. Looks for answers that lead to a goal, and finds out that there are none.
 *
 * Open answers are ranges, so a whole branch is left as soon as no answer below it could lead
 * there; what is found is then tried with the very evaluation that scores interviews. */

#pragma once

#include "evaluation.h"
#include "reach-options.h"

G_BEGIN_DECLS

/** A condition that should come true, or a score that should be as high, or low, as it can be. */
typedef struct
{
  const StilePart *part;
  const StileExpression *condition; /* of a question, finding, alert, referral; or NULL */
  int category;                     /* or STILE_NONE */
  int domain;                       /* the score of this one; or STILE_NONE */
  gboolean low;                     /* the opposite of that score */
} StileGoal;

/** What a goal depends on. */
typedef struct
{
  GArray *questions; /* of guint, rising: indices in the form */
  gboolean *steps;   /* of the part */
  gboolean *domains;
  gboolean *findings;
  gint64 cost; /* of one try: that of a small closure is 1 */
} StileClosure;

/** Also by way of other questions, calculates, scores and findings. */
StileClosure *stile_closure_new (const StileScoringPlan *plan, const StileGoal *goal);
void stile_closure_free (StileClosure *closure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileClosure, stile_closure_free)

/** Whether the goal, a condition or category, is met by a scored evaluation. */
gboolean stile_goal_is_met (const StileGoal *goal, const StileEvaluation *evaluation);

typedef enum
{
  STILE_FOUND_NEVER, /* whatever is answered */
  STILE_FOUND_YES,
  STILE_FOUND_UNDECIDED, /* looked for long enough */
} StileFound;

typedef struct _StileSearch StileSearch;

/** @never: questions, by their index, that are known never to be asked; borrowed. */
StileSearch *stile_search_new (StileScoringPlan *plan, const StileOptionTable *table,
                               const gboolean *never);
void stile_search_free (StileSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileSearch, stile_search_free)

/** Looks for answers. @silent: "declined" and "unknown" are answers too. For the score of a domain,
 *  or its opposite, @best is the highest known so far and becomes the highest there is;
 *  STILE_FOUND_UNDECIDED leaves there a bound that none is above. It is not used otherwise. Takes
 *  its tries from @tries. */
StileFound stile_search_run (StileSearch *search, const StileGoal *goal,
                             const StileClosure *closure, gboolean silent, double *best,
                             gint64 *tries);

G_END_DECLS
