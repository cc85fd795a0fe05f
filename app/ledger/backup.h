// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Backups: whole copies of the record book, as sealed as the book, each in one file. They open with
 * the passphrases and the recovery key of the day they were made.
 *
 * A backup is one moment of the book, whoever writes meanwhile. It is written under a temporary
 * name, forced to the disk, read back and verified with the keys (structure, chain, every content,
 * and that its figure is that of the book), and only then gets its name: a file of that name is a
 * good backup, and where something fails none is left. It is an entry of STILE_LEDGER_BOOK:
 *
 *   backup                 {"file": its name without the folder, "entries", "figure"}
 *
 * It takes seconds for a large book. To go on working meanwhile, do it in another thread on a
 * ledger of its own, from stile_ledger_duplicate(). */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  guint64 entries;    /* that are in it */
  char *figure;       /* as in StileLedgerReport */
  guint n_removed;    /* older backups that made room for it */
  gboolean same_disk; /* as the book: both are gone if that disk is */
} StileBackup;

void stile_backup_free (StileBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileBackup, stile_backup_free)

/** Makes a backup in @folder, as "stile-backup-2026-11-22-061500.stile" or the like, and then
 *  removes the oldest ones, so that @keep stay (0: all). Removed are only files of such a name that are
 *  backups of this book, with nothing in them that the book lacks. Any adviser may; the book has to
 *  be unlocked (LOCKED).
 *
 *  NO_FOLDER where there is no such folder, which may be on a USB stick that is not here; it is not
 *  made. FULL, READ_ONLY, IO where it can't be written there, DAMAGED where the book itself is not
 *  whole (then the older backups are all that is left: they stay). Where @cancellable is used,
 *  G_IO_ERROR_CANCELLED. In a book that can only be read, no entry is written. */
StileBackup *stile_ledger_backup_to_folder (StileLedger *ledger, const char *folder, guint keep,
                                            GCancellable *cancellable, GError **error);

/** The same as one file of a name that was chosen; EXISTS where there is one already. Removes
 *  none. */
StileBackup *stile_ledger_backup_to_file (StileLedger *ledger, const char *path,
                                          GCancellable *cancellable, GError **error);

/** Whether it is time for the daily backup: none was made yet, or none on this day of the calendar,
 *  or much was written since. Where the clock jumped, in either direction, it is time: rather one
 *  too many. Readable while locked. */
gboolean stile_ledger_backup_is_due (StileLedger *ledger);

/** When the newest backup was made, as entries have it; NULL: none yet. Readable while locked. Free
 *  with g_free. */
char *stile_ledger_dup_backup_time (StileLedger *ledger);

/** Another hold on the same book, unlocked by the same adviser, for use in another thread. It keeps
 *  its keys, whatever becomes of the first, until it is closed. */
StileLedger *stile_ledger_duplicate (StileLedger *ledger, GError **error);

G_END_DECLS
