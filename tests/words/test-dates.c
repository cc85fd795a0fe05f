// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

#include "made-up-catalogue.h"

static GDate
get_day (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 3, G_DATE_MAY, 1990);
  return date;
}

static void
test_new (void)
{
  GDate date = get_day ();
  g_autofree char *words = stile_words_dup_date (&date);

  g_assert_cmpstr (words, ==, "3 May 1990");
}

static void
test_without_the_year (void)
{
  GDate date = get_day ();
  g_autofree char *words = stile_words_dup_day (&date);

  g_assert_cmpstr (words, ==, "3 May");
}

static void
test_of_a_moment (void)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 ("1990-05-03T23:30:00+01:00", NULL);
  g_autofree char *words = stile_words_dup_date_of (moment);

  g_assert_cmpstr (words, ==, "3 May 1990");
}

static void
test_in_another_language (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");
  GDate date = get_day ();
  g_autofree char *words = stile_words_dup_date (&date);

  g_assert_cmpstr (words, ==, "dnia 3 maja 1990 r.");
  g_assert_cmpstr (stile_words_get_decimal_sign (), ==, ",");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install (
    "pl", NULL,
    "msgctxt \"in a date\"\nmsgid \"May\"\nmsgstr \"maja\"\n"
    "msgid \"{day} {month} {year}\"\nmsgstr \"dnia {day} {month} {year} r.\"\n"
    "msgctxt \"between whole and fraction\"\nmsgid \".\"\nmsgstr \",\"\n");
  g_test_add_func ("/dates/new", test_new);
  g_test_add_func ("/dates/without-the-year", test_without_the_year);
  g_test_add_func ("/dates/of-a-moment", test_of_a_moment);
  g_test_add_func ("/dates/in-another-language", test_in_another_language);
  return g_test_run ();
}
