// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The functions of conditions: an allow-list. What is not in the table does not exist. */

#pragma once

#include "expression-private.h"

G_BEGIN_DECLS

/** Sets @result, which is empty, from @n_arguments values, which stay the caller's. Their strings
 *  that are handed on as the result must be taken from there, or copied. */
typedef void (*StileFunctionCall) (const StileScope *scope, StileValue *arguments,
                                   guint n_arguments, StileValue *result);

/** What an argument is: a value, or an id in quotation marks that is resolved when compiled. */
typedef enum
{
  STILE_ARGUMENT_VALUE = 'v',
  STILE_ARGUMENT_QUESTION = 'q',
  STILE_ARGUMENT_DOMAIN = 'd',
  STILE_ARGUMENT_DOMAINS = 'D', /* ids joined by blanks */
  STILE_ARGUMENT_LEVEL = 'l',
  STILE_ARGUMENT_FINDING = 'f',
} StileArgumentKind;

typedef struct
{
  const char *name;
  const char *arguments; /* a letter of StileArgumentKind each; the last one repeats */
  guint least;
  guint most;
  gboolean results_only; /* only in findings, alerts, categories, referrals */
  StileOp op;
  guint detail;
  StileFunctionCall call; /* of STILE_OP_CALL */
} StileFunction;

/** NULL when there is no function called @name. */
const StileFunction *stile_function_find (const char *name);
const StileFunction *stile_function_get (guint index);
guint stile_function_count (void);
guint stile_function_get_index (const StileFunction *function);
/** " Did you mean “x”?" or "". Free with g_free. */
char *stile_function_dup_hint (const char *name);

G_END_DECLS
