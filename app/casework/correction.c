// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Corrections: the verbs that write them and the fold that reads them. What was corrected stays in
 * the book, and in sight. */

#include "casework-private.h"
#include "rights.h"
#include "words.h"

/* ---- Reading ---- */

void
stile_correction_free (StileCorrection *correction)
{
  g_free (correction->id);
  g_free (correction->at);
  g_free (correction->adviser);
  g_free (correction->question);
  stile_answer_free (correction->before);
  stile_answer_free (correction->after);
  g_free (correction->reason);
  g_free (correction->result_before);
  g_free (correction->decided_before);
  g_free (correction);
}

StileCorrection *
stile_correction_new (const StileEntry *entry, const StileAssessment *assessment)
{
  const char *id = stile_fields_get_text (entry->content, "question");
  const StileQuestion *question = NULL;
  const StileAnswer *before;
  StileAnswer *after;
  StileCorrection *correction;

  if (assessment->form && id)
    question = stile_form_find_question (assessment->form, id);
  after = question ? stile_answer_from_fields (entry->content, question) : NULL;
  if (!after)
    return NULL;

  before = g_hash_table_lookup (assessment->answers, id);
  correction = g_new0 (StileCorrection, 1);
  correction->id = g_strdup (entry->id);
  correction->at = g_strdup (entry->at);
  correction->adviser = g_strdup (entry->adviser);
  correction->question = g_strdup (id);
  correction->before = before ? stile_answer_copy (before)
                              : stile_answer_new_state (STILE_ANSWER_UNANSWERED);
  correction->after = after;
  correction->reason = g_strdup (stile_fields_get_text (entry->content, "reason"));
  correction->result_before = g_strdup (assessment->result_json);
  correction->decided_before = g_strdup (assessment->decided);
  return correction;
}

char *
stile_correction_to_words (const StileCorrection *correction, const StileForm *form)
{
  const StileQuestion *question = stile_form_find_question (form, correction->question);
  g_autofree char *language = stile_words_dup_language ();
  g_autofree char *before = stile_answer_to_words (correction->before, question, language);
  g_autofree char *after = stile_answer_to_words (correction->after, question, language);

  /* Translators: a question, the wrong answer, the right one, and why it was corrected. */
  return g_strdup_printf (_("“%s”: it said “%s”, it is “%s”. %s"),
                          stile_words_of_form (question->label), before, after,
                          correction->reason ? correction->reason : "");
}

/* ---- Writing ---- */

static gboolean
clean_reason (const char *reason, char **cleaned, GError **error)
{
  if (!stile_clean_text (reason, _("The reason"), cleaned, error))
    return FALSE;
  if (*cleaned)
    return TRUE;

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               _("Please say why this is corrected."));
  return FALSE;
}

/* As an answer is kept; NULL where it does not fit its question. */
static JsonNode *
answer_fields (const StileAssessment *assessment, const StileQuestion *question,
               const StileAnswer *answer, GError **error)
{
  g_autoptr (JsonNode) content = stile_answer_to_fields (assessment->id, question, answer);
  g_autoptr (StileAnswer) kept = stile_answer_from_fields (content, question);

  if (kept)
    return g_steal_pointer (&content);

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               _("This answer does not fit the question “%s”."),
               stile_words_of_form (question->label));
  return NULL;
}

static gboolean
check_can_correct (const StileAssessment *assessment, const StileInterview *interview,
                   const StileQuestion *question, const StileAnswer *answer, GError **error)
{
  g_autofree char *language = stile_words_dup_language ();

  if (!assessment->finished_at)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   _("This assessment is not finished yet: change the answer itself."));
      return FALSE;
    }
  if (!stile_interview_is_relevant (interview, question->index))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   /* Translators: a question. */
                   _("The question “%s” is not asked with these answers. Correct the answer it "
                     "hangs on first."),
                   stile_words_of_form (question->label));
      return FALSE;
    }

  return stile_interview_check_answer (interview, question->index, answer, language, error);
}

