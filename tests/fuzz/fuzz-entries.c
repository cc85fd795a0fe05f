// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any contents of entries, as a changed program or a hostile one might have written them: a
 * person's file, their export, the list and the audit tell what they can, in words that can be
 * shown.
 *
 * Each line is an entry: its kind, a blank, and its contents as JSON. A line that begins with "!"
 * is about the book rather than the person; "@form" stands for the digest of a form in the book,
 * "@1" to "@9" for the id of the first to ninth line's entry. */

#include <glib/gstdio.h>
#include <string.h>

#include "audit.h"
#include "fixture.h"
#include "fuzz.h"
#include "rights.h"

/* The book is made anew from time to time, so that it stays small. */
#define ENTRIES_A_BOOK 300

#define MOST_NAMED 9

static Fixture fixture;
static guint n_entries;

static void
renew_book (void)
{
  g_autofree char *someone = NULL;

  if (fixture.casework && n_entries < ENTRIES_A_BOOK)
    return;
  if (fixture.casework)
    fixture_tear_down (&fixture, NULL);
  fixture_set_up (&fixture, NULL);
  someone = fixture_open_case (&fixture, "Somebody else");
  g_free (fixture_assess (&fixture, someone, "nowhere")); /* keeps the form in the book */
  n_entries = 0;
}

static JsonNode *
parse_content (const char *text, GPtrArray *ids)
{
  g_autoptr (GString) filled = g_string_new (text);

  g_string_replace (filled, "@form", stile_form_get_digest (fixture.form), 0);
  for (guint i = 0; i < MIN (ids->len, MOST_NAMED); i++)
    {
      char name[] = { '@', '1' + i, '\0' };
      g_string_replace (filled, name, g_ptr_array_index (ids, i), 0);
    }
  return json_from_string (filled->str, NULL);
}

static void
append_line (const char *line, const char *case_id, GPtrArray *ids)
{
  gboolean of_book = line[0] == '!';
  g_auto (GStrv) parts = g_strsplit (of_book ? line + 1 : line, " ", 2);
  g_autoptr (JsonNode) content = NULL;
  char *id = NULL;

  if (g_strv_length (parts) < 2 || !*parts[0]
      || strspn (parts[0], "abcdefghijklmnopqrstuvwxyz-") != strlen (parts[0]))
    return;
  content = parse_content (parts[1], ids);
  if (content == NULL || !JSON_NODE_HOLDS_OBJECT (content)
      || !stile_ledger_append (stile_casework_get_ledger (fixture.casework),
                               of_book ? STILE_LEDGER_BOOK : case_id, parts[0], content, &id, NULL))
    return;
  g_ptr_array_add (ids, id);
  n_entries++;
}

static void
assert_words (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
read_person (const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileCase) person_file = stile_casework_load_case (fixture.casework, case_id, &error);
  g_autofree char *json = NULL;

  g_assert_true ((person_file == NULL) == (error != NULL));
  if (!person_file)
    return;
  for (guint i = 0; i < person_file->events->len; i++)
    {
      const StileEvent *event = g_ptr_array_index (person_file->events, i);
      assert_words (event->title);
      assert_words (event->text);
    }
  for (guint i = 0; i < person_file->assessments->len; i++)
    {
      g_autoptr (StileInterview) interview =
          stile_assessment_new_interview (g_ptr_array_index (person_file->assessments, i), NULL);
    }
  json = stile_casework_export_person (fixture.casework, case_id, NULL);
  assert_words (json);
}

static void
read_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people =
      stile_casework_list_people (fixture.casework, STILE_PEOPLE_ALL, "e", &error);
  StileAuditFilter filter = { NULL };
  g_autoptr (GPtrArray) audit = NULL;

  g_assert_no_error (error);
  audit = stile_casework_list_audit (fixture.casework, &filter, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *case_id = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  renew_book ();
  case_id = fixture_open_case (&fixture, "Ilse Marwood");
  for (guint i = 0; lines[i]; i++)
    append_line (lines[i], case_id, ids);
  read_person (case_id);
  read_lists ();
  return 0;
}
