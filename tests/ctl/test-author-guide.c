// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The guide for authors says what happens, and says all of it: each of its examples is run, and
 * whatever the language has stands in one of them and in a table. */

#include <string.h>

#include "author-guide.h"
#include "expectation.h"
#include "expression-functions.h"
#include "expression-tokens.h"
#include "form-schema.h"
#include "stilectl.h"

/* The attributes of elements that hold words. */
#define TRANSLATED "xml:lang"

static Guide *guide;

/* ---- What the examples come to ---- */

static void
test_form (gconstpointer data)
{
  const Block *block = data;
  const char *name = block_get (block, "form");
  const Block *faults = guide_find (guide, "faults", name);
  g_autofree char *said = guide_check_form (guide, name);

  g_assert_cmpstr (said, ==, faults ? faults->text : "");
}

static void
assert_result (JsonNode *expect, const StileResult *result)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = stile_result_to_json (result);
  g_autoptr (JsonNode) whole = json_from_string (json, NULL);

  stile_expectation_compare (expect, whole, differences);
  for (guint i = 0; i < differences->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (differences, i));
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_result (gconstpointer data)
{
  const Block *block = data;
  const Block *answers = guide_find (guide, "answers", block_get (block, "result"));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) expect = json_from_string (block->text, &error);
  g_autoptr (StileForm) form = NULL;
  g_autoptr (StileResult) result = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (answers);
  form = guide_load_form (guide, block_get (answers, "form"), NULL);
  result = guide_score (answers, form);

  assert_result (expect, result);
}

static void
test_example (gconstpointer data)
{
  const Block *block = data;
  g_autoptr (StileForm) form = guide_load_form (guide, block_get (block, "form"), NULL);
  char *folder = new_folder ();
  g_autofree char *path = write_file (folder, "example.json", block->text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileInterview) interview = NULL;
  g_autoptr (StileExample) example = stile_example_answer (path, form, &interview, &error);
  g_autoptr (StileResult) result = NULL;

  g_assert_no_error (error);
  result = stile_result_new (interview);

  assert_result (example->expect, result);
  remove_folder (folder);
}

/* ---- What conditions come to ---- */

static char *
value_to_words (const StileValue *value)
{
  g_autofree char *string = stile_value_to_string (value);

  return value->type == STILE_VALUE_STRING ? g_strdup_printf ("'%s'", string)
                                           : g_steal_pointer (&string);
}

/* As the value of one more <calculate>, or the condition of one more <finding>. */
static char *
evaluate (const Block *block, const char *expression)
{
  const Block *answers = guide_find (guide, "answers", block_get (block, "answers"));
  gboolean is_finding = g_strcmp0 (block_get (block, "in"), "finding") == 0;
  g_autofree char *part
    = g_markup_printf_escaped (is_finding
                                 ? "<finding id='shown' when='%s'><label>Shown</label></finding>"
                                 : "<calculate id='shown' value='%s'/>",
                               expression);
  g_autoptr (StileForm) form = guide_load_form (guide, block_get (block, "form"), part);
  g_autoptr (StileResult) result = NULL;

  g_assert_nonnull (answers);
  result = guide_score (answers, form);
  if (is_finding)
    return g_strdup (result->findings[form->n_findings - 1] ? "true" : "false");

  return value_to_words (&result->calculated[form->n_calculates - 1]);
}

/* The condition and the value of a line, or NULL for an empty one. */
static char **
split_line (const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line, " => ", 2);

  for (guint i = 0; sides[i]; i++)
    g_strstrip (sides[i]);
  if (!sides[0] || !*sides[0])
    return NULL;
  g_assert_cmpuint (g_strv_length (sides), ==, 2);
  return g_steal_pointer (&sides);
}

static void
test_values (gconstpointer data)
{
  const Block *block = data;
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) sides = split_line (lines[i]);
      g_autofree char *value = sides ? evaluate (block, sides[0]) : NULL;

      if (sides && strcmp (value, sides[1]) != 0)
        g_error ("line %u: %s is %s, not %s", block->line + 1 + i, sides[0], value, sides[1]);
    }
}

/* ---- Nothing of the language is left out ---- */

static void
note_element (GHashTable *seen, const StileXmlElement *element, const char *parent)
{
  const char *const parents[] = { "", parent };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_hash_table_add (seen, g_strdup_printf ("%s/%s", parents[i], element->name));
      for (guint j = 0; j < element->n_attributes; j++)
        g_hash_table_add (seen, g_strdup_printf ("%s/%s %s", parents[i], element->name,
                                                 element->attributes[j].name));
    }
  for (const StileXmlElement *child = element->first; child; child = child->next)
    note_element (seen, child, element->name);
}

