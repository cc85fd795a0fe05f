// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer-private.h"
#include "interview-private.h"

JsonNode *
stile_interview_answers_to_json (const StileInterview *interview, gboolean monitoring)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < interview->form->n_questions; i++)
    {
      const StileQuestion *question = &interview->form->questions[i];
      const StileAnswer *answer = stile_interview_get_counted_answer (interview, i);

      if (answer->state != STILE_ANSWER_UNANSWERED && (monitoring || !question->monitoring))
        json_object_set_member (object, question->id, stile_answer_to_json (answer, question));
    }

  json_node_take_object (node, g_steal_pointer (&object));
  return node;
}

static gboolean
read_answers (StileInterview *interview, JsonObject *answers, GError **error)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, answers);
  while (json_object_iter_next_ordered (&iter, &id, &value))
    {
      const StileQuestion *question = stile_form_find_question (interview->form, id);
      g_autoptr (StileAnswer) answer = NULL;

      if (!question)
        {
          g_autofree char *shown = stile_dup_excerpt (id);

          g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_UNKNOWN_QUESTION,
                       "Question “%s”: the form “%s” has no question with this id. Correct the id "
                       "or leave the answer out.",
                       shown, interview->form->id);
          return FALSE;
        }

      answer = stile_answer_from_json (value, question, error);
      if (!answer)
        {
          g_prefix_error (error, "Question “%s”: ", id);
          return FALSE;
        }
      if (answer->state != STILE_ANSWER_UNANSWERED)
        stile_interview_take_answer (interview, question->index, g_steal_pointer (&answer));
    }

  stile_interview_update (interview);
  return TRUE;
}

static gboolean
check_constraints (const StileInterview *interview, GError **error)
{
  for (guint i = 0; i < interview->form->n_questions; i++)
    {
      const StileAnswer *answer = stile_interview_get_counted_answer (interview, i);

      if (answer->state == STILE_ANSWER_ANSWERED
          && !stile_interview_check_answer (interview, i, answer, NULL, error))
        {
          g_prefix_error (error, "Question “%s”: ", interview->form->questions[i].id);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
stile_interview_load_json (StileInterview *interview, JsonNode *answers, GError **error)
{
  g_autoptr (StileInterview) loaded = NULL;
  StileInterview before;

  if (!answers || !JSON_NODE_HOLDS_OBJECT (answers))
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON,
                           "The answers must be one JSON object, such as "
                           "{\"sleep\": \"friends\"}.");
      return FALSE;
    }

  loaded = stile_interview_new_blank (interview);
  if (!read_answers (loaded, json_node_get_object (answers), error)
      || !check_constraints (loaded, error))
    return FALSE;

  before = *interview;
  *interview = *loaded;
  *loaded = before;
  return TRUE;
}
