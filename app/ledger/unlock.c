// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "frame.h"
#include "passphrase.h"
#include "recovery-key.h"
#include "unlock.h"
#include "words.h"

/* Opening a book, by passphrase or recovery key. */

/* One sentence for every reason a passphrase does not open the book: it tells nobody which adviser
 * has a slot, or how near a guess was. */
static void
say_wrong (const char *kind, GError **error)
{
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE,
                       g_str_equal (kind, "recovery")
                           ? _("That recovery key belongs to another record book, or was replaced "
                               "by a newer one.")
                           : _("That is not the right passphrase."));
}

/* The chain has its own key, but in books that were last opened by version 1. */
static gboolean
load_chain_key (StileLedger *ledger, StileKeys *keys, gint64 *generation, GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT generation, wrapped FROM book_key WHERE name = 'chain'", error);
  guint8 wrapped[STILE_WRAPPED_BYTES];
  int step = select != NULL ? stile_database_step (ledger->db, select, error) : SQLITE_ERROR;

  *generation = step == SQLITE_ROW ? sqlite3_column_int64 (select, 0) : 0;
  if (step != SQLITE_ROW
      || (stile_statement_copy_bytes (select, 1, wrapped, sizeof wrapped)
          && stile_keys_open_chain (keys, wrapped)))
    return step != SQLITE_ERROR;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                       _("The part of the record book that shows changes was changed or damaged. "
                         "Please use a backup copy."));
  return FALSE;
}

static StileKeys *
open_slot (StileLedger *ledger, const StileSlot *slot, gconstpointer secret, gsize length,
           gint64 *generation, GError **error)
{
  g_autoptr (StileKeys) keys = NULL;
  g_autoptr (GError) found = NULL;

  keys = stile_keys_open_slot (&slot->keys, secret, length, &found);
  if (keys != NULL && load_chain_key (ledger, keys, generation, error))
    return g_steal_pointer (&keys);
  if (g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE))
    say_wrong (slot->kind, error);
  else if (found != NULL)
    g_propagate_error (error, g_steal_pointer (&found));
  return NULL;
}

