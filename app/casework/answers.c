// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers as entries: the state in a word, and the value as the form language writes it. */

#include "casework-private.h"

static const char *const state_words[] = {
  [STILE_ANSWER_UNANSWERED] = "unanswered",
  [STILE_ANSWER_ANSWERED] = "answered",
  [STILE_ANSWER_DECLINED] = "declined",
  [STILE_ANSWER_UNKNOWN] = "unknown",
};

JsonNode *
stile_answer_to_fields (const char *assessment_id, const StileQuestion *question,
                        const StileAnswer *answer)
{
  JsonNode *content = stile_fields_new ("assessment", assessment_id, "question", question->id,
                                        "state", state_words[answer->state], NULL);

  if (answer->state == STILE_ANSWER_ANSWERED)
    json_object_set_member (json_node_get_object (content), "value",
                            stile_answer_to_json (answer, question));
  return content;
}

StileAnswer *
stile_answer_from_fields (JsonNode *content, const StileQuestion *question)
{
  const char *word = stile_fields_get_text (content, "state");
  JsonNode *value = stile_fields_get_node (content, "value");

  for (guint state = 0; state < G_N_ELEMENTS (state_words); state++)
    {
      if (g_strcmp0 (word, state_words[state]) != 0)
        continue;
      if (state != STILE_ANSWER_ANSWERED)
        return stile_answer_new_state (state);
      return value ? stile_answer_from_json (value, question, NULL) : NULL;
    }

  return NULL;
}