/* Every element and attribute in a form without faults: "parent/name", "parent/name attribute"; and
 * both with no parent. */
static GHashTable *
list_elements (void)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, xml;

  g_hash_table_iter_init (&iter, guide->forms);
  while (g_hash_table_iter_next (&iter, &name, &xml))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
      g_autoptr (GPtrArray) faults = stile_faults_new ();
      StileArena *arena = stile_arena_new ();

      if (!guide_find (guide, "faults", name))
        note_element (seen, stile_xml_parse (bytes, arena, faults), "");
      stile_arena_free (arena);
    }
  return seen;
}

static void
test_elements (void)
{
  g_autoptr (GHashTable) seen = list_elements ();
  const char *name, *parent, *attributes;
  guint i;

  for (i = 0; stile_schema_get_element (i, &name, &parent, &attributes); i++)
    {
      /* All words are translated in the same way: one of them shows it. */
      gboolean is_words = strcmp (attributes, TRANSLATED) == 0;
      g_auto (GStrv) words = g_strsplit_set (is_words ? "" : attributes, " !", -1);
      g_autofree char *element = g_strdup_printf ("%s/%s", parent ? parent : "", name);

      if (!g_hash_table_contains (seen, element))
        g_error ("no example has %s", element);
      for (guint j = 0; words[j]; j++)
        {
          g_autofree char *attribute = g_strdup_printf ("%s %s", element, words[j]);

          if (*words[j] && !g_hash_table_contains (seen, attribute))
            g_error ("no example has %s", attribute);
        }
    }
  g_assert_cmpuint (i, >, 0);
  g_assert_true (g_hash_table_contains (seen, "/label " TRANSLATED));
}

/* "**`id`** `minutes`": those that an element needs stand out. */
static char *
attributes_to_cell (const char *attributes)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (attributes, " ", -1);

  for (guint i = 0; words[i] && *words[i]; i++)
    {
      gboolean needed = g_str_has_suffix (words[i], "!");
      const char *stars = needed ? "**" : "";

      g_string_append_printf (cell, "%s%s`%.*s`%s", i > 0 ? " " : "", stars,
                              (int) (strlen (words[i]) - needed), words[i], stars);
    }
  if (cell->len == 0)
    g_string_append (cell, "–");
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static void
test_table_of_elements (void)
{
  const char *table = strstr (guide->text, "\n## All elements");
  const char *name, *parent, *attributes;

  g_assert_nonnull (table);
  for (guint i = 0; stile_schema_get_element (i, &name, &parent, &attributes); i++)
    {
      gboolean is_words = strcmp (attributes, TRANSLATED) == 0;
      g_autofree char *cell = attributes_to_cell (attributes);
      g_autofree char *row
        = is_words ? g_strdup_printf ("`%s`", name)
                   : g_strdup_printf ("\n| `%s`%s%s%s | %s |", name, parent ? " in `" : "",
                                      parent ? parent : "", parent ? "`" : "", cell);

      assert_contains (table, row);
    }
}

static void
note_functions (GHashTable *seen, const char *expression)
{
  StileTokenError error;
  g_autoptr (GArray) tokens = stile_tokens_read (expression, &error);

  for (guint i = 0; tokens && i + 1 < tokens->len; i++)
    {
      const StileToken *token = &g_array_index (tokens, StileToken, i);

      if (token->type == STILE_TOKEN_NAME && token[1].type == STILE_TOKEN_OPEN)
        g_hash_table_add (seen, g_strndup (token->text, token->length));
    }
}

static void
test_functions (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < guide->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (guide->blocks, i);
      g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

      for (guint j = 0; strcmp (block->language, "xpath") == 0 && lines[j]; j++)
        {
          g_auto (GStrv) sides = split_line (lines[j]);

          if (sides)
            note_functions (seen, sides[0]);
        }
    }
  for (guint i = 0; i < stile_function_count (); i++)
    if (!g_hash_table_contains (seen, stile_function_get (i)->name))
      g_error ("no value is shown for %s()", stile_function_get (i)->name);
}

static char *
count_to_cell (const StileFunction *function)
{
  if (function->most == G_MAXUINT)
    return g_strdup_printf ("%u or more", function->least);
  if (function->least < function->most)
    return g_strdup_printf ("%u or %u", function->least, function->most);
  return g_strdup_printf ("%u", function->least);
}

