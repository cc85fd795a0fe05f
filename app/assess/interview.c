// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview-private.h"

#include "words.h"

static const StileAnswer unanswered = { .state = STILE_ANSWER_UNANSWERED };

/* ---- Making one ---- */

static StileInterview *
new_with_plan (StileScoringPlan *plan, const GDate *started)
{
  StileInterview *interview = g_new0 (StileInterview, 1);
  guint32 today = g_date_get_julian (started);

  interview->plan = plan;
  interview->form = plan->form;
  interview->started = *started;
  interview->answers = g_new0 (StileAnswer *, interview->form->n_questions);
  for (int pass = 0; pass < STILE_N_PASSES; pass++)
    interview->scoring[pass]
      = stile_evaluation_new (plan, &plan->scoring, (StilePass) pass, today);
  interview->monitoring
    = stile_evaluation_new (plan, &plan->monitoring, STILE_PASS_AS_IS, today);

  return interview;
}

StileInterview *
stile_interview_new (StileForm *form, const GDate *started)
{
  StileInterview *interview;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (g_date_valid (started), NULL);

  interview = new_with_plan (stile_scoring_plan_new (form), started);
  stile_interview_update (interview);
  return interview;
}

StileInterview *
stile_interview_new_blank (const StileInterview *interview)
{
  return new_with_plan (stile_scoring_plan_ref (interview->plan), &interview->started);
}

StileInterview *
stile_interview_copy (const StileInterview *interview)
{
  StileInterview *copy = stile_interview_new_blank (interview);

  for (guint i = 0; i < interview->form->n_questions; i++)
    if (interview->answers[i])
      stile_interview_take_answer (copy, i, stile_answer_copy (interview->answers[i]));

  stile_interview_update (copy);
  return copy;
}

void
stile_interview_free (StileInterview *interview)
{
  if (!interview)
    return;

  for (int pass = 0; pass < STILE_N_PASSES; pass++)
    stile_evaluation_free (interview->scoring[pass]);
  stile_evaluation_free (interview->monitoring);
  for (guint i = 0; i < interview->form->n_questions; i++)
    stile_answer_free (interview->answers[i]);
  g_free (interview->answers);
  stile_scoring_plan_unref (interview->plan);
  g_free (interview);
}

const StileForm *
stile_interview_get_form (const StileInterview *interview)
{
  return interview->form;
}

const GDate *
stile_interview_get_started (const StileInterview *interview)
{
  return &interview->started;
}

/* ---- Answers ---- */

StileEvaluation *
stile_interview_get_evaluation (const StileInterview *interview, guint question)
{
  return interview->form->questions[question].monitoring ? interview->monitoring
                                                         : interview->scoring[STILE_PASS_AS_IS];
}

void
stile_interview_take_answer (StileInterview *interview, guint question, StileAnswer *answer)
{
  StileAnswer *before = interview->answers[question];

  interview->answers[question] = answer;

  if (interview->form->questions[question].monitoring)
    {
      stile_evaluation_set_answer (interview->monitoring, question, answer);
    }
  else
    {
      stile_evaluation_set_answer (interview->scoring[STILE_PASS_AS_IS], question, answer);
      /* These follow when a result is asked for; until then they must not hold the one before. */
      stile_evaluation_set_answer (interview->scoring[STILE_PASS_LOWEST], question, NULL);
      stile_evaluation_set_answer (interview->scoring[STILE_PASS_HIGHEST], question, NULL);
    }
  stile_answer_free (before);
}

void
stile_interview_update (StileInterview *interview)
{
  stile_evaluation_update (interview->scoring[STILE_PASS_AS_IS]);
  stile_evaluation_update (interview->monitoring);
}

void
stile_interview_set_answer (StileInterview *interview, guint question, const StileAnswer *answer)
{
  g_return_if_fail (question < interview->form->n_questions);
  g_return_if_fail (answer != NULL);

  if (stile_answer_equal (answer, stile_interview_get_answer (interview, question)))
    return;

  stile_interview_take_answer (
    interview, question,
    answer->state == STILE_ANSWER_UNANSWERED ? NULL : stile_answer_copy (answer));
  stile_interview_update (interview);
}

const StileAnswer *
stile_interview_get_answer (const StileInterview *interview, guint question)
{
  g_return_val_if_fail (question < interview->form->n_questions, &unanswered);

  return interview->answers[question] ? interview->answers[question] : &unanswered;
}

const StileAnswer *
stile_interview_get_counted_answer (const StileInterview *interview, guint question)
{
  if (!stile_interview_is_relevant (interview, question))
    return &unanswered;

  return stile_interview_get_answer (interview, question);
}

gboolean
stile_interview_is_relevant (const StileInterview *interview, guint question)
{
  StileEvaluation *evaluation;

  g_return_val_if_fail (question < interview->form->n_questions, FALSE);

  evaluation = stile_interview_get_evaluation (interview, question);
  return stile_evaluation_get_slot (evaluation, question)->relevant;
}

/* ---- The form's own rules ---- */

gboolean
stile_interview_check_answer (const StileInterview *interview, guint question,
                              const StileAnswer *answer, const char *language, GError **error)
{
  const StileQuestion *asked;
  const char *message;

  g_return_val_if_fail (question < interview->form->n_questions, FALSE);

  asked = &interview->form->questions[question];

  if (answer->state == STILE_ANSWER_UNANSWERED && asked->required)
    {
      message = stile_text_get (asked->required_message, language, NULL);
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_REQUIRED,
                           message ? message
                                   /* Translators: the quoted words are those of the two buttons. */
                                   : _("Please answer this question. You can also choose “Prefer "
                                       "not to say” or “Don’t know”."));
      return FALSE;
    }

  if (answer->state == STILE_ANSWER_ANSWERED
      && !stile_evaluation_allows (stile_interview_get_evaluation (interview, question), asked,
                                   answer->text, answer->number))
    {
      message = stile_text_get (asked->constraint_message, language, NULL);
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_CONSTRAINT,
                           message ? message
                                   : _("This answer does not fit the question. Please look at it "
                                       "again."));
      return FALSE;
    }

  return TRUE;
}
