// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-uses.h"

#include <math.h>

#include "expression-functions.h"
#include "expression-private.h"

void
stile_uses_init (StileUses *uses)
{
  *uses = (StileUses) { 0 };
  uses->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  uses->strings = g_ptr_array_new ();
  uses->spans = g_array_new (FALSE, FALSE, sizeof (StileSpan));
}

void
stile_uses_clear (StileUses *uses)
{
  g_array_unref (uses->numbers);
  g_ptr_array_unref (uses->strings);
  g_array_unref (uses->spans);
}

static const StileInstruction *
get (const StileExpression *expression, guint i)
{
  return i < expression->n_code ? &expression->code[i] : NULL;
}

static gboolean
is (const StileInstruction *code, StileOp op)
{
  return code != NULL && code->op == op;
}

static gboolean
is_comparison (const StileInstruction *code)
{
  return code != NULL && code->op >= STILE_OP_EQUAL && code->op <= STILE_OP_GREATER_EQUAL;
}

static gboolean
is_literal (const StileInstruction *code)
{
  return is (code, STILE_OP_NUMBER) || is (code, STILE_OP_STRING);
}

static const char *
get_function (const StileInstruction *code)
{
  return is (code, STILE_OP_CALL) ? stile_function_get (code->index)->name : "";
}

/* A literal, with a sign behind it if it has one. */
typedef struct
{
  const char *string; /* or NULL */
  double number;
} Literal;

/* The literal that the value of @n instructions from @at on is compared with, on either side. */
static gboolean
find_literal (const StileExpression *expression, guint at, guint n, Literal *literal)
{
  const StileInstruction *code = NULL;
  double sign = 1;

  if (is_comparison (get (expression, at + n)))
    {
      /* Unsigned wrap makes what stands before the first instruction absent. */
      code = get (expression, at - 1);
      if (is (code, STILE_OP_NEGATE))
        {
          sign = -1;
          code = get (expression, at - 2);
        }
    }
  else if (is_comparison (get (expression, at + n + 1)))
    code = get (expression, at + n);
  else if (is (get (expression, at + n + 1), STILE_OP_NEGATE)
           && is_comparison (get (expression, at + n + 2)))
    {
      sign = -1;
      code = get (expression, at + n);
    }
  if (!is_literal (code))
    return FALSE;
  literal->string = code->op == STILE_OP_STRING ? code->string : NULL;
  literal->number =
    sign * (code->op == STILE_OP_STRING ? stile_string_to_number (code->string) : code->number);
  return TRUE;
}

static gboolean
collect_span (const StileExpression *expression, guint at, StileUses *uses)
{
  const char *name = get_function (get (expression, at + 1));
  Literal literal;
  StileSpan span = { .unit = name[0] };

  if (!g_str_has_suffix (name, "-since") || !find_literal (expression, at, 2, &literal))
    return FALSE;
  span.length = literal.number;
  if (isfinite (span.length))
    g_array_append_val (uses->spans, span);
  return TRUE;
}

static gboolean
collect_selected (const StileExpression *expression, guint at, StileUses *uses)
{
  const StileInstruction *choice = get (expression, at + 1);

  if (!is (choice, STILE_OP_STRING)
      || !g_str_equal (get_function (get (expression, at + 2)), "selected"))
    return FALSE;
  g_ptr_array_add (uses->strings, (gpointer) choice->string);
  return TRUE;
}

static void
collect_answer (const StileExpression *expression, guint at, StileUses *uses)
{
  gboolean is_coalesced = is_literal (get (expression, at + 1))
                          && g_str_equal (get_function (get (expression, at + 2)), "coalesce");
  Literal literal;

  if (collect_selected (expression, at, uses) || collect_span (expression, at, uses))
    return;
  /* coalesce($n, 0) is the answer or, where there is none, always the same. */
  if (!find_literal (expression, at, is_coalesced ? 3 : 1, &literal))
    {
      uses->elsewhere = TRUE;
      return;
    }
  if (literal.string != NULL)
    g_ptr_array_add (uses->strings, (gpointer) literal.string);
  if (isfinite (literal.number))
    g_array_append_val (uses->numbers, literal.number);
}

void
stile_expression_collect_uses (const StileExpression *expression, int self, StileUses *uses,
                               GArray *numbers)
{
  for (guint i = 0; i < expression->n_code; i++)
    {
      const StileInstruction *code = &expression->code[i];

      if (code->op == STILE_OP_QUESTION)
        collect_answer (expression, i, &uses[code->index]);
      else if (code->op == STILE_OP_SELF && self != STILE_NONE)
        collect_answer (expression, i, &uses[self]);
      else if (code->op == STILE_OP_NUMBER)
        g_array_append_val (numbers, code->number);
      else if (code->op == STILE_OP_STATE && code->detail == STILE_ANSWER_DECLINED)
        uses[code->index].declined = TRUE;
      else if (code->op == STILE_OP_STATE && code->detail == STILE_ANSWER_UNKNOWN)
        uses[code->index].unknown = TRUE;
    }
}

void
stile_expression_mark_outcomes (const StileExpression *expression, guint n_domains,
                                gboolean *domains, gboolean *findings)
{
  for (guint i = 0; i < expression->n_code; i++)
    {
      const StileInstruction *code = &expression->code[i];
      guint n = code->list != NULL ? code->n : n_domains;

      if (code->op == STILE_OP_SCORE || code->op == STILE_OP_LEVEL
          || code->op == STILE_OP_AT_LEAST)
        domains[code->index] = TRUE;
      else if (code->op == STILE_OP_FINDING)
        findings[code->index] = TRUE;
      else if (code->op == STILE_OP_COUNT_AT_LEAST)
        for (guint j = 0; j < n; j++)
          domains[code->list != NULL ? code->list[j] : j] = TRUE;
    }
}
