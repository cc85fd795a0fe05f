// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "date-fields.h"

#include "words.h"

static char *
pad (const char *field, guint width)
{
  g_autofree char *digits = g_strstrip (g_strdelimit (g_strdup (field), "-", ' '));
  gsize length = strlen (digits);

  if (length == 0 || length >= width || strspn (digits, "0123456789") != length)
    return g_steal_pointer (&digits);
  return g_strdup_printf ("%0*d", (int) width, atoi (digits));
}

char *
stile_date_fields_join (const char *const fields[STILE_DATE_N_FIELDS])
{
  g_autofree char *day = pad (fields[STILE_DATE_DAY], 2);
  g_autofree char *month = pad (fields[STILE_DATE_MONTH], 2);
  /* Not padded: 90 is not the year 0090. */
  g_autofree char *year = pad (fields[STILE_DATE_YEAR], 0);

  if (*day == '\0' && *month == '\0' && *year == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s-%s-%s", year, month, day);
}

void
stile_date_fields_split (const char *text, char *fields[STILE_DATE_N_FIELDS])
{
  static const StileDateField order[] = { STILE_DATE_YEAR, STILE_DATE_MONTH, STILE_DATE_DAY };
  g_auto (GStrv) parts = g_strsplit (text, "-", STILE_DATE_N_FIELDS);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < STILE_DATE_N_FIELDS; i++)
    {
      g_free (fields[order[i]]);
      fields[order[i]] = g_strdup (i < n_parts ? parts[i] : "");
    }
}

/* The number in a field, or -1 where it is none. */
static int
to_number (const char *field)
{
  if (*field == '\0' || strspn (field, "0123456789") != strlen (field) || strlen (field) > 4)
    return -1;
  return atoi (field);
}

const char *
stile_date_fields_find_fault (const char *text, StileDateField *field)
{
  char *fields[STILE_DATE_N_FIELDS] = { NULL };
  int day, month, year;
  gboolean all_there;

  if (*text == '\0')
    return NULL;

  stile_date_fields_split (text, fields);
  day = to_number (fields[STILE_DATE_DAY]);
  month = to_number (fields[STILE_DATE_MONTH]);
  year = strlen (fields[STILE_DATE_YEAR]) == 4 ? to_number (fields[STILE_DATE_YEAR]) : -1;
  all_there = *fields[STILE_DATE_DAY] != '\0' && *fields[STILE_DATE_MONTH] != '\0'
              && *fields[STILE_DATE_YEAR] != '\0';
  for (guint i = 0; i < STILE_DATE_N_FIELDS; i++)
    g_free (fields[i]);

  *field = day < 0 ? STILE_DATE_DAY : month < 0 ? STILE_DATE_MONTH : STILE_DATE_YEAR;
  if (!all_there)
    return _("Give the day, the month and the year.");
  if (year <= 0)
    {
      *field = STILE_DATE_YEAR;
      return _("Give the year with four digits, such as 1990.");
    }
  if (month < 1 || month > 12)
    {
      *field = STILE_DATE_MONTH;
      return _("Give the month as a number from 1 to 12.");
    }
  if (day < 1 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    {
      *field = STILE_DATE_DAY;
      return _("That month does not have this day. Check the day.");
    }
  return NULL;
}
