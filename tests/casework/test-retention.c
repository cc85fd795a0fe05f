// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Who is due to be erased, and the clocks that are not believed. Entries are of today, so it is the
 * time of looking that moves. */

#include <string.h>

#include "casework-private.h"
#include "clock.h"
#include "fixture.h"
#include "rights.h"

static GDateTime *
later (int years, int months, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_add_full (now, years, months, days, 0, 0, 5);
}

static void
set_months (Fixture *fixture, const char *months)
{
  g_autoptr (GError) error = NULL;

  stile_casework_put_setting (fixture->casework, STILE_SETTING_RETENTION_MONTHS, months, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *fixture, GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *due = stile_casework_list_retention_due_at (fixture->casework, now, &error);

  g_assert_no_error (error);
  return due;
}

static guint
count_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);

  g_assert_no_error (error);
  return rows->len;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = later (0, 0, 0);
  g_autoptr (GPtrArray) due = NULL;

  set_months (fixture, "12");
  due = list (fixture, now);
  g_assert_cmpuint (due->len, ==, 0);
}

static void
test_no_time_was_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GPtrArray) due = stile_casework_list_retention_due (fixture->casework, &error);

  g_assert_null (due);
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
}

static void
test_due_on_the_day (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  const struct
  {
    int months;
    int days;
    guint n_due;
  } cases[] = { { 0, 0, 0 }, { 24, -1, 0 }, { 24, 0, 1 }, { 25, 0, 1 } };

  set_months (fixture, "24");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = later (0, cases[i].months, cases[i].days);
      g_autoptr (GPtrArray) due = list (fixture, now);

      g_assert_cmpuint (due->len, ==, cases[i].n_due);
    }
}

static void
test_says_who_and_since_when (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autoptr (GDateTime) now = later (3, 0, 0);
  g_autoptr (GPtrArray) due = NULL;
  const StileRetentionDue *mina;
  GDate today, since;

  set_months (fixture, "12");
  due = list (fixture, now);

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  since = today;
  g_date_add_months (&since, 12);
  mina = g_ptr_array_index (due, 0);
  g_assert_cmpstr (mina->case_id, ==, case_id);
  g_assert_cmpstr (mina->title, ==, "Mina Storey");
  g_assert_cmpint (g_date_compare (&mina->last_contact, &today), ==, 0);
  g_assert_cmpint (g_date_compare (&mina->due_since, &since), ==, 0);
}

static void
test_looking_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GDateTime) now = later (3, 0, 0);
  g_autoptr (GPtrArray) due = NULL;
  guint before;

  set_months (fixture, "12");
  before = fixture_count_entries (fixture, case_id);
  due = list (fixture, now);

  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before);
}

static void
test_erases_those_who_were_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mina = fixture_open_case (fixture, "Mina");
  g_autofree char *omar = fixture_open_case (fixture, "Omar");
  g_autofree char *lena = NULL;
  g_autoptr (GDateTime) now = later (3, 0, 0);
  g_autoptr (GPtrArray) due = NULL;
  g_auto (GStrv) leftovers = NULL;

  set_months (fixture, "12");
  due = list (fixture, now);
  lena = fixture_open_case (fixture, "Lena, after the list was shown");
  leftovers = stile_casework_run_retention_at (fixture->casework, due, TRUE, now, &error);

  g_assert_no_error (error);
  g_assert_nonnull (leftovers);
  g_assert_cmpuint (g_strv_length (leftovers), ==, 2);
  g_assert_cmpuint (count_people (fixture), ==, 1);
  g_assert_null (stile_casework_load_case (fixture->casework, mina, NULL));
  g_assert_null (stile_casework_load_case (fixture->casework, omar, NULL));
}

static void
test_seen_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mina = fixture_open_case (fixture, "Mina");
  g_autofree char *omar = fixture_open_case (fixture, "Omar");
  g_autoptr (GDateTime) now = later (3, 0, 0);
  g_autoptr (GPtrArray) due = NULL;
  StileRetentionDue *shown;

  set_months (fixture, "12");
  due = list (fixture, now);
  /* What the list says of the last contact is no longer so. */
  shown = g_ptr_array_index (due, 1);
  g_date_subtract_days (&shown->last_contact, 1);

  g_assert_null (stile_casework_run_retention_at (fixture->casework, due, TRUE, now, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "has changed"));
  g_assert_cmpuint (count_people (fixture), ==, 2);
}

