// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day.h"

#include <stdio.h>
#include <string.h>

gboolean
stile_day_read (const char *text, GDate *day)
{
  guint year, month, number;
  int length = 0;

  g_date_clear (day, 1);
  if (!text)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      int y, m, d;

      g_date_time_get_ymd (now, &y, &m, &d);
      g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
      return TRUE;
    }

  if (strlen (text) != strlen ("2026-11-22") || strspn (text, "0123456789-") != strlen (text)
      || sscanf (text, "%4u-%2u-%2u%n", &year, &month, &number, &length) != 3
      || (gsize) length != strlen (text)
      || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}
