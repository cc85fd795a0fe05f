// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What people paste, and what attackers try: it is kept as it is, or refused in a sentence. */

#include "fixture.h"

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, 2);
}

static void
test_names_in_any_script (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "أمل الحكاية",
    "שרה סיפור",
    "ਜੀਤ ਕਹਾਣੀ",
    "கதை செல்வி",
    "张小说",
    "Zoe\u0308 e\u0301e\u0302\u0323",
    "👩🏽‍🦽 Mina 🏳️‍🌈",
    "\u202eeniM\u202c",
    "Mina \u2067أمل\u2069 (left)",
    "علی\u200cرضا",
    "Robert'); DROP TABLE entry;--",
    "<b>Mina</b> & \"Co\" %s %n \\u0000",
    "{\"name\": \"x\"}",
    "𐤀𐤁𐤂 𝒜𝒷",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *case_id = fixture_open_case (fixture, names[i]);
      g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
      g_autoptr (GPtrArray) found =
          stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, names[i], NULL);

      g_assert_cmpstr (person_file->person->name, ==, names[i]);
      g_assert_cmpuint (found->len, ==, 1);
    }
}

static char *
repeat (const char *text, guint times)
{
  GString *all = g_string_sized_new (strlen (text) * times);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_long_notes (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "x", "ż", "\n", "👩🏽", "\x01", "\"\\" };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *middle = repeat (pieces[i], 100000 / g_utf8_strlen (pieces[i], -1));
      g_autofree char *text = g_strconcat ("a", middle, "z", NULL);
      g_autoptr (StileCase) person_file = NULL;
      const StileEvent *event;

      stile_casework_save_note (fixture->casework, case_id, NULL, NULL, text, &error);
      g_assert_no_error (error);
      person_file = fixture_load (fixture, case_id);
      event = g_ptr_array_index (person_file->events, 0);
      g_assert_cmpstr (event->text, ==, text);
    }
}

static void
test_longest_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *longest = repeat ("ż", STILE_NOTE_MAX_CHARS);
  g_autofree char *too_long = repeat ("ż", STILE_NOTE_MAX_CHARS + 1);

  stile_casework_save_note (fixture->casework, case_id, NULL, NULL, longest, &error);
  g_assert_no_error (error);
  fixture_assert_refused (
      stile_casework_save_note (fixture->casework, case_id, NULL, NULL, too_long, &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "The note is too long");
}

static void
test_bytes_that_are_no_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  fixture_assert_refused (
      stile_casework_save_note (fixture->casework, case_id, NULL, NULL, "\xc3\x28", &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "The note");
  fixture_assert_refused (
      stile_casework_record_contact (fixture->casework, case_id, "\xff", "text", &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "The kind of contact");
}

static void
test_hostile_ids (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "", "x", "' OR 1=1 --", "../../etc/passwd" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (stile_casework_load_case (fixture->casework, ids[i], &error));
      g_assert_nonnull (error);
    }
}

static void
test_hostile_searches (Fixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "'", "%", "_", "\xff\xfe", "\\", "\n\t", "\u202e" };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *endless = repeat ("a ", 100000);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found =
          stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, searches[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, <=, 1);
    }

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, endless, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/casework-hostile/new", test_new);
  fixture_add ("/casework-hostile/names-in-any-script", test_names_in_any_script);
  fixture_add ("/casework-hostile/long-notes", test_long_notes);
  fixture_add ("/casework-hostile/longest-note", test_longest_note);
  fixture_add ("/casework-hostile/bytes-that-are-no-text", test_bytes_that_are_no_text);
  fixture_add ("/casework-hostile/ids", test_hostile_ids);
  fixture_add ("/casework-hostile/searches", test_hostile_searches);
  return g_test_run ();
}
