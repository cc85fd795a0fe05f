// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: all pages of a book as they are at one moment, in a new file. */

#pragma once

#include "database.h"

G_BEGIN_DECLS

/** What only the copy is to have, before it is forced to the disk. */
typedef gboolean (*StileDatabaseFinish) (StileDatabase *copy, gpointer data, GError **error);

/** Copies what a connection sees to a new file at @path (0600), in one piece, without a log beside
 *  it. Where the connection is in a transaction, that is the moment. On FALSE no file is left;
 *  @at_copy, if not NULL, says whether it was the new file that was at fault and not the book. */
gboolean stile_database_copy (StileDatabase *db, const char *path, GCancellable *cancellable,
                              gboolean *at_copy, GError **error);

/** The same with @finish. */
gboolean stile_database_copy_and (StileDatabase *db, const char *path, StileDatabaseFinish finish,
                                  gpointer data, GCancellable *cancellable, gboolean *at_copy,
                                  GError **error);

G_END_DECLS
