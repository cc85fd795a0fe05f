// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Who looked at what, and what left the program: kept in the book, shown in words. */

#include "audit.h"
#include "clock.h"
#include "fixture.h"

static GPtrArray *
list (Fixture *fixture, const StileAuditFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = stile_casework_list_audit (fixture->casework, filter, &error);

  g_assert_no_error (error);
  return lines;
}

static guint
count_kind (Fixture *fixture, const char *kind)
{
  StileAuditFilter filter = { .kind = kind };
  g_autoptr (GPtrArray) lines = list (fixture, &filter);

  return lines->len;
}

static void
read_part (Fixture *fixture, const char *case_id, const char *what)
{
  g_autoptr (GError) error = NULL;

  stile_casework_record_read (fixture->casework, case_id, what, &error);
  g_assert_no_error (error);
}

static void
append (Fixture *fixture, const char *case_id, const char *kind, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) content = json_from_string (json, &error);

  g_assert_no_error (error);
  stile_ledger_append (stile_casework_get_ledger (fixture->casework), case_id, kind, content, NULL,
                       &error);
  g_assert_no_error (error);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  StileAuditFilter filter = { .kind = "read" };
  g_autoptr (GPtrArray) lines = list (fixture, &filter);

  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  StileAuditFilter filter = { .kind = "read" };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autoptr (GPtrArray) lines = NULL;
  const StileAuditLine *line;

  read_part (fixture, case_id, STILE_WHAT_RECORD);

  lines = list (fixture, &filter);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->title, ==, "Looked at: the record");
  g_assert_cmpstr (line->person, ==, "Mina Storey");
  g_assert_cmpstr (line->adviser, ==, FIXTURE_ADVISER);
  g_assert_cmpstr (line->case_id, ==, case_id);
}

/* Going back and forth in one record is one reading of each part. */
static void
test_read_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mina = fixture_open_case (fixture, "Mina");
  g_autofree char *omar = fixture_open_case (fixture, "Omar");
  static const char *const parts[] = { STILE_WHAT_RECORD, STILE_WHAT_INTERVIEW, STILE_WHAT_RECORD,
                                       STILE_WHAT_INTERVIEW };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    read_part (fixture, mina, parts[i]);
  g_assert_cmpuint (count_kind (fixture, "read"), ==, 2);

  read_part (fixture, omar, STILE_WHAT_RECORD);
  read_part (fixture, mina, STILE_WHAT_RECORD);
  g_assert_cmpuint (count_kind (fixture, "read"), ==, 4);
}

static void
test_read_again_after_locking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  read_part (fixture, case_id, STILE_WHAT_RECORD);
  stile_ledger_lock (ledger);
  g_assert_false (stile_casework_record_read (fixture->casework, case_id, STILE_WHAT_RECORD,
                                              &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_clear_error (&error);
  stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, &error);
  g_assert_no_error (error);
  read_part (fixture, case_id, STILE_WHAT_RECORD);

  g_assert_cmpuint (count_kind (fixture, "read"), ==, 2);
}

static void
test_print_and_export_each_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  for (guint i = 0; i < 2; i++)
    {
      stile_casework_record_print (fixture->casework, case_id, STILE_WHAT_PLAN, &error);
      g_assert_no_error (error);
      stile_casework_record_export (fixture->casework, NULL, STILE_WHAT_BOOK, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (count_kind (fixture, "print"), ==, 2);
  g_assert_cmpuint (count_kind (fixture, "export"), ==, 2);
}

static void
test_nobody_has_no_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nobody = stile_ledger_new_id ();
  const char *const ids[] = { nobody, STILE_LEDGER_BOOK };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    fixture_assert_refused (stile_casework_record_read (fixture->casework, ids[i],
                                                        STILE_WHAT_RECORD, &error),
                            &error, STILE_CASEWORK_ERROR_UNKNOWN, "no such person");
}

static void
test_bad_part (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  static const char *const parts[] = { NULL, "", "The record", "naïve" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    fixture_assert_refused (stile_casework_record_read (fixture->casework, case_id, parts[i],
                                                        &error),
                            &error, STILE_CASEWORK_ERROR_INPUT, "no name of a part");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mina = fixture_open_case (fixture, "Mina");
  g_autofree char *omar = fixture_open_case (fixture, "Omar");
  GDate today, yesterday, tomorrow;
  const struct
  {
    StileAuditFilter filter;
    guint n_lines;
  } cases[] = {
    { { .kind = "read" }, 2 },
    { { .kind = "read", .case_id = mina }, 1 },
    { { .kind = "read", .adviser = FIXTURE_ADVISER }, 2 },
    { { .kind = "read", .adviser = "Somebody else" }, 0 },
    { { .kind = "setting", .case_id = STILE_LEDGER_BOOK }, 1 },
    { { .kind = "setting", .case_id = mina }, 0 },
    { { .kind = "read", .from = &today }, 2 },
    { { .kind = "read", .from = &today, .to = &today }, 2 },
    { { .kind = "read", .from = &tomorrow }, 0 },
    { { .kind = "read", .to = &yesterday }, 0 },
    { { .kind = "read", .most = 1 }, 1 },
    { { .case_id = omar }, 1 },
  };

  read_part (fixture, mina, STILE_WHAT_RECORD);
  read_part (fixture, omar, STILE_WHAT_RECORD);
  append (fixture, STILE_LEDGER_BOOK, "setting", "{\"name\": \"idle-minutes\", \"value\": \"7\"}");
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  yesterday = tomorrow = today;
  g_date_subtract_days (&yesterday, 1);
  g_date_add_days (&tomorrow, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lines = list (fixture, &cases[i].filter);
      g_test_message ("case %u", i);
      g_assert_cmpuint (lines->len, ==, cases[i].n_lines);
    }
}

static void
test_unknown_kind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileAuditFilter filter = { .kind = "answer" };

  g_assert_null (stile_casework_list_audit (fixture->casework, &filter, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT);
}

static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  StileAuditFilter filter = { .case_id = case_id };
  g_autoptr (GPtrArray) lines = NULL;
  static const char *const titles[] = { "Exported: everything held about the person",
                                        "Printed: the plan", "Looked at: the record" };

  append (fixture, case_id, "read", "{\"what\": \"record\"}");
  append (fixture, case_id, "print", "{\"what\": \"plan\"}");
  append (fixture, case_id, "export", "{\"what\": \"everything\"}");

  lines = list (fixture, &filter);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (((StileAuditLine *) g_ptr_array_index (lines, i))->title, ==, titles[i]);
}

