// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A condition of a form: the part of XPath 1.0 that the form language allows, compiled once and
 * evaluated often. Names are resolved to indices when it is compiled, so that an expression knows
 * what it depends on, and evaluation looks nothing up.
 *
 * Semantics are those of XPath 1.0 (conversions, comparison, NaN); the tests compare with
 * libxml2. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest expression, in characters. */
#define STILE_EXPRESSION_MAX_CHARS 4096

typedef struct _StileExpression StileExpression;

typedef enum
{
  STILE_ANSWER_UNANSWERED,
  STILE_ANSWER_ANSWERED,
  STILE_ANSWER_DECLINED, /* "prefer not to say" */
  STILE_ANSWER_UNKNOWN,  /* "don't know" */
  STILE_N_ANSWER_STATES,
} StileAnswerState;

typedef enum
{
  STILE_VALUE_STRING,
  STILE_VALUE_NUMBER,
  STILE_VALUE_BOOLEAN,
} StileValueType;

/** A value of XPath. @string is never NULL for a string; it is borrowed unless @owned is set, in
 *  which case stile_value_clear() frees it. */
typedef struct
{
  StileValueType type;
  double number;
  gboolean boolean;
  const char *string;
  char *owned;
} StileValue;

void stile_value_clear (StileValue *value);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StileValue, stile_value_clear)

/** XPath's number() and boolean(). */
double stile_value_to_number (const StileValue *value);
gboolean stile_value_to_boolean (const StileValue *value);
/** Free with g_free. Numbers have at most 15 significant digits and no exponent. */
char *stile_value_to_string (const StileValue *value);
/** A number as the language writes it: at most 15 significant digits, never an exponent, no
 *  negative zero; "NaN", "Infinity". Free with g_free. */
char *stile_number_to_string (double number);

/** What an expression can see. Indices are those of the form's arrays. A question that is not
 *  relevant is empty here: value '', 0 points, unanswered. An expression calls only what the
 *  place it stands in allows, so the scope of a `relevant` may leave score, level, finding NULL. */
typedef struct _StileScope StileScope;
struct _StileScope
{
  /** Sets @value to the answer: a string or a number, '' when there is none. Borrowed strings. */
  void (*question) (const StileScope *scope, guint question, StileValue *value);
  void (*calculate) (const StileScope *scope, guint calculate, StileValue *value);
  double (*points) (const StileScope *scope, guint question);
  StileAnswerState (*state) (const StileScope *scope, guint question);
  double (*score) (const StileScope *scope, guint domain); /* NaN when there is none */
  int (*level) (const StileScope *scope, guint domain);    /* -1 when there is none */
  gboolean (*finding) (const StileScope *scope, guint finding);
  guint n_domains;
  StileValue self;     /* "." in a constraint */
  guint32 today;       /* Julian day (g_date_get_julian) of the day the assessment started */
};

/** Evaluates. @value must be cleared by the caller. Never fails: what makes no sense is NaN,
 *  false or ''. Where the language is its own master: min() and max() are NaN as soon as one
 *  argument is; coalesce() and if() keep the type of what they choose; round() rounds halves up,
 *  and takes at most 15 digits; years-since() and months-since() count whole ones that have passed,
 *  below 0 for a day to come, and are NaN, like days-since(), for what is no YYYY-MM-DD. */
void stile_expression_evaluate (const StileExpression *expression, const StileScope *scope,
                                StileValue *value);
/** The same, as XPath's boolean() and number(). */
gboolean stile_expression_test (const StileExpression *expression, const StileScope *scope);
double stile_expression_number (const StileExpression *expression, const StileScope *scope);

/** What it depends on: indices into the form's questions and calculates, rising, without
 *  repetition. Borrowed. */
const guint *stile_expression_get_questions (const StileExpression *expression, guint *n_questions);
const guint *stile_expression_get_calculates (const StileExpression *expression,
                                              guint *n_calculates);

/** As it stands in the form. Borrowed. */
const char *stile_expression_get_source (const StileExpression *expression);

G_END_DECLS
