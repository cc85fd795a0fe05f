// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup-private.h"
#include "keys-private.h"

/* What goes along with a backup: a table that only backups have, sealed with the master key. It is
 * not bound to the figure: that changes where somebody opens a backup to look into it. */

#define MORE_BYTES                                                                                 \
  (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)

void
stile_ledger_set_enclosure (StileLedger *ledger, GBytes *bytes)
{
  GBytes *enclosure = bytes != NULL ? g_bytes_ref (bytes) : NULL;

  g_clear_pointer (&ledger->enclosure, g_bytes_unref);
  ledger->enclosure = enclosure;
}

static GBytes *
seal (StileKeys *keys, GBytes *enclosure)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("enclosure", "", "", "");
  gsize length;
  const guint8 *bytes = g_bytes_get_data (enclosure, &length);
  guint8 *sealed = g_malloc (length + MORE_BYTES);

  stile_keys_encrypt (sealed, bytes, length, place, keys->master);
  return g_bytes_new_take (sealed, length + MORE_BYTES);
}

gboolean
stile_enclosure_find (StileDatabase *db, gboolean *is_in, GError **error)
{
  gint64 tables;

  if (!stile_database_get_number (
          db, "SELECT count (*) FROM main.sqlite_schema WHERE name = 'enclosure'", &tables, error))
    return FALSE;
  *is_in = tables > 0;
  return TRUE;
}

gboolean
stile_enclosure_remove (StileDatabase *copy, GError **error)
{
  return stile_database_exec (copy, "DROP TABLE IF EXISTS main.enclosure", error);
}

gboolean
stile_enclosure_write (StileLedger *ledger, StileDatabase *copy, GError **error)
{
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (StileStatement) insert = NULL;

  /* Somebody may work with what was a backup. */
  if (!stile_enclosure_remove (copy, error))
    return FALSE;
  if (ledger->enclosure == NULL)
    return TRUE;
  /* Where it fails the copy is thrown away: there is nothing to go back to. */
  if (!stile_database_exec (copy,
                            "PRAGMA journal_mode = MEMORY;"
                            "CREATE TABLE main.enclosure (sealed BLOB NOT NULL) STRICT",
                            error))
    return FALSE;
  insert = stile_database_prepare (copy, "INSERT INTO main.enclosure VALUES (?1)", error);
  if (insert == NULL)
    return FALSE;
  sealed = seal (ledger->keys, ledger->enclosure);
  sqlite3_bind_blob64 (insert, 1, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed),
                       SQLITE_STATIC);
  return stile_database_run (copy, insert, error);
}

/* NULL where it does not open. */
static GBytes *
unseal (StileKeys *keys, StileStatement *row)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("enclosure", "", "", "");
  gsize length = sqlite3_column_bytes (row, 0);
  g_autofree guint8 *opened = g_malloc (length);

  if (!stile_keys_decrypt (opened, sqlite3_column_blob (row, 0), length, place, keys->master))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&opened), length - MORE_BYTES);
}

gboolean
stile_enclosure_read (StileDatabase *db, StileKeys *keys, GBytes **enclosure, gboolean *is_lost,
                      GError **error)
{
  g_autoptr (StileStatement) select = NULL;
  gboolean is_in;
  int step;

  *enclosure = NULL;
  *is_lost = FALSE;
  if (!stile_enclosure_find (db, &is_in, error))
    return FALSE;
  if (!is_in)
    return TRUE;
  select = stile_database_prepare (db, "SELECT sealed FROM main.enclosure", error);
  step = select != NULL ? stile_database_step (db, select, error) : SQLITE_ERROR;
  if (step == SQLITE_ERROR)
    return FALSE;
  if (step == SQLITE_ROW)
    *enclosure = unseal (keys, select);
  *is_lost = *enclosure == NULL;
  return TRUE;
}
