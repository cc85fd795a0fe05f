// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wait-words.h"

#include <glib/gi18n-lib.h>

static char *
seconds_to_words (guint seconds)
{
  return g_strdup_printf (ngettext ("%u second", "%u seconds", seconds), seconds);
}

static char *
minutes_to_words (guint minutes)
{
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

static char *
time_to_words (guint seconds)
{
  g_autofree char *minutes = NULL;
  g_autofree char *rest = NULL;

  if (seconds < 60)
    return seconds_to_words (seconds);
  minutes = minutes_to_words (seconds / 60);
  if (seconds % 60 == 0)
    return g_steal_pointer (&minutes);
  rest = seconds_to_words (seconds % 60);
  return g_strdup_printf (/* Translators: "1 minute and 5 seconds" */ _("%s and %s"), minutes,
                          rest);
}

char *
stile_wait_to_words (guint seconds)
{
  g_autofree char *time = time_to_words (seconds);

  return g_strdup_printf (_("That was wrong too often. You can try again in %s."), time);
}
