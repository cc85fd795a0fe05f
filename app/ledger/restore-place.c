// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <errno.h>
#include <unistd.h>

#include "database-copy.h"
#include "migration.h"
#include "restore-private.h"
#include "safe-file.h"

/* ---- Looking ---- */

static char *
read_station (StileDatabase *db)
{
  g_autoptr (StileStatement) select =
      stile_database_prepare (db, "SELECT name FROM station WHERE here = 1", NULL);

  if (select == NULL || stile_database_step (db, select, NULL) != SQLITE_ROW)
    return NULL;
  return stile_statement_dup_text (select, 0);
}

/* The first column of all rows, or of those before the damage. */
static GPtrArray *
read_texts (StileDatabase *db, const char *sql)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StileStatement) select = stile_database_prepare (db, sql, NULL);

  while (select != NULL && stile_database_step (db, select, NULL) == SQLITE_ROW)
    g_ptr_array_add (texts, stile_statement_dup_text (select, 0));
  return texts;
}

/* Key and contents are both gone: damage would not take just these. */
#define ERASED                                                                                     \
  "SELECT case_id FROM entry WHERE case_id NOT IN (SELECT case_id FROM case_key)"                  \
  " GROUP BY case_id HAVING count (sealed) = 0"

static void
read_book (StilePlace *place)
{
  g_autoptr (GPtrArray) advisers =
      read_texts (place->db, "SELECT adviser FROM key_slot WHERE kind = 'passphrase'");

  g_ptr_array_add (advisers, NULL);
  place->advisers = (char **) g_ptr_array_steal (advisers, NULL);
  g_clear_pointer (&place->erased, g_ptr_array_unref);
  place->erased = read_texts (place->db, ERASED);
}

/* TRUE where it is a matter of what is in the file: that may be replaced. */
static gboolean
take_for_broken (StilePlace *place, GError *found, GError **error)
{
  g_clear_pointer (&place->db, stile_database_close);
  place->is_broken = g_file_test (place->path, G_FILE_TEST_IS_REGULAR)
                     && (g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED)
                         || g_error_matches (found, STILE_LEDGER_ERROR,
                                             STILE_LEDGER_ERROR_NOT_A_BOOK));
  if (place->is_broken)
    g_error_free (found);
  else
    g_propagate_error (error, found);
  return place->is_broken;
}

gboolean
stile_place_look (StilePlace *place, const char *path, GError **error)
{
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();
  GError *found = NULL;

  place->path = g_strdup (path);
  place->erased = g_ptr_array_new_with_free_func (g_free);
  place->is_there = g_file_test (path, G_FILE_TEST_EXISTS);
  if (!place->is_there)
    return TRUE;

  place->db = stile_database_open (path, g_strv_length (scripts), &found);
  if (place->db == NULL || !stile_ledger_check_database_writable (place->db, &found))
    return take_for_broken (place, found, error);
  place->station = read_station (place->db);
  return TRUE;
}

gboolean
stile_place_take (StilePlace *place, GError **error)
{
  GError *found = NULL;

  if (place->db == NULL)
    return TRUE;
  /* All of the book in one file, and nobody else at it until it is closed. */
  if (!stile_database_exec (place->db, "PRAGMA locking_mode = EXCLUSIVE", &found)
      || !stile_database_exec (place->db, "PRAGMA journal_mode = DELETE", &found)
      || !stile_database_exec (place->db, "BEGIN EXCLUSIVE", &found))
    return take_for_broken (place, found, error);
  read_book (place);
  return TRUE;
}

/* That somebody only opened the book, made this very backup or restored one is no loss, nor is what
 * the ledger notes for itself. */
#define ENTRIES                                                                                    \
  "SELECT id, at FROM entry WHERE NOT (case_id = 'book'"                                           \
  " AND kind IN ('unlock', 'unlock-failed', 'backup', 'restored', 'frame')) ORDER BY seq"

void
stile_place_compare (StilePlace *place, StileDatabase *copy)
{
  g_autoptr (StileStatement) entries = NULL;
  int step = SQLITE_ERROR;

  if (place->db == NULL)
    return;
  entries = stile_database_prepare (place->db, ENTRIES, NULL);
  while (entries != NULL && (step = stile_database_step (place->db, entries, NULL)) == SQLITE_ROW)
    {
      g_autoptr (StileStatement) same =
          stile_database_prepare (copy, "SELECT 1 FROM main.entry WHERE id = ?1", NULL);

      sqlite3_bind_text (same, 1, (const char *) sqlite3_column_text (entries, 0), -1,
                         SQLITE_STATIC);
      if (stile_database_step (copy, same, NULL) == SQLITE_ROW)
        continue;
      if (place->n_newer++ == 0)
        place->newer_since = stile_statement_dup_text (entries, 1);
    }
  place->is_broken = step != SQLITE_DONE;
}

void
stile_place_clear (StilePlace *place)
{
  g_clear_pointer (&place->db, stile_database_close);
  g_clear_pointer (&place->erased, g_ptr_array_unref);
  g_free (place->path);
  g_free (place->station);
  g_strfreev (place->advisers);
  g_free (place->newer_since);
}

/* ---- Replacing ---- */

static char *
choose_aside (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  for (guint number = 1;; number++)
    {
      char *aside = number > 1 ? g_strdup_printf ("%s.replaced-%s-%u", path, stamp, number)
                               : g_strdup_printf ("%s.replaced-%s", path, stamp);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return aside;
      g_free (aside);
    }
}

static gboolean
copy_bytes (const char *path, const char *aside, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (aside);

  return g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error)
         && stile_file_settle (aside, error);
}

/* A second name for the file, so that it is never without one; a copy where the file system knows
 * no such thing. */
static gboolean
keep_aside (StilePlace *place, const char *aside, GError **error)
{
  if (link (place->path, aside) == 0)
    return TRUE;
  if (errno == ENOSPC || errno == EROFS || errno == EIO)
    return stile_file_fail (aside, error);
  /* Closing the file would end what keeps others out, so this goes through the connection. */
  if (place->db != NULL)
    {
      stile_database_rollback (place->db);
      return stile_database_copy (place->db, aside, NULL, NULL, error);
    }
  return copy_bytes (place->path, aside, error);
}

gboolean
stile_place_replace (StilePlace *place, const char *made, char **aside, GError **error)
{
  g_autofree char *kept = choose_aside (place->path);

  if ((place->is_there && !keep_aside (place, kept, error))
      || (place->db == NULL && !stile_file_put_logs_aside (place->path, kept, error))
      || !stile_file_rename (made, place->path, place->is_there, error))
    return FALSE;
  *aside = place->is_there ? g_steal_pointer (&kept) : NULL;
  return TRUE;
}
