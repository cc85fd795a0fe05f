// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Evaluates a condition while not every answer is known. */

#pragma once

#include "range.h"

G_BEGIN_DECLS

/** What an expression can see: StileScope, with ranges. Sets the range, or returns it. */
typedef struct _StileRangeScope StileRangeScope;
struct _StileRangeScope
{
  void (*question) (const StileRangeScope *scope, guint question, StileRange *range);
  void (*calculate) (const StileRangeScope *scope, guint calculate, StileRange *range);
  void (*points) (const StileRangeScope *scope, guint question, StileRange *range);
  /** A bit for each StileAnswerState it may have. */
  guint (*states) (const StileRangeScope *scope, guint question);
  void (*score) (const StileRangeScope *scope, guint domain, StileRange *range);
  /** @least is -1 where there may be no level, @most where there is none. */
  void (*levels) (const StileRangeScope *scope, guint domain, int *least, int *most);
  guint (*finding) (const StileRangeScope *scope, guint finding); /* StileTruth */
  guint n_domains;
  StileRange self;
  guint32 today;         /* the day that the dates of answers were chosen for */
  GStringChunk *strings; /* room for new ones */
};

/** All that @expression may be. An answer that is a date counts from @today; otherwise nothing
 *  rests on what day it is. */
StileRange stile_expression_range (const StileExpression *expression,
                                   const StileRangeScope *scope);

G_END_DECLS