/* The result is worked out again from all answers as they are now, on the day they were given. */
static void
add_result (JsonNode *content, const StileInterview *interview, const char *reason)
{
  g_autoptr (StileResult) result = stile_result_new (interview);
  g_autofree char *result_json = stile_result_to_json (result);
  JsonObject *object = json_node_get_object (content);

  json_object_set_string_member (object, "what", STILE_RECTIFIED_ANSWER);
  json_object_set_string_member (object, "reason", reason);
  json_object_set_string_member (object, "result", result_json);
  json_object_set_member (object, "answers", stile_interview_answers_to_json (interview, TRUE));
}

static gboolean
correct_answer (StileCasework *casework, const StileCase *person_file,
                const StileAssessment *assessment, const StileQuestion *question,
                const StileAnswer *answer, const char *reason, GError **error)
{
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, error);
  g_autoptr (JsonNode) content = NULL;

  if (!interview || !check_can_correct (assessment, interview, question, answer, error))
    return FALSE;
  if (stile_answer_equal (stile_interview_get_answer (interview, question->index), answer))
    return TRUE;
  content = answer_fields (assessment, question, answer, error);
  if (!content)
    return FALSE;

  stile_interview_set_answer (interview, question->index, answer);
  add_result (content, interview, reason);
  return stile_casework_append (casework, person_file->id, STILE_KIND_RECTIFIED,
                                g_steal_pointer (&content), NULL, error);
}

gboolean
stile_casework_rectify_answer (StileCasework *casework, const char *case_id,
                               const char *assessment_id, const char *question_id,
                               const StileAnswer *answer, const char *reason, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;
  const StileAssessment *assessment;
  const StileQuestion *question;

  if (!clean_reason (reason, &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  if (!assessment)
    return FALSE;
  question = stile_assessment_require_question (assessment, question_id, error);

  return question
         && correct_answer (casework, person_file, assessment, question, answer, cleaned, error);
}

gboolean
stile_casework_rectify_person (StileCasework *casework, const char *case_id,
                               const StilePerson *person, const char *reason, GError **error)
{
  g_autoptr (StilePerson) cleaned = stile_person_clean (person, error);
  g_autofree char *cleaned_reason = NULL;
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (JsonNode) fields = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) why = NULL;

  if (!cleaned || !clean_reason (reason, &cleaned_reason, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;

  fields = stile_person_to_fields (cleaned);
  before = stile_person_to_fields (person_file->person);
  if (json_node_equal (fields, before))
    return TRUE;
  why = stile_fields_new ("what", STILE_RECTIFIED_DETAILS, "reason", cleaned_reason, NULL);

  const StileEntryDraft drafts[] = {
    { case_id, STILE_KIND_PERSON, fields },
    { case_id, STILE_KIND_RECTIFIED, why },
  };
  return stile_ledger_append_all (casework->ledger, drafts, G_N_ELEMENTS (drafts), NULL, error);
}

/* What a correction of an event's words is of, or NULL: not every event has words of its own. */
static const char *
get_what (const StileEvent *event)
{
  if (strcmp (event->kind, STILE_KIND_NOTE) == 0)
    return STILE_RECTIFIED_NOTE;
  if (strcmp (event->kind, STILE_KIND_CONTACT) == 0)
    return STILE_RECTIFIED_CONTACT;
  return NULL;
}

gboolean
stile_event_has_own_words (const StileEvent *event)
{
  return get_what (event) && event->text;
}

static const char *
find_what (const StileCase *person_file, const char *entry_id)
{
  for (guint i = 0; entry_id && i < person_file->events->len; i++)
    {
      const StileEvent *event = g_ptr_array_index (person_file->events, i);

      if (strcmp (event->id, entry_id) == 0)
        return get_what (event);
    }

  return NULL;
}

gboolean
stile_casework_rectify_text (StileCasework *casework, const char *case_id, const char *entry_id,
                             const char *text, const char *reason, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;
  g_autofree char *cleaned_reason = NULL;
  const char *what;

  if (!stile_clean_text (text, _("The text"), &cleaned, error)
      || !clean_reason (reason, &cleaned_reason, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  what = find_what (person_file, entry_id);
  if (!what)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                   _("There is no such note or contact in this person's record."));
      return FALSE;
    }

  return stile_casework_append (casework, case_id, STILE_KIND_RECTIFIED,
                                stile_fields_new ("what", what, "entry", entry_id, "text",
                                                  cleaned ? cleaned : "", "reason", cleaned_reason,
                                                  NULL),
                                NULL, error);
}
