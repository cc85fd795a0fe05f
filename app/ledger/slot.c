// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-private.h"
#include "passphrase.h"
#include "recovery-key.h"

/* The slots of a book: who opens it, and how. */

#define NAME_MAX_BYTES 500

char *
stile_name_normalise (const char *name, GError **error)
{
  g_autofree char *normal = NULL;

  if (g_utf8_validate (name, -1, NULL))
    normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  if (normal != NULL)
    g_strstrip (normal);
  if (normal != NULL && *normal != '\0' && strlen (normal) <= NAME_MAX_BYTES)
    return g_steal_pointer (&normal);
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NAME,
                       _("Please type a name of up to 100 letters."));
  return NULL;
}

gboolean
stile_slot_store (StileLedger *ledger, const StileKeySlot *slot, GError **error)
{
  g_autoptr (StileStatement) insert = stile_database_prepare (
      ledger->db,
      "INSERT INTO key_slot (kind, adviser, salt, ops, mem, wrapped)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
      " ON CONFLICT (kind, adviser) DO UPDATE SET salt = excluded.salt, ops = excluded.ops,"
      " mem = excluded.mem, wrapped = excluded.wrapped",
      error);

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_text (insert, 1, slot->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, slot->adviser, -1, SQLITE_STATIC);
  sqlite3_bind_blob (insert, 3, slot->salt, sizeof slot->salt, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 4, slot->ops);
  sqlite3_bind_int64 (insert, 5, slot->mem);
  sqlite3_bind_blob (insert, 6, slot->wrapped, sizeof slot->wrapped, SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, error);
}

/* Fills the rest of a slot whose kind and adviser are set. FALSE where there is none: without
 * @error, because who may know that depends. */
static gboolean
find_slot (StileLedger *ledger, StileKeySlot *slot, GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT salt, ops, mem, wrapped FROM key_slot WHERE kind = ?1 AND adviser = ?2",
      error);

  if (select == NULL)
    return FALSE;
  sqlite3_bind_text (select, 1, slot->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (select, 2, slot->adviser, -1, SQLITE_STATIC);
  if (stile_database_step (ledger->db, select, error) != SQLITE_ROW)
    return FALSE;

  slot->ops = sqlite3_column_int64 (select, 1);
  slot->mem = sqlite3_column_int64 (select, 2);
  return stile_statement_copy_bytes (select, 0, slot->salt, sizeof slot->salt)
         && stile_statement_copy_bytes (select, 3, slot->wrapped, sizeof slot->wrapped);
}

char **
stile_ledger_dup_advisers (StileLedger *ledger, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT adviser FROM key_slot WHERE kind = 'passphrase' ORDER BY slot", error);
  int step = select != NULL ? SQLITE_ROW : SQLITE_ERROR;

  while (step == SQLITE_ROW
         && (step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    g_strv_builder_add (names, (const char *) sqlite3_column_text (select, 0));
  return step == SQLITE_DONE ? g_strv_builder_end (names) : NULL;
}

/* One sentence for every reason a passphrase does not open the book: it tells nobody which adviser
 * has a slot, or how near a guess was. */
static void
say_wrong_passphrase (GError **error)
{
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE,
                       _("That is not the right passphrase."));
}

gboolean
stile_ledger_unlock (StileLedger *ledger, const char *adviser, const char *passphrase,
                     GError **error)
{
  g_autofree char *name = stile_name_normalise (adviser, NULL);
  char *secret = stile_passphrase_normalise (passphrase, NULL);
  StileKeySlot slot = { .kind = "passphrase", .adviser = name };
  g_autoptr (GError) found = NULL;
  StileKeys *keys = NULL;

  if (name != NULL && secret != NULL && find_slot (ledger, &slot, &found))
    keys = stile_keys_open_slot (&slot, secret, strlen (secret), &found);
  stile_secret_free (secret);

  if (keys != NULL)
    {
      stile_ledger_take_keys (ledger, keys, name);
      return TRUE;
    }
  if (found == NULL || g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE))
    say_wrong_passphrase (error);
  else
    g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static StileKeys *
open_recovery_slot (StileLedger *ledger, const char *recovery_key, StileKeySlot *slot,
                    GError **error)
{
  guint8 bytes[STILE_RECOVERY_BYTES];
  g_autoptr (GError) found = NULL;
  StileKeys *keys = NULL;

  if (!stile_recovery_key_decode (recovery_key, bytes))
    {
      g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE,
                           _("That is not quite a recovery key: it has seven groups of four "
                             "letters and numbers. Please check each group."));
      return NULL;
    }
  if (find_slot (ledger, slot, &found))
    keys = stile_keys_open_slot (slot, bytes, sizeof bytes, &found);
  sodium_memzero (bytes, sizeof bytes);

  if (keys != NULL)
    return keys;
  if (found == NULL || g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE))
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE,
                         _("That recovery key belongs to another record book."));
  else
    g_propagate_error (error, g_steal_pointer (&found));
  return NULL;
}

static gboolean
store_slot_alone (StileLedger *ledger, const StileKeySlot *slot, GError **error)
{
  if (!stile_database_begin (ledger->db, error))
    return FALSE;
  if (!stile_slot_store (ledger, slot, error))
    {
      stile_database_rollback (ledger->db);
      return FALSE;
    }
  if (!stile_database_commit (ledger->db, error))
    return FALSE;

  /* The slot it took the place of is still in the log. */
  stile_ledger_empty_log (ledger);
  return TRUE;
}

gboolean
stile_ledger_recover (StileLedger *ledger, const char *recovery_key, const char *adviser,
                      const char *new_passphrase, GError **error)
{
  StileKeySlot recovery = { .kind = "recovery", .adviser = "" };
  g_autoptr (StileKeys) keys = NULL;
  g_autofree char *name = NULL;
  char *secret = NULL;
  gboolean recovered = FALSE;

  if (!stile_ledger_check_writable (ledger, error))
    return FALSE;
  name = stile_name_normalise (adviser, error);
  if (name == NULL)
    return FALSE;
  secret = stile_passphrase_normalise (new_passphrase, error);
  if (secret == NULL)
    return FALSE;

  keys = open_recovery_slot (ledger, recovery_key, &recovery, error);
  if (keys != NULL)
    {
      StileKeySlot slot = {
        .kind = "passphrase", .adviser = name, .ops = recovery.ops, .mem = recovery.mem
      };
      recovered = stile_keys_fill_slot (keys, &slot, secret, strlen (secret), error)
                  && store_slot_alone (ledger, &slot, error);
    }
  stile_secret_free (secret);
  if (recovered)
    stile_ledger_take_keys (ledger, g_steal_pointer (&keys), name);
  return recovered;
}
