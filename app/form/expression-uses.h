// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What an expression does with answers, so that a few of them can stand for all. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** A number of years, months or days that a date is held against. */
typedef struct
{
  char unit; /* 'y', 'm', 'd' */
  double length;
} StileSpan;

/** All that the expressions of a form compare the answer to one question with. */
typedef struct
{
  GArray *numbers;    /* of double */
  GPtrArray *strings; /* of const char *, borrowed */
  GArray *spans;      /* of StileSpan */
  gboolean elsewhere; /* it is used in other ways too */
  gboolean declined;  /* declined('it') is asked somewhere */
  gboolean unknown;
} StileUses;

/** Nothing is known yet. */
void stile_uses_init (StileUses *uses);
/** Frees what it holds. */
void stile_uses_clear (StileUses *uses);

/** Adds to @uses, one for each question of the form, and to @numbers (of double) every number that
 *  is written in @expression. @self is the question whose constraint it is, or STILE_NONE. */
void stile_expression_collect_uses (const StileExpression *expression, int self, StileUses *uses,
                                    GArray *numbers);

/** Sets, at the index of each domain and finding that @expression looks at, TRUE. */
void stile_expression_mark_outcomes (const StileExpression *expression, guint n_domains,
                                     gboolean *domains, gboolean *findings);

G_END_DECLS
