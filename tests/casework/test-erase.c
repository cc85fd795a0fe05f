// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Erasing a person: nothing of them is left, everybody else stays, and what is beyond reach is
 * said. */

#include <string.h>

#include "audit.h"
#include "fixture.h"
#include "rights.h"

#define N_STRINGS 50

/* What the person said, in every place of a record that holds words. */
static char *
dup_string (guint i)
{
  return g_strdup_printf ("marigold-%02u-whisper", i);
}

static void
erase (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) leftovers = stile_casework_erase_person (fixture->casework, case_id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (leftovers);
}

static char *
dup_leftovers (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) leftovers = stile_casework_list_leftovers (fixture->casework, case_id, &error);

  g_assert_no_error (error);
  return g_strjoinv ("\n", leftovers);
}

static void
append (Fixture *fixture, const char *case_id, const char *kind, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) content = json_from_string (json, &error);

  stile_ledger_append (stile_casework_get_ledger (fixture->casework), case_id, kind, content, NULL,
                       &error);
  g_assert_no_error (error);
}

/* A record with every string in it. */
static char *
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_string (0);
  g_autofree char *reference = dup_string (1);
  g_autofree char *needs = dup_string (2);
  g_autofree char *notice = dup_string (3);
  g_autofree char *reason = dup_string (4);
  g_autofree char *service = dup_string (5);
  g_autofree char *words = dup_string (6);
  g_autofree char *question_note = dup_string (7);
  g_autofree char *status_note = dup_string (8);
  g_autofree char *how = dup_string (9);
  g_autofree char *referral_id = NULL;
  StilePerson person = { .name = name, .reference = reference, .needs = needs };
  g_autofree char *assessment_id = NULL;
  char *case_id = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  stile_casework_record_consent (fixture->casework, case_id, TRUE, notice, &error);
  assessment_id = fixture_start (fixture, case_id);
  fixture_answer (fixture, case_id, assessment_id, "words", words);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  stile_casework_save_note (fixture->casework, case_id, assessment_id, "sleep", question_note,
                            &error);
  fixture_finish (fixture, case_id, assessment_id);
  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", reason, &error);
  referral_id = fixture_refer (fixture, case_id, assessment_id, "housing-advice", service);
  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NOTE, status_note);
  stile_casework_record_contact (fixture->casework, case_id, how, NULL, &error);
  for (guint i = 10; i < N_STRINGS; i++)
    {
      g_autofree char *note = dup_string (i);
      stile_casework_save_note (fixture->casework, case_id, NULL, NULL, note, &error);
    }
  g_assert_no_error (error);
  return case_id;
}

