// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of an assessment: start, answer, finish, decide. */

#include "casework-private.h"
#include "words.h"

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE, sentence);
  return FALSE;
}

const StileAssessment *
stile_case_require_assessment (const StileCase *person_file, const char *assessment_id,
                               GError **error)
{
  const StileAssessment *assessment = NULL;

  if (assessment_id)
    assessment = stile_case_find_assessment (person_file, assessment_id);
  if (!assessment)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                   _("There is no such assessment in this person's record."));
      return NULL;
    }
  if (!assessment->form)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   /* Translators: the id of a questionnaire. */
                   _("The form “%s” that was used cannot be read any more, so this assessment can "
                     "only be looked at."), assessment->form_id);
      return NULL;
    }

  return assessment;
}

const StileQuestion *
stile_assessment_require_question (const StileAssessment *assessment, const char *question_id,
                                   GError **error)
{
  const StileQuestion *question = stile_form_find_question (assessment->form, question_id);

  if (!question || question->type == STILE_QUESTION_NOTE)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                   /* Translators: the ids of a questionnaire and of a question. */
                   _("The form “%s” has no question “%s” that can be answered."),
                   assessment->form_id, question_id);
      return NULL;
    }

  return question;
}

static gboolean
check_goes_on (const StileCase *person_file, const StileAssessment *assessment, GError **error)
{
  if (!person_file->consent)
    return refuse (error, _("The person no longer agrees, so no more answers are kept."));
  if (assessment->finished_at)
    return refuse (error, _("This assessment is finished already. Start a new one to change "
                            "answers."));

  return TRUE;
}

/* ---- Start ---- */

gboolean
stile_casework_start_assessment_on (StileCasework *casework, const char *case_id, StileForm *form,
                                    const char *language, const GDate *started,
                                    char **assessment_id, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;
  const char *digest = stile_form_get_digest (form);
  char day[sizeof "9999-12-31"];

  if (!stile_clean_language (language, &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  if (!person_file->consent)
    return refuse (error, _("The person has not agreed to the privacy notice yet. Read it together "
                            "first."));

  if (!stile_ledger_put_form (casework->ledger, digest, form->id, form->version, form->xml, error))
    return FALSE;
  stile_casework_keep_form (casework, form);

  g_date_strftime (day, sizeof day, "%Y-%m-%d", started);
  return stile_casework_append (casework, case_id, STILE_KIND_STARTED,
                                stile_fields_new ("form", digest, "form-id", form->id,
                                                  "language", cleaned ? cleaned : form->language,
                                                  "started", day, NULL),
                                assessment_id, error);
}

gboolean
stile_casework_start_assessment (StileCasework *casework, const char *case_id, StileForm *form,
                                 const char *language, char **assessment_id, GError **error)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return stile_casework_start_assessment_on (casework, case_id, form, language, &today,
                                             assessment_id, error);
}

/* ---- Answer ---- */

/* Reads the file once for a whole interview; from then on @casework->open is kept in step. */
static StileAssessment *
open_assessment (StileCasework *casework, const char *case_id, const char *assessment_id,
                 GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;
  guint index;

  if (!stile_casework_check_unlocked (casework, error))
    return NULL;
  if (casework->open && g_strcmp0 (casework->open->id, assessment_id) == 0
      && g_strcmp0 (casework->open_case_id, case_id) == 0)
    return casework->open;

  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return NULL;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  if (!assessment || !check_goes_on (person_file, assessment, error))
    return NULL;

  g_clear_pointer (&casework->open, stile_assessment_free);
  g_ptr_array_find (person_file->assessments, assessment, &index);
  casework->open = g_ptr_array_steal_index (person_file->assessments, index);
  g_free (casework->open_case_id);
  casework->open_case_id = g_strdup (case_id);
  return casework->open;
}

gboolean
stile_casework_save_answer (StileCasework *casework, const char *case_id,
                            const char *assessment_id, const StileQuestion *question,
                            const StileAnswer *answer, GError **error)
{
  g_autoptr (StileAnswer) kept = NULL;
  const StileAnswer *before;
  const StileQuestion *own;
  JsonNode *content;
  StileAssessment *assessment = open_assessment (casework, case_id, assessment_id, error);

  if (!assessment)
    return FALSE;
  own = stile_assessment_require_question (assessment, question->id, error);
  if (!own)
    return FALSE;

  before = g_hash_table_lookup (assessment->answers, own->id);
  if (before ? stile_answer_equal (before, answer) : answer->state == STILE_ANSWER_UNANSWERED)
    return TRUE;

  /* @question may belong to another version of the form: what is kept must be readable with the
   * one that this assessment was started with. */
  content = stile_answer_to_fields (assessment_id, own, answer);
  kept = stile_answer_from_fields (content, own);
  if (!kept)
    {
      json_node_unref (content);
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: a question. */
                   _("This answer does not fit the question “%s”."),
                   stile_words_of_form (own->label));
      return FALSE;
    }
  if (!stile_casework_append (casework, case_id, STILE_KIND_ANSWER, content, NULL, error))
    return FALSE;

  g_hash_table_replace (assessment->answers, g_strdup (own->id), g_steal_pointer (&kept));
  return TRUE;
}

