// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>

#include "match-rank.h"
#include "service.h"

char *
stile_told_to_words (const char *day, const GDate *today)
{
  GDate now;
  int days;

  g_date_clear (&now, 1);
  g_date_set_time_t (&now, time (NULL));
  days = stile_rank_get_days_ago (day, today ? today : &now);
  if (days == STILE_NOT_KNOWN)
    return g_strdup (_("told at an unknown time"));
  if (days == 0)
    return g_strdup (_("told today"));
  if (days < 60)
    return g_strdup_printf (ngettext ("told %d day ago", "told %d days ago", (gulong) days), days);
  if (days < 730)
    return g_strdup_printf (_("told %d months ago"), days / 30);
  return g_strdup_printf (_("told %d years ago"), days / 365);
}