static void
test_table_of_functions (void)
{
  for (guint i = 0; i < stile_function_count (); i++)
    {
      const StileFunction *function = stile_function_get (i);
      g_autofree char *start = g_strdup_printf ("\n| `%s(", function->name);
      const char *row = strstr (guide->text, start);
      g_autofree char *count = count_to_cell (function);
      g_autofree char *line = row ? g_strndup (row + 1, strcspn (row + 1, "\n")) : NULL;
      g_auto (GStrv) cells = NULL;

      if (!line)
        g_error ("the table has no %s()", function->name);
      cells = g_strsplit (line, " | ", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      if (strcmp (cells[1], count) != 0)
        g_error ("%s() takes %s", function->name, count);
      g_assert_cmpstr (cells[3], ==, function->results_only ? "results |" : "everywhere |");
    }
}

/* Every type, urgency and way to score, in the forms as they were read. */
static void
test_words (void)
{
  guint types = 0, asks = 0, urgencies = 0, kinds = 0, missing = 0;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, guide->forms);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr (StileForm) form = NULL;

      if (guide_find (guide, "faults", name))
        continue;
      form = guide_load_form (guide, name, NULL);
      for (guint i = 0; i < form->n_questions; i++)
        {
          types |= 1u << form->questions[i].type;
          asks |= 1u << form->questions[i].ask;
        }
      for (guint i = 0; i < form->n_alerts; i++)
        urgencies |= 1u << form->alerts[i].urgency;
      for (guint i = 0; i < form->n_referrals; i++)
        urgencies |= 1u << form->referrals[i].urgency;
      for (guint i = 0; i < form->n_domains; i++)
        {
          kinds |= 1u << form->domains[i].score;
          missing |= 1u << form->domains[i].missing;
        }
    }
  g_assert_cmphex (types, ==, (2u << STILE_QUESTION_NOTE) - 1);
  g_assert_cmphex (asks, ==, (2u << STILE_ASK_CLAIMANT) - 1);
  g_assert_cmphex (urgencies, ==, (2u << STILE_URGENCY_SOON) - 1);
  g_assert_cmphex (kinds, ==, (2u << STILE_SCORE_VALUE) - 1);
  g_assert_cmphex (missing, ==, (2u << STILE_MISSING_INVALID) - 1);
}

/* ---- The commands ---- */

static void
test_command (const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", 4);
  gboolean is_form = g_strcmp0 (words[1], "form") == 0;
  g_autoptr (Run) run = run_stilectl (NULL, words[1], is_form ? words[2] : "--help",
                                      is_form ? "--help" : NULL, NULL);

  assert_exit (run, 0);
}

static void
test_commands (void)
{
  guint n = 0;

  for (guint i = 0; i < guide->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (guide->blocks, i);
      const char *command = block->text;

      while (strcmp (block->language, "sh") == 0 && (command = strstr (command, "stilectl ")))
        {
          test_command (command++);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 0);
}

/* ---- All of them ---- */

static const struct
{
  const char *language;
  const char *word;
  GTestDataFunc test; /* NULL where another block's test reads it */
} kinds[] = {
  { "xml", "form", test_form },       { "text", "faults", NULL },
  { "json", "answers", NULL },        { "json", "result", test_result },
  { "json", "example", test_example }, { "xpath", "answers", test_values },
};

static void
add_block (const Block *block)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = block_get (block, kinds[i].word);
      g_autofree char *path = NULL;

      if (strcmp (block->language, kinds[i].language) != 0 || !name)
        continue;
      path = g_strdup_printf ("/author-guide/%s/%s-%u", kinds[i].language, name, block->line);
      if (kinds[i].test)
        g_test_add_data_func (path, block, kinds[i].test);
      return;
    }
  if (strcmp (block->language, "sh") != 0)
    g_error ("line %u: nobody knows how to run this block", block->line);
}

int
main (int argc, char **argv)
{
  int exit_code;

  g_test_init (&argc, &argv, NULL);
  guide = guide_load ();

  for (guint i = 0; i < guide->blocks->len; i++)
    add_block (g_ptr_array_index (guide->blocks, i));
  g_test_add_func ("/author-guide/elements", test_elements);
  g_test_add_func ("/author-guide/table-of-elements", test_table_of_elements);
  g_test_add_func ("/author-guide/functions", test_functions);
  g_test_add_func ("/author-guide/table-of-functions", test_table_of_functions);
  g_test_add_func ("/author-guide/words", test_words);
  g_test_add_func ("/author-guide/commands", test_commands);

  exit_code = g_test_run ();
  guide_free (guide);
  return exit_code;
}