/* ---- Finish ---- */

int
stile_casework_find_missing (const StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);

  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileQuestion *question = &form->questions[i];

      if (question->required && question->type != STILE_QUESTION_NOTE
          && stile_interview_is_relevant (interview, i)
          && stile_interview_get_answer (interview, i)->state == STILE_ANSWER_UNANSWERED)
        return i;
    }

  return STILE_NONE;
}

static gboolean
check_required (const StileInterview *interview, GError **error)
{
  int missing = stile_casework_find_missing (interview);
  const StileQuestion *question;

  if (missing == STILE_NONE)
    return TRUE;

  question = &stile_interview_get_form (interview)->questions[missing];
  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
               /* Translators: a question. */
               _("This question still needs an answer: “%s”"),
               stile_words_of_form (question->label));
  return FALSE;
}

static gboolean
check_can_finish (const StileAssessment *assessment, const StileInterview *interview,
                  GError **error)
{
  const StileForm *form = stile_interview_get_form (interview);

  if (strcmp (stile_form_get_digest (form), assessment->form_digest) != 0
      || g_date_compare (stile_interview_get_started (interview), &assessment->started) != 0)
    return refuse (error, _("These answers belong to another assessment."));

  return check_required (interview, error);
}

gboolean
stile_casework_finish_assessment (StileCasework *casework, const char *case_id,
                                  const char *assessment_id, const StileInterview *interview,
                                  GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  g_autoptr (StileResult) result = NULL;
  g_autofree char *result_json = NULL;
  const StileAssessment *assessment;
  JsonNode *content;

  if (!person_file)
    return FALSE;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  if (!assessment || !check_goes_on (person_file, assessment, error)
      || !check_can_finish (assessment, interview, error))
    return FALSE;

  result = stile_result_new (interview);
  result_json = stile_result_to_json (result);
  content = stile_fields_new ("assessment", assessment_id, "result", result_json, NULL);
  json_object_set_member (json_node_get_object (content), "answers",
                          stile_interview_answers_to_json (interview, TRUE));
  if (!stile_casework_append (casework, case_id, STILE_KIND_FINISHED, content, NULL, error))
    return FALSE;

  g_clear_pointer (&casework->open, stile_assessment_free);
  return TRUE;
}

/* ---- Decide ---- */

static gboolean
check_decision (const StileAssessment *assessment, const char *decided, const char *reason,
                GError **error)
{
  if (!assessment->finished_at)
    return refuse (error, _("Finish the assessment first, then decide."));

  if (!decided || !stile_form_find_category (assessment->form, decided))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: the title of a questionnaire; its categories are kinds of
                    * support. */
                   _("Please choose one of the categories of the form “%s”."), assessment->form_id);
      return FALSE;
    }
  if (!reason && g_strcmp0 (decided, assessment->proposed) != 0)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("Please give the reason for choosing another category."));
      return FALSE;
    }

  return TRUE;
}

gboolean
stile_casework_decide (StileCasework *casework, const char *case_id, const char *assessment_id,
                       const char *decided, const char *reason, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;
  const StileAssessment *assessment;

  if (!stile_clean_text (reason, _("The reason"), &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  if (!assessment || !check_decision (assessment, decided, cleaned, error))
    return FALSE;

  return stile_casework_append (casework, case_id, STILE_KIND_DECISION,
                                stile_fields_new ("assessment", assessment_id, "proposed",
                                                  assessment->proposed, "decided", decided,
                                                  "reason", cleaned, NULL),
                                NULL, error);
}

StileInterview *
stile_assessment_new_interview (const StileAssessment *assessment, GError **error)
{
  g_autoptr (StileInterview) interview = NULL;
  const StileForm *form = assessment->form;

  if (!form)
    {
      refuse (error, _("The form that was used cannot be read any more."));
      return NULL;
    }

  interview = stile_interview_new (assessment->form, &assessment->started);
  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileAnswer *answer = g_hash_table_lookup (assessment->answers,
                                                       form->questions[i].id);
      if (answer)
        stile_interview_set_answer (interview, i, answer);
    }

  return g_steal_pointer (&interview);
}
