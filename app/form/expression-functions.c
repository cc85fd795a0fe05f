// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-functions.h"

#include <math.h>
#include <string.h>

#include "nearest.h"

/* The next word of a list joined by blanks, or NULL; moves @list behind it. */
static const char *
next_word (const char **list, gsize *length)
{
  const char *word = *list + strspn (*list, " \t\r\n");

  *length = strcspn (word, " \t\r\n");
  *list = word + *length;
  return *length > 0 ? word : NULL;
}

static void
call_selected (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  const char *list = stile_value_as_string (&arguments[0]);
  const char *wanted = stile_value_as_string (&arguments[1]);
  gboolean found = FALSE;
  const char *word;
  gsize length;

  while (!found && (word = next_word (&list, &length)) != NULL)
    found = strlen (wanted) == length && strncmp (word, wanted, length) == 0;
  stile_value_set_boolean (result, found);
}

static void
call_count_selected (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  const char *list = stile_value_as_string (&arguments[0]);
  guint count = 0;
  gsize length;

  while (next_word (&list, &length) != NULL)
    count++;
  stile_value_set_number (result, count);
}

static void
take (StileValue *result, StileValue *argument)
{
  *result = *argument;
  argument->owned = NULL;
}

static void
call_coalesce (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  gboolean empty = arguments[0].type == STILE_VALUE_STRING && arguments[0].string[0] == '\0';

  take (result, &arguments[empty ? 1 : 0]);
}

static void
call_if (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  take (result, &arguments[stile_value_to_boolean (&arguments[0]) ? 1 : 2]);
}

/* NaN if any of them is not a number: a least of what is not known is not known. */
static void
call_extreme (StileValue *arguments, guint n, double sign, StileValue *result)
{
  double extreme = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double number = sign * stile_value_to_number (&arguments[i]);

      if (isnan (number) || isnan (extreme))
        extreme = NAN;
      else
        extreme = MAX (extreme, number);
    }
  stile_value_set_number (result, sign * extreme);
}

static void
call_min (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  call_extreme (arguments, n, -1, result);
}

static void
call_max (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  call_extreme (arguments, n, 1, result);
}

/* XPath rounds halves up, also below zero: round(-2.5) is -2. */
static double
round_half_up (double number)
{
  double whole = floor (number);

  return number - whole >= 0.5 ? whole + 1 : whole;
}

static void
call_round (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  double number = stile_value_to_number (&arguments[0]);
  double digits = n > 1 ? trunc (stile_value_to_number (&arguments[1])) : 0;
  double scale = pow (10, CLAMP (digits, -15, 15));

  if (isnan (digits))
    number = NAN;
  else if (isfinite (number * scale))
    number = digits == 0 ? round_half_up (number) : round_half_up (number * scale) / scale;
  stile_value_set_number (result, number);
}

#define CALL_OF_NUMBER(name, expression) \
  static void call_##name (const StileScope *scope, StileValue *arguments, guint n, \
                           StileValue *result) \
  { \
    double number = stile_value_to_number (&arguments[0]); \
\
    stile_value_set_number (result, expression); \
  }

CALL_OF_NUMBER (int, trunc (number))
CALL_OF_NUMBER (abs, fabs (number))
CALL_OF_NUMBER (floor, floor (number))
CALL_OF_NUMBER (ceiling, ceil (number))
CALL_OF_NUMBER (number, number)

static void
call_pow (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_number (result, pow (stile_value_to_number (&arguments[0]),
                                       stile_value_to_number (&arguments[1])));
}

static void
call_not (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_boolean (result, !stile_value_to_boolean (&arguments[0]));
}

static void
call_true (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_boolean (result, TRUE);
}

static void
call_false (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_boolean (result, FALSE);
}

static void
call_boolean (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_boolean (result, stile_value_to_boolean (&arguments[0]));
}

static void
call_string (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_as_string (&arguments[0]);
  take (result, &arguments[0]);
}

static void
call_concat (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (string, stile_value_as_string (&arguments[i]));
  stile_value_take_string (result, g_string_free (string, FALSE));
}

static void
call_contains (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  const char *string = stile_value_as_string (&arguments[0]);

  stile_value_set_boolean (result,
                           strstr (string, stile_value_as_string (&arguments[1])) != NULL);
}

static void
call_starts_with (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  const char *string = stile_value_as_string (&arguments[0]);

  stile_value_set_boolean (result,
                           g_str_has_prefix (string, stile_value_as_string (&arguments[1])));
}

static void
call_string_length (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_number (result, g_utf8_strlen (stile_value_as_string (&arguments[0]), -1));
}

/* YYYY-MM-DD, and a day that there is. */
static gboolean
read_date (const char *string, GDate *date)
{
  guint year, month, day;

  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? string[i] != '-' : !g_ascii_isdigit (string[i]))
      return FALSE;
  if (string[10] != '\0')
    return FALSE;

  year = g_ascii_strtoull (string, NULL, 10);
  month = g_ascii_strtoull (string + 5, NULL, 10);
  day = g_ascii_strtoull (string + 8, NULL, 10);
  if (month < 1 || month > 12 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static void
call_today (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  GDate today;

  stile_value_set_string (result, "");
  if (!g_date_valid_julian (scope->today))
    return;
  g_date_clear (&today, 1);
  g_date_set_julian (&today, scope->today);
  stile_value_take_string (result,
                           g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&today),
                                            g_date_get_month (&today), g_date_get_day (&today)));
}

