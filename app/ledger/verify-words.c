// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger.h"

#include "words.h"

/* What a walk over the book shows and what it can't, for whoever has to rely on it. */

char **
stile_ledger_report_dup_proven (const StileLedgerReport *report)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  if (report->first_break != NULL)
    return g_strv_builder_end (sentences);

  g_strv_builder_add (sentences, _("The file is sound, and no entry is missing between the first "
                                   "and the last one."));
  if (report->with_keys)
    {
      g_strv_builder_add (sentences, _("Every entry that is left opens, and is what was written: "
                                       "nobody without a passphrase changed, added, moved or took "
                                       "out one."));
      g_strv_builder_add (sentences, _("The times, kinds and advisers of erased entries are what "
                                       "was written, too."));
    }
  if (report->compared)
    g_strv_builder_add (sentences, _("Everything that was there when the figure was noted is still "
                                     "there, in the same order."));
  return g_strv_builder_end (sentences);
}

char **
stile_ledger_report_dup_unproven (const StileLedgerReport *report)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  if (!report->with_keys)
    g_strv_builder_add (sentences, _("Whether contents or the chain of entries were changed: for "
                                     "that the book must be unlocked."));
  if (report->compared)
    g_strv_builder_add (sentences, _("Whether newer entries than those of the figure were cut off "
                                     "at the end."));
  else
    g_strv_builder_add (sentences, _("Whether the newest entries were cut off, or the whole book "
                                     "was put back from an older copy. Only a figure that was "
                                     "noted elsewhere, or another copy, shows that."));
  g_strv_builder_add (sentences, _("Whether somebody who knows a passphrase wrote something "
                                   "untrue, or under a time of their choice."));
  g_strv_builder_add (sentences, _("Whether a person was erased by this program or by somebody who "
                                   "can write to the file: the audit tells which were erased "
                                   "here."));
  return g_strv_builder_end (sentences);
}