/* What the ledger or a newer program wrote is told as well as can be. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *json;
    const char *title;
    const char *text;
  } cases[] = {
    { "read", "{}", "Looked at", NULL },
    { "read", "{\"what\": \"attic\"}", "Looked at: attic", NULL },
    { "setting", "{\"name\": \"idle-minutes\", \"value\": \"7\"}",
      "Setting changed: idle-minutes", "7" },
    { "adviser-added", "{\"adviser\": \"Omar\", \"role\": \"adviser\"}", "Adviser added",
      "Omar, as adviser" },
    { "unlock-failed", "{\"at\": \"2026-03-03T12:00:00.000Z\", \"by\": \"recovery\"}",
      "Failed to unlock", "3 March 2026, with the recovery key" },
    { "erased", "{\"case\": \"0191c2a0-0000-7000-8000-000000000001\"}",
      "A person’s record erased", NULL },
    { "backup", "{\"file\": \"/mnt/stick\", \"entries\": 12}", "Backup made", "/mnt/stick, 12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StileAuditFilter filter = { .kind = cases[i].kind, .most = 1 };
      g_autoptr (GPtrArray) lines = NULL;
      const StileAuditLine *line;

      append (fixture, STILE_LEDGER_BOOK, cases[i].kind, cases[i].json);
      lines = list (fixture, &filter);
      line = g_ptr_array_index (lines, 0);
      g_assert_cmpstr (line->title, ==, cases[i].title);
      g_assert_cmpstr (line->text, ==, cases[i].text);
      g_assert_null (line->person);
      g_assert_null (line->case_id);
    }
}

static void
test_kinds_have_words (void)
{
  const char *const *kinds = stile_casework_get_audit_kinds ();

  g_assert_true (g_strv_contains (kinds, "unlock-failed"));
  for (guint i = 0; kinds[i]; i++)
    g_assert_cmpstr (stile_audit_kind_get_words (kinds[i]), !=, kinds[i]);
}

/* The person's page tells what happened, not who looked. */
static void
test_reads_are_no_events (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = NULL;
  const StileEvent *event;

  append (fixture, case_id, "print", "{\"what\": \"plan\"}");
  append (fixture, case_id, "read", "{\"what\": \"record\"}");

  person_file = fixture_load (fixture, case_id);
  g_assert_cmpuint (person_file->events->len, ==, 3);
  event = g_ptr_array_index (person_file->events, 0);
  g_assert_cmpstr (event->title, ==, "Printed: the plan");
}

/* Who is only looked at does not move up in the list of people. */
static void
test_reading_does_not_reorder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mina = fixture_open_case (fixture, "Mina");
  g_autofree char *omar = fixture_open_case (fixture, "Omar");
  g_autoptr (GPtrArray) rows = NULL;

  read_part (fixture, mina, STILE_WHAT_RECORD);

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((StilePersonRow *) g_ptr_array_index (rows, 0))->case_id, ==, omar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  clock_set_to_noon ();

  fixture_add ("/audit/new", test_new);
  fixture_add ("/audit/read", test_read);
  fixture_add ("/audit/read-once", test_read_once);
  fixture_add ("/audit/read-again-after-locking", test_read_again_after_locking);
  fixture_add ("/audit/print-and-export-each-time", test_print_and_export_each_time);
  fixture_add ("/audit/nobody-has-no-record", test_nobody_has_no_record);
  fixture_add ("/audit/bad-part", test_bad_part);
  fixture_add ("/audit/filters", test_filters);
  fixture_add ("/audit/unknown-kind", test_unknown_kind);
  fixture_add ("/audit/newest-first", test_newest_first);
  fixture_add ("/audit/words", test_words);
  g_test_add_func ("/audit/kinds-have-words", test_kinds_have_words);
  fixture_add ("/audit/reads-are-no-events", test_reads_are_no_events);
  fixture_add ("/audit/reading-does-not-reorder", test_reading_does_not_reorder);

  return g_test_run ();
}
