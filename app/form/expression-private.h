// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A compiled condition: instructions for a machine with a stack of values. A chain of a thousand
 * terms is a thousand instructions on a flat stack, so nothing recurses when it is evaluated. */

#pragma once

#include "arena.h"
#include "expression.h"
#include "form-names.h"
#include "form.h"

G_BEGIN_DECLS

/** The deepest nesting of parentheses and function calls. */
#define STILE_EXPRESSION_MAX_DEPTH 64

typedef enum
{
  STILE_OP_NUMBER,
  STILE_OP_STRING,
  STILE_OP_SELF,
  STILE_OP_QUESTION,
  STILE_OP_CALCULATE,
  STILE_OP_POINTS,
  STILE_OP_STATE,
  STILE_OP_SCORE,
  STILE_OP_LEVEL,
  STILE_OP_AT_LEAST,
  STILE_OP_COUNT_AT_LEAST,
  STILE_OP_FINDING,
  STILE_OP_CALL,
  /* From here on they take values from the stack. */
  STILE_OP_OR,  /* if the top is true, goes on at @index with true; else drops it */
  STILE_OP_AND, /* the same with false */
  STILE_OP_BOOLEAN,
  STILE_OP_EQUAL,
  STILE_OP_NOT_EQUAL,
  STILE_OP_LESS,
  STILE_OP_LESS_EQUAL,
  STILE_OP_GREATER,
  STILE_OP_GREATER_EQUAL,
  STILE_OP_ADD,
  STILE_OP_SUBTRACT,
  STILE_OP_MULTIPLY,
  STILE_OP_DIVIDE,
  STILE_OP_MODULO,
  STILE_OP_NEGATE,
} StileOp;

typedef struct
{
  StileOp op;
  guint at;     /* byte in the source, for faults */
  guint index;  /* of the question, domain, function, …; of the instruction to go on at */
  guint detail; /* a level or an answer state */
  guint n;      /* arguments of a call; entries of @list */
  union
  {
    double number;
    const char *string;
    const guint *list; /* domains */
  };
} StileInstruction;

struct _StileExpression
{
  const char *source;
  const StileInstruction *code;
  guint n_code;
  guint stack; /* how many values it needs at most */
  const guint *questions;
  guint n_questions;
  const guint *calculates;
  guint n_calculates;
};

typedef enum
{
  STILE_PLACE_RELEVANT,
  STILE_PLACE_CONSTRAINT,
  STILE_PLACE_CALCULATE,
  STILE_PLACE_DOMAIN_VALUE,
  STILE_PLACE_SCORE,
  STILE_PLACE_FINDING,
  STILE_PLACE_ALERT,
  STILE_PLACE_CATEGORY,
  STILE_PLACE_REFERRAL,
} StilePlace;

/** What an expression may name, as a condition only looks back. */
typedef struct
{
  StilePlace place;
  gboolean monitoring;         /* it stands in the monitoring part */
  guint n_questions;           /* those before this index */
  guint n_calculates;
  guint n_findings;
  const StileQuestion *self;   /* of a relevant or constraint, else NULL */
  const char *calculate;       /* the id of the calculate it belongs to, else NULL */
  const char *finding;         /* the same for a finding */
} StileView;

/** Compiles @source into memory of @arena. @form needs its questions, calculates, domains, levels
 *  and findings only, with @names for them. NULL if something is wrong: then @faults has been
 *  given at least one fault, on line 0, with the byte of @source, counted from 1, as its column. */
StileExpression *stile_expression_compile (const char *source, const StileView *view,
                                           const StileForm *form, StileNames *names,
                                           StileArena *arena, GPtrArray *faults);

/** XPath's number() of a string. */
double stile_string_to_number (const char *string);
gboolean stile_value_equal (const StileValue *a, const StileValue *b);

/** Each forgets what was there before. */
void stile_value_set_number (StileValue *value, double number);
void stile_value_set_boolean (StileValue *value, gboolean boolean);
/** Borrows @string. */
void stile_value_set_string (StileValue *value, const char *string);
/** Takes @string. */
void stile_value_take_string (StileValue *value, char *string);
/** Its string without a copy where it is one; else a copy, kept in @value. */
const char *stile_value_as_string (StileValue *value);

G_END_DECLS
