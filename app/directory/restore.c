// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "directory-private.h"

/* A copy of the directory for a backup, and putting one back. It is written beside the directory
 * and checked there before anything is done to that. */

/* A directory of 5,000 services has 12 MB. The ledger, which takes the copy along, has it in memory
 * several times. */
#define MOST_BYTES (256 * 1024 * 1024)

/* ---- Copying ---- */

static gboolean
check_size (StileStore *store, GError **error)
{
  gint64 pages, size;

  if (!stile_store_get_number (store, "PRAGMA page_count", &pages, error)
      || !stile_store_get_number (store, "PRAGMA page_size", &size, error))
    return FALSE;
  if (pages * size <= MOST_BYTES)
    return TRUE;
  g_set_error_literal (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_FULL,
                       _("The directory of services is too large for a backup."));
  return FALSE;
}

GBytes *
stile_directory_dup_contents (StileDirectory *directory, GError **error)
{
  StileStore *store = directory->store;
  sqlite3_int64 length = 0;
  guint8 *bytes;

  if (!check_size (store, error) || !stile_store_check (store, error))
    return NULL;
  bytes = sqlite3_serialize (store->handle, "main", &length, 0);
  if (bytes)
    return g_bytes_new_with_free_func (bytes, length, sqlite3_free, bytes);
  stile_store_fail (store, error);
  return NULL;
}

/* ---- Putting back ---- */

static void
remove_file (const char *path)
{
  static const char *const parts[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *file = g_strconcat (path, parts[i], NULL);

      g_unlink (file);
    }
}

static gboolean
write_file (const char *path, GBytes *contents, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean is_full;

  if (g_file_set_contents_full (path, g_bytes_get_data (contents, NULL),
                                g_bytes_get_size (contents),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &fault))
    return TRUE;
  is_full = g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  return stile_store_set_error (error,
                                is_full ? STILE_DIRECTORY_ERROR_FULL : STILE_DIRECTORY_ERROR_IO,
                                path, fault->message);
}

/* Brought up to date, whole, and without a log beside it. */
static gboolean
check_file (const char *path, GError **error)
{
  g_autoptr (StileStore) store = stile_store_open (path, error);

  return store && stile_store_check (store, error);
}

static void
settle_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file < 0)
    return;
  fsync (file);
  close (file);
}

static gboolean
take_place (const char *made, const char *path, GError **error)
{
  if (g_rename (made, path) != 0)
    return stile_store_set_error (error, STILE_DIRECTORY_ERROR_IO, path, g_strerror (errno));
  settle_folder_of (path);
  return TRUE;
}

/* What stands in the copy and is missing here, or is newer than what stands here. */
static gboolean
add_overlays (StileStore *store, const char *made, GError **error)
{
  char *attach = sqlite3_mprintf ("ATTACH %Q AS made", made);
  gboolean added = stile_store_exec (store, attach, error);

  sqlite3_free (attach);
  if (!added)
    return FALSE;
  added = stile_store_exec (store,
                            "INSERT OR REPLACE INTO main.overlay"
                            " SELECT m.* FROM made.overlay m LEFT JOIN main.overlay o"
                            " ON o.service = m.service"
                            " WHERE o.service IS NULL OR m.changed_at > o.changed_at",
                            error);
  return stile_store_exec (store, "DETACH made", added ? error : NULL) && added;
}

/* Whether there is anything in it that could be lost. */
static gboolean
is_in_use (StileStore *store, gboolean *in_use, GError **error)
{
  gint64 rows;

  if (!stile_store_get_number (store,
                               "SELECT (SELECT count (*) FROM service)"
                               " + (SELECT count (*) FROM overlay)",
                               &rows, error))
    return FALSE;
  *in_use = rows > 0;
  return TRUE;
}

/* What can't be used may still be looked into, one day. */
static gboolean
make_room (const char *path, GError *found, GError **error)
{
  gboolean is_broken =
      g_error_matches (found, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_DAMAGED)
      || g_error_matches (found, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY);

  if (!is_broken)
    {
      g_propagate_error (error, found);
      return FALSE;
    }
  g_error_free (found);
  return stile_directory_put_aside (path, error);
}

static gboolean
put_back (const char *made, const char *path, GError **error)
{
  g_autoptr (StileStore) store = NULL;
  GError *found = NULL;
  gboolean in_use = FALSE;

  /* A log of one that is gone would be taken for a log of the copy. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return stile_directory_put_aside (path, error) && take_place (made, path, error);
  store = stile_store_open (path, &found);
  if (!store || !stile_store_check (store, &found) || !is_in_use (store, &in_use, &found))
    {
      g_clear_pointer (&store, stile_store_close);
      return make_room (path, found, error) && take_place (made, path, error);
    }
  if (in_use)
    return add_overlays (store, made, error);
  g_clear_pointer (&store, stile_store_close);
  return take_place (made, path, error);
}

gboolean
stile_directory_restore (const char *path, GBytes *contents, GError **error)
{
  g_autofree char *made = g_strconcat (path, ".restoring", NULL);
  gboolean restored;

  remove_file (made);
  restored = write_file (made, contents, error) && check_file (made, error)
             && put_back (made, path, error);
  remove_file (made);
  return restored;
}
