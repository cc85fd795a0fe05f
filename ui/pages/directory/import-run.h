// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* An import as the window makes it: in a thread with a directory of its own, so that the screen
 * stays alive and what is listed meanwhile is the old directory, whole. */

#pragma once

#include <gio/gio.h>

#include "directory.h"

G_BEGIN_DECLS

/** Reads @files, folders or zips into the directory at @path. @progress is called in the main
 *  loop, a few times a second, never after @callback; both with @user_data. */
void stile_import_run_async (const char *path, const char *const *files, GCancellable *cancellable,
                             StileImportProgress progress, GAsyncReadyCallback callback,
                             gpointer user_data);
/** As stile_directory_import(). */
StileImportReport *stile_import_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
