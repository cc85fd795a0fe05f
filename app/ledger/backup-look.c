// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup-private.h"
#include "restore-private.h"

/* What can be told of a backup before anybody typed a passphrase. It may be of an earlier version:
 * nothing here needs it brought up to date. */

#define NEWEST "SELECT at FROM main.entry ORDER BY seq DESC LIMIT 1"
#define PEOPLE "SELECT count (*) FROM main.case_key WHERE case_id <> 'book'"
#define ADVISERS "SELECT adviser FROM main.key_slot WHERE kind = 'passphrase'"

void
stile_backup_look_free (StileBackupLook *look)
{
  if (look == NULL)
    return;
  g_free (look->station);
  g_free (look->newest);
  g_strfreev (look->advisers);
  g_free (look->newer_since);
  g_free (look);
}

static char *
read_newest (StileDatabase *db)
{
  g_autoptr (StileStatement) select = stile_database_prepare (db, NEWEST, NULL);

  if (select == NULL || stile_database_step (db, select, NULL) != SQLITE_ROW)
    return NULL;
  return stile_statement_dup_text (select, 0);
}

static void
add_advisers (StileDatabase *db, const char *sql, GStrvBuilder *advisers, gboolean *any)
{
  g_autoptr (StileStatement) select = stile_database_prepare (db, sql, NULL);

  while (select != NULL && stile_database_step (db, select, NULL) == SQLITE_ROW)
    {
      g_autofree char *name = stile_statement_dup_text (select, 0);

      g_strv_builder_add (advisers, name);
      *any = TRUE;
    }
}

/* Managers first. Before there were roles, the first was what a manager is now. */
static char **
read_advisers (StileDatabase *db)
{
  g_autoptr (GStrvBuilder) advisers = g_strv_builder_new ();
  gboolean any = FALSE;

  add_advisers (db, ADVISERS " ORDER BY role <> 'manager', slot", advisers, &any);
  if (!any)
    add_advisers (db, ADVISERS " ORDER BY slot", advisers, &any);
  return g_strv_builder_end (advisers);
}

static gboolean
look_at_copy (StileBackupLook *look, StileLedger *copy, GError **error)
{
  if (!stile_database_get_number (copy->db, PEOPLE, &look->n_people, error))
    return FALSE;
  look->station = g_strdup (stile_ledger_get_station (copy));
  look->newest = read_newest (copy->db);
  look->advisers = read_advisers (copy->db);
  return stile_enclosure_find (copy->db, &look->has_enclosure, error);
}

static gboolean
look_at_place (StileBackupLook *look, StileLedger *copy, const char *book, GError **error)
{
  g_auto (StilePlace) place = { NULL };

  if (!stile_place_look (&place, book, error))
    return FALSE;
  stile_place_compare (&place, copy->db);
  look->has_book = place.is_there;
  look->is_broken = place.is_broken;
  look->n_newer = place.n_newer;
  look->newer_since = g_steal_pointer (&place.newer_since);
  return TRUE;
}

StileBackupLook *
stile_ledger_look_at_backup (const char *backup, const char *book, GError **error)
{
  g_autofree char *path = g_canonicalize_filename (book, NULL);
  g_autoptr (StileBackupLook) look = g_new0 (StileBackupLook, 1);
  g_autoptr (StileLedger) copy = NULL;
  g_autoptr (GError) found = NULL;

  copy = stile_ledger_open_to_read (backup, &found);
  if (copy == NULL || !look_at_copy (look, copy, &found))
    {
      if (g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED))
        stile_backup_refuse_damaged (backup, error);
      else
        g_propagate_error (error, g_steal_pointer (&found));
      return NULL;
    }
  return look_at_place (look, copy, path, error) ? g_steal_pointer (&look) : NULL;
}
