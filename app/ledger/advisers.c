// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"

#include <string.h>

#include "frame.h"
#include "passphrase.h"
#include "unlock.h"
#include "words.h"

void
stile_adviser_free (StileAdviser *adviser)
{
  if (adviser == NULL)
    return;
  g_free (adviser->name);
  g_free (adviser);
}

GPtrArray *
stile_ledger_list_advisers (StileLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) slots = stile_slot_list (ledger, error);
  g_autoptr (GPtrArray) advisers = NULL;

  if (slots == NULL)
    return NULL;
  advisers = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_adviser_free);
  for (guint i = 0; i < slots->len; i++)
    {
      StileSlot *slot = g_ptr_array_index (slots, i);
      StileAdviser *adviser;

      if (!g_str_equal (slot->kind, "passphrase"))
        continue;
      adviser = g_new0 (StileAdviser, 1);
      adviser->name = g_strdup (slot->adviser);
      adviser->role = stile_role_from_name (slot->role);
      adviser->changed = ledger->keys != NULL && slot->keys.format == STILE_SLOT_FORMAT
                         && !stile_keys_check_slot (ledger->keys, &slot->keys);
      g_ptr_array_add (advisers, adviser);
    }
  return g_steal_pointer (&advisers);
}

StileRole
stile_ledger_get_role (StileLedger *ledger)
{
  return ledger->keys != NULL ? ledger->role : STILE_ROLE_ADVISER;
}

/* Another program may have given them another role, or none, since they unlocked the book. What was
 * changed past any program counts for nothing. */
static gboolean
refresh_role (StileLedger *ledger, GError **error)
{
  g_autoptr (StileSlot) own = NULL;

  if (!stile_ledger_check_generation (ledger, error) || !stile_slot_check_own (ledger, error))
    return FALSE;
  own = stile_slot_get_adviser (ledger, ledger->adviser, error);
  if (own == NULL)
    return FALSE;
  ledger->role = stile_role_from_name (own->role);
  if (own->keys.format == STILE_SLOT_FORMAT && !stile_keys_check_slot (ledger->keys, &own->keys))
    ledger->role = STILE_ROLE_ADVISER;
  return TRUE;
}

gboolean
stile_ledger_check_manager (StileLedger *ledger, GError **error)
{
  if (!stile_ledger_check_unlocked (ledger, error) || !refresh_role (ledger, error))
    return FALSE;
  if (ledger->role == STILE_ROLE_MANAGER)
    return TRUE;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE,
                       _("Only a centre manager can do this."));
  return FALSE;
}

/* As hard to guess as the slot of the one who makes it. */
static gboolean
copy_limits (StileLedger *ledger, StileKeySlot *slot, GError **error)
{
  g_autoptr (StileSlot) own = stile_slot_get_adviser (ledger, ledger->adviser, error);

  if (own == NULL)
    return FALSE;
  slot->ops = own->keys.ops;
  slot->mem = own->keys.mem;
  return TRUE;
}

static gboolean
fill_from_passphrase (StileLedger *ledger, StileKeySlot *slot, const char *passphrase,
                      GError **error)
{
  char *secret = stile_passphrase_normalise (passphrase, error);
  gboolean filled =
      secret != NULL && stile_keys_fill_slot (ledger->keys, slot, secret, strlen (secret), error);

  stile_secret_free (secret);
  return filled;
}

static gboolean
refuse_taken_name (StileLedger *ledger, const char *name, GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autoptr (StileSlot) slot = stile_slot_find (ledger, "passphrase", name, &found);

  if (slot != NULL)
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS,
                 /* Translators: a name. */
                 _("“%s” is an adviser of this record book already."), name);
  else if (found != NULL)
    g_propagate_error (error, g_steal_pointer (&found));
  else
    return TRUE;
  return FALSE;
}

gboolean
stile_ledger_add_adviser (StileLedger *ledger, const char *name, const char *passphrase,
                          StileRole role, GError **error)
{
  g_autofree char *normal = NULL;
  StileKeySlot slot = { .kind = "passphrase", .role = stile_role_name (role) };

  if (!stile_ledger_check_manager (ledger, error) || !stile_ledger_check_writable (ledger, error))
    return FALSE;
  normal = stile_name_normalise (name, error);
  slot.adviser = normal;
  if (normal == NULL || !refuse_taken_name (ledger, normal, error)
      || !copy_limits (ledger, &slot, error)
      || !fill_from_passphrase (ledger, &slot, passphrase, error)
      || !stile_frame_begin (ledger, error))
    return FALSE;
  return stile_frame_end (ledger,
                          refuse_taken_name (ledger, normal, error)
                              && stile_slot_store (ledger, &slot, error)
                              && stile_ledger_note (ledger, "adviser-added", error, "adviser",
                                                    normal, "role", slot.role, NULL),
                          error);
}

/* FALSE with ROLE where nobody but @name is a manager. */
static gboolean
check_another_manager (StileLedger *ledger, const char *name, GError **error)
{
  g_autoptr (GPtrArray) advisers = stile_ledger_list_advisers (ledger, error);

  if (advisers == NULL)
    return FALSE;
  for (guint i = 0; i < advisers->len; i++)
    {
      const StileAdviser *adviser = g_ptr_array_index (advisers, i);

      if (adviser->role == STILE_ROLE_MANAGER && !adviser->changed
          && !g_str_equal (adviser->name, name))
        return TRUE;
    }
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE,
               /* Translators: a name. */
               _("“%s” is the only centre manager. Please make somebody else a manager first."),
               name);
  return FALSE;
}

