// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random-answers.h"

static const char *const texts[] = { "a", "Zoë Żółć", "  two words ", "\"quoted\" \\ {", "你好" };
static const char *const dates[] = { "1990-01-31", "2026-11-22", "2026-11-23", "1900-02-28" };

static StileAnswer *
new_answer (const StileQuestion *question, const char *text)
{
  g_autoptr (GError) error = NULL;
  StileAnswer *answer = stile_answer_new (question, text, &error);

  g_assert_no_error (error);
  return answer;
}

static char *
dup_random_selection (GRand *random, const StileQuestion *question)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const StileChoice *first
    = &question->choices[g_rand_int_range (random, 0, (gint32) question->n_choices)];

  g_string_append (text, first->id);
  for (guint i = 0; i < question->n_choices && !first->exclusive; i++)
    if (!question->choices[i].exclusive && g_rand_boolean (random))
      g_string_append_printf (text, " %s", question->choices[i].id);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_random_text (GRand *random, const StileQuestion *question)
{
  switch (question->type)
    {
    case STILE_QUESTION_INTEGER:
      return g_strdup_printf ("%d", g_rand_int_range (random, -2, 60));
    case STILE_QUESTION_DECIMAL:
      return g_strdup_printf ("%d.%d", g_rand_int_range (random, 0, 60),
                              g_rand_int_range (random, 0, 10));
    case STILE_QUESTION_DATE:
      return g_strdup (dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))]);
    case STILE_QUESTION_TEXT:
      return g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
    case STILE_QUESTION_SELECT_MULTIPLE:
      return dup_random_selection (random, question);
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_YES_NO:
    case STILE_QUESTION_NOTE:
    default:
      return g_strdup (
        question->choices[g_rand_int_range (random, 0, (gint32) question->n_choices)].id);
    }
}

StileAnswer *
stile_random_answer (GRand *random, const StileQuestion *question)
{
  int dice = g_rand_int_range (random, 0, 10);
  g_autofree char *text = NULL;

  if (question->type == STILE_QUESTION_NOTE || dice == 0)
    return stile_answer_new_state (STILE_ANSWER_UNANSWERED);
  if (dice == 1)
    return stile_answer_new_state (STILE_ANSWER_DECLINED);
  if (dice == 2)
    return stile_answer_new_state (STILE_ANSWER_UNKNOWN);

  text = dup_random_text (random, question);
  return new_answer (question, text);
}

void
stile_random_fill (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);

  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) answer = stile_random_answer (random, &form->questions[i]);

      stile_interview_set_answer (interview, i, answer);
    }
}

guint *
stile_random_dup_order (GRand *random, guint n)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);

      order[i] = order[j];
      order[j] = i;
    }

  return order;
}

GPtrArray *
stile_list_answers (const StileQuestion *question)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_answer_free);
  g_autoptr (GString) together = g_string_new (NULL);

  g_ptr_array_add (answers, stile_answer_new_state (STILE_ANSWER_UNANSWERED));
  if (question->type == STILE_QUESTION_NOTE)
    return answers;

  g_ptr_array_add (answers, stile_answer_new_state (STILE_ANSWER_DECLINED));
  g_ptr_array_add (answers, stile_answer_new_state (STILE_ANSWER_UNKNOWN));

  for (guint i = 0; i < question->n_choices; i++)
    {
      g_ptr_array_add (answers, new_answer (question, question->choices[i].id));
      if (!question->choices[i].exclusive)
        g_string_append_printf (together, " %s", question->choices[i].id);
    }

  if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    g_ptr_array_add (answers, new_answer (question, together->str));
  if (question->type == STILE_QUESTION_DATE)
    for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
      g_ptr_array_add (answers, new_answer (question, dates[i]));
  if (question->type == STILE_QUESTION_TEXT)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      g_ptr_array_add (answers, new_answer (question, texts[i]));
  if (question->type == STILE_QUESTION_INTEGER || question->type == STILE_QUESTION_DECIMAL)
    for (int number = -1; number < 70; number += 7)
      {
        g_autofree char *text = g_strdup_printf ("%d", number);

        g_ptr_array_add (answers, new_answer (question, text));
      }

  return answers;
}
