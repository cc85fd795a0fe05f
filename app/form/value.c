// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-private.h"

#include <math.h>
#include <string.h>

/* More digits than a double can tell apart would show its errors: 0.1 + 0.2 is 0.3 here. */
#define SIGNIFICANT_DIGITS 15

void
stile_value_clear (StileValue *value)
{
  g_clear_pointer (&value->owned, g_free);
  stile_value_set_string (value, "");
}

void
stile_value_set_number (StileValue *value, double number)
{
  *value = (StileValue) { .type = STILE_VALUE_NUMBER, .number = number };
}

void
stile_value_set_boolean (StileValue *value, gboolean boolean)
{
  *value = (StileValue) { .type = STILE_VALUE_BOOLEAN, .boolean = boolean };
}

void
stile_value_set_string (StileValue *value, const char *string)
{
  *value = (StileValue) { .type = STILE_VALUE_STRING, .string = string };
}

void
stile_value_take_string (StileValue *value, char *string)
{
  *value = (StileValue) { .type = STILE_VALUE_STRING, .string = string, .owned = string };
}

static const char *
skip_blanks (const char *c)
{
  return c + strspn (c, " \t\r\n");
}

double
stile_string_to_number (const char *string)
{
  const char *start = skip_blanks (string);
  const char *c = start;
  gsize digits;

  if (*c == '-')
    c++;
  digits = strspn (c, "0123456789");
  c += digits;
  if (*c == '.')
    {
      gsize decimals = strspn (c + 1, "0123456789");

      digits += decimals;
      c += 1 + decimals;
    }
  if (digits == 0 || *skip_blanks (c) != '\0')
    return NAN;
  return g_ascii_strtod (start, NULL);
}

double
stile_value_to_number (const StileValue *value)
{
  switch (value->type)
    {
    case STILE_VALUE_NUMBER:
      return value->number;
    case STILE_VALUE_BOOLEAN:
      return value->boolean ? 1 : 0;
    case STILE_VALUE_STRING:
    default:
      return stile_string_to_number (value->string);
    }
}

gboolean
stile_value_to_boolean (const StileValue *value)
{
  switch (value->type)
    {
    case STILE_VALUE_NUMBER:
      return value->number != 0 && !isnan (value->number);
    case STILE_VALUE_BOOLEAN:
      return value->boolean;
    case STILE_VALUE_STRING:
    default:
      return value->string[0] != '\0';
    }
}

char *
stile_value_to_string (const StileValue *value)
{
  switch (value->type)
    {
    case STILE_VALUE_NUMBER:
      return stile_number_to_string (value->number);
    case STILE_VALUE_BOOLEAN:
      return g_strdup (value->boolean ? "true" : "false");
    case STILE_VALUE_STRING:
    default:
      return g_strdup (value->string);
    }
}

const char *
stile_value_as_string (StileValue *value)
{
  if (value->type != STILE_VALUE_STRING)
    stile_value_take_string (value, stile_value_to_string (value));
  return value->string;
}

/* @digits are those of a number 0.ddd… times ten to the power of @point. */
static char *
place_point (gboolean negative, const char *digits, int point)
{
  GString *string = g_string_new (negative ? "-" : "");
  int length = strlen (digits);

  if (point <= 0)
    {
      g_string_append (string, "0.");
      for (int i = point; i < 0; i++)
        g_string_append_c (string, '0');
      g_string_append (string, digits);
    }
  else
    for (int i = 0; i < MAX (length, point); i++)
      {
        if (i == point)
          g_string_append_c (string, '.');
        g_string_append_c (string, i < length ? digits[i] : '0');
      }
  return g_string_free (string, FALSE);
}

char *
stile_number_to_string (double number)
{
  char scientific[32], digits[SIGNIFICANT_DIGITS + 1];
  int length = 0;
  const char *c;

  if (isnan (number))
    return g_strdup ("NaN");
  if (isinf (number))
    return g_strdup (number > 0 ? "Infinity" : "-Infinity");
  if (number == 0)
    return g_strdup ("0");

  g_ascii_formatd (scientific, sizeof scientific, "%.14e", fabs (number));
  for (c = scientific; *c != 'e'; c++)
    if (*c != '.')
      digits[length++] = *c;
  while (digits[length - 1] == '0')
    length--;
  digits[length] = '\0';
  return place_point (number < 0, digits, (int) g_ascii_strtoll (c + 1, NULL, 10) + 1);
}

gboolean
stile_value_equal (const StileValue *a, const StileValue *b)
{
  if (a->type == STILE_VALUE_BOOLEAN || b->type == STILE_VALUE_BOOLEAN)
    return stile_value_to_boolean (a) == stile_value_to_boolean (b);
  if (a->type == STILE_VALUE_NUMBER || b->type == STILE_VALUE_NUMBER)
    return stile_value_to_number (a) == stile_value_to_number (b);
  return g_str_equal (a->string, b->string);
}
