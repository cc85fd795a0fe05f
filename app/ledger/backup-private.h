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

/** What a half-made backup is called until it is whole. */
#define STILE_BACKUP_HALF_MADE ".stile-part"

G_END_DECLS
