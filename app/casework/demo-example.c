// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-example.h"

#include "casework-private.h"
#include "words.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The folder's own order differs from one file system to the next. */
static GPtrArray *
list_examples (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (!dir)
    return NULL;

  while ((name = g_dir_read_name (dir)))
    {
      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

static StileInterview *
load_example (StileForm *form, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (StileInterview) interview = NULL;
  JsonNode *root;
  JsonNode *answers;
  GDate started;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  root = json_parser_get_root (parser);
  answers = stile_fields_get_node (root, "answers");
  g_date_clear (&started, 1);
  if (!answers || !stile_read_day (stile_fields_get_text (root, "started"), &started))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: a file. The quoted words stay. */
                   _("The example “%s” needs “started”, a day, and “answers”."), path);
      return NULL;
    }

  interview = stile_interview_new (form, &started);
  if (!stile_interview_load_json (interview, answers, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&interview);
}

GPtrArray *
stile_demo_load_examples (StileForm *form, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) paths = list_examples (folder, error);
  g_autoptr (GPtrArray) examples
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_interview_free);

  if (!paths)
    return NULL;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (StileInterview) interview
          = load_example (form, g_ptr_array_index (paths, i), error);

      if (!interview)
        return NULL;
      if (stile_casework_find_missing (interview) == STILE_NONE)
        g_ptr_array_add (examples, g_steal_pointer (&interview));
    }

  if (examples->len == 0)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: a folder. */
                   _("“%s” holds no example that answers every required question."), folder);
      return NULL;
    }

  return g_steal_pointer (&examples);
}
