// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-private.h"

#include <math.h>

#include "expression-functions.h"

/* Most conditions need two or three. */
#define SMALL_STACK 16

static void
push_level (const StileScope *scope, const StileInstruction *code, StileValue *value)
{
  int level = scope->level (scope, code->index);

  stile_value_set_number (value, level < 0 ? NAN : level);
}

static void
push_count (const StileScope *scope, const StileInstruction *code, StileValue *value)
{
  guint n = code->list != NULL ? code->n : scope->n_domains;
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      guint domain = code->list != NULL ? code->list[i] : i;

      count += scope->level (scope, domain) >= (int) code->detail;
    }
  stile_value_set_number (value, count);
}

/* An instruction that takes nothing from the stack. */
static void
push (const StileScope *scope, const StileInstruction *code, StileValue *value)
{
  switch ((int) code->op)
    {
    case STILE_OP_NUMBER:
      stile_value_set_number (value, code->number);
      break;
    case STILE_OP_STRING:
      stile_value_set_string (value, code->string);
      break;
    case STILE_OP_SELF:
      *value = scope->self;
      value->owned = NULL;
      break;
    case STILE_OP_QUESTION:
      stile_value_set_string (value, "");
      scope->question (scope, code->index, value);
      break;
    case STILE_OP_CALCULATE:
      stile_value_set_string (value, "");
      scope->calculate (scope, code->index, value);
      break;
    case STILE_OP_POINTS:
      stile_value_set_number (value, scope->points (scope, code->index));
      break;
    case STILE_OP_STATE:
      stile_value_set_boolean (value, scope->state (scope, code->index) == code->detail);
      break;
    case STILE_OP_SCORE:
      stile_value_set_number (value, scope->score (scope, code->index));
      break;
    case STILE_OP_LEVEL:
      push_level (scope, code, value);
      break;
    case STILE_OP_AT_LEAST:
      stile_value_set_boolean (value, scope->level (scope, code->index) >= (int) code->detail);
      break;
    case STILE_OP_COUNT_AT_LEAST:
      push_count (scope, code, value);
      break;
    case STILE_OP_FINDING:
      stile_value_set_boolean (value, scope->finding (scope, code->index));
      break;
    default:
      g_assert_not_reached ();
    }
}

static double
calculate (StileOp op, double a, double b)
{
  switch ((int) op)
    {
    case STILE_OP_ADD:
      return a + b;
    case STILE_OP_SUBTRACT:
      return a - b;
    case STILE_OP_MULTIPLY:
      return a * b;
    case STILE_OP_DIVIDE:
      return a / b;
    case STILE_OP_MODULO:
      return fmod (a, b);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
compare (StileOp op, const StileValue *a, const StileValue *b)
{
  switch ((int) op)
    {
    case STILE_OP_EQUAL:
      return stile_value_equal (a, b);
    case STILE_OP_NOT_EQUAL:
      return !stile_value_equal (a, b);
    case STILE_OP_LESS:
      return stile_value_to_number (a) < stile_value_to_number (b);
    case STILE_OP_LESS_EQUAL:
      return stile_value_to_number (a) <= stile_value_to_number (b);
    case STILE_OP_GREATER:
      return stile_value_to_number (a) > stile_value_to_number (b);
    case STILE_OP_GREATER_EQUAL:
      return stile_value_to_number (a) >= stile_value_to_number (b);
    default:
      g_assert_not_reached ();
    }
}

/* Puts the result of an operator with two sides in the place of @a. */
static void
combine (StileOp op, StileValue *a, StileValue *b)
{
  StileValue result;

  if (op < STILE_OP_ADD)
    stile_value_set_boolean (&result, compare (op, a, b));
  else
    stile_value_set_number (
      &result, calculate (op, stile_value_to_number (a), stile_value_to_number (b)));
  stile_value_clear (a);
  stile_value_clear (b);
  *a = result;
}

/* Puts the result of a call in the place of its first argument. */
static void
call (const StileInstruction *code, const StileScope *scope, StileValue *arguments)
{
  StileValue result;

  stile_function_get (code->index)->call (scope, arguments, code->n, &result);
  for (guint i = 0; i < code->n; i++)
    stile_value_clear (&arguments[i]);
  *arguments = result;
}

static void
make_boolean (StileValue *value)
{
  gboolean boolean = stile_value_to_boolean (value);

  stile_value_clear (value);
  stile_value_set_boolean (value, boolean);
}

static void
run (const StileExpression *expression, const StileScope *scope, StileValue *stack)
{
  StileValue *top = stack; /* the first free one */

  for (guint i = 0; i < expression->n_code; i++)
    {
      const StileInstruction *code = &expression->code[i];

      if (code->op < STILE_OP_CALL)
        push (scope, code, top++);
      else if (code->op == STILE_OP_CALL)
        {
          call (code, scope, top - code->n);
          top = top - code->n + 1;
        }
      else if (code->op == STILE_OP_OR || code->op == STILE_OP_AND)
        {
          make_boolean (top - 1);
          if (top[-1].boolean == (code->op == STILE_OP_OR))
            i = code->index - 1;
          else
            top--;
        }
      else if (code->op == STILE_OP_BOOLEAN)
        make_boolean (top - 1);
      else if (code->op == STILE_OP_NEGATE)
        {
          double number = -stile_value_to_number (top - 1);

          stile_value_clear (top - 1);
          stile_value_set_number (top - 1, number);
        }
      else
        {
          top--;
          combine (code->op, top - 1, top);
        }
    }
  g_assert (top == stack + 1);
}

void
stile_expression_evaluate (const StileExpression *expression, const StileScope *scope,
                           StileValue *value)
{
  StileValue small[SMALL_STACK];
  g_autofree StileValue *large = NULL;
  StileValue *stack = small;

  if (expression->stack > SMALL_STACK)
    stack = large = g_new (StileValue, expression->stack);
  run (expression, scope, stack);
  *value = stack[0];
}

gboolean
stile_expression_test (const StileExpression *expression, const StileScope *scope)
{
  g_auto (StileValue) value = { .string = "" };

  stile_expression_evaluate (expression, scope, &value);
  return stile_value_to_boolean (&value);
}

double
stile_expression_number (const StileExpression *expression, const StileScope *scope)
{
  g_auto (StileValue) value = { .string = "" };

  stile_expression_evaluate (expression, scope, &value);
  return stile_value_to_number (&value);
}

const guint *
stile_expression_get_questions (const StileExpression *expression, guint *n_questions)
{
  *n_questions = expression->n_questions;
  return expression->questions;
}

const guint *
stile_expression_get_calculates (const StileExpression *expression, guint *n_calculates)
{
  *n_calculates = expression->n_calculates;
  return expression->calculates;
}

const char *
stile_expression_get_source (const StileExpression *expression)
{
  return expression->source;
}