static void
test_not_due_any_more (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mina = fixture_open_case (fixture, "Mina");
  g_autoptr (GDateTime) now = later (3, 0, 0);
  g_autoptr (GPtrArray) due = NULL;

  set_months (fixture, "12");
  due = list (fixture, now);
  set_months (fixture, "120");

  g_assert_null (stile_casework_run_retention_at (fixture->casework, due, TRUE, now, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
  g_assert_cmpuint (count_people (fixture), ==, 1);
}

/* Who was only looked at is not in contact. */
static void
test_reading_is_no_contact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (JsonNode) content = json_from_string ("{\"what\": \"record\"}", &error);

  before = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  g_usleep (2000);
  stile_ledger_append (stile_casework_get_ledger (fixture->casework), case_id, "read", content,
                       NULL, &error);
  after = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((StilePersonRow *) g_ptr_array_index (after, 0))->last_at, ==,
                   ((StilePersonRow *) g_ptr_array_index (before, 0))->last_at);
}

/* ---- The clock ---- */

static void
test_clock_is_right (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *doubt = NULL;
  gboolean right = stile_casework_check_clock (fixture->casework, &doubt, &error);

  g_assert_no_error (error);
  g_assert_true (right);
  g_assert_null (doubt);
}

/* Whatever somebody says, a day before the newest entry is not today. */
static void
test_clock_is_behind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  static const struct
  {
    int years;
    int days;
  } cases[] = { { 0, -1 }, { -50, 0 } };

  set_months (fixture, "12");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = later (cases[i].years, 0, cases[i].days);
      g_autoptr (GError) error = NULL;

      g_assert_null (
          stile_casework_run_retention_at (fixture->casework, nobody, TRUE, now, &error));
      g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
      g_assert_nonnull (strstr (error->message, "Put the clock right"));
    }
}

static void
test_clock_in_doubt (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  static const struct
  {
    int days;
    gboolean in_doubt;
  } cases[] = { { 0, FALSE }, { 39, FALSE }, { 41, TRUE }, { 4000, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = later (0, 0, cases[i].days);
      g_autoptr (GError) error = NULL;
      g_autofree char *doubt = NULL;

      stile_casework_check_clock_at (fixture->casework, now, &doubt, &error);
      g_assert_no_error (error);
      g_assert_cmpint (doubt != NULL, ==, cases[i].in_doubt);
    }
}

/* Until somebody says that the date is right. */
static void
test_clock_in_doubt_erases_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (GDateTime) now = later (3, 0, 0);
  g_autoptr (GPtrArray) due = NULL;
  g_auto (GStrv) leftovers = NULL;

  set_months (fixture, "12");
  due = list (fixture, now);
  g_assert_null (stile_casework_run_retention_at (fixture->casework, due, FALSE, now, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "Is the date right?"));
  g_assert_cmpuint (count_people (fixture), ==, 1);
  g_clear_error (&error);

  leftovers = stile_casework_run_retention_at (fixture->casework, due, TRUE, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  clock_set_to_noon ();

  fixture_add ("/retention/new", test_new);
  fixture_add ("/retention/no-time-was-set", test_no_time_was_set);
  fixture_add ("/retention/due-on-the-day", test_due_on_the_day);
  fixture_add ("/retention/says-who-and-since-when", test_says_who_and_since_when);
  fixture_add ("/retention/looking-changes-nothing", test_looking_changes_nothing);
  fixture_add ("/retention/erases-those-who-were-shown", test_erases_those_who_were_shown);
  fixture_add ("/retention/seen-since", test_seen_since);
  fixture_add ("/retention/not-due-any-more", test_not_due_any_more);
  fixture_add ("/retention/reading-is-no-contact", test_reading_is_no_contact);
  fixture_add ("/retention/clock-is-right", test_clock_is_right);
  fixture_add ("/retention/clock-is-behind", test_clock_is_behind);
  fixture_add ("/retention/clock-in-doubt", test_clock_in_doubt);
  fixture_add ("/retention/clock-in-doubt-erases-nobody", test_clock_in_doubt_erases_nobody);

  return g_test_run ();
}
