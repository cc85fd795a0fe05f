// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "words.h"

/* How long another program may hold the book before the person hears of it. */
#define BUSY_MILLISECONDS 2000

static gboolean
is_disk_full (sqlite3 *handle, int code)
{
  /* SQLite says FULL only for the write itself; growing the shared-memory file or a used-up quota
   * come as input/output errors. */
  int system = sqlite3_system_errno (handle);
  return (code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE
         || ((code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT));
}

static StileLedgerError
error_from_code (sqlite3 *handle, int code)
{
  if (is_disk_full (handle, code))
    return STILE_LEDGER_ERROR_FULL;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return STILE_LEDGER_ERROR_BUSY;
    case SQLITE_READONLY:
      return STILE_LEDGER_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT: /* what we write keeps the rules of tables as we made them */
      return STILE_LEDGER_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return STILE_LEDGER_ERROR_NOT_A_BOOK;
    case SQLITE_ERROR:
    case SQLITE_AUTH:
      return STILE_LEDGER_ERROR_QUERY;
    default:
      return STILE_LEDGER_ERROR_IO;
    }
}

static char *
sentence_for (StileLedgerError kind, const char *path, const char *detail)
{
  switch (kind)
    {
    case STILE_LEDGER_ERROR_BUSY:
      return g_strdup (
          _("Another program is using the record book. Please try again in a moment."));
    case STILE_LEDGER_ERROR_FULL:
      return g_strdup (_("There is no space left on the disk. Nothing was lost. Please make some "
                         "space and try again."));
    case STILE_LEDGER_ERROR_READ_ONLY:
      return g_strdup (_("The record book can be read but not written to here, so nothing can be "
                         "saved in it."));
    case STILE_LEDGER_ERROR_DAMAGED:
      return g_strdup_printf (
          /* Translators: a file. */
          _("The record book “%s” is damaged. Please do not change it, and use "
            "a backup copy."),
          path);
    case STILE_LEDGER_ERROR_NOT_A_BOOK:
      /* Translators: a file. */
      return g_strdup_printf (_("“%s” is not a record book."), path);
    case STILE_LEDGER_ERROR_QUERY:
      /* Translators: the fault in the words of the database. */
      return g_strdup_printf (_("The record book was asked something it does not understand: %s."),
                              detail);
    default:
      /* Translators: a file, and the fault in the words of the database. */
      return g_strdup_printf (_("The record book “%s” could not be read or written: %s."), path,
                              detail);
    }
}

static void
set_error (GError **error, StileLedgerError kind, const char *path, const char *detail)
{
  g_autofree char *sentence = sentence_for (kind, path, detail);
  g_set_error_literal (error, STILE_LEDGER_ERROR, kind, sentence);
}

gboolean
stile_database_fail (StileDatabase *db, GError **error)
{
  if (db->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&db->failure));
  else
    set_error (error, error_from_code (db->handle, sqlite3_extended_errcode (db->handle)), db->path,
               sqlite3_errmsg (db->handle));
  return FALSE;
}

gboolean
stile_database_fail_with (StileDatabase *db, int code, GError **error)
{
  set_error (error, error_from_code (db->handle, code), db->path, sqlite3_errstr (code));
  return FALSE;
}

gboolean
stile_database_exec (StileDatabase *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return stile_database_fail (db, error);
  return TRUE;
}

gboolean
stile_database_get_number (StileDatabase *db, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (StileStatement) statement = stile_database_prepare (db, sql, error);
  int step = statement != NULL ? stile_database_step (db, statement, error) : SQLITE_ERROR;

  *number = step == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  return step != SQLITE_ERROR;
}

gboolean
stile_database_begin (StileDatabase *db, GError **error)
{
  return stile_database_exec (db, "BEGIN IMMEDIATE", error);
}

gboolean
stile_database_begin_at_once (StileDatabase *db)
{
  gboolean begun;

  sqlite3_busy_timeout (db->handle, 0);
  begun = stile_database_begin (db, NULL);
  sqlite3_busy_timeout (db->handle, BUSY_MILLISECONDS);
  return begun;
}

gboolean
stile_database_commit (StileDatabase *db, GError **error)
{
  if (stile_database_exec (db, "COMMIT", error))
    return TRUE;
  stile_database_rollback (db);
  return FALSE;
}

void
stile_database_rollback (StileDatabase *db)
{
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

void
stile_statement_release (StileStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

StileStatement *
stile_database_prepare (StileDatabase *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
          != SQLITE_OK)
        {
          stile_database_fail (db, error);
          return NULL;
        }
      g_hash_table_insert (db->statements, g_strdup (sql), statement);
    }

  g_assert (!sqlite3_stmt_busy (statement));
  return statement;
}

int
stile_database_step (StileDatabase *db, StileStatement *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return code;
  stile_database_fail (db, error);
  return SQLITE_ERROR;
}

gboolean
stile_database_run (StileDatabase *db, StileStatement *statement, GError **error)
{
  return stile_database_step (db, statement, error) != SQLITE_ERROR;
}

