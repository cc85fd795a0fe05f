// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Preloaded into the program: for it, today is STILE_LATER_DAYS days from now. */

#include "clock.h"

__attribute__ ((constructor)) static void
go_there (void)
{
  const char *days = g_getenv ("STILE_LATER_DAYS");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = days ? g_date_time_add_days (now, atoi (days)) : NULL;
  g_autofree char *wanted = then ? g_date_time_format_iso8601 (then) : NULL;

  clock_set (wanted);
}
