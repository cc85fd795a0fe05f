// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. A few answers to each question that stand for all of them, as far as any
 * condition of the form can tell them apart. */

#pragma once

#include "scoring-plan.h"

G_BEGIN_DECLS

/** @answer points into the options. */
typedef struct
{
  StileAnswer answer;
  double points;
} StileOption;

typedef struct
{
  StileOption *options; /* the first is "unanswered" */
  guint n;
  guint n_plain;  /* the first of them: answered or not; behind them, declined and unknown */
  gboolean exact; /* no other answer could lead anywhere else */
  double least;   /* the range of their points */
  double most;
} StileOptions;

typedef struct
{
  StileOptions *of; /* one for each question of the form */
  guint n_questions;
  guint32 today;    /* the day that dates were chosen for */
  GStringChunk *strings;
} StileOptionTable;

/** For all questions, by all conditions of @form. */
StileOptionTable *stile_option_table_new (const StileForm *form);
void stile_option_table_free (StileOptionTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileOptionTable, stile_option_table_free)

G_END_DECLS
