// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup.h"

#include "words.h"

/* What a restored book leaves to be done by hand, for the manager who restored it. */

static void
add (GStrvBuilder *sentences, char *sentence)
{
  g_strv_builder_add (sentences, sentence);
  g_free (sentence);
}

static void
add_erased (GStrvBuilder *sentences, const StileRestored *restored)
{
  if (restored->n_erased > 0)
    add (sentences,
         g_strdup_printf (ngettext ("%u person was erased since the backup was made, and is "
                                    "erased here as well. The backup can still show them: make "
                                    "a new one, then delete it.",
                                    "%u people were erased since the backup was made, and are "
                                    "erased here as well. The backup can still show them: make "
                                    "a new one, then delete it.",
                                    restored->n_erased),
                          restored->n_erased));
  if (restored->erased_unknown)
    g_strv_builder_add (sentences,
                        _("Nobody here can tell who was erased after the backup was made. If "
                          "your centre keeps a list of erased records, erase those people "
                          "again."));
}

static void
add_old_book (GStrvBuilder *sentences, const StileRestored *restored)
{
  if (restored->n_newer > 0)
    add (sentences,
         g_strdup_printf (ngettext ("%llu entry is only in the record book that was here "
                                    "before. What it says has to be entered again.",
                                    "%llu entries are only in the record book that was here "
                                    "before. What they say has to be entered again.",
                                    restored->n_newer),
                          (unsigned long long) restored->n_newer));
  if (restored->kept_aside != NULL)
    /* Translators: a file. */
    add (sentences, g_strdup_printf (_("The record book that was here before is kept as “%s”. "
                                       "Delete that file when nothing in it is needed any more."),
                                     restored->kept_aside));
}

char **
stile_restored_dup_still_to_do (const StileRestored *restored)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  add_erased (sentences, restored);
  for (guint i = 0; restored->returned[i] != NULL; i++)
    add (sentences,
         /* Translators: an adviser. */
         g_strdup_printf (_("“%s” was removed since the backup was made, and can open the record "
                            "book again. Remove them, then make new keys."),
                          restored->returned[i]));
  add_old_book (sentences, restored);
  return g_strv_builder_end (sentences);
}
