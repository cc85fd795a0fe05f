// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Every NAME.xml in broken/ is faulty, and NAME.txt beside it holds exactly what "stilectl check"
 * says of it. What the schema for editors can see, it must see in these forms too, and it must not
 * complain where the checker finds other things only. */

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "reach.h"

/* The tags of what a schema can see. */
static const char *const seen_by_schema[] = {
  "bad-count", "bad-id", "bad-language", "bad-number", "bad-word", "duplicate-choice",
  "duplicate-id", "empty-expression", "empty-text", "long-expression", "markup-in-text",
  "missing-attribute", "missing-element", "not-well-formed", "stray-text", "too-deep",
  "too-many-attributes", "unknown-attribute", "unknown-choices", "unknown-domain",
  "unknown-element", "unknown-level", "wrong-namespace", "wrong-root", NULL,
};

/* Those that no small file can show, or that show only as what they lead to. */
static const char *const not_in_files[] = {
  "too-large", "not-utf8", "too-many-questions", "too-many-faults", "undecided", NULL,
};

static xmlSchema *schema;

static char *
get_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "form", "broken", name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (void)
{
  g_autofree char *folder = get_path (NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".xml")));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static GPtrArray *
find_faults (const char *file)
{
  g_autofree char *path = get_path (file);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = NULL;
  g_autoptr (GBytes) xml = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  xml = g_bytes_new_take (g_steal_pointer (&text), length);
  form = stile_form_parse (xml, faults);
  if (form)
    stile_form_check_reach (form, faults);
  return g_steal_pointer (&faults);
}

static void
test_messages (gconstpointer data)
{
  g_autofree char *file = g_strconcat (data, ".xml", NULL);
  g_autofree char *expected_file = g_strconcat (data, ".txt", NULL);
  g_autofree char *expected_path = get_path (expected_file);
  g_autoptr (GPtrArray) faults = find_faults (file);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = stile_fault_to_string (g_ptr_array_index (faults, i), file);

      g_string_append_printf (found, "%s\n", line);
    }
  g_assert_cmpuint (faults->len, >, 0);
  g_assert_cmpstr (found->str, ==, expected);
}

static gboolean
is_valid (const char *path)
{
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR
                                                | XML_PARSE_NOWARNING);
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  gboolean valid = FALSE;

  /* Without handlers of its own it would print. */
  xmlSchemaSetValidErrors (context, NULL, NULL, NULL);
  if (document)
    valid = xmlSchemaValidateDoc (context, document) == 0;
  xmlSchemaFreeValidCtxt (context);
  xmlFreeDoc (document);
  return valid;
}

static void
test_schema (gconstpointer data)
{
  g_autofree char *file = g_strconcat (data, ".xml", NULL);
  g_autofree char *path = get_path (file);
  g_autoptr (GPtrArray) faults = find_faults (file);
  gboolean visible = FALSE;

  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      visible |= g_strv_contains (seen_by_schema, fault->tag);
    }
  g_assert_cmpint (is_valid (path), ==, !visible);
}

static void
test_every_rule_is_shown (void)
{
  g_autoptr (GPtrArray) names = list_names ();
  g_autoptr (GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_strconcat (g_ptr_array_index (names, i), ".xml", NULL);
      g_autoptr (GPtrArray) faults = find_faults (file);

      for (guint j = 0; j < faults->len; j++)
        g_hash_table_add (tags, (gpointer) ((StileFault *) g_ptr_array_index (faults, j))->tag);
    }
  for (const char *const *tag = stile_fault_get_tags (); *tag; tag++)
    {
      g_test_message ("%s", *tag);
      g_assert_true (g_hash_table_contains (tags, *tag) != g_strv_contains (not_in_files, *tag));
    }
}

static void
test_good_forms (void)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "form", "forms", "good.xml", NULL);
  g_autofree char *quick = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml",
                                             NULL);

  g_assert_true (is_valid (good));
  g_assert_true (is_valid (quick));
}

static xmlSchema *
read_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "assessment-forms",
                                                 "form.xsd", NULL);
  xmlSchemaParserCtxt *context = xmlSchemaNewParserCtxt (path);
  xmlSchema *read = xmlSchemaParse (context);

  xmlSchemaFreeParserCtxt (context);
  g_assert_nonnull (read);
  return read;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  schema = read_schema ();
  names = list_names ();
  g_assert_cmpuint (names->len, >=, 60);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *messages = g_strconcat ("/broken/messages/", name, NULL);
      g_autofree char *agreement = g_strconcat ("/broken/schema/", name, NULL);

      g_test_add_data_func (messages, name, test_messages);
      g_test_add_data_func (agreement, name, test_schema);
    }
  g_test_add_func ("/broken/every-rule-is-shown", test_every_rule_is_shown);
  g_test_add_func ("/broken/good-forms-follow-the-schema", test_good_forms);
  result = g_test_run ();
  xmlSchemaFree (schema);
  xmlCleanupParser ();
  return result;
}