static gboolean
delete_slot (StileLedger *ledger, const char *name, GError **error)
{
  g_autoptr (StileStatement) statement = stile_database_prepare (
      ledger->db, "DELETE FROM key_slot WHERE kind = 'passphrase' AND adviser = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  return stile_database_run (ledger->db, statement, error);
}

static gboolean
remove_inside (StileLedger *ledger, const char *name, GError **error)
{
  g_autoptr (StileSlot) slot = stile_slot_get_adviser (ledger, name, error);

  return slot != NULL
         && (stile_role_from_name (slot->role) != STILE_ROLE_MANAGER
             || check_another_manager (ledger, name, error))
         && delete_slot (ledger, name, error)
         && stile_ledger_note (ledger, "adviser-removed", error, "adviser", name, NULL);
}

gboolean
stile_ledger_remove_adviser (StileLedger *ledger, const char *name, GError **error)
{
  g_autofree char *normal = NULL;

  if (!stile_ledger_check_manager (ledger, error))
    return FALSE;
  normal = stile_name_normalise (name, error);
  if (normal == NULL || !stile_frame_begin (ledger, error)
      || !stile_frame_end (ledger, remove_inside (ledger, normal, error), error))
    return FALSE;

  stile_ledger_empty_log (ledger);
  if (g_str_equal (normal, ledger->adviser))
    stile_ledger_lock (ledger);
  return TRUE;
}

static gboolean
set_role_inside (StileLedger *ledger, const char *name, StileRole role, GError **error)
{
  g_autoptr (StileSlot) slot = stile_slot_get_adviser (ledger, name, error);

  return slot != NULL && (role == STILE_ROLE_MANAGER || check_another_manager (ledger, name, error))
         && stile_slot_seal_again (ledger, ledger->keys, slot, stile_role_name (role), error)
         && stile_ledger_note (ledger, "role-changed", error, "adviser", name, "role",
                               stile_role_name (role), NULL);
}

gboolean
stile_ledger_set_role (StileLedger *ledger, const char *name, StileRole role, GError **error)
{
  g_autofree char *normal = NULL;

  if (!stile_ledger_check_manager (ledger, error))
    return FALSE;
  normal = stile_name_normalise (name, error);
  if (normal == NULL || !stile_frame_begin (ledger, error)
      || !stile_frame_end (ledger, set_role_inside (ledger, normal, role, error), error))
    return FALSE;
  stile_ledger_empty_log (ledger);
  return TRUE;
}

static gboolean
try_own (StileUnlocking *unlocking, StileLedger *ledger, const char *passphrase, GError **error)
{
  char *secret = stile_passphrase_normalise (passphrase, error);
  gboolean right = secret != NULL
                   && stile_unlocking_try (unlocking, ledger, "passphrase", ledger->adviser, secret,
                                           strlen (secret), error);

  stile_secret_free (secret);
  return right;
}

static gboolean
change_inside (StileLedger *ledger, const StileKeySlot *slot, GError **error)
{
  /* Somebody may have removed them since. */
  g_autoptr (StileSlot) now = stile_slot_get_adviser (ledger, slot->adviser, error);

  return now != NULL && stile_guard_settle (ledger, "passphrase", slot->adviser, error)
         && stile_slot_store (ledger, slot, error)
         && stile_ledger_note (ledger, "passphrase-changed", error, "adviser", slot->adviser, NULL);
}

gboolean
stile_ledger_change_passphrase (StileLedger *ledger, const char *old_passphrase,
                                const char *new_passphrase, GError **error)
{
  g_auto (StileUnlocking) unlocking = { NULL };
  StileKeySlot slot = { .kind = "passphrase" };

  if (!stile_ledger_check_unlocked (ledger, error) || !stile_ledger_check_writable (ledger, error)
      || !try_own (&unlocking, ledger, old_passphrase, error))
    return FALSE;
  slot.adviser = unlocking.slot->adviser;
  slot.role = unlocking.slot->role;
  slot.ops = unlocking.slot->keys.ops;
  slot.mem = unlocking.slot->keys.mem;
  if (!fill_from_passphrase (ledger, &slot, new_passphrase, error)
      || !stile_frame_begin (ledger, error)
      || !stile_frame_end (ledger, change_inside (ledger, &slot, error), error))
    return FALSE;
  stile_ledger_empty_log (ledger);
  return TRUE;
}

gboolean
stile_ledger_replace_recovery_key (StileLedger *ledger, char **recovery_key, GError **error)
{
  StileKeySlot slot = { 0 };
  char *made = NULL;

  if (!stile_ledger_check_manager (ledger, error) || !copy_limits (ledger, &slot, error)
      || !stile_recovery_slot_fill (ledger->keys, &slot, &made, error))
    return FALSE;
  if (!stile_frame_begin (ledger, error)
      || !stile_frame_end (ledger,
                           stile_slot_store (ledger, &slot, error)
                               && stile_ledger_note (ledger, "recovery-key-changed", error, NULL),
                           error))
    {
      stile_secret_free (made);
      return FALSE;
    }
  stile_ledger_empty_log (ledger);
  *recovery_key = made;
  return TRUE;
}
