// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* All that a value could be, while not every answer is known: what a search for reachable parts
 * reasons with. A range may hold more than is possible, never less. */

#pragma once

#include "expression.h"

G_BEGIN_DECLS

/** What a condition may still turn out to be. */
typedef enum
{
  STILE_TRUTH_FALSE = 1 << 0,
  STILE_TRUTH_TRUE = 1 << 1,
  STILE_TRUTH_OPEN = STILE_TRUTH_FALSE | STILE_TRUTH_TRUE,
} StileTruth;

typedef struct
{
  gboolean exact;   /* nothing else than @value; a string of it is borrowed */
  StileValue value;
  gboolean answer;  /* it is the answer to a question itself */
  guint types;      /* a bit for each StileValueType */
  double least;     /* as a number; above @most where it can be none */
  double most;
  gboolean nan;     /* it may be no number */
  guint truth;      /* StileTruth, as a boolean */
} StileRange;

/** @value is borrowed for as long as the range is used. */
StileRange stile_range_exact (const StileValue *value);
/** Numbers from @least to @most; with @nan, also none. */
StileRange stile_range_number (double least, double most, gboolean nan);
/** Booleans. @truth: StileTruth. */
StileRange stile_range_truth (guint truth);
/** Any text, or none. */
StileRange stile_range_text (void);
/** Either of the two. */
StileRange stile_range_join (const StileRange *a, const StileRange *b);

/** XPath's +, -, * of two, and - of one. */
StileRange stile_range_add (const StileRange *a, const StileRange *b);
StileRange stile_range_subtract (const StileRange *a, const StileRange *b);
StileRange stile_range_multiply (const StileRange *a, const StileRange *b);
StileRange stile_range_negate (const StileRange *a);
/** Whether a < b, as XPath compares; with @or_equal, a <= b. StileTruth. */
guint stile_range_less (const StileRange *a, const StileRange *b, gboolean or_equal);
/** Whether a = b, as XPath compares. StileTruth. */
guint stile_range_equal (const StileRange *a, const StileRange *b);

G_END_DECLS
