// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: what backups and restoring share. */

#pragma once

#include "backup.h"
#include "ledger-private.h"

G_BEGIN_DECLS

/** Whether a backup is due that was last made at @last (NULL: never), with @n_entries since. */
gboolean stile_backup_work_out_due (const char *last, GDateTime *now, guint64 n_entries);

/** The name of a new backup, as @now says. Free with g_free. */
char *stile_backup_dup_name (GDateTime *now, guint number);

/** Removes the oldest backups of this book from @folder, so that @keep stay, @newest among them.
 *  How many were removed; what can't be read or removed stays. */
guint stile_backup_remove_oldest (StileLedger *ledger, const char *folder, const char *newest,
                                  guint keep);
/** Removes what a backup that was ended half-way left in @folder, which is held. */
void stile_backup_remove_half_made (const char *folder);

/** Seals the enclosure of a ledger into a copy of its book. */
gboolean stile_enclosure_write (StileLedger *ledger, StileDatabase *copy, GError **error);
/** The enclosure of a backup; NULL where there is none, or where it @is_lost: it is not what was
 *  sealed. */
gboolean stile_enclosure_read (StileDatabase *db, StileKeys *keys, GBytes **enclosure,
                               gboolean *is_lost, GError **error);
/** Whether there is one, to be known without keys. */
gboolean stile_enclosure_find (StileDatabase *db, gboolean *is_in, GError **error);
/** Takes it out of a copy that is to become the book. */
gboolean stile_enclosure_remove (StileDatabase *copy, GError **error);

/** What a half-made backup is called until it is whole. */
#define STILE_BACKUP_HALF_MADE ".stile-part"

G_END_DECLS