char *
stile_statement_dup_text (StileStatement *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

gboolean
stile_statement_copy_bytes (StileStatement *statement, int column, guint8 *bytes, gsize length)
{
  const void *stored = sqlite3_column_blob (statement, column);

  if (stored == NULL || (gsize) sqlite3_column_bytes (statement, column) != length)
    return FALSE;
  memcpy (bytes, stored, length);
  return TRUE;
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static StileDatabase *
connect_to (const char *path, const char *parameters, GError **error)
{
  g_autoptr (StileDatabase) db = g_new0 (StileDatabase, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?%s", escaped, parameters);

  db->path = g_strdup (path);
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  if (sqlite3_open_v2 (uri, &db->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL)
      != SQLITE_OK)
    {
      stile_database_fail (db, error);
      return NULL;
    }

  sqlite3_extended_result_codes (db->handle, TRUE);
  sqlite3_busy_timeout (db->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  db->read_only = sqlite3_db_readonly (db->handle, "main") == 1;
  return g_steal_pointer (&db);
}

void
stile_database_close (StileDatabase *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->statements, g_hash_table_unref);
  sqlite3_close_v2 (db->handle);
  g_clear_error (&db->failure);
  g_free (db->path);
  g_free (db);
}

static gboolean
set_pragmas (StileDatabase *db, GError **error)
{
  return stile_database_exec (db,
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA secure_delete = ON;",
                              error);
}

gboolean
stile_database_use_wal (StileDatabase *db, GError **error)
{
  /* Where the file system can't share memory (some network drives), SQLite stays with its rollback
   * journal, which is as safe and only slower. */
  return stile_database_exec (db, "PRAGMA journal_mode = WAL", error);
}

void
stile_database_refuse_to_replace (const char *path, GError **error)
{
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS,
               /* Translators: a file. */
               _("There is a file “%s” already. It was left as it is."), path);
}

static gboolean
fail_to_make (const char *path, GError **error)
{
  int fault = errno;
  StileLedgerError kind = fault == EROFS || fault == EACCES ? STILE_LEDGER_ERROR_READ_ONLY
                          : fault == ENOSPC                 ? STILE_LEDGER_ERROR_FULL
                                                            : STILE_LEDGER_ERROR_IO;

  set_error (error, kind, path, g_strerror (fault));
  return FALSE;
}

static gboolean
make_empty_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file, directory;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_to_make (path, error);

  file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0 && errno == EEXIST)
    {
      stile_database_refuse_to_replace (path, error);
      return FALSE;
    }
  if (file < 0)
    return fail_to_make (path, error);
  close (file);

  /* SQLite makes what is in the file durable; that the file has a name is ours to do. */
  directory = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (directory >= 0)
    {
      fsync (directory);
      close (directory);
    }
  return TRUE;
}

StileDatabase *
stile_database_create (const char *path, GError **error)
{
  g_autoptr (StileDatabase) db = NULL;

  if (!make_empty_file (path, error))
    return NULL;
  db = connect_to (path, "mode=rw", error);
  if (db == NULL || !set_pragmas (db, error))
    {
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&db);
}

static gboolean
check_kind_of_file (StileDatabase *db, int latest, GError **error)
{
  gint64 application_id, version;

  if (!stile_database_get_number (db, "PRAGMA application_id", &application_id, error)
      || !stile_database_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id != STILE_DATABASE_APPLICATION_ID || version < 0)
    {
      set_error (error, STILE_LEDGER_ERROR_NOT_A_BOOK, db->path, NULL);
      return FALSE;
    }
  if (version > latest)
    {
      g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NEWER,
                   /* Translators: a file. */
                   _("The record book “%s” was written by a newer version of this program. It was "
                     "left as it is. Please update the program on this computer."),
                   db->path);
      return FALSE;
    }
  return TRUE;
}

/* A look at the header through a connection that can neither write nor lock. It may be out of date
 * (a log beside the file can hold newer pages), so only a clear refusal counts here, and the same
 * questions are asked again once the book is open. */
static gboolean
refuse_unseen (const char *path, int latest, GError **error)
{
  g_autoptr (StileDatabase) db = connect_to (path, "mode=ro&immutable=1", NULL);
  g_autoptr (GError) found = NULL;

  if (db == NULL || check_kind_of_file (db, latest, &found)
      || (!g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NOT_A_BOOK)
          && !g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NEWER)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* On a read-only medium SQLite can't make the files that programs share a book through. Where no
 * log waits to be read there is nothing to share, and the file is all there is. */
static StileDatabase *
open_immutable (const char *path, int latest, GError **error)
{
  g_autoptr (StileDatabase) db = NULL;

  if (has_log (path))
    {
      g_set_error (
          error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY,
          /* Translators: a file. */
          _("The record book “%s” was not closed when it was put here, and nothing can be "
            "written here. Please copy it, with the files beside it, to another place."),
          path);
      return NULL;
    }
  db = connect_to (path, "mode=ro&immutable=1", error);
  if (db == NULL || !check_kind_of_file (db, latest, error) || !set_pragmas (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
check_is_file (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    set_error (error, STILE_LEDGER_ERROR_NOT_A_BOOK, path, NULL);
  else
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_MISSING,
                 /* Translators: a path. */
                 _("There is no record book at “%s”."), path);
  return FALSE;
}

StileDatabase *
stile_database_open_to_read (const char *path, int latest, GError **error)
{
  return check_is_file (path, error) ? open_immutable (path, latest, error) : NULL;
}

StileDatabase *
stile_database_open (const char *path, int latest, GError **error)
{
  g_autoptr (StileDatabase) db = NULL;
  gint64 tables;

  if (!check_is_file (path, error) || !refuse_unseen (path, latest, error))
    return NULL;

  db = connect_to (path, "mode=rw", error);
  if (db == NULL)
    return NULL;

  /* The last one to close a file tidies its log away: not one we are about to refuse. */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!stile_database_get_number (db, "SELECT count(*) FROM sqlite_schema", &tables, NULL)
      && (sqlite3_errcode (db->handle) == SQLITE_CANTOPEN
          || (sqlite3_errcode (db->handle) & 0xff) == SQLITE_READONLY))
    return open_immutable (path, latest, error);
  if (!check_kind_of_file (db, latest, error) || !set_pragmas (db, error))
    return NULL;
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  if (!db->read_only && !stile_database_use_wal (db, error))
    return NULL;
  return g_steal_pointer (&db);
}
