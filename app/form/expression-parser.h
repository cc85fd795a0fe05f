// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the two halves of the compiler share: expression-parser.c follows the grammar,
 * expression-names.c says what the names in it mean. */

#pragma once

#include "expression-functions.h"
#include "expression-private.h"
#include "expression-tokens.h"
#include "fault-rules.h"

G_BEGIN_DECLS

/** The most ids one function takes. */
#define STILE_MAX_REFERENCES 2

typedef struct
{
  const StileView *view;
  const StileForm *form;
  StileNames *names;
  StileArena *arena;
  GPtrArray *faults;
  GArray *tokens; /* of StileToken */
  guint next;
  GArray *code; /* of StileInstruction */
  guint depth;  /* of the stack where the code has come to */
  guint stack;
  guint nesting;
  gboolean stopped;
  GArray *questions; /* of guint */
  GArray *calculates;
} StileParser;

/** The token that comes next: borrowed, and not taken. */
const StileToken *stile_parser_peek (const StileParser *parser);
/** The new instruction: borrowed until the next one. */
StileInstruction *stile_parser_emit (StileParser *parser, StileOp op, guint at);

/** What a variable and "." stand for, and the fault of an argument that has to be a literal. */
void stile_parser_variable (StileParser *parser, const StileToken *token);
void stile_parser_self (StileParser *parser, const StileToken *token);
void stile_parser_not_a_literal (StileParser *parser, const StileFunction *function,
                                 StileArgumentKind kind);
/** Ends a call whose arguments were read; their instructions begin with @start. */
void stile_parser_finish_call (StileParser *parser, const StileFunction *function, guint at,
                               guint n_arguments, const StileToken **literals, guint start);
/** Whether the choice exists, where a question's answer is compared with a literal. The two sides
 *  are the instructions from @left and from @right on, to the end. */
void stile_parser_check_choice (StileParser *parser, guint left, guint right);

G_END_DECLS
