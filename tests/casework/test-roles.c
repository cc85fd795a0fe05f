// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What only a centre manager may do: each verb says so to everybody else, and does nothing. */

#include "advisers.h"
#include "audit.h"
#include "fixture.h"
#include "rights.h"

static void
become_adviser (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);

  stile_ledger_add_adviser (ledger, "Omar", "another long walk", STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  stile_ledger_lock (ledger);
  stile_ledger_unlock (ledger, "Omar", "another long walk", &error);
  g_assert_no_error (error);
}

static gboolean
put_setting (Fixture *fixture, const char *case_id, GError **error)
{
  return stile_casework_put_setting (fixture->casework, STILE_SETTING_IDLE_MINUTES, "7", error);
}

static gboolean
export_book (Fixture *fixture, const char *case_id, GError **error)
{
  return stile_casework_record_export (fixture->casework, NULL, STILE_WHAT_BOOK, error);
}

static gboolean
erase (Fixture *fixture, const char *case_id, GError **error)
{
  g_auto (GStrv) leftovers = stile_casework_erase_person (fixture->casework, case_id, error);

  return leftovers != NULL;
}

static gboolean
run_retention (Fixture *fixture, const char *case_id, GError **error)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_auto (GStrv) leftovers
      = stile_casework_run_retention (fixture->casework, nobody, TRUE, error);

  return leftovers != NULL;
}

static void
test_managers_verbs (Fixture *fixture, gconstpointer data)
{
  static gboolean (*const verbs[]) (Fixture *fixture, const char *case_id, GError **error)
      = { put_setting, export_book, erase, run_retention };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = NULL;

  become_adviser (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = verbs[i] (fixture, case_id, &error);

      g_assert_false (done);
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE);
    }

  person_file = fixture_load (fixture, case_id);
  g_assert_cmpstr (person_file->person->name, ==, "Mina");
  g_assert_null (stile_casework_get_setting (fixture->casework, STILE_SETTING_IDLE_MINUTES));
}

/* A person's own record may be given to them by whoever works with them. */
static void
test_advisers_verbs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  StilePerson person = { .name = (char *) "Mina Storey" };
  g_autofree char *json = NULL;

  become_adviser (fixture);
  stile_casework_record_export (fixture->casework, case_id, STILE_WHAT_RECORD, &error);
  g_assert_no_error (error);
  json = stile_casework_export_person (fixture->casework, case_id, &error);
  g_assert_no_error (error);
  stile_casework_rectify_person (fixture->casework, case_id, &person, "Misspelt", &error);
  g_assert_no_error (error);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put_setting (fixture, NULL, &error);
  g_assert_no_error (error);
  export_book (fixture, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/roles/new", test_new);
  fixture_add ("/roles/managers-verbs", test_managers_verbs);
  fixture_add ("/roles/advisers-verbs", test_advisers_verbs);

  return g_test_run ();
}
