// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database-copy.h"

#include "safe-file.h"

/* How much is copied before somebody is asked whether to go on. */
#define PAGES_AT_A_TIME 1000

static int
copy_pages (StileDatabase *db, StileDatabase *copy, GCancellable *cancellable)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", db->handle, "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_extended_errcode (copy->handle);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
  /* Finishing alone would call a copy fine that stopped because the book was busy. */
  sqlite3_backup_finish (backup);
  return code;
}

static gboolean
is_fault_of_source (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB
         || (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED
         || code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ;
}

/* They say nothing that entries don't: the less lies about, the better. Books of before version 4
 * have none. */
static gboolean
leave_out_summaries (StileDatabase *copy, GError **error)
{
  gint64 has_table;

  return stile_database_get_number (
             copy, "SELECT count (*) FROM sqlite_schema WHERE name = 'summary'", &has_table, error)
         && (has_table == 0 || stile_database_exec (copy, "DELETE FROM summary", error));
}

static gboolean
write_copy (StileDatabase *db, StileDatabase *copy, GCancellable *cancellable, gboolean *at_copy,
            GError **error)
{
  int code = copy_pages (db, copy, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  *at_copy = !is_fault_of_source (code);
  if (code != SQLITE_DONE)
    return stile_database_fail_with (*at_copy ? copy : db, code, error);
  /* A book says in its header that there is a log beside it: not so a copy, which is one file. */
  return stile_database_exec (copy, "PRAGMA journal_mode = DELETE", error)
         && leave_out_summaries (copy, error);
}

gboolean
stile_database_copy (StileDatabase *db, const char *path, GCancellable *cancellable,
                     gboolean *at_copy, GError **error)
{
  return stile_database_copy_and (db, path, NULL, NULL, cancellable, at_copy, error);
}

gboolean
stile_database_copy_and (StileDatabase *db, const char *path, StileDatabaseFinish finish,
                         gpointer data, GCancellable *cancellable, gboolean *at_copy,
                         GError **error)
{
  StileDatabase *copy = stile_database_create (path, error);
  gboolean ignored, written;

  at_copy = at_copy != NULL ? at_copy : &ignored;
  *at_copy = TRUE;
  if (copy == NULL)
    return FALSE;
  /* Nobody else is to see it, and not every disk it goes to can share memory. */
  written = stile_database_exec (copy, "PRAGMA locking_mode = EXCLUSIVE", error)
            && write_copy (db, copy, cancellable, at_copy, error)
            && (finish == NULL || finish (copy, data, error));
  stile_database_close (copy);
  written = written && stile_file_settle (path, error);
  if (!written)
    stile_file_remove_database (path);
  return written;
}
