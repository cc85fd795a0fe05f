// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: one SQLite connection as the record book needs it, its cached statements,
 * and SQLite's result codes as sentences for the person at the desk. */

#pragma once

#include <sqlite3.h>

#include "ledger.h"

G_BEGIN_DECLS

/** In the header of every record book: "Stil". */
#define STILE_DATABASE_APPLICATION_ID 0x5374696c

typedef struct
{
  char *path;
  sqlite3 *handle;
  gboolean read_only;
  gboolean is_spare;      /* a copy already: none is made before it is brought up to date */
  GHashTable *statements; /* SQL → sqlite3_stmt, kept for the life of the connection */
  GError *failure;        /* what our own SQL function found; the step that called it reports it */
} StileDatabase;

/** Makes a new, empty file (0600) and its folder (0700); refuses to replace anything. What it makes
 *  is still in rollback-journal mode: call stile_database_use_wal() when it is complete. */
StileDatabase *stile_database_create (const char *path, GError **error);

/** Says that there is a file already. */
void stile_database_refuse_to_replace (const char *path, GError **error);

/** Opens a record book. A file that is none, or that a program with migrations beyond @latest
 *  wrote, is refused without being written to. */
StileDatabase *stile_database_open (const char *path, int latest, GError **error);
/** Opens a file that nobody writes to, such as a backup, only to read it: there is no other file
 *  beside it, before or after. READ_ONLY where there is one that waits to be read. */
StileDatabase *stile_database_open_to_read (const char *path, int latest, GError **error);
/** Closes it, with its cached statements. */
void stile_database_close (StileDatabase *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileDatabase, stile_database_close)

/** Turns to write-ahead logging, where the file system can do that. */
gboolean stile_database_use_wal (StileDatabase *db, GError **error);

/** Sets @error from what SQLite, or our function inside it, said last; always returns FALSE. */
gboolean stile_database_fail (StileDatabase *db, GError **error);

/** The same from a code that was returned. */
gboolean stile_database_fail_with (StileDatabase *db, int code, GError **error);

/** Runs statements without parameters or results. */
gboolean stile_database_exec (StileDatabase *db, const char *sql, GError **error);

/** The number in the first column of the first row; 0 where there is none. */
gboolean stile_database_get_number (StileDatabase *db, const char *sql, gint64 *number,
                                    GError **error);

/** BEGIN IMMEDIATE: nobody else writes until the end. */
gboolean stile_database_begin (StileDatabase *db, GError **error);
/** The same; FALSE at once where somebody else does. */
gboolean stile_database_begin_at_once (StileDatabase *db);
/** COMMIT; where it fails the transaction is rolled back. */
gboolean stile_database_commit (StileDatabase *db, GError **error);
/** On a full disk SQLite has already rolled back; then this does nothing. */
void stile_database_rollback (StileDatabase *db);

/** A cached statement in use; leaving its scope resets it, so that no snapshot stays open. One
 *  statement can't be in use twice at a time. */
typedef struct sqlite3_stmt StileStatement;
void stile_statement_release (StileStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileStatement, stile_statement_release)

/** The cached statement for @sql, prepared at its first use. Borrowed. */
StileStatement *stile_database_prepare (StileDatabase *db, const char *sql, GError **error);

/** SQLITE_ROW, SQLITE_DONE, or SQLITE_ERROR with @error set, whatever the fault was. */
int stile_database_step (StileDatabase *db, StileStatement *statement, GError **error);
/** For statements that give no row. */
gboolean stile_database_run (StileDatabase *db, StileStatement *statement, GError **error);

/** Column text as a new string; column bytes as they lie. */
char *stile_statement_dup_text (StileStatement *statement, int column);
gboolean stile_statement_copy_bytes (StileStatement *statement, int column, guint8 *bytes,
                                     gsize length);

G_END_DECLS
