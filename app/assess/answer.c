// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer-private.h"

#include <stdio.h>
#include <string.h>

#include "words.h"

G_DEFINE_QUARK (stile-assess-error-quark, stile_assess_error)

StileAnswer *
stile_answer_new_state (StileAnswerState state)
{
  StileAnswer *answer = g_new0 (StileAnswer, 1);

  g_return_val_if_fail (state != STILE_ANSWER_ANSWERED, answer);

  answer->state = state;
  return answer;
}

StileAnswer *
stile_answer_new_text (const char *text)
{
  StileAnswer *answer = g_new0 (StileAnswer, 1);

  answer->state = STILE_ANSWER_ANSWERED;
  answer->text = g_strdup (text);
  return answer;
}

StileAnswer *
stile_answer_new_number (double number)
{
  StileAnswer *answer = g_new0 (StileAnswer, 1);

  answer->state = STILE_ANSWER_ANSWERED;
  answer->text = stile_number_to_string (number);
  /* What is written down is what counts, so that an answer read back is the same answer. */
  answer->number = g_ascii_strtod (answer->text, NULL);
  return answer;
}

StileAnswer *
stile_answer_copy (const StileAnswer *answer)
{
  StileAnswer *copy = g_new (StileAnswer, 1);

  *copy = *answer;
  copy->text = g_strdup (answer->text);
  return copy;
}

gboolean
stile_answer_equal (const StileAnswer *a, const StileAnswer *b)
{
  return a->state == b->state && g_strcmp0 (a->text, b->text) == 0;
}

void
stile_answer_free (StileAnswer *answer)
{
  if (!answer)
    return;

  g_free (answer->text);
  g_free (answer);
}

gboolean
stile_answer_has_choice (const StileAnswer *answer, const char *choice)
{
  gsize length = strlen (choice);
  const char *at = answer->state == STILE_ANSWER_ANSWERED ? answer->text : "";

  while (*at)
    {
      gsize word = strcspn (at, " ");

      if (word == length && memcmp (at, choice, length) == 0)
        return TRUE;
      at += word + strspn (at + word, " ");
    }

  return FALSE;
}

/* ---- Choices ---- */

void
stile_selection_append (GString *selection, const char *choice)
{
  if (selection->len > 0)
    g_string_append_c (selection, ' ');
  g_string_append (selection, choice);
}

static char *
dup_selection_text (const StileQuestion *question, const gboolean *chosen)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < question->n_choices; i++)
    if (chosen[i])
      stile_selection_append (text, question->choices[i].id);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const StileChoice *
find_exclusive (const StileQuestion *question, const gboolean *chosen)
{
  for (guint i = 0; i < question->n_choices; i++)
    if (chosen[i] && question->choices[i].exclusive)
      return &question->choices[i];

  return NULL;
}

StileAnswer *
stile_answer_new_choices (const StileQuestion *question, const char *const *ids, GError **error)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, question->n_choices + 1);
  const StileChoice *exclusive;
  StileAnswer *answer;
  guint n = 0;

  for (; *ids; ids++)
    {
      const StileChoice *choice = **ids ? stile_question_find_choice (question, *ids) : NULL;

      if (!choice && **ids)
        {
          g_autofree char *shown = stile_dup_excerpt (*ids);

          g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                       /* Translators: what was to be chosen. */
                       _("There is no answer “%s” to choose."), shown);
          return NULL;
        }
      if (!choice)
        continue;
      n += !chosen[choice - question->choices];
      chosen[choice - question->choices] = TRUE;
    }

  if (n == 0)
    return stile_answer_new_state (STILE_ANSWER_UNANSWERED);

  exclusive = find_exclusive (question, chosen);
  if (exclusive && n > 1)
    {
      g_autofree char *language = stile_words_dup_language ();

      g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                   /* Translators: an answer, such as “None of these”. */
                   _("“%s” cannot be chosen together with another answer."),
                   stile_text_get (exclusive->label, language, NULL));
      return NULL;
    }
  if (n > 1 && question->type != STILE_QUESTION_SELECT_MULTIPLE)
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                           _("Please choose only one answer."));
      return NULL;
    }

  answer = g_new0 (StileAnswer, 1);
  answer->state = STILE_ANSWER_ANSWERED;
  answer->text = dup_selection_text (question, chosen);
  return answer;
}

/* ---- Dates and text ---- */

StileAnswer *
stile_answer_new_date (const char *text, GError **error)
{
  guint year = 0, month = 0, day = 0;
  gboolean shaped = strlen (text) == 10;

  for (guint i = 0; shaped && i < 10; i++)
    shaped = i == 4 || i == 7 ? text[i] == '-' : g_ascii_isdigit (text[i]);

  if (!shaped)
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                           _("Please give the date as year, month and day, like 1990-01-31."));
      return NULL;
    }

  sscanf (text, "%4u-%2u-%2u", &year, &month, &day);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                           _("This date does not exist. Please check the day and the month."));
      return NULL;
    }

  return stile_answer_new_text (text);
}

StileAnswer *
stile_answer_new_words (const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                           _("This text has characters that cannot be read."));
      return NULL;
    }
  if (g_utf8_strlen (text, -1) > STILE_ANSWER_MAX_CHARS)
    {
      g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                   /* Translators: the number is 100,000. */
                   ngettext ("This text is too long. Please keep it under %d letter.",
                             "This text is too long. Please keep it under %d letters.",
                             STILE_ANSWER_MAX_CHARS),
                   STILE_ANSWER_MAX_CHARS);
      return NULL;
    }

  return stile_answer_new_text (text);
}

StileAnswer *
stile_answer_new (const StileQuestion *question, const char *text, GError **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0' || question->type == STILE_QUESTION_NOTE)
    return stile_answer_new_state (STILE_ANSWER_UNANSWERED);

  switch (question->type)
    {
    case STILE_QUESTION_INTEGER:
    case STILE_QUESTION_DECIMAL:
      return stile_answer_new_typed_number (question, stripped, error);
    case STILE_QUESTION_DATE:
      return stile_answer_new_date (stripped, error);
    case STILE_QUESTION_TEXT:
      return stile_answer_new_words (text, error);
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_SELECT_MULTIPLE:
    case STILE_QUESTION_YES_NO:
    case STILE_QUESTION_NOTE:
    default:
      {
        g_auto (GStrv) ids = g_strsplit (stripped, " ", -1);

        return stile_answer_new_choices (question, (const char *const *) ids, error);
      }
    }
}

/* ---- Shown in messages ---- */

char *
stile_dup_excerpt (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, 240));

  if (g_utf8_strlen (valid, -1) <= 40)
    return g_steal_pointer (&valid);

  *g_utf8_offset_to_pointer (valid, 39) = '\0';
  return g_strconcat (valid, "…", NULL);
}
