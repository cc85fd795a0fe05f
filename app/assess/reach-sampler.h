// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. Whole sets of answers to one part of a form, one after another: most of
 * what a form can lead to is met by some of them, and need not be searched for. */

#pragma once

#include "reach-search.h"

G_BEGIN_DECLS

typedef struct
{
  const StileForm *form;
  const StilePart *part;
  const StileOptionTable *table;
  StileEvaluation *evaluation; /* of the answers as they are now; scored */
  guint *chosen;               /* of the part's questions: the option */
  GRand *rand;
} StileSampler;

/** Nothing is answered yet. @table is borrowed. */
StileSampler *stile_sampler_new (StileScoringPlan *plan, const StilePart *part,
                                 const StileOptionTable *table);
void stile_sampler_free (StileSampler *sampler);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileSampler, stile_sampler_free)

/** Answers everything anew: set number @round, from 0 on. Every answer fits its constraint. */
void stile_sampler_answer_all (StileSampler *sampler, guint round);

/** Changes answers, from those as they are, until @goal is met, a condition or category: first so
 *  that all it looks at is asked, then what it looks at. Takes its tries from @tries. */
gboolean stile_sampler_mend (StileSampler *sampler, const StileGoal *goal,
                             const StileClosure *closure, gint64 *tries);

G_END_DECLS
