// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to possible*.c. What is uncertain in a lowest or highest pass, and what follows. */

#pragma once

#include "possible.h"

G_BEGIN_DECLS

typedef enum
{
  STILE_UNCERTAIN_OPEN = 1 << 0,  /* an open question that others look at */
  STILE_UNCERTAIN_MAYBE = 1 << 1, /* depends on one: it may be asked or not */
} StileUncertain;

/** Points that a question or a score rule may add to a domain or not. */
typedef struct
{
  guint step; /* what it depends on, or is */
  guint domain;
  gboolean rule;
  double now;   /* in the pass */
  double bound; /* no answers lead beyond */
} StileOption;

typedef struct
{
  StileEvaluation *pass;
  gboolean greatest; /* the greatest need is looked for, else the least */
  guint8 *uncertain; /* StileUncertain of each step */
  GArray *options;   /* of StileOption */
  GArray *open;      /* of guint: the questions that are STILE_UNCERTAIN_OPEN, rising */
  gboolean *joined;  /* domains whose points cannot be looked at one by one */
  double *bounds;    /* of the joined domains; NaN where there is none */
} StilePossible;

/** NULL where nothing is uncertain, or nothing could lead beyond the pass. */
StilePossible *stile_possible_new (StileEvaluation *pass);
void stile_possible_free (StilePossible *possible);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePossible, stile_possible_free)

/** Whether the furthest score of @domain is its highest: that of the greatest need, or of the least
 *  where a low score is the worse. */
gboolean stile_possible_seeks_most (const StilePossible *possible, guint domain);

/** The first step that @expression looks at and that is uncertain, or STILE_NONE. */
int stile_possible_get_uncertain_step (const StilePossible *possible,
                                       const StileExpression *expression);

/** All answers to an open question that the points or the conditions of others could tell apart, as
 *  StileTaken. Empty where they cannot be counted: numbers, dates, texts, long lists. */
GArray *stile_possible_list_answers (const StilePossible *possible, guint question);

/** Goes through the answers of the open questions, together for those that have to do with each
 *  other, as long as they are few enough; bounds stand for the others. Writes the scores, and the
 *  furthest category that was met, to pass->possible. */
void stile_possible_search (StilePossible *possible);

/** The levels of the scores in pass->possible, and the category of all of them together. */
void stile_possible_note_widened (StileEvaluation *pass);

G_END_DECLS
