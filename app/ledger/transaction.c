// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger-private.h"
#include "frame.h"
#include "slot.h"
#include "words.h"

/* What every change of an unlocked book begins and ends with. */

gboolean
stile_chain_key_store (StileLedger *ledger, StileKeys *keys, gint64 generation, GError **error)
{
  g_autoptr (StileStatement) insert = stile_database_prepare (
      ledger->db,
      "INSERT OR REPLACE INTO book_key (name, generation, wrapped) VALUES ('chain', ?1, ?2)",
      error);
  guint8 wrapped[STILE_WRAPPED_BYTES];

  if (insert == NULL)
    return FALSE;
  stile_keys_wrap_chain (keys, wrapped);
  sqlite3_bind_int64 (insert, 1, generation);
  sqlite3_bind_blob (insert, 2, wrapped, sizeof wrapped, SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, error);
}

gboolean
stile_ledger_check_generation (StileLedger *ledger, GError **error)
{
  gint64 generation;

  if (!stile_database_get_number (ledger->db, "SELECT generation FROM main.book_key", &generation,
                                  error))
    return FALSE;
  if (generation == ledger->generation)
    return TRUE;
  g_set_error_literal (
      error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED,
      _("The keys of the record book were renewed. Please type your passphrase to "
        "open it again."));
  return FALSE;
}

static gboolean
check_own_slot (StileLedger *ledger, GError **error)
{
  /* Who recovers the book gets their slot in this very transaction. */
  return g_strcmp0 (ledger->owed_by, "recovery") == 0 || stile_slot_check_own (ledger, error);
}

/* In a book that version 1 made, the chain key gets a place of its own before anything else. */
static gboolean
settle_inside (StileLedger *ledger, GError **error)
{
  gboolean by_recovery = g_strcmp0 (ledger->owed_by, "recovery") == 0;

  if (ledger->generation == 0 && !stile_chain_key_store (ledger, ledger->keys, 1, error))
    return FALSE;
  return ledger->owed_by == NULL
         || (stile_guard_settle (ledger, ledger->owed_by, by_recovery ? "" : ledger->adviser, error)
             && stile_ledger_note (ledger, "unlock", error, "by", ledger->owed_by, NULL)
             && stile_frame_settle (ledger, error));
}

gboolean
stile_ledger_begin (StileLedger *ledger, GError **error)
{
  g_autoptr (GError) found = NULL;

  if (!stile_ledger_check_unlocked (ledger, error) || !stile_ledger_check_writable (ledger, error)
      || !stile_database_begin (ledger->db, error))
    return FALSE;
  if (stile_ledger_check_generation (ledger, &found) && check_own_slot (ledger, &found)
      && settle_inside (ledger, &found))
    return TRUE;

  stile_ledger_end (ledger, FALSE, NULL);
  if (g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED))
    stile_ledger_lock (ledger);
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

gboolean
stile_ledger_end (StileLedger *ledger, gboolean good, GError **error)
{
  if (!good)
    stile_database_rollback (ledger->db);
  if (good && stile_database_commit (ledger->db, error))
    {
      ledger->generation = MAX (ledger->generation, 1);
      ledger->owed_by = NULL;
      return TRUE;
    }
  /* A key that was made for a new case went with the transaction: another try makes another. */
  stile_keys_forget_cases (ledger->keys);
  return FALSE;
}
