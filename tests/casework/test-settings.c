// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The centre's settings: kept in the book, about nobody. */

#include "fixture.h"

#define ALERT "alert.small.no-bed"

static void
put (Fixture *fixture, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  stile_casework_put_setting (fixture->casework, name, value, &error);
  g_assert_no_error (error);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_null (stile_casework_get_setting (fixture->casework, ALERT));
  g_assert_cmpuint (stile_casework_get_setting_number (fixture->casework,
                                                       STILE_SETTING_IDLE_MINUTES, 5),
                    ==, 5);
}

static void
test_newest_counts (Fixture *fixture, gconstpointer data)
{
  put (fixture, ALERT, "Call 0123.");
  put (fixture, STILE_SETTING_IDLE_MINUTES, "7");
  put (fixture, ALERT, "Call 0456.\nAsk for Sam.");

  g_assert_cmpstr (stile_casework_get_setting (fixture->casework, ALERT), ==,
                   "Call 0456.\nAsk for Sam.");
  g_assert_cmpuint (stile_casework_get_setting_number (fixture->casework,
                                                       STILE_SETTING_IDLE_MINUTES, 5),
                    ==, 7);
}

static void
test_alert_words (Fixture *fixture, gconstpointer data)
{
  const StileAlert *alert = stile_form_find_alert (fixture->form, "no-bed");
  g_autofree char *name = g_strdup_printf ("alert.%s.no-bed", fixture->form->id);
  g_autoptr (GError) error = NULL;

  stile_casework_put_alert_words (fixture->casework, fixture->form, alert, "Call 0123.", &error);
  g_assert_no_error (error);

  g_assert_cmpstr (stile_casework_get_alert_words (fixture->casework, fixture->form, alert), ==,
                   "Call 0123.");
  g_assert_cmpstr (stile_casework_get_setting (fixture->casework, name), ==, "Call 0123.");
  g_assert_null (stile_casework_get_alert_words (fixture->casework, fixture->form,
                                                 stile_form_find_alert (fixture->form, "danger")));
}

static void
test_stays_in_the_book (Fixture *fixture, gconstpointer data)
{
  put (fixture, ALERT, "Call 0123.");

  fixture_reopen (fixture);

  g_assert_cmpstr (stile_casework_get_setting (fixture->casework, ALERT), ==, "Call 0123.");
}

static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  put (fixture, ALERT, "Call 0123.");
  put (fixture, ALERT, "");

  g_assert_null (stile_casework_get_setting (fixture->casework, ALERT));
  fixture_reopen (fixture);
  g_assert_null (stile_casework_get_setting (fixture->casework, ALERT));
}

static void
test_same_value_writes_nothing (Fixture *fixture, gconstpointer data)
{
  guint once;

  put (fixture, ALERT, "Call 0123.");
  once = fixture_count_entries (fixture, STILE_LEDGER_BOOK);
  put (fixture, ALERT, "Call 0123.");
  put (fixture, STILE_SETTING_BACKUP_FOLDER, NULL);

  g_assert_cmpuint (fixture_count_entries (fixture, STILE_LEDGER_BOOK), ==, once);
}

static void
test_of_another_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);
  g_autoptr (JsonNode) content = json_from_string ("{\"name\": \"idle-minutes\","
                                                   " \"value\": \"9\"}", &error);

  put (fixture, STILE_SETTING_IDLE_MINUTES, "7");
  stile_ledger_append (ledger, STILE_LEDGER_BOOK, "setting", content, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (stile_casework_get_setting (fixture->casework, STILE_SETTING_IDLE_MINUTES), ==,
                   "9");
}

static void
test_of_a_person_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);
  g_autoptr (JsonNode) content = json_from_string ("{\"name\": \"idle-minutes\","
                                                   " \"value\": \"9\"}", &error);

  stile_ledger_append (ledger, case_id, "setting", content, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (stile_casework_get_setting (fixture->casework, STILE_SETTING_IDLE_MINUTES));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);
  gboolean done;

  put (fixture, ALERT, "Call 0123.");
  g_assert_nonnull (stile_casework_get_setting (fixture->casework, ALERT));
  stile_ledger_lock (ledger);

  g_assert_null (stile_casework_get_setting (fixture->casework, ALERT));
  done = stile_casework_put_setting (fixture->casework, ALERT, "Call 0456.", &error);
  g_assert_false (done);
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *value;
    const char *words;
  } cases[] = {
    { "", "1", "name of a setting" },
    { "Idle Minutes", "1", "“Idle Minutes”" },
    { "idle-minutes", "0", "from 1 to 60" },
    { "idle-minutes", "61", "from 1 to 60" },
    { "idle-minutes", "-1", "from 1 to 60" },
    { "idle-minutes", "5 minutes", "from 1 to 60" },
    { "retention-months", "0", "from 1 to 1200" },
    { "retention-months", "1201", "from 1 to 1200" },
    { "backup-keep", "many", "from 1 to 1000" },
    { "centre-postcode", "Lincoln", "LN1 1XX" },
    { "backup-folder", "\xff", "not text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = stile_casework_put_setting (fixture->casework, cases[i].name, cases[i].value,
                                                  &error);

      fixture_assert_refused (done, &error, STILE_CASEWORK_ERROR_INPUT, cases[i].words);
      g_assert_null (stile_casework_get_setting (fixture->casework, cases[i].name));
    }
}

static void
test_the_book_is_no_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GPtrArray) rows = NULL;

  put (fixture, ALERT, "Call 0123.");

  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_null (stile_casework_load_case (fixture->casework, STILE_LEDGER_BOOK, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/settings/new", test_new);
  fixture_add ("/settings/newest-counts", test_newest_counts);
  fixture_add ("/settings/alert-words", test_alert_words);
  fixture_add ("/settings/stays-in-the-book", test_stays_in_the_book);
  fixture_add ("/settings/taken-back", test_taken_back);
  fixture_add ("/settings/same-value-writes-nothing", test_same_value_writes_nothing);
  fixture_add ("/settings/of-another-program", test_of_another_program);
  fixture_add ("/settings/of-a-person-is-none", test_of_a_person_is_none);
  fixture_add ("/settings/locked", test_locked);
  fixture_add ("/settings/refused", test_refused);
  fixture_add ("/settings/the-book-is-no-person", test_the_book_is_no_person);

  return g_test_run ();
}
