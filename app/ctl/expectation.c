// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectation.h"

#include <string.h>

static void
report (GPtrArray *differences, const char *path, JsonNode *expected, JsonNode *got)
{
  g_autofree char *wanted = json_to_string (expected, FALSE);
  g_autofree char *came = got ? json_to_string (got, FALSE) : NULL;

  if (came)
    g_ptr_array_add (differences, g_strdup_printf ("%s: expected %s, got %s", path, wanted, came));
  else
    g_ptr_array_add (differences, g_strdup_printf ("%s: expected %s, but the result has no such "
                                                   "part",
                                                   path, wanted));
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static void compare (JsonNode *expected, JsonNode *got, const char *path, GPtrArray *differences);

static void
compare_objects (JsonNode *expected, JsonNode *got, const char *path, GPtrArray *differences)
{
  JsonObject *whole = json_node_get_object (got);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (expected));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = *path ? g_strdup_printf ("%s.%s", path, name) : g_strdup (name);

      compare (member, json_object_get_member (whole, name), below, differences);
    }
}

static const char *
get_id (JsonNode *node)
{
  JsonNode *id = JSON_NODE_HOLDS_OBJECT (node)
                   ? json_object_get_member (json_node_get_object (node), "id")
                   : NULL;

  return id && json_node_get_value_type (id) == G_TYPE_STRING ? json_node_get_string (id) : NULL;
}

static JsonNode *
find_by_id (JsonArray *array, const char *id)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (get_id (json_array_get_element (array, i)), id) == 0)
      return json_array_get_element (array, i);

  return NULL;
}

static void
compare_domains (JsonNode *expected, JsonNode *got, const char *path, GPtrArray *differences)
{
  JsonArray *named = json_node_get_array (expected);

  for (guint i = 0; i < json_array_get_length (named); i++)
    {
      JsonNode *domain = json_array_get_element (named, i);
      const char *id = get_id (domain);
      g_autofree char *below = g_strdup_printf ("%s[%s]", path, id ? id : "?");

      compare (domain, id ? find_by_id (json_node_get_array (got), id) : NULL, below, differences);
    }
}

static void
compare_arrays (JsonNode *expected, JsonNode *got, const char *path, GPtrArray *differences)
{
  JsonArray *wanted = json_node_get_array (expected);
  JsonArray *came = json_node_get_array (got);

  if (json_array_get_length (wanted) != json_array_get_length (came))
    {
      report (differences, path, expected, got);
      return;
    }

  for (guint i = 0; i < json_array_get_length (wanted); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s[%u]", path, i);

      compare (json_array_get_element (wanted, i), json_array_get_element (came, i), below,
               differences);
    }
}

static void
compare (JsonNode *expected, JsonNode *got, const char *path, GPtrArray *differences)
{
  if (got && JSON_NODE_HOLDS_OBJECT (expected) && JSON_NODE_HOLDS_OBJECT (got))
    compare_objects (expected, got, path, differences);
  else if (got && JSON_NODE_HOLDS_ARRAY (expected) && JSON_NODE_HOLDS_ARRAY (got))
    (strcmp (path, "domains") == 0 ? compare_domains : compare_arrays) (expected, got, path,
                                                                        differences);
  else if (got && is_number (expected) && is_number (got)
             ? json_node_get_double (expected) != json_node_get_double (got)
             : !got || !json_node_equal (expected, got))
    report (differences, path, expected, got);
}

void
stile_expectation_compare (JsonNode *expect, JsonNode *result, GPtrArray *differences)
{
  compare (expect, result, "", differences);
}
