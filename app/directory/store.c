// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "directory-resources.h"

/* How long another program may hold the file before the person hears of it. */
#define BUSY_MILLISECONDS 2000
#define VERSION 2

static StileDirectoryError
error_from_code (sqlite3 *handle, int code)
{
  int system = sqlite3_system_errno (handle);

  if ((code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT))
    return STILE_DIRECTORY_ERROR_FULL;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return STILE_DIRECTORY_ERROR_BUSY;
    case SQLITE_FULL:
      return STILE_DIRECTORY_ERROR_FULL;
    case SQLITE_READONLY:
      return STILE_DIRECTORY_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return STILE_DIRECTORY_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY;
    default:
      return STILE_DIRECTORY_ERROR_IO;
    }
}

static char *
sentence_for (StileDirectoryError kind, const char *path, const char *detail)
{
  switch (kind)
    {
    case STILE_DIRECTORY_ERROR_BUSY:
      return g_strdup (_("Another program is using the directory of services. Please try again in "
                         "a moment."));
    case STILE_DIRECTORY_ERROR_FULL:
      return g_strdup (_("There is no space left on the disk. The directory of services is as it "
                         "was. Please make some space and try again."));
    case STILE_DIRECTORY_ERROR_READ_ONLY:
      return g_strdup (_("The directory of services can be read but not written to here."));
    case STILE_DIRECTORY_ERROR_DAMAGED:
      return g_strdup_printf (
          /* Translators: a file. */
          _("The directory of services “%s” is damaged. Please put it aside and "
            "import the services again."),
          path);
    case STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY:
      /* Translators: a file. */
      return g_strdup_printf (_("“%s” is not a directory of services."), path);
    default:
      return g_strdup_printf (
          /* Translators: a file, and the fault in the words of the system. */
          _("The directory of services “%s” could not be read or written: %s."), path, detail);
    }
}

gboolean
stile_store_set_error (GError **error, StileDirectoryError kind, const char *path,
                       const char *detail)
{
  g_autofree char *sentence = sentence_for (kind, path, detail);

  g_set_error_literal (error, STILE_DIRECTORY_ERROR, kind, sentence);
  return FALSE;
}

gboolean
stile_store_fail (StileStore *store, GError **error)
{
  return stile_store_set_error (error,
                    error_from_code (store->handle, sqlite3_extended_errcode (store->handle)),
                    store->path, sqlite3_errmsg (store->handle));
}

gboolean
stile_store_exec (StileStore *store, const char *sql, GError **error)
{
  return sqlite3_exec (store->handle, sql, NULL, NULL, NULL) == SQLITE_OK
         || stile_store_fail (store, error);
}

