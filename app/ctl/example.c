// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "example.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "day.h"
#include "input.h"

static JsonObject *
read_object (const char *path, GError **error)
{
  g_autoptr (JsonNode) root = stile_input_read_json (path, error);
  g_autofree char *shown = stile_input_display (path);

  if (!root)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON,
                   "%s: an example is an object with title, started, answers and expect.", shown);
      return NULL;
    }

  return json_node_dup_object (root);
}

static const char *
find_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                  : NULL;
}

static JsonNode *
dup_object_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_ref (node) : NULL;
}

static StileExample *
load (const char *path, GError **error)
{
  g_autoptr (JsonObject) object = read_object (path, error);
  g_autoptr (StileExample) example = g_new0 (StileExample, 1);
  g_autofree char *shown = stile_input_display (path);
  const char *fault = NULL;
  const char *started;

  if (!object)
    return NULL;

  example->title = g_strdup (find_string (object, "title"));
  started = find_string (object, "started");
  example->answers = dup_object_member (object, "answers");
  example->expect = dup_object_member (object, "expect");

  if (!example->title)
    fault = "give it a \"title\" that says who this is.";
  else if (!started || !stile_day_read (started, &example->started))
    fault = "give it the day it \"started\", such as \"2026-11-22\".";
  else if (!example->answers)
    fault = "give it \"answers\", an object with a member for each question.";
  else if (!example->expect || json_object_get_size (json_node_get_object (example->expect)) == 0)
    fault = "say what you \"expect\", an object with any part of the result.";

  if (fault)
    {
      g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON, "%s: %s", shown, fault);
      return NULL;
    }

  return g_steal_pointer (&example);
}

void
stile_example_free (StileExample *example)
{
  if (!example)
    return;

  g_free (example->title);
  g_clear_pointer (&example->answers, json_node_unref);
  g_clear_pointer (&example->expect, json_node_unref);
  g_free (example);
}

StileExample *
stile_example_answer (const char *path, StileForm *form, StileInterview **interview,
                      GError **error)
{
  g_autoptr (StileExample) example = load (path, error);
  g_autoptr (StileInterview) answered = NULL;

  if (!example)
    return NULL;

  answered = stile_interview_new (form, &example->started);
  if (!stile_interview_load_json (answered, example->answers, error))
    {
      g_autofree char *shown = stile_input_display (path);

      g_prefix_error (error, "%s: ", shown);
      return NULL;
    }

  *interview = g_steal_pointer (&answered);
  return g_steal_pointer (&example);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
stile_example_list (const char *form_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (form_path);
  g_autofree char *examples = g_build_filename (folder, "examples", NULL);
  g_autofree char *shown = stile_input_display (form_path);
  g_autoptr (GDir) dir = g_dir_open (examples, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (paths, g_build_filename (examples, name, NULL));
  if (paths->len == 0)
    {
      g_set_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON,
                   _("%s: this form has no examples. Put some beside it, as examples/NAME.json."),
                   shown);
      return NULL;
    }

  g_ptr_array_sort (paths, compare_paths);
  return g_steal_pointer (&paths);
}
