// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: files that appear under their name whole or not at all, and that a power
 * cut does not take away again. */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/** Sets @error from errno; always returns FALSE. */
gboolean stile_file_fail (const char *path, GError **error);

/** Holds a folder, so that no other program of ours makes files in it at the same time; BUSY where
 *  one does. Where the file system can't hold folders this one goes without. -1 with @error;
 *  else close () ends it. */
int stile_folder_hold (const char *folder, GError **error);

/** Forces what is in a file to the disk, and forgets it, so that reading it again reads the
 *  disk. No database connection of this process may have it open: closing the file would take
 *  away the locks of that. */
gboolean stile_file_settle (const char *path, GError **error);

/** Gives a file another name in the same folder, and forces that to the disk. Without @replace,
 *  EXISTS where there is one of that name. */
gboolean stile_file_rename (const char *path, const char *name, gboolean replace, GError **error);

/** Gives what SQLite left beside a database at @path the name of @aside. Another database of that
 *  name would be mended with what is not its own. */
gboolean stile_file_put_logs_aside (const char *path, const char *aside, GError **error);

/** Removes a database and the files SQLite keeps beside it. */
void stile_file_remove_database (const char *path);

G_END_DECLS
