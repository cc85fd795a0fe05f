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
    /* Translators: when we were told how much room a service has: “Room for 3 (told 5 days
     * ago)”. */
    return g_strdup (_("told at an unknown time"));
  if (days == 0)
    return g_strdup (_("told today"));
  if (days < 60)
    return g_strdup_printf (ngettext ("told %d day ago", "told %d days ago", (gulong) days), days);
  if (days < 730)
    return g_strdup_printf (ngettext ("told %d month ago", "told %d months ago",
                                      (gulong) (days / 30)),
                            days / 30);
  return g_strdup_printf (ngettext ("told %d year ago", "told %d years ago",
                                    (gulong) (days / 365)),
                          days / 365);
}
