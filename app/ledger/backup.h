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
 *  removes the oldest ones, so that @keep stay (0: all). Removed are only files of such a name that
 *  are backups of this book, with nothing in them that the book lacks. Any adviser may; the book
 *  has to be unlocked (LOCKED).
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

/** What is not in the book and goes along with its backups, in the same file and as sealed: @bytes,
 *  whatever they are, from here on; NULL: nothing. It is no entry, and not in the figure. */
void stile_ledger_set_enclosure (StileLedger *ledger, GBytes *bytes);

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

/* ---- Restoring ---- */

/** What a backup holds, and what putting it in the place of a book would cost. */
typedef struct
{
  char *station;      /* whose book it is of */
  char *newest;       /* when its newest entry was written; NULL: it has none */
  gint64 n_people;    /* who are not erased in it */
  char **advisers;    /* who can open it, managers first */
  gboolean has_enclosure;
  gboolean has_book;  /* there is something in the place */
  gboolean is_broken; /* and it can't be read whole */
  guint64 n_newer;    /* entries of that book that the backup lacks, as WOULD_LOSE counts them */
  char *newer_since;  /* when the first of them was written; NULL: there is none */
} StileBackupLook;

void stile_backup_look_free (StileBackupLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileBackupLook, stile_backup_look_free)

/** Looks at the file @backup, and at the place @book where it is to go. Takes no key, opens no
 *  contents and changes nothing; the book may be in use. Errors as stile_ledger_restore(), but it
 *  does not walk through the contents: a backup may still turn out to be damaged. */
StileBackupLook *stile_ledger_look_at_backup (const char *backup, const char *book,
                                              GError **error);

/** What is to be restored, and by whom. */
typedef struct
{
  const char *backup;       /* the file; it is only read */
  const char *book;         /* where the book is, or, on another computer, is to be */
  const char *adviser;      /* a manager, as the backup knows them */
  const char *passphrase;   /* of that day; with a recovery key, the new one for them */
  const char *recovery_key; /* of that day; NULL: by passphrase */
  const char *station;      /* what to call this computer; NULL: as it was called */
  gboolean replace_newer;   /* somebody was told what is newer, and wants it */
} StileRestore;

/** What came of it. */
typedef struct
{
  char *kept_aside;        /* the book that was replaced, whole; NULL: there was none */
  guint64 entries;         /* that came from the backup */
  guint64 n_newer;         /* that are only in the book that was kept aside */
  guint n_erased;          /* people who were erased since the backup, and now here as well */
  gboolean erased_unknown; /* there was no whole book that could tell who was erased since */
  char **returned;         /* advisers of that day who could not open the book any more */
  char *new_recovery_key;  /* in place of the one that was used, to be shown once; else NULL */
  GBytes *enclosure;       /* what went along, to be put where it belongs; or NULL */
  gboolean has_lost_enclosure; /* there was one, and it does not open any more */
} StileRestored;

void stile_restored_free (StileRestored *restored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileRestored, stile_restored_free)

/** What is left to be done by hand, in sentences for the manager; none where all is done. Free
 *  with g_strfreev. */
char **stile_restored_dup_still_to_do (const StileRestored *restored);

/** Puts a backup in the place of the book, or where there is none yet. The backup is copied, opened
 *  and verified first; until all is well the book is not touched, and a stop at any moment leaves
 *  the old book or the new one. The old one stays beside it, as "<book>.replaced-<date>-<time>":
 *  who was erased from it is erased again from the new one before that is used. The new one writes
 *  as a new station, so that no number of an entry is given twice, and begins with an entry:
 *
 *   restored               {"file", "entries", "figure"}
 *
 *  Keys, passphrases and roles are those of the day of the backup: see @returned, and renew the
 *  keys if they had been. The ledger is open and unlocked. Nobody may have the book open, the
 *  caller no more than others (BUSY).
 *
 *  DAMAGED where the backup is not whole; PASSPHRASE, ROLE; WOULD_LOSE where the book holds entries
 *  that the backup lacks (@error says how many and since when; that somebody opened the book, made
 *  a backup or restored one does not count), or can't be read, and @replace_newer is not set. */
StileLedger *stile_ledger_restore (const StileRestore *restore, StileRestored **restored,
                                   GError **error);

G_END_DECLS
