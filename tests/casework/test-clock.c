// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A clock that is wrong: a day off, at the beginning of time, beyond 2038. What is written stays in
 * the order of writing, and nobody is erased by it. */

#include <string.h>

#include "audit.h"
#include "clock.h"
#include "fixture.h"
#include "rights.h"

/* Forth and back: the times of entries are in no order at all. */
static const char *const clocks[]
    = { "2026-11-22T10:00:00Z", "2026-11-23T10:00:00Z", "2026-11-21T10:00:00Z",
        "1970-01-01T00:00:00Z", "2038-01-19T03:14:07Z", "2038-01-20T10:00:00Z",
        "2026-11-22T11:00:00Z" };

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clock_set (NULL);
  fixture_tear_down (fixture, data);
}

/* One contact by each clock. */
static void
write_by_all_clocks (Fixture *fixture, const char *case_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("%u", i);

      clock_set (clocks[i]);
      stile_casework_record_contact (fixture->casework, case_id, "phone", text, &error);
      g_assert_no_error (error);
    }
}

/* Without this the other tests would show nothing. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = NULL;
  g_autoptr (StileCase) person_file = NULL;
  const StileEvent *event;

  clock_set ("1970-01-01T00:00:00Z");
  case_id = fixture_open_case (fixture, "Mina");
  person_file = fixture_load (fixture, case_id);
  event = g_ptr_array_index (person_file->events, 0);
  g_assert_true (g_str_has_prefix (event->at, "1970-01-01T"));
}

static void
test_order_of_events (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = NULL;

  write_by_all_clocks (fixture, case_id);
  fixture_reopen (fixture);

  person_file = fixture_load (fixture, case_id);
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      const StileEvent *event
          = g_ptr_array_index (person_file->events, G_N_ELEMENTS (clocks) - 1 - i);
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_nonnull (strstr (event->text, text));
      g_assert_cmpint (strncmp (event->at, clocks[i], strlen ("2026-11-22T10")), ==, 0);
    }
}

/* Last seen first is who was written about last, whatever the clock said. */
static void
test_order_of_people (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ada", "Ben", "Cem", "Dov", "Eva", "Fay", "Gus" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (clocks));
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      clock_set (clocks[i]);
      g_free (fixture_open_case (fixture, names[i]));
    }

  for (guint twice = 0; twice < 2; twice++)
    {
      g_clear_pointer (&rows, g_ptr_array_unref);
      rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (names));
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpstr (((StilePersonRow *) g_ptr_array_index (rows, rows->len - 1 - i))->title,
                         ==, names[i]);
      fixture_reopen (fixture);
    }
}

/* A new day is a new reading, also where it is an earlier day. Lines are in order of writing. */
static void
test_audit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  StileAuditFilter filter = { .kind = "read" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  static const char *const days[] = { "2026-11-22T10:00:00Z", "2026-11-21T10:00:00Z",
                                      "1970-01-02T10:00:00Z", "2038-01-20T10:00:00Z" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      clock_set (days[i]);
      stile_casework_record_read (fixture->casework, case_id, STILE_WHAT_RECORD, &error);
      g_assert_no_error (error);
    }

  lines = stile_casework_list_audit (fixture->casework, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < lines->len; i++)
    {
      const StileAuditLine *line = g_ptr_array_index (lines, lines->len - 1 - i);
      g_assert_cmpint (strncmp (line->at, days[i], strlen ("2026-11-22")), ==, 0);
    }
}

static void
test_interview (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *case_id = NULL, *assessment_id = NULL;
      g_autoptr (StileCase) person_file = NULL;
      const StileAssessment *assessment;
      guint year;

      clock_set (clocks[i]);
      case_id = fixture_open_case (fixture, "Mina");
      assessment_id = fixture_assess (fixture, case_id, "friends");
      person_file = fixture_load (fixture, case_id);
      assessment = stile_case_find_assessment (person_file, assessment_id);
      year = (guint) g_ascii_strtoull (clocks[i], NULL, 10);
      g_assert_nonnull (assessment->finished_at);
      g_assert_cmpuint (g_date_get_year (&assessment->started), ==, year);
    }
}

/* Ids hold the time, and are one for one entry even where it stands still or goes back. */
static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    for (guint j = 0; j < 100; j++)
      {
        char *id;

        clock_set (clocks[i]);
        id = stile_ledger_new_id ();
        g_assert_true (g_uuid_string_is_valid (id));
        g_assert_true (g_hash_table_add (ids, id));
      }
}

static void
test_verify (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  write_by_all_clocks (fixture, case_id);
  report = stile_ledger_verify (stile_casework_get_ledger (fixture->casework), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->first_break, ==, NULL);
}

/* Twelve months, by a clock that says 2038: Mina looks due, and is not erased. By one that says
 * 1970, or yesterday, it is known to be wrong. */
static void
test_retention (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[]
      = { "2038-01-20T10:00:00Z", "2026-11-20T10:00:00Z", "1970-01-01T10:00:00Z" };
  g_autofree char *case_id = NULL;
  g_autoptr (GError) error = NULL;

  clock_set ("2026-11-22T10:00:00Z");
  case_id = fixture_open_case (fixture, "Mina");
  stile_casework_put_setting (fixture->casework, STILE_SETTING_RETENTION_MONTHS, "12", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) due = NULL;
      g_auto (GStrv) done = NULL;

      clock_set (wrong[i]);
      due = stile_casework_list_retention_due (fixture->casework, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (due->len, ==, i == 0 ? 1 : 0);
      done = stile_casework_run_retention (fixture->casework, due, FALSE, &error);
      g_assert_null (done);
      g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
      g_clear_error (&error);
    }
  stile_case_free (fixture_load (fixture, case_id));
}

/* A backup that was made after somebody came can show them, by whatever clock; one from before
 * can't. */
static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) backup
      = json_from_string ("{\"file\":\"b.stile\",\"entries\":1,\"figure\":\"1-0\"}", NULL);
  g_autofree char *case_id = NULL;
  g_autoptr (GError) error = NULL;

  for (guint after = 0; after < 2; after++)
    {
      g_auto (GStrv) leftovers = NULL;

      /* The one before is later by the clock, the one after is earlier. */
      clock_set (after ? "1970-01-01T10:00:00Z" : "2038-01-20T10:00:00Z");
      stile_ledger_append (stile_casework_get_ledger (fixture->casework), STILE_LEDGER_BOOK,
                           "backup", backup, NULL, &error);
      g_assert_no_error (error);
      clock_set ("2026-11-22T10:00:00Z");
      if (!after)
        case_id = fixture_open_case (fixture, "Mina");
      leftovers = stile_casework_list_leftovers (fixture->casework, case_id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (strstr (leftovers[0], "1 backup (1 January 1970") != NULL, ==, after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, tear_down)
  ADD ("/clock/new", test_new);
  ADD ("/clock/order-of-events", test_order_of_events);
  ADD ("/clock/order-of-people", test_order_of_people);
  ADD ("/clock/audit", test_audit);
  ADD ("/clock/interview", test_interview);
  ADD ("/clock/ids", test_ids);
  ADD ("/clock/verify", test_verify);
  ADD ("/clock/retention", test_retention);
  ADD ("/clock/leftovers", test_leftovers);
#undef ADD
  return g_test_run ();
}
