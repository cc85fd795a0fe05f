// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview-steps.h"

static gboolean
is_open (const StileInterview *interview, guint question)
{
  const StileForm *form = stile_interview_get_form (interview);

  return form->questions[question].type != STILE_QUESTION_NOTE
         && stile_interview_is_relevant (interview, question)
         && stile_interview_get_answer (interview, question)->state == STILE_ANSWER_UNANSWERED;
}

int
stile_interview_steps_find_start (const StileInterview *interview)
{
  int open = stile_interview_first_unanswered (interview);
  guint n_given = 0;

  stile_interview_get_progress (interview, NULL, &n_given);
  if (open == STILE_NONE)
    return stile_interview_previous (interview, STILE_NONE);
  return n_given == 0 ? stile_interview_next (interview, STILE_NONE) : open;
}

int
stile_interview_steps_find_wanted (const StileInterview *interview, const char *id)
{
  const StileForm *form = stile_interview_get_form (interview);
  const StileQuestion *question = id != NULL ? stile_form_find_question (form, id) : NULL;

  return question != NULL && stile_interview_is_relevant (interview, question->index)
           ? (int) question->index
           : STILE_NONE;
}

int
stile_interview_steps_find_in_section (const StileInterview *interview, guint section)
{
  const StileForm *form = stile_interview_get_form (interview);
  guint first = form->sections[section].first_question;
  guint end = first + form->sections[section].n_questions;
  int found = STILE_NONE;

  for (guint question = first; question < end; question++)
    {
      if (is_open (interview, question))
        return (int) question;
      if (found == STILE_NONE && stile_interview_is_relevant (interview, question))
        found = (int) question;
    }
  return found;
}

gboolean *
stile_interview_steps_dup_open (const StileInterview *interview)
{
  guint n_questions = stile_interview_get_form (interview)->n_questions;
  gboolean *open = g_new0 (gboolean, n_questions);

  for (guint question = 0; question < n_questions; question++)
    open[question] = is_open (interview, question);
  return open;
}

int
stile_interview_steps_find_newly_open (const StileInterview *interview,
                                       const gboolean *open_before)
{
  guint n_questions = stile_interview_get_form (interview)->n_questions;

  for (guint question = 0; question < n_questions; question++)
    if (!open_before[question] && is_open (interview, question))
      return (int) question;
  return STILE_NONE;
}

static gboolean
is_passed_over (StileInterview *interview, int question, gboolean alone)
{
  return alone && question != STILE_NONE
         && stile_interview_get_form (interview)->questions[question].ask == STILE_ASK_ADVISER;
}

int
stile_interview_steps_find_next (StileInterview *interview, int question, gboolean alone)
{
  do
    question = stile_interview_next (interview, question);
  while (is_passed_over (interview, question, alone));
  return question;
}

int
stile_interview_steps_find_previous (StileInterview *interview, int question, gboolean alone)
{
  do
    question = stile_interview_previous (interview, question);
  while (is_passed_over (interview, question, alone));
  return question;
}

int
stile_interview_steps_find_nearest (StileInterview *interview, int question, gboolean alone)
{
  int nearest;

  if (!is_passed_over (interview, question, alone))
    return question;
  nearest = stile_interview_steps_find_next (interview, question, alone);
  if (nearest == STILE_NONE)
    nearest = stile_interview_steps_find_previous (interview, question, alone);
  return nearest != STILE_NONE ? nearest : question;
}
