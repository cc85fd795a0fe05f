// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers as JSON. Who reads these faults writes JSON: like the checker's, they are in English. */

#include <string.h>

#include "answer-private.h"

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_DEPTH 32

static StileAnswer *
refuse (GError **error, const char *wanted, JsonNode *node)
{
  g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
               "the answer must be %s, {\"declined\": true} or {\"unknown\": true}, not %s.",
               wanted, json_node_type_name (node));
  return NULL;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static StileAnswer *
read_state (JsonNode *node, GError **error)
{
  static const struct
  {
    const char *name;
    StileAnswerState state;
  } states[] = { { "declined", STILE_ANSWER_DECLINED }, { "unknown", STILE_ANSWER_UNKNOWN } };
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; i < G_N_ELEMENTS (states) && json_object_get_size (object) == 1; i++)
    {
      JsonNode *member = json_object_get_member (object, states[i].name);

      if (member && JSON_NODE_HOLDS_VALUE (member)
          && json_node_get_value_type (member) == G_TYPE_BOOLEAN
          && json_node_get_boolean (member))
        return stile_answer_new_state (states[i].state);
    }

  g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                       "an answer that is an object must be {\"declined\": true} or "
                       "{\"unknown\": true}.");
  return NULL;
}

static StileAnswer *
read_choices (JsonNode *node, const StileQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, "an array of choice ids", node);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_string (element))
        return refuse (error, "an array of choice ids", element);
      g_ptr_array_add (ids, (gpointer) json_node_get_string (element));
    }
  g_ptr_array_add (ids, NULL);

  return stile_answer_new_choices (question, (const char *const *) ids->pdata, error);
}

static StileAnswer *
read_number (JsonNode *node, const StileQuestion *question, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return refuse (error, "a number", node);

  return stile_answer_new_checked_number (
    question,
    type == G_TYPE_INT64 ? (double) json_node_get_int (node) : json_node_get_double (node), error);
}

static StileAnswer *
read_string (JsonNode *node, const StileQuestion *question, GError **error)
{
  const char *text;

  if (!is_string (node))
    return refuse (error, "a string", node);

  text = json_node_get_string (node);
  if (question->type == STILE_QUESTION_DATE && *text)
    return stile_answer_new_date (text, error);
  if (question->type == STILE_QUESTION_TEXT)
    return stile_answer_new (question, text, error);

  return stile_answer_new_choices (question, (const char *const[]) { text, NULL }, error);
}

StileAnswer *
stile_answer_from_json (JsonNode *node, const StileQuestion *question, GError **error)
{
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  if (question->type == STILE_QUESTION_NOTE)
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE,
                           "this is a note, which has no answer. Leave it out.");
      return NULL;
    }
  if (JSON_NODE_HOLDS_NULL (node))
    return stile_answer_new_state (STILE_ANSWER_UNANSWERED);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_state (node, error);
  if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    return read_choices (node, question, error);
  if (question->type == STILE_QUESTION_INTEGER || question->type == STILE_QUESTION_DECIMAL)
    return read_number (node, question, error);

  return read_string (node, question, error);
}

static JsonNode *
new_state_node (const char *name)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, name, TRUE);
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
new_choices_node (const StileAnswer *answer)
{
  g_auto (GStrv) ids = g_strsplit (answer->text, " ", -1);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; ids[i]; i++)
    json_array_add_string_element (array, ids[i]);
  json_node_take_array (node, array);
  return node;
}

JsonNode *
stile_answer_to_json (const StileAnswer *answer, const StileQuestion *question)
{
  switch (answer->state)
    {
    case STILE_ANSWER_DECLINED:
      return new_state_node ("declined");
    case STILE_ANSWER_UNKNOWN:
      return new_state_node ("unknown");
    case STILE_ANSWER_ANSWERED:
      break;
    case STILE_ANSWER_UNANSWERED:
    default:
      return json_node_new (JSON_NODE_NULL);
    }

  if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    return new_choices_node (answer);
  /* A whole number stays one: 30, never 30.0. */
  if (question->type == STILE_QUESTION_INTEGER
      || (question->type == STILE_QUESTION_DECIMAL && !strchr (answer->text, '.')))
    return json_node_init_int (json_node_alloc (), (gint64) answer->number);
  if (question->type == STILE_QUESTION_DECIMAL)
    return json_node_init_double (json_node_alloc (), answer->number);

  return json_node_init_string (json_node_alloc (), answer->text);
}

/* ---- From outside ---- */

/* json-glib reads arrays within arrays by calling itself: 100,000 brackets end the program. It also
 * reads comments, which JSON has not and in which quotes would hide brackets. */
static const char *
find_hazard (const char *data, gsize length)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (data[i] == '/' || data[i] == '#' || data[i] == '\'')
        return "The answers are not JSON: it has no comments, and its strings stand in \".";
      else if ((data[i] == '{' || data[i] == '[') && ++depth > MAX_DEPTH)
        return "The answers are nested too deep. They are one JSON object of plain values.";
      else if ((data[i] == '}' || data[i] == ']') && depth > 0)
        depth--;
    }

  return NULL;
}

JsonNode *
stile_answers_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) fault = NULL;
  const char *sentence;

  if (length > MAX_BYTES)
    sentence = "The answers are larger than 16 MiB.";
  else if (!g_utf8_validate_len (data, length, NULL))
    sentence = "The answers are not UTF-8 text. Save them as UTF-8.";
  else
    sentence = find_hazard (data, length);

  if (sentence)
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON, sentence);
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, &fault))
    {
      g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON,
                   "The answers are not JSON: %s", fault->message);
      return NULL;
    }
  if (!json_parser_get_root (parser))
    {
      g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON,
                           "The answers are empty. Without any answers write {}.");
      return NULL;
    }

  return json_node_ref (json_parser_get_root (parser));
}
