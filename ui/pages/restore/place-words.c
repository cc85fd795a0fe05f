// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "place-words.h"

#include <glib/gi18n-lib.h>

#include "day.h"

static char *
newer_to_words (const StileBackupLook *look, GDateTime *now)
{
  g_autofree char *since = stile_moment_to_words (look->newer_since, now);

  return g_strdup_printf (
      /* Translators: the moment of the first of them: “Today, 14:05”. */
      ngettext ("%llu entry was written after this backup was made (%s). It will not be in the "
                "restored record book. The one that is here now is kept in a file beside it.",
                "%llu entries were written after this backup was made (the first: %s). They will "
                "not be in the restored record book. The one that is here now is kept in a file "
                "beside it.",
                look->n_newer),
      (unsigned long long) look->n_newer, since);
}

gboolean
stile_place_may_lose (const StileBackupLook *look)
{
  return look->is_broken || look->n_newer > 0;
}

char *
stile_place_to_words (const StileBackupLook *look, GDateTime *now)
{
  if (!look->has_book)
    return g_strdup (_("There is none yet. The backup becomes the record book of this computer."));
  if (look->is_broken)
    return g_strdup (_("It cannot be read whole, so nobody can say what is in it and not in the "
                       "backup. It is kept in a file beside the restored one."));
  if (look->n_newer > 0)
    return newer_to_words (look, now);
  return g_strdup (_("Everything in it is in this backup, too. Nothing is lost."));
}