gboolean
stile_store_get_number (StileStore *store, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (store, sql, error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return FALSE;
  *number = stile_store_step (store, statement, &fault) ? sqlite3_column_int64 (statement, 0) : 0;
  return stile_store_done (g_steal_pointer (&fault), error);
}

gboolean
stile_store_check (StileStore *store, GError **error)
{
  g_autoptr (StileStoreStatement) row
      = stile_store_prepare (store, "PRAGMA quick_check (1)", error);
  g_autoptr (GError) fault = NULL;

  if (!row)
    return FALSE;
  if (stile_store_step (store, row, &fault)
      && g_strcmp0 (stile_store_get_text (row, 0), "ok") == 0)
    return TRUE;
  if (!fault)
    return stile_store_set_error (error, STILE_DIRECTORY_ERROR_DAMAGED, store->path, NULL);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

void
stile_store_rollback (StileStore *store)
{
  if (!sqlite3_get_autocommit (store->handle))
    sqlite3_exec (store->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* ---- Statements ---- */

void
stile_store_statement_release (StileStoreStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

StileStoreStatement *
stile_store_prepare (StileStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (store->statements, sql);

  if (!statement)
    {
      if (sqlite3_prepare_v3 (store->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
          != SQLITE_OK)
        {
          stile_store_fail (store, error);
          return NULL;
        }
      g_hash_table_insert (store->statements, (gpointer) sql, statement);
    }

  g_assert (!sqlite3_stmt_busy (statement));
  return statement;
}

gboolean
stile_store_step (StileStore *store, StileStoreStatement *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    stile_store_fail (store, error);
  return code == SQLITE_ROW;
}

gboolean
stile_store_done (GError *fault, GError **error)
{
  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

gboolean
stile_store_run (StileStore *store, StileStoreStatement *statement, GError **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || stile_store_fail (store, error);
}

void
stile_store_bind_text (StileStoreStatement *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

void
stile_store_bind_known (StileStoreStatement *statement, int index, int number)
{
  if (number != STILE_NOT_KNOWN)
    sqlite3_bind_int (statement, index, number);
  else
    sqlite3_bind_null (statement, index);
}

const char *
stile_store_get_text (StileStoreStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

char *
stile_store_dup_text (StileStoreStatement *statement, int column)
{
  return g_strdup (stile_store_get_text (statement, column));
}

int
stile_store_get_known (StileStoreStatement *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? STILE_NOT_KNOWN
             : sqlite3_column_int (statement, column);
}

/* ---- Opening ---- */

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static StileStore *
connect_to (const char *path, const char *parameters, GError **error)
{
  g_autoptr (StileStore) store = g_new0 (StileStore, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?%s", escaped, parameters);

  store->path = g_strdup (path);
  store->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  if (sqlite3_open_v2 (uri, &store->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL)
      != SQLITE_OK)
    {
      stile_store_fail (store, error);
      return NULL;
    }

  sqlite3_extended_result_codes (store->handle, TRUE);
  sqlite3_busy_timeout (store->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (store->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  store->read_only = sqlite3_db_readonly (store->handle, "main") == 1;
  return g_steal_pointer (&store);
}

void
stile_store_close (StileStore *store)
{
  if (!store)
    return;
  g_clear_pointer (&store->statements, g_hash_table_unref);
  sqlite3_close_v2 (store->handle);
  g_free (store->path);
  g_free (store);
}

/* What the centre wrote is not to be had elsewhere: what was saved is on the disk. */
static gboolean
set_pragmas (StileStore *store, GError **error)
{
  return stile_store_exec (store,
                           "PRAGMA synchronous = FULL;"
                           "PRAGMA foreign_keys = ON;"
                           "PRAGMA temp_store = MEMORY;"
                           "PRAGMA cache_size = -32000;" /* kilobytes: 5,000 services whole */
                           "PRAGMA trusted_schema = OFF;"
                           "PRAGMA cell_size_check = ON;",
                           error);
}

/* An empty file counts as a directory that has yet to be laid out: version 0. */
static gboolean
check_kind_of_file (StileStore *store, gint64 *version, GError **error)
{
  gint64 application_id, tables;

  if (!stile_store_get_number (store, "PRAGMA application_id", &application_id, error)
      || !stile_store_get_number (store, "PRAGMA user_version", version, error)
      || !stile_store_get_number (store, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (application_id != STILE_STORE_APPLICATION_ID && (application_id || *version || tables))
    return stile_store_set_error (error, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY, store->path, NULL);
  if (*version > VERSION)
    {
      g_set_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_NEWER,
                   /* Translators: a file. */
                   _("The directory of services “%s” was written by a newer version of this "
                     "program. It was left as it is. Please update the program on this computer."),
                   store->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_script (StileStore *store, guint number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("/org/stile/directory/migrations/%04u.sql", number);
  g_autoptr (GBytes) script = g_resource_lookup_data (stile_directory_get_resource (), name,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return stile_store_exec (store, g_bytes_get_data (script, NULL), error);
}

static gboolean
run_scripts (StileStore *store, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            STILE_STORE_APPLICATION_ID, VERSION);
  gint64 present;

  /* Another program may have got here first, while we waited for it to finish. */
  if (!stile_store_get_number (store, "PRAGMA user_version", &present, error))
    return FALSE;
  for (guint number = (guint) present + 1; number <= VERSION; number++)
    if (!run_script (store, number, error))
      return FALSE;
  return stile_store_exec (store, stamp, error);
}

static gboolean
lay_out (StileStore *store, GError **error)
{
  if (!stile_store_exec (store, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_scripts (store, error) && stile_store_exec (store, "COMMIT", error))
    return TRUE;
  stile_store_rollback (store);
  return FALSE;
}

static gboolean
make_empty_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return stile_store_set_error (error, STILE_DIRECTORY_ERROR_IO, path, g_strerror (errno));
  file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    return errno == EEXIST
           || stile_store_set_error (error, STILE_DIRECTORY_ERROR_IO, path, g_strerror (errno));
  close (file);
  return TRUE;
}

/* On a read-only medium SQLite can't make the files that programs share a database through. */
static gboolean
can_not_share (StileStore *store)
{
  gint64 tables;

  return !stile_store_get_number (store, "SELECT count (*) FROM sqlite_schema", &tables, NULL)
         && (sqlite3_errcode (store->handle) == SQLITE_CANTOPEN
             || (sqlite3_errcode (store->handle) & 0xff) == SQLITE_READONLY);
}

StileStore *
stile_store_open (const char *path, GError **error)
{
  g_autoptr (StileStore) store = NULL;
  gint64 version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make_empty_file (path, error))
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      stile_store_set_error (error, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY, path, NULL);
      return NULL;
    }

  store = connect_to (path, "mode=rw", error);
  if (store && can_not_share (store))
    {
      stile_store_close (g_steal_pointer (&store));
      store = connect_to (path, "mode=ro&immutable=1", error);
    }
  if (!store || !check_kind_of_file (store, &version, error) || !set_pragmas (store, error))
    return NULL;
  if (version == VERSION)
    return g_steal_pointer (&store);
  if (store->read_only)
    {
      stile_store_set_error (error, STILE_DIRECTORY_ERROR_READ_ONLY, path, NULL);
      return NULL;
    }
  return lay_out (store, error) ? g_steal_pointer (&store) : NULL;
}

StileStore *
stile_store_new_empty (GError **error)
{
  g_autoptr (StileStore) store = connect_to ("empty", "mode=memory", error);

  if (!store || !set_pragmas (store, error) || !lay_out (store, error)
      || !stile_store_exec (store, "PRAGMA query_only = ON", error))
    return NULL;
  g_clear_pointer (&store->path, g_free);
  return g_steal_pointer (&store);
}
