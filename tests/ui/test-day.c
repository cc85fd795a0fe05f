// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day.h"

static const struct
{
  const char *at;
  const char *day;
  const char *moment;
} cases[] = {
  { "2026-11-22T08:05:00.000Z", "Today", "Today, 09:05" },
  { "2026-11-21T23:30:00.000Z", "Today", "Today, 00:30" }, /* one zone further east */
  { "2026-11-21T22:30:00.000Z", "Yesterday", "Yesterday, 23:30" },
  { "2026-11-20T12:00:00.000Z", "20 November", "20 November, 13:00" },
  { "2026-01-01T12:00:00.000Z", "1 January", "1 January, 13:00" },
  { "2025-12-31T12:00:00.000Z", "31 December 2025", "31 December 2025, 13:00" },
  { "2026-11-23T12:00:00.000Z", "23 November", "23 November, 13:00" }, /* a clock that was wrong */
  { "not a day", "", "" },
  { NULL, "", "" },
};

static void
test_words (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 22, 10, 0, 0);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = stile_day_to_words (cases[i].at, now);
      g_autofree char *moment = stile_moment_to_words (cases[i].at, now);

      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpstr (moment, ==, cases[i].moment);
    }
}

static void
test_date_that_is_none (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);
  g_autofree char *words = NULL;
  GDate none;

  g_date_clear (&none, 1);
  words = stile_date_to_words (&none, now);
  g_assert_cmpstr (words, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/words", test_words);
  g_test_add_func ("/day/date-that-is-none", test_date_that_is_none);
  return g_test_run ();
}
