// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-range.h"

#include <math.h>
#include <string.h>

#include "expression-functions.h"
#include "expression-private.h"

/* ---- Instructions that take nothing from the stack ---- */

static guint
truth_of_state (const StileRangeScope *scope, const StileInstruction *code)
{
  guint states = scope->states (scope, code->index), wanted = 1u << code->detail;

  return (states & wanted ? STILE_TRUTH_TRUE : 0) | (states & ~wanted ? STILE_TRUTH_FALSE : 0);
}

static guint
truth_of_level (const StileRangeScope *scope, guint domain, guint wanted)
{
  int least, most;

  scope->levels (scope, domain, &least, &most);
  return (most >= (int) wanted ? STILE_TRUTH_TRUE : 0)
         | (least < (int) wanted ? STILE_TRUTH_FALSE : 0);
}

static StileRange
push_level (const StileRangeScope *scope, const StileInstruction *code)
{
  int least, most;

  scope->levels (scope, code->index, &least, &most);
  if (most < 0)
    return stile_range_number (NAN, NAN, TRUE);
  return stile_range_number (MAX (least, 0), most, least < 0);
}

static StileRange
push_count (const StileRangeScope *scope, const StileInstruction *code)
{
  guint n = code->list != NULL ? code->n : scope->n_domains;
  guint least = 0, most = 0;

  for (guint i = 0; i < n; i++)
    {
      guint truth = truth_of_level (scope, code->list != NULL ? code->list[i] : i, code->detail);

      least += truth == STILE_TRUTH_TRUE;
      most += (truth & STILE_TRUTH_TRUE) != 0;
    }
  return stile_range_number (least, most, FALSE);
}

static StileRange
push (const StileRangeScope *scope, const StileInstruction *code)
{
  StileRange range = { 0 };
  StileValue value;

  switch ((int) code->op)
    {
    case STILE_OP_NUMBER:
      return stile_range_number (code->number, code->number, FALSE);
    case STILE_OP_STRING:
      stile_value_set_string (&value, code->string);
      return stile_range_exact (&value);
    case STILE_OP_SELF:
      return scope->self;
    case STILE_OP_QUESTION:
      scope->question (scope, code->index, &range);
      range.answer = TRUE;
      return range;
    case STILE_OP_CALCULATE:
      scope->calculate (scope, code->index, &range);
      return range;
    case STILE_OP_POINTS:
      scope->points (scope, code->index, &range);
      return range;
    case STILE_OP_STATE:
      return stile_range_truth (truth_of_state (scope, code));
    case STILE_OP_SCORE:
      scope->score (scope, code->index, &range);
      return range;
    case STILE_OP_LEVEL:
      return push_level (scope, code);
    case STILE_OP_AT_LEAST:
      return stile_range_truth (truth_of_level (scope, code->index, code->detail));
    case STILE_OP_COUNT_AT_LEAST:
      return push_count (scope, code);
    case STILE_OP_FINDING:
      return stile_range_truth (scope->finding (scope, code->index));
    default:
      g_assert_not_reached ();
    }
}

/* ---- Calls ---- */

static gboolean
depends_on_today (const char *name)
{
  return g_str_equal (name, "today") || g_str_has_suffix (name, "-since");
}

static gboolean
may_call (const StileInstruction *code, const char *name, const StileRange *arguments)
{
  for (guint i = 0; i < code->n; i++)
    if (!arguments[i].exact)
      return FALSE;
  return !depends_on_today (name) || (code->n == 1 && arguments[0].answer);
}

static StileRange
call_exact (const StileInstruction *code, const StileRangeScope *scope,
            const StileRange *arguments)
{
  g_autofree StileValue *values = g_new (StileValue, MAX (code->n, 1));
  StileScope day = { .today = scope->today };
  StileValue value;

  for (guint i = 0; i < code->n; i++)
    values[i] = arguments[i].value;
  stile_function_get (code->index)->call (&day, values, code->n, &value);
  if (value.type == STILE_VALUE_STRING)
    {
      const char *kept = g_string_chunk_insert (scope->strings, value.string);

      stile_value_clear (&value);
      stile_value_set_string (&value, kept);
    }
  for (guint i = 0; i < code->n; i++)
    stile_value_clear (&values[i]);
  return stile_range_exact (&value);
}

