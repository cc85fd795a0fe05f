// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "author-guide.h"

#include <string.h>

#include "reach.h"

#define FENCE "```"

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->language);
  g_hash_table_unref (block->words);
  g_free (block->text);
  g_free (block);
}

const char *
block_get (const Block *block, const char *word)
{
  return g_hash_table_lookup (block->words, word);
}

/* From what stands behind the fence: "xml form=first". */
static Block *
block_new (const char *info, guint line)
{
  g_auto (GStrv) parts = g_strsplit (info, " ", -1);
  Block *block = g_new0 (Block, 1);

  block->line = line;
  block->language = g_strdup (parts[0] ? parts[0] : "");
  block->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 1; parts[0] && parts[i]; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], "=", 2);

      g_assert_cmpuint (g_strv_length (sides), ==, 2);
      g_hash_table_insert (block->words, g_strdup (sides[0]), g_strdup (sides[1]));
    }
  return block;
}

static void
read_blocks (Guide *guide)
{
  g_auto (GStrv) lines = g_strsplit (guide->text, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  Block *block = NULL;

  for (guint i = 0; lines[i]; i++)
    {
      gboolean is_fence = g_str_has_prefix (lines[i], FENCE);

      if (is_fence && !block)
        block = block_new (lines[i] + strlen (FENCE), i + 1);
      else if (is_fence)
        {
          block->text = g_strdup (text->str);
          g_ptr_array_add (guide->blocks, block);
          g_string_truncate (text, 0);
          block = NULL;
        }
      else if (block)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  g_assert_null (block);
}

/* The parts of a form may stand in any order; but what is added stands behind all questions, and
 * its categories are tried first. */
static char *
add_to (const char *xml, const char *part, const char *before)
{
  const char *place = strstr (xml, before);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int) (place - xml), xml, part, place);
}

static void
make_forms (Guide *guide)
{
  for (guint i = 0; i < guide->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (guide->blocks, i);
      const char *base = block_get (block, "adds-to");
      const char *xml;

      if (strcmp (block->language, "xml") != 0)
        continue;
      g_assert_nonnull (block_get (block, "form"));
      xml = base ? g_hash_table_lookup (guide->forms, base) : NULL;
      g_assert_true (!base || xml);
      g_assert_true (g_hash_table_insert (guide->forms, g_strdup (block_get (block, "form")),
                                          base ? add_to (xml, block->text, "<category ")
                                               : g_strdup (block->text)));
    }
}

Guide *
guide_load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "assessment-forms",
                                                 "README.md", NULL);
  Guide *guide = g_new0 (Guide, 1);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &guide->text, NULL, &error);
  g_assert_no_error (error);
  guide->blocks = g_ptr_array_new_with_free_func (block_free);
  guide->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_blocks (guide);
  make_forms (guide);
  return guide;
}

void
guide_free (Guide *guide)
{
  g_free (guide->text);
  g_ptr_array_unref (guide->blocks);
  g_hash_table_unref (guide->forms);
  g_free (guide);
}

const Block *
guide_find (const Guide *guide, const char *word, const char *value)
{
  for (guint i = 0; i < guide->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (guide->blocks, i);

      if (g_strcmp0 (block_get (block, word), value) == 0)
        return block;
    }
  return NULL;
}

static StileForm *
parse (const char *xml, GPtrArray *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  return stile_form_parse (bytes, faults);
}

static char *
faults_to_string (GPtrArray *faults)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = stile_fault_to_string (g_ptr_array_index (faults, i), "form.xml");

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

StileForm *
guide_load_form (const Guide *guide, const char *name, const char *part)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  const char *xml = g_hash_table_lookup (guide->forms, name);
  g_autofree char *whole = NULL;
  StileForm *form;

  g_assert_nonnull (xml);
  whole = add_to (xml, part ? part : "", "</form>");
  form = parse (whole, faults);
  if (!form)
    {
      g_autofree char *said = faults_to_string (faults);

      g_error ("%s, with “%s”: %s", name, part ? part : "", said);
    }
  return form;
}

char *
guide_check_form (const Guide *guide, const char *name)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = parse (g_hash_table_lookup (guide->forms, name), faults);

  if (form)
    stile_form_check_reach (form, faults);
  return faults_to_string (faults);
}

StileResult *
guide_score (const Block *answers, StileForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (answers->text, &error);
  g_autoptr (StileInterview) interview = NULL;
  GDate started;

  g_assert_no_error (error);
  g_date_clear (&started, 1);
  g_date_set_dmy (&started, 22, G_DATE_NOVEMBER, 2026);
  interview = stile_interview_new (form, &started);
  stile_interview_load_json (interview, node, &error);
  g_assert_no_error (error);
  return stile_result_new (interview);
}
