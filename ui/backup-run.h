// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Backups as the window makes them, of the book and the services: to the folder that the centre
 * set, in a thread with a hold of its own on the book, so that work goes on meanwhile. */

#pragma once

#include <gio/gio.h>

#include "backup.h"
#include "casework.h"

G_BEGIN_DECLS

/** How many stay where the centre set no number. */
#define STILE_BACKUP_USUAL_KEEP 14

/** @casework is used only before this returns. */
void stile_backup_run_async (StileCasework *casework, GAsyncReadyCallback callback,
                             gpointer user_data);
/** NULL with @error: no folder is set (STILE_CASEWORK_ERROR_STATE), or what the ledger says.
 *  @left_out receives why the services are not in it, or NULL. Free it with g_free. */
StileBackup *stile_backup_run_finish (GAsyncResult *result, char **left_out, GError **error);

#define STILE_TYPE_DAILY_BACKUP (stile_daily_backup_get_type ())
G_DECLARE_FINAL_TYPE (StileDailyBackup, stile_daily_backup, STILE, DAILY_BACKUP, GObject)

/** Whether a thread works on the book itself, which nobody else may use meanwhile. */
typedef gboolean (*StileBookInUse) (void);

/** Makes the daily backup while the program runs, but not while @in_use (may be NULL). Signal
 *  "failed" (sentence): the same trouble, such as a USB stick that is not there, is said once
 *  until a backup succeeds. */
StileDailyBackup *stile_daily_backup_new (StileBookInUse in_use);
/** Looks now, and from time to time, whether a backup is due. @casework outlives it, or is taken
 *  from it by stile_daily_backup_stop(). */
void stile_daily_backup_start (StileDailyBackup *daily, StileCasework *casework);
/** While the book is locked. A backup that is being made is finished. */
void stile_daily_backup_stop (StileDailyBackup *daily);
/** Whether one is being made. */
gboolean stile_daily_backup_is_busy (StileDailyBackup *daily);

G_END_DECLS
