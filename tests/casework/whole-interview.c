// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "whole-interview.h"

#include "random-answers.h"

#define LANGUAGE "en"
#define NOTE "Came with a friend."
#define REASON "We agreed on more."

typedef enum
{
  STEP_PERSON,
  STEP_CONSENT,
  STEP_START,
  STEP_ANSWER,
  STEP_FINISH,
  STEP_DECIDE,
  STEP_NOTE,
  STEP_OVER,
} Step;

WholeInterview *
whole_interview_new (StileForm *form, guint32 seed)
{
  WholeInterview *whole = g_new0 (WholeInterview, 1);

  whole->form = form;
  whole->random = g_rand_new_with_seed (seed);
  return whole;
}

void
whole_interview_free (WholeInterview *whole)
{
  g_rand_free (whole->random);
  g_clear_pointer (&whole->interview, stile_interview_free);
  g_free (whole->case_id);
  g_free (whole->assessment_id);
  g_free (whole);
}

gboolean
whole_interview_is_over (const WholeInterview *whole)
{
  return whole->step == STEP_OVER;
}

static gboolean
start (WholeInterview *whole, StileCasework *casework, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;

  if (whole->assessment_id == NULL
      && !stile_casework_start_assessment (casework, whole->case_id, whole->form, LANGUAGE,
                                           &whole->assessment_id, error))
    return FALSE;

  person_file = stile_casework_load_case (casework, whole->case_id, error);
  if (person_file == NULL)
    return FALSE;
  g_clear_pointer (&whole->interview, stile_interview_free);
  whole->interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, whole->assessment_id), error);
  return whole->interview != NULL;
}

/* What the person says to the next question; FALSE where none is left. */
static gboolean
think_of_answer (WholeInterview *whole)
{
  int next = stile_interview_first_unanswered (whole->interview);
  g_autoptr (StileAnswer) answer = NULL;

  if (next == STILE_NONE)
    return FALSE;
  whole->question = next;
  answer = stile_random_answer (whole->random, &whole->form->questions[next]);
  if (answer->state == STILE_ANSWER_UNANSWERED
      || !stile_interview_check_answer (whole->interview, next, answer, LANGUAGE, NULL))
    {
      stile_answer_free (answer);
      answer = stile_answer_new_state (STILE_ANSWER_DECLINED);
    }
  stile_interview_set_answer (whole->interview, next, answer);
  return TRUE;
}

static gboolean
save_answer (WholeInterview *whole, StileCasework *casework, GError **error)
{
  return stile_casework_save_answer (
      casework, whole->case_id, whole->assessment_id, &whole->form->questions[whole->question],
      stile_interview_get_answer (whole->interview, whole->question), error);
}

static gboolean
do_step (WholeInterview *whole, StileCasework *casework, GError **error)
{
  StilePerson person = { .name = (char *) "Ilse Marwood", .language = (char *) LANGUAGE };
  const char *last = whole->form->categories[whole->form->n_categories - 1].id;

  switch ((Step) whole->step)
    {
    case STEP_PERSON:
      return stile_casework_open_case (casework, &person, &whole->case_id, error);
    case STEP_CONSENT:
      return stile_casework_record_consent (casework, whole->case_id, TRUE, "Kept here.", error);
    case STEP_START:
      return start (whole, casework, error);
    case STEP_ANSWER:
      return save_answer (whole, casework, error);
    case STEP_FINISH:
      return stile_casework_finish_assessment (casework, whole->case_id, whole->assessment_id,
                                               whole->interview, error);
    case STEP_DECIDE:
      return stile_casework_decide (casework, whole->case_id, whole->assessment_id, last, REASON,
                                    error);
    case STEP_NOTE:
      return stile_casework_save_note (casework, whole->case_id, NULL, NULL, NOTE, error);
    case STEP_OVER:
      break;
    }
  g_assert_not_reached ();
}

gboolean
whole_interview_go_on (WholeInterview *whole, StileCasework *casework, GError **error)
{
  if (!do_step (whole, casework, error))
    return FALSE;

  if (whole->step == STEP_START || whole->step == STEP_ANSWER)
    whole->step = think_of_answer (whole) ? STEP_ANSWER : STEP_FINISH;
  else
    whole->step++;
  return TRUE;
}

void
whole_interview_assert_kept (const WholeInterview *whole, StileCasework *casework)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *kept;
  guint n_answers;

  if (whole->case_id == NULL)
    return;
  person_file = stile_casework_load_case (casework, whole->case_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (person_file->consent, ==, whole->step > STEP_CONSENT);
  if (whole->step <= STEP_START)
    return;

  kept = stile_case_find_assessment (person_file, whole->assessment_id);
  n_answers = 0;
  for (guint i = 0; i < whole->form->n_questions; i++)
    {
      const StileAnswer *said = stile_interview_get_answer (whole->interview, i);
      const StileAnswer *found = g_hash_table_lookup (kept->answers, whole->form->questions[i].id);
      gboolean not_yet = whole->step == STEP_ANSWER && i == whole->question;

      if (said->state == STILE_ANSWER_UNANSWERED || not_yet)
        continue;
      g_assert_true (found != NULL && stile_answer_equal (said, found));
      n_answers++;
    }
  g_assert_cmpint (kept->finished_at != NULL, ==, whole->step > STEP_FINISH);
  g_assert_cmpint (kept->decided != NULL, ==, whole->step > STEP_DECIDE);
  g_assert_cmpuint (n_answers, <=, g_hash_table_size (kept->answers));
}
