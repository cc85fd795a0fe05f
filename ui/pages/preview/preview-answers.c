// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview-answers.h"

static StileAnswer *
dup_fitting (const StileAnswer *given, const StileQuestion *question)
{
  if (question->type == STILE_QUESTION_NOTE)
    return NULL;
  if (given->state != STILE_ANSWER_ANSWERED)
    return stile_answer_copy (given);
  return stile_answer_new (question, given->text, NULL);
}

void
stile_preview_carry_answers (const StileInterview *from, StileInterview *to)
{
  const StileForm *before = stile_interview_get_form (from);
  const StileForm *form = stile_interview_get_form (to);

  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileQuestion *asked = stile_form_find_question (before, form->questions[i].id);
      g_autoptr (StileAnswer) answer = NULL;

      if (asked != NULL)
        answer = dup_fitting (stile_interview_get_answer (from, asked->index),
                              &form->questions[i]);
      if (answer != NULL && stile_interview_check_answer (to, i, answer, NULL, NULL))
        stile_interview_set_answer (to, i, answer);
    }
}
