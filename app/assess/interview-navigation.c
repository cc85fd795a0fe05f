// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview.h"

static gboolean
is_open (const StileInterview *interview, const StileQuestion *question)
{
  return stile_interview_get_answer (interview, question->index)->state
         == STILE_ANSWER_UNANSWERED;
}

static gboolean
asks (const StileInterview *interview, const StileQuestion *question)
{
  return question->type != STILE_QUESTION_NOTE
         && stile_interview_is_relevant (interview, question->index);
}

int
stile_interview_next (const StileInterview *interview, int question)
{
  const StileForm *form = stile_interview_get_form (interview);

  g_return_val_if_fail (question >= STILE_NONE, STILE_NONE);

  for (guint i = (guint) (question + 1); i < form->n_questions; i++)
    if (stile_interview_is_relevant (interview, i))
      return (int) i;

  return STILE_NONE;
}

int
stile_interview_previous (const StileInterview *interview, int question)
{
  const StileForm *form = stile_interview_get_form (interview);
  int i = question == STILE_NONE ? (int) form->n_questions : question;

  g_return_val_if_fail (i >= 0 && i <= (int) form->n_questions, STILE_NONE);

  while (--i >= 0)
    if (stile_interview_is_relevant (interview, (guint) i))
      return i;

  return STILE_NONE;
}

int
stile_interview_first_unanswered (const StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);

  for (guint i = 0; i < form->n_questions; i++)
    if (asks (interview, &form->questions[i]) && is_open (interview, &form->questions[i]))
      return (int) i;

  return STILE_NONE;
}

/* Returns whether anything is relevant, notes included. */
static gboolean
count (const StileInterview *interview, guint first, guint n, guint *asked, guint *answered)
{
  const StileForm *form = stile_interview_get_form (interview);
  gboolean any = FALSE;

  *asked = *answered = 0;

  for (guint i = first; i < first + n; i++)
    {
      any = any || stile_interview_is_relevant (interview, i);
      if (!asks (interview, &form->questions[i]))
        continue;
      *asked += 1;
      if (!is_open (interview, &form->questions[i]))
        *answered += 1;
    }

  return any;
}

StileSectionState
stile_interview_get_section_state (const StileInterview *interview, guint section, guint *asked,
                                   guint *answered)
{
  const StileForm *form = stile_interview_get_form (interview);
  guint n_asked, n_answered;
  gboolean any;

  g_return_val_if_fail (section < form->n_sections, STILE_SECTION_SKIPPED);

  any = count (interview, form->sections[section].first_question,
               form->sections[section].n_questions, &n_asked, &n_answered);
  if (asked)
    *asked = n_asked;
  if (answered)
    *answered = n_answered;

  if (!any)
    return STILE_SECTION_SKIPPED;
  if (n_answered == n_asked)
    return STILE_SECTION_DONE;
  return n_answered == 0 ? STILE_SECTION_NOT_STARTED : STILE_SECTION_STARTED;
}

void
stile_interview_get_progress (const StileInterview *interview, guint *asked, guint *answered)
{
  guint n_asked, n_answered;

  count (interview, 0, stile_interview_get_form (interview)->n_questions, &n_asked, &n_answered);
  if (asked)
    *asked = n_asked;
  if (answered)
    *answered = n_answered;
}
