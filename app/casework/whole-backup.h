// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Backups of all that was written here: the record book, and in the same sealed file the directory
 * of services that lies beside it. A book without a directory is backed up alone. */

#pragma once

#include "backup.h"

G_BEGIN_DECLS

/** As stile_ledger_backup_to_folder() and stile_ledger_backup_to_file(), with the directory.
 *  @left_out receives why the services are not in it, though there are some, in a sentence for the
 *  person at the desk; else NULL. The book is the more dear: it is backed up alone where the
 *  directory can't be read, or where there is room for one of them. Free @left_out with g_free. */
StileBackup *stile_whole_backup_to_folder (StileLedger *ledger, const char *folder, guint keep,
                                           char **left_out, GCancellable *cancellable,
                                           GError **error);
StileBackup *stile_whole_backup_to_file (StileLedger *ledger, const char *path, char **left_out,
                                         GCancellable *cancellable, GError **error);

/** As stile_ledger_restore(), then stile_directory_restore() beside the book, so that what the
 *  centre wrote about services since the backup stays. Where that fails the book is restored all
 *  the same. @still_to_do receives what is left to be done by hand, for both. Free it with
 *  g_strfreev. */
StileLedger *stile_whole_backup_restore (const StileRestore *restore, StileRestored **restored,
                                         char ***still_to_do, GError **error);

G_END_DECLS