/* Both days, or FALSE where one is missing. */
static gboolean
read_span (const StileScope *scope, StileValue *argument, GDate *from, GDate *today)
{
  if (!g_date_valid_julian (scope->today) || !read_date (stile_value_as_string (argument), from))
    return FALSE;
  g_date_clear (today, 1);
  g_date_set_julian (today, scope->today);
  return TRUE;
}

/* Whole months that have passed; a month that is not over does not count, so a day to come is
 * below 0 from tomorrow on. Someone born on 29 February is a year older on 1 March. */
static double
months_since (const StileScope *scope, StileValue *argument)
{
  GDate from, today;
  int months;

  if (!read_span (scope, argument, &from, &today))
    return NAN;
  months = ((int) g_date_get_year (&today) - (int) g_date_get_year (&from)) * 12
           + ((int) g_date_get_month (&today) - (int) g_date_get_month (&from));
  return g_date_get_day (&today) < g_date_get_day (&from) ? months - 1 : months;
}

static void
call_years_since (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_number (result, floor (months_since (scope, &arguments[0]) / 12));
}

static void
call_months_since (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  stile_value_set_number (result, months_since (scope, &arguments[0]));
}

static void
call_days_since (const StileScope *scope, StileValue *arguments, guint n, StileValue *result)
{
  GDate from, today;

  if (read_span (scope, &arguments[0], &from, &today))
    stile_value_set_number (result, g_date_days_between (&from, &today));
  else
    stile_value_set_number (result, NAN);
}

#define CALL(call) FALSE, STILE_OP_CALL, 0, call

static const StileFunction functions[] = {
  { "selected", "vv", 2, 2, CALL (call_selected) },
  { "count-selected", "v", 1, 1, CALL (call_count_selected) },
  { "coalesce", "vv", 2, 2, CALL (call_coalesce) },
  { "if", "vvv", 3, 3, CALL (call_if) },
  { "min", "v", 1, G_MAXUINT, CALL (call_min) },
  { "max", "v", 1, G_MAXUINT, CALL (call_max) },
  { "round", "vv", 1, 2, CALL (call_round) },
  { "int", "v", 1, 1, CALL (call_int) },
  { "abs", "v", 1, 1, CALL (call_abs) },
  { "pow", "vv", 2, 2, CALL (call_pow) },
  { "not", "v", 1, 1, CALL (call_not) },
  { "true", "v", 0, 0, CALL (call_true) },
  { "false", "v", 0, 0, CALL (call_false) },
  { "boolean", "v", 1, 1, CALL (call_boolean) },
  { "number", "v", 1, 1, CALL (call_number) },
  { "string", "v", 1, 1, CALL (call_string) },
  { "concat", "v", 2, G_MAXUINT, CALL (call_concat) },
  { "contains", "vv", 2, 2, CALL (call_contains) },
  { "starts-with", "vv", 2, 2, CALL (call_starts_with) },
  { "string-length", "v", 1, 1, CALL (call_string_length) },
  { "floor", "v", 1, 1, CALL (call_floor) },
  { "ceiling", "v", 1, 1, CALL (call_ceiling) },
  { "today", "v", 0, 0, CALL (call_today) },
  { "years-since", "v", 1, 1, CALL (call_years_since) },
  { "months-since", "v", 1, 1, CALL (call_months_since) },
  { "days-since", "v", 1, 1, CALL (call_days_since) },
  { "points", "q", 1, 1, FALSE, STILE_OP_POINTS },
  { "answered", "q", 1, 1, FALSE, STILE_OP_STATE, STILE_ANSWER_ANSWERED },
  { "declined", "q", 1, 1, FALSE, STILE_OP_STATE, STILE_ANSWER_DECLINED },
  { "unknown", "q", 1, 1, FALSE, STILE_OP_STATE, STILE_ANSWER_UNKNOWN },
  { "score", "d", 1, 1, TRUE, STILE_OP_SCORE },
  { "level", "d", 1, 1, TRUE, STILE_OP_LEVEL },
  { "at-least", "dl", 2, 2, TRUE, STILE_OP_AT_LEAST },
  { "count-at-least", "lD", 1, 2, TRUE, STILE_OP_COUNT_AT_LEAST },
  { "finding", "f", 1, 1, TRUE, STILE_OP_FINDING },
};

#undef CALL

const StileFunction *
stile_function_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      return &functions[i];
  return NULL;
}

const StileFunction *
stile_function_get (guint index)
{
  g_assert (index < G_N_ELEMENTS (functions));
  return &functions[index];
}

guint
stile_function_count (void)
{
  return G_N_ELEMENTS (functions);
}

guint
stile_function_get_index (const StileFunction *function)
{
  return function - functions;
}

char *
stile_function_dup_hint (const char *name)
{
  StileNearest nearest;

  stile_nearest_init (&nearest, name);
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    stile_nearest_offer (&nearest, functions[i].name);
  return stile_nearest_dup_hint (&nearest);
}
