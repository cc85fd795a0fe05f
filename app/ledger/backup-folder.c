// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "backup-private.h"

/* The folder of the daily backups: when there is to be another, what it is called, and which ones
 * make room for it. */

#define PREFIX "stile-backup-"
#define SUFFIX ".stile"

/* So much is not to be lost, whatever the clock says: a computer whose battery is flat may live
 * through the same day again and again. */
#define MOST_ENTRIES_WITHOUT 1000

/* ---- When ---- */

gboolean
stile_backup_work_out_due (const char *last, GDateTime *now, guint64 n_entries)
{
  g_autoptr (GDateTime) then = last != NULL ? g_date_time_new_from_iso8601 (last, NULL) : NULL;
  g_autoptr (GDateTime) local = NULL;

  if (then == NULL || n_entries >= MOST_ENTRIES_WITHOUT)
    return TRUE;
  local = g_date_time_to_timezone (then, g_date_time_get_timezone (now));
  return g_date_time_get_year (local) != g_date_time_get_year (now)
         || g_date_time_get_day_of_year (local) != g_date_time_get_day_of_year (now);
}

/* @at is NULL where there is none, or none can be read. */
static void
find_last (StileLedger *ledger, char **at, guint64 *n_entries)
{
  g_autoptr (StileStatement) select =
      stile_database_prepare (ledger->db,
                              "SELECT at, (SELECT max (seq) FROM main.entry) - seq FROM main.entry"
                              " WHERE kind = 'backup' AND case_id = 'book'"
                              " ORDER BY seq DESC LIMIT 1",
                              NULL);

  *at = NULL;
  *n_entries = 0;
  if (select == NULL || stile_database_step (ledger->db, select, NULL) != SQLITE_ROW)
    return;
  *at = stile_statement_dup_text (select, 0);
  *n_entries = sqlite3_column_int64 (select, 1);
}

gboolean
stile_ledger_backup_is_due (StileLedger *ledger)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *last = NULL;
  guint64 n_entries;

  find_last (ledger, &last, &n_entries);
  return stile_backup_work_out_due (last, now, n_entries);
}

char *
stile_ledger_dup_backup_time (StileLedger *ledger)
{
  guint64 n_entries;
  char *last;

  find_last (ledger, &last, &n_entries);
  return last;
}

/* ---- What it is called ---- */

char *
stile_backup_dup_name (GDateTime *now, guint number)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  return number > 1 ? g_strdup_printf (PREFIX "%s-%u" SUFFIX, stamp, number)
                    : g_strdup_printf (PREFIX "%s" SUFFIX, stamp);
}

/* Paths of the files in @folder that are called like this, as a new GPtrArray. */
static GPtrArray *
list_files (const char *folder, const char *suffix)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      if (g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, suffix))
        g_ptr_array_add (files, g_build_filename (folder, name, NULL));
    }
  return g_steal_pointer (&files);
}

void
stile_backup_remove_half_made (const char *folder)
{
  static const char *const suffixes[] = { SUFFIX STILE_BACKUP_HALF_MADE,
                                          SUFFIX STILE_BACKUP_HALF_MADE "-journal",
                                          SUFFIX STILE_BACKUP_HALF_MADE "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GPtrArray) files = list_files (folder, suffixes[i]);

      for (guint file = 0; file < files->len; file++)
        g_unlink (g_ptr_array_index (files, file));
    }
}

/* ---- Which ones make room ---- */

typedef struct
{
  char *path;
  gint64 seq; /* of its newest entry */
} Old;

static void
old_free (gpointer data)
{
  Old *old = data;

  g_free (old->path);
  g_free (old);
}

/* Oldest first, by what is in them: neither names nor clocks need to be right. */
static int
compare_age (gconstpointer a, gconstpointer b)
{
  const Old *first = *(const Old *const *) a, *second = *(const Old *const *) b;

  if (first->seq != second->seq)
    return first->seq < second->seq ? -1 : 1;
  return strcmp (first->path, second->path);
}

static gboolean
has_row (StileLedger *ledger, const char *sql, const char *id, gint64 seq)
{
  g_autoptr (StileStatement) select = stile_database_prepare (ledger->db, sql, NULL);

  if (select == NULL)
    return FALSE;
  sqlite3_bind_text (select, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (select, 2, seq);
  return stile_database_step (ledger->db, select, NULL) == SQLITE_ROW;
}

/* Whether this is a backup of the book that holds nothing beyond it: its newest entry is in the
 * book, at the same place; before the first entry, it is the station that is known. */
static gboolean
is_earlier (StileLedger *ledger, const char *path, gint64 *seq)
{
  g_autoptr (StileLedger) old = stile_ledger_open_to_read (path, NULL);
  g_autoptr (StileStatement) newest = NULL;
  int step;

  if (old == NULL)
    return FALSE;
  newest = stile_database_prepare (
      old->db, "SELECT id, seq FROM main.entry ORDER BY seq DESC LIMIT 1", NULL);
  step = newest != NULL ? stile_database_step (old->db, newest, NULL) : SQLITE_ERROR;
  *seq = step == SQLITE_ROW ? sqlite3_column_int64 (newest, 1) : 0;
  if (step == SQLITE_ROW)
    return has_row (ledger, "SELECT 1 FROM main.entry WHERE id = ?1 AND seq = ?2",
                    (const char *) sqlite3_column_text (newest, 0), *seq);
  return step == SQLITE_DONE
         && has_row (ledger, "SELECT ?2 FROM main.station WHERE id = ?1", old->station_id, 0);
}

guint
stile_backup_remove_oldest (StileLedger *ledger, const char *folder, const char *newest, guint keep)
{
  g_autoptr (GPtrArray) files = list_files (folder, SUFFIX);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (old_free);
  guint n_removed = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      gint64 seq;

      if (!g_str_equal (path, newest) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)
          && is_earlier (ledger, path, &seq))
        {
          Old *old = g_new (Old, 1);

          *old = (Old){ g_strdup (path), seq };
          g_ptr_array_add (backups, old);
        }
    }
  g_ptr_array_sort (backups, compare_age);
  for (guint i = 0; i + keep - 1 < backups->len; i++)
    n_removed += g_unlink (((Old *) g_ptr_array_index (backups, i))->path) == 0;
  return n_removed;
}