static StileRange
choose (guint truth, const StileRange *yes, const StileRange *no)
{
  if (truth == STILE_TRUTH_OPEN)
    return stile_range_join (yes, no);
  return truth == STILE_TRUTH_TRUE ? *yes : *no;
}

/* Whether a coalesce() takes its first argument. */
static guint
truth_of_not_empty (const StileRange *range)
{
  if (range->exact)
    return range->value.type == STILE_VALUE_STRING && range->value.string[0] == '\0'
             ? STILE_TRUTH_FALSE : STILE_TRUTH_TRUE;
  return range->types & (1u << STILE_VALUE_STRING) ? STILE_TRUTH_OPEN : STILE_TRUTH_TRUE;
}

static StileRange
extreme (const StileRange *arguments, guint n, gboolean most)
{
  StileRange range = arguments[0];

  range = stile_range_number (range.least, range.most, range.nan);
  for (guint i = 0; i < n; i++)
    {
      const StileRange *other = &arguments[i];

      if (other->least > other->most || range.least > range.most)
        return stile_range_number (NAN, NAN, TRUE);
      range = stile_range_number (
        most ? MAX (range.least, other->least) : MIN (range.least, other->least),
        most ? MAX (range.most, other->most) : MIN (range.most, other->most),
        range.nan || other->nan);
    }
  return range;
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static StileRange
call (const StileInstruction *code, const StileRangeScope *scope, const StileRange *arguments)
{
  static const char *const booleans[] = { "selected", "contains", "starts-with", NULL };
  static const char *const texts[] = { "concat", "string", "today", NULL };
  static const char *const counts[] = { "count-selected", "string-length", NULL };
  const char *name = stile_function_get (code->index)->name;

  if (may_call (code, name, arguments))
    return call_exact (code, scope, arguments);
  if (g_str_equal (name, "not"))
    return stile_range_truth ((arguments[0].truth & STILE_TRUTH_TRUE ? STILE_TRUTH_FALSE : 0)
                              | (arguments[0].truth & STILE_TRUTH_FALSE ? STILE_TRUTH_TRUE : 0));
  if (g_str_equal (name, "boolean"))
    return stile_range_truth (arguments[0].truth);
  if (g_str_equal (name, "if"))
    return choose (arguments[0].truth, &arguments[1], &arguments[2]);
  if (g_str_equal (name, "coalesce"))
    return choose (truth_of_not_empty (&arguments[0]), &arguments[0], &arguments[1]);
  if (g_str_equal (name, "min") || g_str_equal (name, "max"))
    return extreme (arguments, code->n, name[1] == 'a');
  if (g_str_equal (name, "number") && arguments[0].least <= arguments[0].most)
    return stile_range_number (arguments[0].least, arguments[0].most, arguments[0].nan);
  if (is_one_of (name, booleans))
    return stile_range_truth (STILE_TRUTH_OPEN);
  if (is_one_of (name, texts))
    return stile_range_text ();
  return stile_range_number (is_one_of (name, counts) ? 0 : -INFINITY, INFINITY,
                             !is_one_of (name, counts));
}

/* ---- Operators ---- */

static guint
reverse (guint truth)
{
  return truth == STILE_TRUTH_OPEN ? truth : truth ^ STILE_TRUTH_OPEN;
}

static StileRange
calculate_exact (StileOp op, double a, double b)
{
  double number = op == STILE_OP_DIVIDE ? a / b : fmod (a, b);

  return stile_range_number (number, number, FALSE);
}

static StileRange
combine (StileOp op, const StileRange *a, const StileRange *b)
{
  switch ((int) op)
    {
    case STILE_OP_EQUAL:
      return stile_range_truth (stile_range_equal (a, b));
    case STILE_OP_NOT_EQUAL:
      return stile_range_truth (reverse (stile_range_equal (a, b)));
    case STILE_OP_LESS:
      return stile_range_truth (stile_range_less (a, b, FALSE));
    case STILE_OP_LESS_EQUAL:
      return stile_range_truth (stile_range_less (a, b, TRUE));
    case STILE_OP_GREATER:
      return stile_range_truth (stile_range_less (b, a, FALSE));
    case STILE_OP_GREATER_EQUAL:
      return stile_range_truth (stile_range_less (b, a, TRUE));
    case STILE_OP_ADD:
      return stile_range_add (a, b);
    case STILE_OP_SUBTRACT:
      return stile_range_subtract (a, b);
    case STILE_OP_MULTIPLY:
      return stile_range_multiply (a, b);
    default:
      if (a->exact && b->exact)
        return calculate_exact (op, stile_value_to_number (&a->value),
                                stile_value_to_number (&b->value));
      return stile_range_number (-INFINITY, INFINITY, TRUE);
    }
}

/* ---- The machine ---- */

/* The left side of an `and` or `or` that did not decide it, until the right side is known. */
typedef struct
{
  guint end;
  StileOp op;
} Pending;

static void
settle (const Pending *pending, StileRange *top)
{
  *top = stile_range_truth (
    top->truth | (pending->op == STILE_OP_OR ? STILE_TRUTH_TRUE : STILE_TRUTH_FALSE));
}

typedef struct
{
  StileRange *top; /* the first free one */
  GArray *pending; /* of Pending, innermost last */
} Machine;

/* Where to go on. */
static guint
branch (Machine *machine, const StileInstruction *code, guint i)
{
  guint decided = code->op == STILE_OP_OR ? STILE_TRUTH_TRUE : STILE_TRUTH_FALSE;
  Pending pending = { code->index, code->op };

  if (machine->top[-1].truth == decided)
    {
      machine->top[-1] = stile_range_truth (decided);
      return code->index;
    }
  if (machine->top[-1].truth == STILE_TRUTH_OPEN)
    g_array_append_val (machine->pending, pending);
  machine->top--;
  return i + 1;
}

static void
settle_all (Machine *machine, guint i)
{
  GArray *pending = machine->pending;

  while (pending->len > 0 && g_array_index (pending, Pending, pending->len - 1).end == i)
    {
      settle (&g_array_index (pending, Pending, pending->len - 1), machine->top - 1);
      g_array_set_size (pending, pending->len - 1);
    }
}

static void
step (Machine *machine, const StileInstruction *code, const StileRangeScope *scope)
{
  StileRange range;

  if (code->op < STILE_OP_CALL)
    *machine->top++ = push (scope, code);
  else if (code->op == STILE_OP_CALL)
    {
      range = call (code, scope, machine->top - code->n);
      machine->top = machine->top - code->n + 1;
      machine->top[-1] = range;
    }
  else if (code->op == STILE_OP_BOOLEAN)
    machine->top[-1] = stile_range_truth (machine->top[-1].truth);
  else if (code->op == STILE_OP_NEGATE)
    machine->top[-1] = stile_range_negate (machine->top - 1);
  else
    {
      machine->top--;
      machine->top[-1] = combine (code->op, machine->top - 1, machine->top);
    }
}

StileRange
stile_expression_range (const StileExpression *expression, const StileRangeScope *scope)
{
  g_autofree StileRange *stack = g_new (StileRange, expression->stack + 1);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  Machine machine = { stack, pending };
  guint i = 0;

  while (i < expression->n_code)
    {
      const StileInstruction *code = &expression->code[i];

      settle_all (&machine, i);
      if (code->op == STILE_OP_OR || code->op == STILE_OP_AND)
        i = branch (&machine, code, i);
      else
        {
          step (&machine, code, scope);
          i++;
        }
    }
  settle_all (&machine, i);
  g_assert (machine.top == stack + 1);
  return stack[0];
}
