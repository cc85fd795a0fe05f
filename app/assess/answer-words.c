// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers as people read them. */

#include <stdio.h>
#include <string.h>

#include "answer.h"
#include "words.h"

static const char *
get_choice_words (const StileChoice *choice, const char *language)
{
  if (choice->label)
    return stile_text_get (choice->label, language, NULL);

  return strcmp (choice->id, "yes") == 0 ? _("Yes") : _("No");
}

static char *
dup_choices_words (const StileAnswer *answer, const StileQuestion *question, const char *language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < question->n_choices; i++)
    {
      if (!stile_answer_has_choice (answer, question->choices[i].id))
        continue;
      if (words->len > 0)
        /* Translators: between the parts of a list, such as the answers a person chose. */
        g_string_append (words, _(", "));
      g_string_append (words, get_choice_words (&question->choices[i], language));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
dup_date_words (const StileAnswer *answer)
{
  guint year, month, day;
  GDate date;

  if (sscanf (answer->text, "%4u-%2u-%2u", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (answer->text);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return stile_words_dup_date (&date);
}

static char *
dup_number_words (const StileAnswer *answer)
{
  g_auto (GStrv) parts = g_strsplit (answer->text, ".", 2);

  return g_strjoinv (stile_words_get_decimal_sign (), parts);
}

char *
stile_answer_to_words (const StileAnswer *answer, const StileQuestion *question,
                       const char *language)
{
  switch (answer->state)
    {
    case STILE_ANSWER_DECLINED:
      return g_strdup (_("Prefer not to say"));
    case STILE_ANSWER_UNKNOWN:
      return g_strdup (_("Don’t know"));
    case STILE_ANSWER_ANSWERED:
      break;
    case STILE_ANSWER_UNANSWERED:
    default:
      return g_strdup (_("Not answered"));
    }

  switch (question->type)
    {
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_SELECT_MULTIPLE:
    case STILE_QUESTION_YES_NO:
      return dup_choices_words (answer, question, language);
    case STILE_QUESTION_DATE:
      return dup_date_words (answer);
    case STILE_QUESTION_INTEGER:
    case STILE_QUESTION_DECIMAL:
      return dup_number_words (answer);
    case STILE_QUESTION_TEXT:
    case STILE_QUESTION_NOTE:
    default:
      return g_strdup (answer->text);
    }
}
