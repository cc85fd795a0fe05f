// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "directory-private.h"
#include "saving.h"

G_DEFINE_QUARK (stile - directory - error - quark, stile_directory_error)

static StileDirectory *
new_for_store (StileStore *store)
{
  StileDirectory *directory = g_new0 (StileDirectory, 1);

  directory->store = store;
  return directory;
}

StileDirectory *
stile_directory_open (const char *path, GError **error)
{
  StileStore *store = stile_store_open (path, error);

  return store ? new_for_store (store) : NULL;
}

/* What SQLite had not yet put into the file goes with it. */
gboolean
stile_directory_put_aside (const char *path, GError **error)
{
  static const char *const parts[] = { "", "-wal", "-shm" };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S-%f");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (path, parts[i], NULL);
      g_autofree char *to = g_strdup_printf ("%s.%s%s", path, moment, parts[i]);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_IO,
                       /* Translators: a file, and the fault in the words of the system. */
                       _("“%s” could not be put aside: %s."), from, g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

StileDirectory *
stile_directory_new_empty (void)
{
  g_autoptr (GError) error = NULL;
  StileStore *store = stile_store_new_empty (&error);

  if (!store) /* it needs nothing but memory */
    g_error ("%s", error->message);
  return new_for_store (store);
}

void
stile_directory_close (StileDirectory *directory)
{
  if (!directory)
    return;
  stile_store_close (directory->store);
  g_free (directory);
}

const char *
stile_directory_get_path (StileDirectory *directory)
{
  return directory->store->path;
}

char *
stile_directory_dup_path_beside (const char *book)
{
  g_autofree char *folder = g_path_get_dirname (book);

  return g_build_filename (folder, "directory.sqlite", NULL);
}

gboolean
stile_directory_get_size (StileDirectory *directory, guint *services, char **imported_at,
                          GError **error)
{
  g_autoptr (StileStoreStatement) newest = NULL;
  g_autoptr (GError) fault = NULL;
  gint64 count;

  newest = stile_store_prepare (directory->store,
                                "SELECT at FROM import ORDER BY number DESC LIMIT 1", error);
  if (!newest
      || !stile_store_get_number (directory->store, "SELECT count (*) FROM service", &count, error))
    return FALSE;
  *services = (guint) count;
  *imported_at =
      stile_store_step (directory->store, newest, &fault) ? stile_store_dup_text (newest, 0) : NULL;
  return stile_store_done (g_steal_pointer (&fault), error);
}

gboolean
stile_directory_get_origin (StileDirectory *directory, const char *id, char **feed, char **at,
                            GError **error)
{
  g_autoptr (StileStoreStatement) row = stile_store_prepare (
      directory->store,
      "SELECT i.feed, i.at FROM service s JOIN import i ON i.number = s.import WHERE s.id = ?",
      error);
  g_autoptr (GError) fault = NULL;

  *feed = NULL;
  *at = NULL;
  if (!row)
    return FALSE;
  stile_store_bind_text (row, 1, id);
  if (stile_store_step (directory->store, row, &fault))
    {
      *feed = stile_store_dup_text (row, 0);
      *at = stile_store_dup_text (row, 1);
    }
  return stile_store_done (g_steal_pointer (&fault), error);
}

StileService *
stile_directory_load_service (StileDirectory *directory, const char *id, GError **error)
{
  return stile_saving_load (directory->store, id, error);
}
