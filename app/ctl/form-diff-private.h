// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to the comparison of forms: how two values of the same part are told apart. @name is how
 * the part is called, @what the value. Each function adds a line where the values differ. */

#pragma once

#include "form.h"
#include "list-diff.h"

G_BEGIN_DECLS

typedef struct
{
  const StileForm *before;
  const StileForm *after;
  GStrv languages; /* that either form has, without their own */
  GPtrArray *lines;
} StileFormDiff;

/** Compares a part that both have. */
typedef void (*StileCompareParts) (StileFormDiff *diff, const char *name, const void *before,
                                   const void *after);

/** Adds the line "NAME: …". */
void stile_diff_say (StileFormDiff *diff, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/** NULL stands for a value that is not there, here and in the next two. */
void stile_diff_words (StileFormDiff *diff, const char *name, const char *what, const char *before,
                       const char *after);
/** In the form's own language and in all others. */
void stile_diff_texts (StileFormDiff *diff, const char *name, const char *what,
                       const StileText *before, const StileText *after);
void stile_diff_expressions (StileFormDiff *diff, const char *name, const char *what,
                             const StileExpression *before, const StileExpression *after);
void stile_diff_numbers (StileFormDiff *diff, const char *name, const char *what, double before,
                         double after);
/** "now WHAT", or "no longer WHAT". */
void stile_diff_flags (StileFormDiff *diff, const char *name, const char *what, gboolean before,
                       gboolean after);

/** The parts of @whole, "" for the form itself, that are called @kind: what was added, removed or
 *  moved; @compare does the rest. */
void stile_diff_lists (StileFormDiff *diff, const char *whole, const char *kind, StileIdList before,
                       StileIdList after, StileCompareParts compare);

G_END_DECLS
