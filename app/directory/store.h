// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the SQLite connection of a directory, its cached statements, and SQLite's
 * result codes as sentences for the person at the desk. */

#pragma once

#include <sqlite3.h>

#include "directory.h"

G_BEGIN_DECLS

/** In the header of every directory: "StiD". */
#define STILE_STORE_APPLICATION_ID 0x53746944

typedef struct
{
  char *path; /* NULL: in memory */
  sqlite3 *handle;
  gboolean read_only;
  GHashTable *statements; /* SQL, by its address → sqlite3_stmt, kept until the end */
} StileStore;

/** Opens the file, and makes it (0600, its folder 0700) where there is none. A file that is no
 *  directory, or that a newer program wrote, is refused without being written to. */
StileStore *stile_store_open (const char *path, GError **error);
/** An empty one in memory, which nothing can be written to. */
StileStore *stile_store_new_empty (GError **error);
/** Closes it, with its cached statements. */
void stile_store_close (StileStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileStore, stile_store_close)

/** Sets @error to @kind, in words; @detail is told where @kind says little. Always returns
 *  FALSE. */
gboolean stile_store_set_error (GError **error, StileDirectoryError kind, const char *path,
                                const char *detail);
/** Sets @error from what SQLite said last; always returns FALSE. */
gboolean stile_store_fail (StileStore *store, GError **error);
/** Runs statements without parameters or results. */
gboolean stile_store_exec (StileStore *store, const char *sql, GError **error);
/** The number in the first column of the first row; 0 where there is none. */
gboolean stile_store_get_number (StileStore *store, const char *sql, gint64 *number,
                                 GError **error);
/** FALSE with DAMAGED where the pages do not fit together. */
gboolean stile_store_check (StileStore *store, GError **error);
/** Does nothing where SQLite has already rolled back, as on a full disk. */
void stile_store_rollback (StileStore *store);

/** A cached statement in use; leaving its scope resets it. One statement can't be in use twice at a
 *  time. */
typedef struct sqlite3_stmt StileStoreStatement;
void stile_store_statement_release (StileStoreStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileStoreStatement, stile_store_statement_release)

/** The cached statement for @sql, prepared at its first use. Borrowed. @sql must be a literal: it
 *  is known by its address, since matching asks for thousands. */
StileStoreStatement *stile_store_prepare (StileStore *store, const char *sql, GError **error);
/** TRUE with a row; FALSE at the end, and with @error set where it failed. */
gboolean stile_store_step (StileStore *store, StileStoreStatement *statement, GError **error);
/** After the last step: whether it went well; else gives @fault, which it takes, to @error. */
gboolean stile_store_done (GError *fault, GError **error);
/** For statements that give no row. */
gboolean stile_store_run (StileStore *store, StileStoreStatement *statement, GError **error);

/** Binds a text that stays as it is until the statement is released; NULL is NULL. */
void stile_store_bind_text (StileStoreStatement *statement, int index, const char *text);
/** Binds a number; STILE_NOT_KNOWN is NULL. */
void stile_store_bind_known (StileStoreStatement *statement, int index, int number);

/** Column text, borrowed until the next step; or as a new string. NULL is NULL. */
const char *stile_store_get_text (StileStoreStatement *statement, int column);
char *stile_store_dup_text (StileStoreStatement *statement, int column);
/** Column number; NULL is STILE_NOT_KNOWN. */
int stile_store_get_known (StileStoreStatement *statement, int column);

G_END_DECLS
