// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migration.h"

#include "database-copy.h"
#include "ledger-resources.h"
#include "words.h"

char **
stile_migration_dup_scripts (void)
{
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();

  for (guint number = 1;; number++)
    {
      g_autofree char *path = g_strdup_printf ("/org/stile/ledger/migrations/%04u.sql", number);
      g_autoptr (GBytes) script = g_resource_lookup_data (stile_ledger_get_resource (), path,
                                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (script == NULL)
        return g_strv_builder_end (scripts);
      g_strv_builder_add (scripts, g_bytes_get_data (script, NULL));
    }
}

static gboolean
copy_beside (StileDatabase *db, gint64 version, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *path =
      g_strdup_printf ("%s.version-%" G_GINT64_FORMAT ".%s", db->path, version, stamp);

  if (stile_database_copy (db, path, NULL, NULL, error))
    return TRUE;
  g_prefix_error (error,
                  /* Translators: a file; another sentence follows the blank. */
                  _("This record book must be brought up to date, and a copy is made first. The "
                    "copy “%s” could not be written. "),
                  path);
  return FALSE;
}

static gboolean
run_script (StileDatabase *db, const char *script, gint64 version, GError **error)
{
  g_autofree char *stamp =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GINT64_FORMAT,
                       STILE_DATABASE_APPLICATION_ID, version);
  gint64 present;

  if (!stile_database_begin (db, error))
    return FALSE;
  /* Another program may have got here first, while we waited for it to finish. */
  if (!stile_database_get_number (db, "PRAGMA user_version", &present, error)
      || (present < version
          && (!stile_database_exec (db, script, error) || !stile_database_exec (db, stamp, error))))
    {
      stile_database_rollback (db);
      return FALSE;
    }
  return stile_database_commit (db, error);
}

gboolean
stile_migration_run (StileDatabase *db, const char *const *scripts, GError **error)
{
  gint64 latest = g_strv_length ((char **) scripts);
  gint64 version;

  if (!stile_database_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= latest)
    return TRUE;
  if (db->read_only)
    {
      g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY,
                   /* Translators: a file. */
                   _("The record book “%s” must be brought up to date, and nothing can be written "
                     "here. Please copy it to another place and open it there."),
                   db->path);
      return FALSE;
    }
  if (version > 0 && !db->is_spare && !copy_beside (db, version, error))
    return FALSE;

  for (gint64 next = version + 1; next <= latest; next++)
    {
      if (!run_script (db, scripts[next - 1], next, error))
        return FALSE;
    }

  /* So that the header in the file itself tells an older program to keep away. */
  if (version > 0)
    sqlite3_wal_checkpoint_v2 (db->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return TRUE;
}