/* All entries of the book, opened, as an export holds them. */
static char *
dup_export (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = stile_ledger_read_all (
      stile_casework_get_ledger (fixture->casework), 0, 0, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *json = entry->content ? json_to_string (entry->content, FALSE) : NULL;
      g_string_append_printf (text, "%s\n", json ? json : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_strings (const char *bytes, gsize length)
{
  guint n_found = 0;

  for (guint i = 0; i < N_STRINGS; i++)
    {
      g_autofree char *string = dup_string (i);
      if (memmem (bytes, length, string, strlen (string)))
        n_found++;
    }
  return n_found;
}

static guint
count_strings_in_file (Fixture *fixture, const char *suffix)
{
  g_autofree char *path = g_strconcat (
      stile_ledger_get_path (stile_casework_get_ledger (fixture->casework)), suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return 0;
  return count_strings (bytes, length);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nobody = stile_ledger_new_id ();

  g_assert_null (stile_casework_erase_person (fixture->casework, nobody, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN);
}

static void
test_nothing_is_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autofree char *before = dup_export (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpuint (count_strings (before, strlen (before)), ==, N_STRINGS);
  erase (fixture, case_id);

  after = dup_export (fixture);
  g_assert_cmpuint (count_strings (after, strlen (after)), ==, 0);
  g_assert_cmpuint (count_strings_in_file (fixture, ""), ==, 0);
  g_assert_cmpuint (count_strings_in_file (fixture, "-wal"), ==, 0);
  g_assert_cmpuint (count_strings_in_file (fixture, "-shm"), ==, 0);
}

static void
test_others_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *gone = fill (fixture);
  g_autofree char *stays = fixture_open_case (fixture, "Omar Relato");
  g_autofree char *assessment_id = fixture_assess (fixture, stays, "nowhere");
  g_autoptr (StileCase) before = fixture_load (fixture, stays);
  g_autoptr (StileCase) after = NULL;
  g_autoptr (StileLedgerReport) report = NULL;
  const StileAssessment *old, *kept;

  erase (fixture, gone);

  after = fixture_load (fixture, stays);
  old = stile_case_find_assessment (before, assessment_id);
  kept = stile_case_find_assessment (after, assessment_id);
  g_assert_cmpstr (after->person->name, ==, "Omar Relato");
  g_assert_cmpstr (kept->result_json, ==, old->result_json);
  g_assert_cmpuint (after->events->len, ==, before->events->len);
  report = stile_ledger_verify (stile_casework_get_ledger (fixture->casework), &error);
  g_assert_no_error (error);
  g_assert_null (report->first_break);
}

/* Neither in the list, nor by a search, nor for any verb. */
static void
test_is_not_found_any_more (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fill (fixture);
  g_autoptr (GPtrArray) rows = NULL;
  gboolean noted;

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, "marigold", &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_clear_pointer (&rows, g_ptr_array_unref);
  erase (fixture, case_id);

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, "marigold", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_null (stile_casework_load_case (fixture->casework, case_id, NULL));
  noted = stile_casework_save_note (fixture->casework, case_id, NULL, NULL, "again", NULL);
  g_assert_false (noted);
  noted = stile_casework_record_read (fixture->casework, case_id, STILE_WHAT_RECORD, NULL);
  g_assert_false (noted);
  g_assert_null (stile_casework_erase_person (fixture->casework, case_id, &error));
  g_assert_nonnull (error);
}

/* The list that is in memory must follow what another program does to the same book. */
static void
test_erased_by_another_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fill (fixture);
  g_autoptr (GPtrArray) rows = NULL;

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_clear_pointer (&rows, g_ptr_array_unref);
  stile_ledger_erase_case (stile_casework_get_ledger (fixture->casework), case_id, &error);
  g_assert_no_error (error);

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_audit_tells_of_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileAuditFilter filter = { .kind = "erased" };
  g_autofree char *case_id = fill (fixture);
  g_autoptr (GPtrArray) lines = NULL;
  const StileAuditLine *line;

  erase (fixture, case_id);

  lines = stile_casework_list_audit (fixture->casework, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->title, ==, "A person’s record erased");
  g_assert_cmpstr (line->adviser, ==, FIXTURE_ADVISER);
  g_assert_null (line->person);
}

static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *other = fixture_open_case (fixture, "Omar");
  g_autofree char *none = dup_leftovers (fixture, case_id);
  g_autofree char *all = NULL;

  g_assert_null (strstr (none, "backup"));
  g_assert_null (strstr (none, "papers"));
  g_assert_nonnull (strstr (none, "memory stick"));

  append (fixture, STILE_LEDGER_BOOK, "backup", "{\"file\": \"/mnt/stick/a\"}");
  append (fixture, STILE_LEDGER_BOOK, "backup", "{\"file\": \"/mnt/stick/b\"}");
  append (fixture, STILE_LEDGER_BOOK, "export", "{\"what\": \"book\"}");
  append (fixture, case_id, "print", "{\"what\": \"plan\"}");
  append (fixture, other, "print", "{\"what\": \"letter\"}");
  append (fixture, case_id, "export", "{\"what\": \"everything\"}");

  all = dup_leftovers (fixture, case_id);
  g_assert_nonnull (strstr (all, "2 backups"));
  g_assert_nonnull (strstr (all, "papers that are still here: Printed: the plan ("));
  g_assert_nonnull (strstr (all, "Delete these files of the person: Exported: everything held"));
  g_assert_nonnull (strstr (all, "Exported: the whole record book ("));
  g_assert_nonnull (strstr (all, FIXTURE_ADVISER));
  g_assert_null (strstr (all, "a letter"));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fill (fixture);

  stile_ledger_lock (stile_casework_get_ledger (fixture->casework));
  g_assert_null (stile_casework_erase_person (fixture->casework, case_id, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/erase/new", test_new);
  fixture_add ("/erase/nothing-is-left", test_nothing_is_left);
  fixture_add ("/erase/others-stay", test_others_stay);
  fixture_add ("/erase/is-not-found-any-more", test_is_not_found_any_more);
  fixture_add ("/erase/erased-by-another-program", test_erased_by_another_program);
  fixture_add ("/erase/audit-tells-of-it", test_audit_tells_of_it);
  fixture_add ("/erase/leftovers", test_leftovers);
  fixture_add ("/erase/locked", test_locked);

  return g_test_run ();
}
