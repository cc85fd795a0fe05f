// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Restoring as the window does it: in a thread, with copies of what was typed, which are wiped
 * afterwards. */

#pragma once

#include "backup.h"
#include "book.h"

G_BEGIN_DECLS

/** Looks at the file @backup, which may be on a slow disk, and at the place of the @book. */
void stile_restore_look_async (const char *backup, const char *book, GAsyncReadyCallback callback,
                               gpointer user_data);
StileBackupLook *stile_restore_look_finish (GAsyncResult *result, GError **error);

/** Nobody may have the book open, the caller no more than others. */
void stile_restore_run_async (const StileRestore *restore, GAsyncReadyCallback callback,
                              gpointer user_data);
/** The restored book, open and unlocked. Free @still_to_do with g_strfreev. */
StileBook *stile_restore_run_finish (GAsyncResult *result, StileRestored **restored,
                                     char ***still_to_do, GError **error);

G_END_DECLS
