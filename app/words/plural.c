// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plural.h"

#include <string.h>

/* Deeper than any rule there is; a catalogue may come from anywhere. */
#define MAX_DEPTH 64
#define MAX_FORMS 16

struct _StilePlural
{
  guint n_forms;
  char *expression;
};

/* A reading of the expression for one n. */
typedef struct
{
  const char *at;
  gulong n;
  guint depth;
  gboolean failed;
} Reading;

static gulong read_choice (Reading *reading);

static gboolean
skip (Reading *reading, const char *sign)
{
  while (g_ascii_isspace (*reading->at))
    reading->at++;
  if (!g_str_has_prefix (reading->at, sign))
    return FALSE;
  reading->at += strlen (sign);
  return TRUE;
}

static gulong
read_inner (Reading *reading)
{
  gulong value;

  if (skip (reading, "!"))
    return !read_inner (reading);
  if (skip (reading, "("))
    {
      value = read_choice (reading);
      reading->failed |= !skip (reading, ")");
      return value;
    }
  if (skip (reading, "n"))
    return reading->n;
  if (!g_ascii_isdigit (*reading->at))
    {
      reading->failed = TRUE;
      return 0;
    }
  return (gulong) g_ascii_strtoull (reading->at, (char **) &reading->at, 10);
}

static gulong
read_atom (Reading *reading)
{
  gulong value = 0;

  if (++reading->depth > MAX_DEPTH)
    reading->failed = TRUE;
  if (!reading->failed)
    value = read_inner (reading);
  reading->depth--;
  return value;
}

static gulong
calculate (Reading *reading, const char *sign, gulong a, gulong b)
{
  switch (sign[0])
    {
    case '*':
      return a * b;
    case '/':
    case '%':
      if (b == 0)
        {
          reading->failed = TRUE;
          return 0;
        }
      return sign[0] == '/' ? a / b : a % b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '<':
      return sign[1] ? a <= b : a < b;
    case '>':
      return sign[1] ? a >= b : a > b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '&':
      return a && b;
    default:
      return a || b;
    }
}

/* C's operators with two sides, the ones that bind most last. Of two with one beginning, the longer
 * comes first. */
static const char *const levels[][5] = {
  { "||" }, { "&&" }, { "==", "!=" }, { "<=", ">=", "<", ">" }, { "+", "-" }, { "*", "/", "%" },
};

static gulong
read_level (Reading *reading, guint level)
{
  gulong value;
  gboolean more = TRUE;

  if (level == G_N_ELEMENTS (levels))
    return read_atom (reading);

  value = read_level (reading, level + 1);
  while (more && !reading->failed)
    {
      more = FALSE;
      for (guint i = 0; levels[level][i] && !more; i++)
        if (skip (reading, levels[level][i]))
          {
            value = calculate (reading, levels[level][i], value, read_level (reading, level + 1));
            more = TRUE;
          }
    }
  return value;
}

static gulong
read_choice (Reading *reading)
{
  gulong value = read_level (reading, 0);
  gulong yes, no;

  if (reading->failed || !skip (reading, "?"))
    return value;
  if (++reading->depth > MAX_DEPTH)
    reading->failed = TRUE;
  if (reading->failed)
    return 0;
  yes = read_choice (reading);
  reading->failed |= !skip (reading, ":");
  no = reading->failed ? 0 : read_choice (reading);
  reading->depth--;
  return value ? yes : no;
}

static gboolean
evaluate (const char *expression, gulong n, gulong *value)
{
  Reading reading = { .at = expression, .n = n };

  *value = read_choice (&reading);
  skip (&reading, ";");
  skip (&reading, "");
  return !reading.failed && *reading.at == '\0';
}

StilePlural *
stile_plural_new (const char *rule)
{
  const char *forms = strstr (rule, "nplurals=");
  const char *expression = strstr (rule, "plural=");
  guint64 n_forms = forms ? g_ascii_strtoull (forms + strlen ("nplurals="), NULL, 10) : 0;
  StilePlural *plural;
  gulong value;

  /* "plural=" is no part of "nplurals=". */
  if (!expression || n_forms < 1 || n_forms > MAX_FORMS
      || !evaluate (expression + strlen ("plural="), 1, &value))
    return NULL;

  plural = g_new0 (StilePlural, 1);
  plural->n_forms = (guint) n_forms;
  plural->expression = g_strdup (expression + strlen ("plural="));
  return plural;
}

void
stile_plural_free (StilePlural *plural)
{
  g_free (plural->expression);
  g_free (plural);
}

guint
stile_plural_get_n_forms (const StilePlural *plural)
{
  return plural->n_forms;
}

guint
stile_plural_choose (const StilePlural *plural, gulong n)
{
  gulong value;

  if (!evaluate (plural->expression, n, &value) || value >= plural->n_forms)
    return 0;
  return (guint) value;
}
