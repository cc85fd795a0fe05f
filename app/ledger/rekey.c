// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "frame.h"
#include "unlock.h"
#include "words.h"

/* A new master key for the whole book. All of it is one transaction, so that there is never a book
 * with some keys under the old and some under the new: a stop at any point leaves the one or the
 * other, and then it is simply done again. */

typedef struct
{
  StileLedger *ledger;
  StileKeys *new_keys;
  StileRekeyProgress progress; /* or NULL */
  gpointer user_data;
  guint64 n_done;
  gint64 n_all;
} Renewal;

/* Often enough for the eye, seldom enough to cost nothing. */
#define KEYS_AT_A_TIME 256

static void
tell_progress (Renewal *renewal)
{
  if (renewal->progress != NULL && renewal->n_done % KEYS_AT_A_TIME == 0)
    renewal->progress (renewal->n_done, renewal->n_all, renewal->user_data);
}

/* SQL: wrap_again (case_id, wrapped). */
static void
wrap_again (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  Renewal *renewal = sqlite3_user_data (context);
  const char *case_id = (const char *) sqlite3_value_text (values[0]);
  const void *bytes = sqlite3_value_blob (values[1]);
  guint8 wrapped[STILE_WRAPPED_BYTES];

  if (case_id == NULL || bytes == NULL || sqlite3_value_bytes (values[1]) != sizeof wrapped)
    {
      sqlite3_result_error (context, "", 0);
      return;
    }
  memcpy (wrapped, bytes, sizeof wrapped);
  if (stile_keys_wrap_again (renewal->ledger->keys, renewal->new_keys, case_id, wrapped))
    {
      sqlite3_result_blob (context, wrapped, sizeof wrapped, SQLITE_TRANSIENT);
      renewal->n_done++;
      tell_progress (renewal);
      return;
    }
  g_clear_error (&renewal->ledger->db->failure);
  renewal->ledger->db->failure =
      g_error_new_literal (STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                           _("One person’s key in the record book was changed or damaged, so the "
                             "keys can’t be renewed. "
                             "Please check the record book first."));
  sqlite3_result_error (context, "", 0);
}

static gboolean
renew_case_keys (Renewal *renewal, GError **error)
{
  StileLedger *ledger = renewal->ledger;
  gboolean renewed;

  if (!stile_database_get_number (ledger->db, "SELECT count (*) FROM main.case_key",
                                  &renewal->n_all, error))
    return FALSE;
  tell_progress (renewal);
  if (sqlite3_create_function_v2 (ledger->db->handle, "wrap_again", 2,
                                  SQLITE_UTF8 | SQLITE_DIRECTONLY, renewal, wrap_again, NULL, NULL,
                                  NULL)
      != SQLITE_OK)
    return stile_database_fail (ledger->db, error);
  renewed = stile_database_exec (
      ledger->db, "UPDATE main.case_key SET wrapped = wrap_again (case_id, wrapped)", error);
  sqlite3_create_function_v2 (ledger->db->handle, "wrap_again", 2, SQLITE_UTF8, NULL, NULL, NULL,
                              NULL, NULL);
  return renewed;
}

static gboolean
renew_slots (StileLedger *ledger, StileKeys *new_keys, GError **error)
{
  g_autoptr (GPtrArray) slots = stile_slot_list (ledger, error);

  if (slots == NULL)
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    {
      StileSlot *slot = g_ptr_array_index (slots, i);

      if (g_str_equal (slot->kind, "passphrase")
          && !stile_slot_seal_again (ledger, new_keys, slot, slot->role, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
rekey_inside (Renewal *renewal, const StileKeySlot *recovery, gint64 generation, GError **error)
{
  StileLedger *ledger = renewal->ledger;

  /* The entries first: the book's own case may get its key with them. */
  return stile_ledger_note (ledger, "rekeyed", error, NULL)
         && stile_ledger_note (ledger, "recovery-key-changed", error, NULL)
         && renew_slots (ledger, renewal->new_keys, error)
         && stile_ledger_drop_summaries (ledger, error)
         && stile_slot_store (ledger, recovery, error)
         && stile_chain_key_store (ledger, renewal->new_keys, generation, error)
         && stile_frame_note (ledger, error) && renew_case_keys (renewal, error);
}

gboolean
stile_ledger_rekey (StileLedger *ledger, StileRekeyProgress progress, gpointer user_data,
                    char **recovery_key, GError **error)
{
  Renewal renewal = { .ledger = ledger, .progress = progress, .user_data = user_data };
  g_autoptr (StileKeys) new_keys = NULL;
  g_autoptr (StileSlot) own = NULL;
  StileKeySlot recovery = { 0 };
  gint64 generation;
  char *made = NULL;

  if (!stile_ledger_check_manager (ledger, error))
    return FALSE;
  own = stile_slot_get_adviser (ledger, ledger->adviser, error);
  if (own == NULL)
    return FALSE;
  new_keys = stile_keys_renew (ledger->keys);
  renewal.new_keys = new_keys;
  recovery.ops = own->keys.ops;
  recovery.mem = own->keys.mem;
  if (!stile_recovery_slot_fill (new_keys, &recovery, &made, error))
    return FALSE;

  generation = MAX (ledger->generation, 1) + 1;
  if (!stile_ledger_begin (ledger, error)
      || !stile_ledger_end (ledger, rekey_inside (&renewal, &recovery, generation, error), error))
    {
      stile_secret_free (made);
      return FALSE;
    }
  stile_ledger_end_rows (ledger);
  stile_keys_free (ledger->keys);
  ledger->keys = g_steal_pointer (&new_keys);
  ledger->generation = generation;
  stile_ledger_empty_log (ledger);
  *recovery_key = made;
  return TRUE;
}
