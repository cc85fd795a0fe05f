// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. One pass over what a goal depends on, while some answers are open: scoring,
 * with ranges. Nothing that could come of the answers lies outside of them. */

#pragma once

#include "expression-range.h"
#include "reach-search.h"

G_BEGIN_DECLS

typedef struct
{
  StileRange value;
  double least; /* points */
  double most;
  guint states;   /* a bit for each StileAnswerState */
  guint relevant; /* StileTruth */
} StileRangeSlot;

typedef struct
{
  StileRangeScope scope; /* first: an expression's scope is its pass */
  const StileScoringPlan *plan;
  const StileOptionTable *table;
  const gboolean *never;
  gboolean silent;
  const StileOption **assigned; /* of the form's questions; NULL where it is open */
  StileRangeSlot *slots;        /* the same */
  StileRange *calculated;
  StileRange *scores;
  guint *findings; /* StileTruth */
} StileRanges;

/** With every answer open. @table and @never are borrowed. */
void stile_ranges_init (StileRanges *ranges, const StileScoringPlan *plan,
                        const StileOptionTable *table, const gboolean *never);
/** Frees what it holds. */
void stile_ranges_clear (StileRanges *ranges);

/** Works out everything in @closure. */
void stile_ranges_update (StileRanges *ranges, const StileGoal *goal, const StileClosure *closure);

/** Whether the goal, a condition or category, may be met. StileTruth. */
guint stile_ranges_test (StileRanges *ranges, const StileGoal *goal);

/** FALSE when the question's constraint certainly forbids the option. */
gboolean stile_ranges_allow (StileRanges *ranges, guint question, const StileOption *option);

G_END_DECLS