gboolean
stile_unlocking_try (StileUnlocking *unlocking, StileLedger *ledger, const char *kind,
                     const char *adviser, gconstpointer secret, gsize length, GError **error)
{
  g_autoptr (GError) found = NULL;

  unlocking->slot = stile_slot_find (ledger, kind, adviser, &found);
  if (found != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  unlocking->counted_as = unlocking->slot != NULL ? adviser : "";
  if (!stile_guard_check (ledger, kind, unlocking->counted_as, error))
    return FALSE;

  unlocking->counted = stile_guard_count_try (ledger, kind, unlocking->counted_as);
  if (unlocking->slot != NULL)
    unlocking->keys =
        open_slot (ledger, unlocking->slot, secret, length, &unlocking->generation, &found);
  else
    say_wrong (kind, &found);
  if (unlocking->keys != NULL)
    return TRUE;

  /* What was not a wrong passphrase (short memory, a damaged book) is nobody's try. */
  if (g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE))
    stile_guard_note_failure (ledger, kind, unlocking->counted_as);
  else
    stile_guard_take_back (ledger, kind, unlocking->counted_as);
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

void
stile_unlocking_clear (StileUnlocking *unlocking)
{
  g_clear_pointer (&unlocking->slot, stile_slot_free);
  g_clear_pointer (&unlocking->keys, stile_keys_free);
}

/* From here on the ledger is unlocked; what is to be written about it waits for a transaction. */
static void
take_unlocking (StileLedger *ledger, StileUnlocking *unlocking, const char *adviser, StileRole role)
{
  stile_ledger_take_keys (ledger, g_steal_pointer (&unlocking->keys), adviser, role);
  ledger->generation = unlocking->generation;
  ledger->owed_by = g_intern_string (unlocking->slot->kind);
}

/* A slot that an older program made gets the shape of today, while its passphrase is here. */
static gboolean
fill_anew (StileLedger *ledger, const StileSlot *slot, const char *secret, StileKeySlot *anew)
{
  *anew = (StileKeySlot){ .kind = slot->kind,
                          .adviser = slot->adviser,
                          .role = slot->role,
                          .ops = slot->keys.ops,
                          .mem = slot->keys.mem };
  return slot->keys.format != STILE_SLOT_FORMAT
         && stile_keys_fill_slot (ledger->keys, anew, secret, strlen (secret), NULL);
}

/* The book is open whether or not this can be written. */
static void
write_unlocking (StileLedger *ledger, const StileSlot *slot, const char *secret)
{
  StileKeySlot anew;

  if (!fill_anew (ledger, slot, secret, &anew))
    {
      if (stile_ledger_begin (ledger, NULL))
        stile_ledger_end (ledger, TRUE, NULL);
    }
  else if (stile_frame_begin (ledger, NULL)
           && stile_frame_end (ledger, stile_slot_store (ledger, &anew, NULL), NULL))
    stile_ledger_empty_log (ledger);
}

gboolean
stile_ledger_unlock (StileLedger *ledger, const char *adviser, const char *passphrase,
                     GError **error)
{
  g_autofree char *name = stile_name_normalise (adviser, NULL);
  char *secret = stile_passphrase_normalise (passphrase, NULL);
  g_auto (StileUnlocking) unlocking = { NULL };
  gboolean unlocked = FALSE;

  if (name == NULL || secret == NULL)
    say_wrong ("passphrase", error);
  else
    unlocked = stile_unlocking_try (&unlocking, ledger, "passphrase", name, secret, strlen (secret),
                                    error);
  if (unlocked)
    {
      take_unlocking (ledger, &unlocking, name, stile_role_from_name (unlocking.slot->role));
      if (unlocking.counted)
        write_unlocking (ledger, unlocking.slot, secret);
    }
  stile_secret_free (secret);
  return unlocked;
}

/* ---- The recovery key ---- */

static gboolean
decode_recovery_key (const char *typed, guint8 bytes[STILE_RECOVERY_BYTES], GError **error)
{
  char *groups = stile_recovery_key_from_words (typed);
  gboolean decoded = stile_recovery_key_decode (groups != NULL ? groups : typed, bytes);

  stile_secret_free (groups);
  if (!decoded)
    g_set_error_literal (
        error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE,
        _("That is not quite a recovery key: it has twelve words, or seven groups "
          "of four letters and numbers. Please check each of them."));
  return decoded;
}

gboolean
stile_recovery_slot_fill (StileKeys *keys, StileKeySlot *slot, char **recovery_key, GError **error)
{
  guint8 bytes[STILE_RECOVERY_BYTES];
  gboolean filled;

  randombytes_buf (bytes, sizeof bytes);
  slot->kind = "recovery";
  slot->adviser = slot->role = "";
  filled = stile_keys_fill_slot (keys, slot, bytes, sizeof bytes, error);
  if (filled)
    *recovery_key = stile_recovery_key_encode (bytes);
  sodium_memzero (bytes, sizeof bytes);
  return filled;
}

gboolean
stile_ledger_test_recovery_key (StileLedger *ledger, const char *typed, GError **error)
{
  g_autoptr (StileSlot) slot = NULL;
  g_autoptr (StileKeys) keys = NULL;
  guint8 bytes[STILE_RECOVERY_BYTES];
  gint64 generation;

  if (!decode_recovery_key (typed, bytes, error))
    return FALSE;
  slot = stile_slot_find (ledger, "recovery", "", NULL);
  if (slot != NULL)
    keys = open_slot (ledger, slot, bytes, sizeof bytes, &generation, error);
  else
    say_wrong ("recovery", error);
  sodium_memzero (bytes, sizeof bytes);
  return keys != NULL;
}

/* What a recovery puts in place. */
typedef struct
{
  StileKeySlot slot;
  StileKeySlot recovery; /* format 0: stays as it is */
  char *recovery_key;
} Recovery;

static void
recovery_clear (Recovery *recovery)
{
  g_clear_pointer (&recovery->recovery_key, stile_secret_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recovery, recovery_clear)

static gboolean
write_recovery (StileLedger *ledger, const Recovery *recovery, GError **error)
{
  const char *adviser = recovery->slot.adviser;
  g_autoptr (StileSlot) old = stile_slot_find (ledger, "passphrase", adviser, NULL);

  return stile_slot_store (ledger, &recovery->slot, error)
         && (old != NULL
                 ? stile_ledger_note (ledger, "passphrase-changed", error, "adviser", adviser, NULL)
                 : stile_ledger_note (ledger, "adviser-added", error, "adviser", adviser, "role",
                                      recovery->slot.role, NULL))
         && (recovery->recovery_key == NULL
             || (stile_slot_store (ledger, &recovery->recovery, error)
                 && stile_ledger_note (ledger, "recovery-key-changed", error, NULL)));
}

static gboolean
recover_with (StileLedger *ledger, StileUnlocking *unlocking, const char *name, const char *secret,
              char **new_recovery_key, GError **error)
{
  const StileKeySlot *opened = &unlocking->slot->keys;
  g_auto (Recovery) recovery = { .recovery = { .ops = opened->ops, .mem = opened->mem } };
  gboolean written;

  recovery.slot = (StileKeySlot){ .kind = "passphrase",
                                  .adviser = name,
                                  .role = stile_role_name (STILE_ROLE_MANAGER),
                                  .ops = opened->ops,
                                  .mem = opened->mem };
  if (!stile_keys_fill_slot (unlocking->keys, &recovery.slot, secret, strlen (secret), error)
      || (new_recovery_key != NULL
          && !stile_recovery_slot_fill (unlocking->keys, &recovery.recovery, &recovery.recovery_key,
                                        error)))
    return FALSE;

  take_unlocking (ledger, unlocking, name, STILE_ROLE_MANAGER);
  written = stile_frame_begin (ledger, error);
  if (written)
    written = stile_frame_end (ledger, write_recovery (ledger, &recovery, error), error);
  if (!written)
    {
      stile_ledger_lock (ledger);
      return FALSE;
    }
  /* The slots that were replaced are still in the log. */
  stile_ledger_empty_log (ledger);
  if (new_recovery_key != NULL)
    *new_recovery_key = g_steal_pointer (&recovery.recovery_key);
  return TRUE;
}

gboolean
stile_ledger_recover (StileLedger *ledger, const char *recovery_key, const char *adviser,
                      const char *new_passphrase, char **new_recovery_key, GError **error)
{
  g_auto (StileUnlocking) unlocking = { NULL };
  guint8 bytes[STILE_RECOVERY_BYTES] = { 0 };
  g_autofree char *name = NULL;
  char *secret = NULL;
  gboolean recovered;

  if (!stile_ledger_check_writable (ledger, error))
    return FALSE;
  name = stile_name_normalise (adviser, error);
  if (name == NULL)
    return FALSE;
  secret = stile_passphrase_normalise (new_passphrase, error);
  if (secret == NULL)
    return FALSE;

  recovered =
      decode_recovery_key (recovery_key, bytes, error)
      && stile_unlocking_try (&unlocking, ledger, "recovery", "", bytes, sizeof bytes, error)
      && recover_with (ledger, &unlocking, name, secret, new_recovery_key, error);
  sodium_memzero (bytes, sizeof bytes);
  stile_secret_free (secret);
  return recovered;
}
