// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger-private.h"
#include "words.h"

/* Erasing a person: without the key, what copies hold of the contents is noise. */

gboolean
stile_ledger_is_erased (StileLedger *ledger, const char *case_id, gboolean *erased, GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db,
      "SELECT 1 FROM main.entry WHERE case_id = ?1"
      " AND NOT EXISTS (SELECT 1 FROM main.case_key WHERE case_key.case_id = ?1)",
      error);
  int step;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_text (select, 1, case_id, -1, SQLITE_STATIC);
  step = stile_database_step (ledger->db, select, error);
  *erased = step == SQLITE_ROW;
  return step != SQLITE_ERROR;
}

void
stile_ledger_empty_log (StileLedger *ledger)
{
  sqlite3_wal_checkpoint_v2 (ledger->db->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* How many rows a statement with one case id changed; -1 with @error. */
static int
run_on_case (StileLedger *ledger, const char *sql, const char *case_id, GError **error)
{
  g_autoptr (StileStatement) statement = stile_database_prepare (ledger->db, sql, error);

  if (statement == NULL)
    return -1;
  sqlite3_bind_text (statement, 1, case_id, -1, SQLITE_STATIC);
  return stile_database_run (ledger->db, statement, error) ? sqlite3_changes (ledger->db->handle)
                                                           : -1;
}

static gboolean
refuse_to_erase (StileLedger *ledger, const char *case_id, GError **error)
{
  gboolean erased;

  if (!stile_ledger_is_erased (ledger, case_id, &erased, error))
    return FALSE;
  if (erased)
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED,
                         _("This person’s records were erased."));
  else
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN,
                         _("There is no such person in the record book."));
  return FALSE;
}

static gboolean
erase_inside (StileLedger *ledger, const char *case_id, GError **error)
{
  int n_keys = run_on_case (ledger, "DELETE FROM main.case_key WHERE case_id = ?1", case_id, error);

  if (n_keys < 0)
    return FALSE;
  if (n_keys == 0)
    return refuse_to_erase (ledger, case_id, error);
  return run_on_case (ledger, "UPDATE main.entry SET sealed = NULL WHERE case_id = ?1", case_id,
                      error)
             >= 0
         && stile_ledger_drop_summaries (ledger, error)
         && stile_ledger_note (ledger, "erased", error, "case", case_id, NULL);
}

gboolean
stile_ledger_erase_case (StileLedger *ledger, const char *case_id, GError **error)
{
  if (!stile_ledger_check_manager (ledger, error))
    return FALSE;
  if (g_str_equal (case_id, STILE_LEDGER_BOOK))
    {
      g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN,
                           _("There is no such person in the record book."));
      return FALSE;
    }
  if (!stile_ledger_begin (ledger, error)
      || !stile_ledger_end (ledger, erase_inside (ledger, case_id, error), error))
    return FALSE;
  stile_keys_forget_cases (ledger->keys);
  stile_ledger_empty_log (ledger);
  return TRUE;
}
