// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "slot.h"

#include "words.h"

/* The slots of a book, as they lie in the file. */

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

void
stile_slot_free (StileSlot *slot)
{
  g_free (slot->kind);
  g_free (slot->adviser);
  g_free (slot->role);
  g_free (slot);
}

const char *
stile_role_name (StileRole role)
{
  return role == STILE_ROLE_MANAGER ? "manager" : "adviser";
}

StileRole
stile_role_from_name (const char *name)
{
  return g_strcmp0 (name, "manager") == 0 ? STILE_ROLE_MANAGER : STILE_ROLE_ADVISER;
}

static void
bind_bytes (StileStatement *statement, int place, const guint8 *bytes, gsize length)
{
  sqlite3_bind_blob (statement, place, bytes, length, SQLITE_STATIC);
}

gboolean
stile_slot_store (StileLedger *ledger, const StileKeySlot *slot, GError **error)
{
  g_autoptr (StileStatement) insert = stile_database_prepare (
      ledger->db,
      "INSERT INTO key_slot (kind, adviser, role, format, salt, ops, mem, wrapped, public, sealing,"
      " sender, master) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
      " ON CONFLICT (kind, adviser) DO UPDATE SET role = excluded.role, format = excluded.format,"
      " salt = excluded.salt, ops = excluded.ops, mem = excluded.mem, wrapped = excluded.wrapped,"
      " public = excluded.public, sealing = excluded.sealing, sender = excluded.sender,"
      " master = excluded.master",
      error);

  if (insert == NULL)
    return FALSE;
  g_assert (slot->format == STILE_SLOT_FORMAT);
  sqlite3_bind_text (insert, 1, slot->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, slot->adviser, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, slot->role, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 4, slot->format);
  bind_bytes (insert, 5, slot->salt, sizeof slot->salt);
  sqlite3_bind_int64 (insert, 6, slot->ops);
  sqlite3_bind_int64 (insert, 7, slot->mem);
  bind_bytes (insert, 8, slot->wrapped, slot->wrapped_length);
  bind_bytes (insert, 9, slot->public, sizeof slot->public);
  bind_bytes (insert, 10, slot->sealing, sizeof slot->sealing);
  bind_bytes (insert, 11, slot->sender, sizeof slot->sender);
  bind_bytes (insert, 12, slot->master, sizeof slot->master);
  return stile_database_run (ledger->db, insert, error);
}

#define SLOT_COLUMNS                                                                               \
  "kind, adviser, role, format, salt, ops, mem, wrapped, public, sealing, sender, master"

static gboolean
copy_wrapped (StileStatement *row, StileKeySlot *keys)
{
  keys->wrapped_length =
      keys->format == STILE_SLOT_FORMAT ? STILE_WRAPPED_PAIR_BYTES : STILE_WRAPPED_BYTES;
  return stile_statement_copy_bytes (row, 4, keys->salt, sizeof keys->salt)
         && stile_statement_copy_bytes (row, 7, keys->wrapped, keys->wrapped_length)
         && (keys->format != STILE_SLOT_FORMAT
             || (stile_statement_copy_bytes (row, 8, keys->public, sizeof keys->public)
                 && stile_statement_copy_bytes (row, 9, keys->sealing, sizeof keys->sealing)
                 && stile_statement_copy_bytes (row, 10, keys->sender, sizeof keys->sender)
                 && stile_statement_copy_bytes (row, 11, keys->master, sizeof keys->master)));
}

static StileSlot *
read_slot (StileStatement *row, GError **error)
{
  g_autoptr (StileSlot) slot = g_new0 (StileSlot, 1);

  slot->kind = stile_statement_dup_text (row, 0);
  slot->adviser = stile_statement_dup_text (row, 1);
  slot->role = stile_statement_dup_text (row, 2);
  slot->keys = (StileKeySlot){ .kind = slot->kind,
                               .adviser = slot->adviser,
                               .role = slot->role,
                               .format = sqlite3_column_int64 (row, 3),
                               .ops = sqlite3_column_int64 (row, 5),
                               .mem = sqlite3_column_int64 (row, 6) };
  if (slot->kind != NULL && slot->adviser != NULL && slot->role != NULL
      && copy_wrapped (row, &slot->keys))
    return g_steal_pointer (&slot);
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                       _("The part of the record book that checks passphrases was changed or "
                         "damaged. Please use a backup copy."));
  return NULL;
}

StileSlot *
stile_slot_find (StileLedger *ledger, const char *kind, const char *adviser, GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT " SLOT_COLUMNS " FROM key_slot WHERE kind = ?1 AND adviser = ?2", error);

  if (select == NULL)
    return NULL;
  sqlite3_bind_text (select, 1, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (select, 2, adviser, -1, SQLITE_STATIC);
  if (stile_database_step (ledger->db, select, error) != SQLITE_ROW)
    return NULL;
  return read_slot (select, error);
}

void
stile_slot_say_unknown (const char *adviser, GError **error)
{
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN,
               /* Translators: a name. */
               _("There is no adviser “%s” in this record book."), adviser);
}

StileSlot *
stile_slot_get_adviser (StileLedger *ledger, const char *adviser, GError **error)
{
  g_autoptr (GError) found = NULL;
  StileSlot *slot = stile_slot_find (ledger, "passphrase", adviser, &found);

  if (found != NULL)
    g_propagate_error (error, g_steal_pointer (&found));
  else if (slot == NULL)
    stile_slot_say_unknown (adviser, error);
  return slot;
}

gboolean
stile_slot_check_own (StileLedger *ledger, GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT 1 FROM main.key_slot WHERE kind = 'passphrase' AND adviser = ?1", error);
  int step = SQLITE_ERROR;

  if (select != NULL)
    {
      sqlite3_bind_text (select, 1, ledger->adviser, -1, SQLITE_STATIC);
      step = stile_database_step (ledger->db, select, error);
    }
  if (step == SQLITE_DONE)
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED,
                 _("There is no adviser “%s” in this record book."), ledger->adviser);
  return step == SQLITE_ROW;
}

gboolean
stile_slot_seal_again (StileLedger *ledger, StileKeys *new_keys, StileSlot *slot, const char *role,
                       GError **error)
{
  if (slot->keys.format != STILE_SLOT_FORMAT)
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NOT_YET,
                 /* Translators: an adviser. */
                 _("“%s” has not opened the record book since this program was updated. They have "
                   "to do so once before this can be done, or be removed."),
                 slot->adviser);
  else if (!stile_keys_seal_again (ledger->keys, new_keys, &slot->keys, role))
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                 /* Translators: a name. */
                 _("What the record book holds about the adviser “%s” was changed or damaged. "
                   "Please remove them and add them again."),
                 slot->adviser);
  else
    return stile_slot_store (ledger, &slot->keys, error);
  return FALSE;
}

GPtrArray *
stile_slot_list (StileLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_slot_free);
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT " SLOT_COLUMNS " FROM key_slot ORDER BY kind, slot", error);
  int step = select != NULL ? SQLITE_ROW : SQLITE_ERROR;

  while (step == SQLITE_ROW
         && (step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    {
      StileSlot *slot = read_slot (select, error);
      if (slot == NULL)
        return NULL;
      g_ptr_array_add (slots, slot);
    }
  return step == SQLITE_DONE ? g_steal_pointer (&slots) : NULL;
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
