// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day.h"

#include "words.h"

static GDate
get_date (GDateTime *moment)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return date;
}

static GDateTime *
parse (const char *at, GDateTime *now)
{
  g_autoptr (GDateTime) utc = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;

  return utc != NULL ? g_date_time_to_timezone (utc, g_date_time_get_timezone (now)) : NULL;
}

char *
stile_date_to_words (const GDate *date, GDateTime *now)
{
  GDate today = get_date (now);

  if (!g_date_valid (date))
    return g_strdup ("");
  switch (g_date_days_between (date, &today))
    {
    case 0:
      return g_strdup (_("Today"));
    case 1:
      return g_strdup (_("Yesterday"));
    default:
      if (g_date_get_year (date) == g_date_get_year (&today))
        return stile_words_dup_day (date);
      return stile_words_dup_date (date);
    }
}

static char *
day_to_words (GDateTime *then, GDateTime *now)
{
  GDate date = get_date (then);

  return stile_date_to_words (&date, now);
}

char *
stile_day_to_words (const char *at, GDateTime *now)
{
  g_autoptr (GDateTime) then = parse (at, now);

  return then != NULL ? day_to_words (then, now) : g_strdup ("");
}

char *
stile_moment_to_words (const char *at, GDateTime *now)
{
  g_autoptr (GDateTime) then = parse (at, now);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (then == NULL)
    return g_strdup ("");
  day = day_to_words (then, now);
  clock = g_date_time_format (then, "%H:%M");
  return g_strdup_printf (/* Translators: day, time */ _("%s, %s"), day, clock);
}
