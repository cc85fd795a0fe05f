// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary.h"

#include "ledger-private.h"

void
stile_summary_free (StileSummary *summary)
{
  if (summary == NULL)
    return;
  if (summary->bytes != NULL)
    sodium_memzero (summary->bytes, summary->length);
  g_free (summary->bytes);
  g_free (summary);
}

/* The chain there stands for all that the same station wrote up to it. */
#define KEPT                                                                                       \
  "SELECT summary.seq, summary.sealed, chain FROM main.summary JOIN main.entry USING (seq)"        \
  " WHERE name = ?1"

StileSummary *
stile_ledger_load_summary (StileLedger *ledger, const char *name)
{
  g_autoptr (StileSummary) summary = g_new0 (StileSummary, 1);
  g_autoptr (StileStatement) select = NULL;
  guint8 chain[STILE_DIGEST_BYTES];

  if (!stile_ledger_check_unlocked (ledger, NULL))
    return NULL;
  select = stile_database_prepare (ledger->db, KEPT, NULL);
  if (select == NULL)
    return NULL;
  sqlite3_bind_text (select, 1, name, -1, SQLITE_STATIC);
  if (stile_database_step (ledger->db, select, NULL) != SQLITE_ROW
      || !stile_statement_copy_bytes (select, 2, chain, sizeof chain))
    return NULL;

  summary->seq = sqlite3_column_int64 (select, 0);
  summary->bytes = stile_keys_unseal_summary (ledger->keys, name, summary->seq, chain,
                                              sqlite3_column_blob (select, 1),
                                              sqlite3_column_bytes (select, 1), &summary->length);
  return summary->bytes != NULL ? g_steal_pointer (&summary) : NULL;
}

/* Its chain. FALSE where there is no such entry, or somebody was erased behind it, who may still be
 * in what was made of the entries before. */
static gboolean
find_entry (StileLedger *ledger, gint64 seq, guint8 chain[STILE_DIGEST_BYTES])
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db,
      "SELECT chain FROM main.entry WHERE seq = ?1"
      " AND NOT EXISTS (SELECT 1 FROM main.entry WHERE kind = 'erased' AND seq > ?1)",
      NULL);

  if (select == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, seq);
  return stile_database_step (ledger->db, select, NULL) == SQLITE_ROW
         && stile_statement_copy_bytes (select, 0, chain, STILE_DIGEST_BYTES);
}

static gboolean
keep_inside (StileLedger *ledger, const char *name, const StileSummary *summary)
{
  g_autoptr (StileStatement) insert = NULL;
  g_autoptr (GBytes) sealed = NULL;
  guint8 chain[STILE_DIGEST_BYTES];

  if (!stile_ledger_check_generation (ledger, NULL) || !find_entry (ledger, summary->seq, chain))
    return FALSE;
  insert = stile_database_prepare (
      ledger->db,
      "INSERT OR REPLACE INTO main.summary (name, seq, sealed) VALUES (?1, ?2, ?3)", NULL);
  if (insert == NULL)
    return FALSE;
  sealed = stile_keys_seal_summary (ledger->keys, name, summary->seq, chain, summary->bytes,
                                    summary->length);
  sqlite3_bind_text (insert, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 2, summary->seq);
  sqlite3_bind_blob64 (insert, 3, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed),
                       SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, NULL);
}

gboolean
stile_ledger_keep_summary (StileLedger *ledger, const char *name, const StileSummary *summary)
{
  if (!stile_ledger_check_unlocked (ledger, NULL) || ledger->db->read_only
      || !stile_database_begin_at_once (ledger->db))
    return FALSE;
  if (keep_inside (ledger, name, summary))
    return stile_database_commit (ledger->db, NULL);
  stile_database_rollback (ledger->db);
  return FALSE;
}

gboolean
stile_ledger_drop_summaries (StileLedger *ledger, GError **error)
{
  return stile_database_exec (ledger->db, "DELETE FROM main.summary", error);
}
