// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Numbers as people type them: any script's digits, '.' or the language's own decimal sign, and no
 * guessing about anything between the digits. */

#include <math.h>
#include <string.h>

#include "answer-private.h"
#include "words.h"

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE, sentence);
  return FALSE;
}

static const char *
get_sentence (const StileQuestion *question)
{
  return question->type == STILE_QUESTION_INTEGER
           ? _("Please give a whole number in figures, like 12.")
           : _("Please give a number in figures, like 12.");
}

static gboolean
is_grouping (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == '\'' || c == 0x2019 || c == 0x066C;
}

static gboolean
skip_prefix (const char **at, const char *prefix)
{
  if (!*prefix || !g_str_has_prefix (*at, prefix))
    return FALSE;

  *at += strlen (prefix);
  return TRUE;
}

/* To what g_ascii_strtod() reads: a sign, digits and '.'. */
static gboolean
normalise (const StileQuestion *question, const char *text, GString *plain, GError **error)
{
  const char *at = text;
  gboolean any_digit = FALSE, any_point = FALSE;

  if (skip_prefix (&at, "-") || skip_prefix (&at, "\xE2\x88\x92"))
    g_string_append_c (plain, '-');
  else
    skip_prefix (&at, "+");

  while (*at)
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        {
          g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
          at = g_utf8_next_char (at);
          any_digit = TRUE;
        }
      else if (!any_point
               && (skip_prefix (&at, ".") || skip_prefix (&at, stile_words_get_decimal_sign ())))
        {
          g_string_append_c (plain, '.');
          any_point = TRUE;
        }
      else if (any_digit && is_grouping (c))
        {
          return fail (error,
                       _("Please write the number without spaces or commas, like 1200."));
        }
      else
        {
          return fail (error, get_sentence (question));
        }
    }

  if (!any_digit)
    return fail (error, get_sentence (question));
  if (any_point && question->type == STILE_QUESTION_INTEGER)
    return fail (error, _("Please give a whole number, like 12."));
  return TRUE;
}

StileAnswer *
stile_answer_new_checked_number (const StileQuestion *question, double number, GError **error)
{
  if (!isfinite (number) || fabs (number) > STILE_ANSWER_MAX_NUMBER)
    {
      fail (error, _("This number is too large. Please check it."));
      return NULL;
    }
  if (question->type == STILE_QUESTION_INTEGER && number != floor (number))
    {
      fail (error, _("Please give a whole number, like 12."));
      return NULL;
    }

  return stile_answer_new_number (number);
}

StileAnswer *
stile_answer_new_typed_number (const StileQuestion *question, const char *text, GError **error)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      fail (error, get_sentence (question));
      return NULL;
    }
  if (!normalise (question, text, plain, error))
    return NULL;

  return stile_answer_new_checked_number (question, g_ascii_strtod (plain->str, NULL), error);
}
