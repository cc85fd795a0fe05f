// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Dates and numbers by the rules of a language, from its catalogue: the locale that would know them
 * need not be installed. Figures stay as they are: people compare them with papers and telephones
 * that have these. */

#include "words.h"

#include <string.h>

static const char *
get_month (GDateMonth month)
{
  /* Translators: the months as they stand in "31 January 1990", in the genitive where your language
   * has one there. */
  static const char *const months[] = {
    NC_("in a date", "January"), NC_("in a date", "February"), NC_("in a date", "March"),
    NC_("in a date", "April"),   NC_("in a date", "May"),      NC_("in a date", "June"),
    NC_("in a date", "July"),    NC_("in a date", "August"),   NC_("in a date", "September"),
    NC_("in a date", "October"), NC_("in a date", "November"), NC_("in a date", "December"),
  };

  return stile_words_get_in_context ("in a date", months[month - G_DATE_JANUARY]);
}

/* @pattern has {day}, {month} and {year}. */
static char *
fill (const char *pattern, const GDate *date)
{
  g_autoptr (GString) words = g_string_new (pattern);
  g_autofree char *day = g_strdup_printf ("%u", g_date_get_day (date));
  g_autofree char *year = g_strdup_printf ("%u", g_date_get_year (date));

  g_string_replace (words, "{day}", day, 1);
  g_string_replace (words, "{month}", get_month (g_date_get_month (date)), 1);
  g_string_replace (words, "{year}", year, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
stile_words_dup_date (const GDate *date)
{
  /* Translators: the date in full, like "31 January 1990". Put {day}, {month} and {year} in the
   * order and with the words of your language. */
  return fill (_("{day} {month} {year}"), date);
}

char *
stile_words_dup_date_of (GDateTime *moment)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return stile_words_dup_date (&date);
}

char *
stile_words_dup_day (const GDate *date)
{
  /* Translators: the date without the year, like "31 January". */
  return fill (_("{day} {month}"), date);
}

char *
stile_words_dup_moment (GDateTime *moment)
{
  g_autofree char *date = stile_words_dup_date_of (moment);
  g_autofree char *clock = g_date_time_format (moment, "%H:%M");

  return g_strdup_printf (/* Translators: day, time */ _("%s, %s"), date, clock);
}

const char *
stile_words_get_decimal_sign (void)
{
  /* Translators: what stands before the fraction of a number, as in 2.5; in many languages a
   * comma. */
  return C_("between whole and fraction", ".");
}
