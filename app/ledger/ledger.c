// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "backup.h"
#include "frame.h"
#include "migration.h"
#include "passphrase.h"
#include "safe-file.h"
#include "unlock.h"
#include "words.h"

G_DEFINE_QUARK (stile - ledger - error - quark, stile_ledger_error)

static gboolean
load_station (StileLedger *ledger, GError **error)
{
  g_autoptr (StileStatement) select =
      stile_database_prepare (ledger->db, "SELECT id, name FROM station WHERE here = 1", error);
  int step = select != NULL ? stile_database_step (ledger->db, select, error) : SQLITE_ERROR;

  if (step == SQLITE_DONE)
    g_set_error (
        error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
        /* Translators: a file. */
        _("The record book “%s” was never finished, so it holds nothing. Please remove the "
          "file and start a new one."),
        ledger->db->path);
  if (step != SQLITE_ROW)
    return FALSE;
  ledger->station_id = stile_statement_dup_text (select, 0);
  ledger->station = stile_statement_dup_text (select, 1);
  return TRUE;
}

static StileLedger *
new_with_database (StileDatabase *db)
{
  StileLedger *ledger = g_new0 (StileLedger, 1);

  ledger->db = db;
  ledger->open_rows = g_ptr_array_new ();
  ledger->clock = &stile_clock_of_system;
  return ledger;
}

static StileLedger *
open_file (const char *path, gboolean is_spare, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();
  g_autoptr (StileLedger) ledger = NULL;
  StileDatabase *db;

  stile_keys_prepare ();
  db = stile_database_open (absolute, g_strv_length (scripts), error);
  if (db == NULL)
    return NULL;
  db->is_spare = is_spare;
  ledger = new_with_database (db);
  if (!stile_migration_run (db, (const char *const *) scripts, error)
      || !load_station (ledger, error) || !stile_ledger_add_functions (ledger, error))
    return NULL;
  return g_steal_pointer (&ledger);
}

StileLedger *
stile_ledger_open (const char *path, GError **error)
{
  return open_file (path, FALSE, error);
}

StileLedger *
stile_ledger_open_to_read (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();
  g_autoptr (StileLedger) ledger = NULL;
  StileDatabase *db;

  stile_keys_prepare ();
  db = stile_database_open_to_read (absolute, g_strv_length (scripts), error);
  if (db == NULL)
    return NULL;
  ledger = new_with_database (db);
  if (!load_station (ledger, error) || !stile_ledger_add_functions (ledger, error))
    return NULL;
  return g_steal_pointer (&ledger);
}

StileLedger *
stile_ledger_duplicate (StileLedger *ledger, GError **error)
{
  StileLedger *duplicate;

  if (!stile_ledger_check_unlocked (ledger, error))
    return NULL;
  duplicate = stile_ledger_open (ledger->db->path, error);
  if (duplicate == NULL)
    return NULL;
  stile_ledger_take_keys (duplicate, stile_keys_copy (ledger->keys), ledger->adviser, ledger->role);
  duplicate->generation = ledger->generation;
  return duplicate;
}

static gboolean
insert_station (StileLedger *ledger, const char *name, GError **error)
{
  g_autofree char *id = stile_ledger_new_id ();
  g_autoptr (StileStatement) insert = stile_database_prepare (
      ledger->db, "INSERT INTO station (id, name, here) VALUES (?1, ?2, 1)", error);

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_text (insert, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, name, -1, SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, error);
}

/* As a new station, whose numbers nobody has given yet. */
static gboolean
move_in (StileLedger *ledger, const char *station, GError **error)
{
  g_autofree char *name = stile_name_normalise (station != NULL ? station : ledger->station, error);

  if (name == NULL || !stile_database_begin (ledger->db, error))
    return FALSE;
  if (!stile_database_exec (ledger->db, "UPDATE station SET here = 0", error)
      || !insert_station (ledger, name, error) || !stile_ledger_drop_summaries (ledger, error))
    {
      stile_database_rollback (ledger->db);
      return FALSE;
    }
  ledger->moved_from = g_steal_pointer (&ledger->station_id);
  g_clear_pointer (&ledger->station, g_free);
  return stile_database_commit (ledger->db, error) && load_station (ledger, error);
}

StileLedger *
stile_ledger_open_spare (const char *path, const char *station, GError **error)
{
  g_autoptr (StileLedger) ledger = open_file (path, TRUE, error);

  return ledger != NULL && move_in (ledger, station, error) ? g_steal_pointer (&ledger) : NULL;
}

/* What has to be made before there is a file: deriving keys takes a second or two, and a program
 * that ends in that time must leave nothing behind. */
typedef struct
{
  StileKeys *keys;
  char *station;
  char *adviser;
  char *recovery_key;
  StileKeySlot passphrase_slot;
  StileKeySlot recovery_slot;
} Beginning;

static void
beginning_clear (Beginning *beginning)
{
  g_clear_pointer (&beginning->keys, stile_keys_free);
  g_clear_pointer (&beginning->station, g_free);
  g_clear_pointer (&beginning->adviser, g_free);
  g_clear_pointer (&beginning->recovery_key, stile_secret_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beginning, beginning_clear)

static gboolean
fill_passphrase_slot (Beginning *beginning, const char *passphrase, GError **error)
{
  char *secret = stile_passphrase_normalise (passphrase, error);
  gboolean filled = secret != NULL
                    && stile_keys_fill_slot (beginning->keys, &beginning->passphrase_slot, secret,
                                             strlen (secret), error);

  stile_secret_free (secret);
  return filled;
}

static gboolean
beginning_prepare (Beginning *beginning, const char *station, const char *adviser,
                   const char *passphrase, StileKeyCost cost, GError **error)
{
  guint64 ops, mem;

  beginning->station = stile_name_normalise (station, error);
  if (beginning->station == NULL)
    return FALSE;
  beginning->adviser = stile_name_normalise (adviser, error);
  if (beginning->adviser == NULL)
    return FALSE;

  stile_key_cost_get_limits (cost, &ops, &mem);
  beginning->passphrase_slot = (StileKeySlot){ .kind = "passphrase",
                                               .adviser = beginning->adviser,
                                               .role = stile_role_name (STILE_ROLE_MANAGER),
                                               .ops = ops,
                                               .mem = mem };
  beginning->recovery_slot = (StileKeySlot){ .ops = ops, .mem = mem };
  beginning->keys = stile_keys_new ();
  return fill_passphrase_slot (beginning, passphrase, error)
         && stile_recovery_slot_fill (beginning->keys, &beginning->recovery_slot,
                                      &beginning->recovery_key, error);
}

static gboolean
write_beginning (StileLedger *ledger, const Beginning *beginning, GError **error)
{
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();

  if (!stile_migration_run (ledger->db, (const char *const *) scripts, error)
      || !stile_database_begin (ledger->db, error))
    return FALSE;
  stile_ledger_take_keys (ledger, stile_keys_copy (beginning->keys), beginning->adviser,
                          STILE_ROLE_MANAGER);
  if (!insert_station (ledger, beginning->station, error) || !load_station (ledger, error)
      || !stile_chain_key_store (ledger, beginning->keys, 1, error)
      || !stile_slot_store (ledger, &beginning->passphrase_slot, error)
      || !stile_slot_store (ledger, &beginning->recovery_slot, error)
      || !stile_frame_note (ledger, error))
    {
      stile_database_rollback (ledger->db);
      return FALSE;
    }
  return stile_database_commit (ledger->db, error);
}

/* Under another name until it is whole, so that there is never half a book. */
static gboolean
make_file (const char *path, const Beginning *beginning, GError **error)
{
  g_autofree char *half_made = g_strconcat (path, ".making", NULL);
  g_autofree char *old_log = g_strconcat (path, ".deleted", NULL);
  StileLedger *ledger;
  StileDatabase *db;
  gboolean made;

  stile_file_remove_database (half_made);
  db = stile_database_create (half_made, error);
  if (db == NULL)
    return FALSE;
  ledger = new_with_database (db);
  made = write_beginning (ledger, beginning, error);
  stile_ledger_close (ledger);
  /* Of a book that somebody deleted without the log beside it. */
  made = made && stile_file_put_logs_aside (path, old_log, error)
         && stile_file_rename (half_made, path, FALSE, error);
  if (!made)
    stile_file_remove_database (half_made);
  return made;
}

static StileLedger *
make_book (const char *path, const Beginning *beginning, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  StileLedger *ledger = NULL;
  int held;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      stile_file_fail (folder, error);
      return NULL;
    }
  held = stile_folder_hold (folder, error);
  if (held < 0)
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    stile_database_refuse_to_replace (path, error);
  else if (make_file (path, beginning, error))
    {
      ledger = stile_ledger_open (path, error);
      /* Nobody would know its recovery key. */
      if (ledger == NULL)
        stile_file_remove_database (path);
    }
  close (held);
  return ledger;
}

StileLedger *
stile_ledger_create (const char *path, const char *station, const char *adviser,
                     const char *passphrase, StileKeyCost cost, char **recovery_key, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_auto (Beginning) beginning = { 0 };
  StileLedger *ledger;

  stile_keys_prepare ();
  if (g_file_test (absolute, G_FILE_TEST_EXISTS))
    {
      /* Said before the wait; make_book() makes sure of it. */
      stile_database_refuse_to_replace (absolute, error);
      return NULL;
    }
  if (!beginning_prepare (&beginning, station, adviser, passphrase, cost, error))
    return NULL;
  ledger = make_book (absolute, &beginning, error);
  if (ledger == NULL)
    return NULL;

  stile_ledger_take_keys (ledger, g_steal_pointer (&beginning.keys), beginning.adviser,
                          STILE_ROLE_MANAGER);
  ledger->generation = 1;
  *recovery_key = g_steal_pointer (&beginning.recovery_key);
  return ledger;
}

void
stile_ledger_close (StileLedger *ledger)
{
  if (ledger == NULL)
    return;
  stile_ledger_lock (ledger);
  g_ptr_array_unref (ledger->open_rows);
  stile_database_close (ledger->db);
  g_free (ledger->station_id);
  g_free (ledger->station);
  g_clear_pointer (&ledger->enclosure, g_bytes_unref);
  g_free (ledger->moved_from);
  g_free (ledger);
}

const char *
stile_ledger_get_path (StileLedger *ledger)
{
  return ledger->db->path;
}

const char *
stile_ledger_get_station (StileLedger *ledger)
{
  return ledger->station;
}

gboolean
stile_ledger_is_read_only (StileLedger *ledger)
{
  return ledger->db->read_only;
}

void
stile_ledger_take_keys (StileLedger *ledger, StileKeys *keys, const char *adviser, StileRole role)
{
  stile_ledger_lock (ledger);
  ledger->keys = keys;
  ledger->adviser = g_strdup (adviser);
  ledger->role = role;
}

void
stile_ledger_lock (StileLedger *ledger)
{
  stile_ledger_end_rows (ledger);
  g_clear_pointer (&ledger->keys, stile_keys_free);
  g_clear_pointer (&ledger->adviser, g_free);
  ledger->owed_by = NULL;
}

void
stile_ledger_lend (StileLedger *ledger)
{
  g_return_if_fail (ledger->lent_by == NULL);

  ledger->lent_by = g_thread_self ();
}

void
stile_ledger_take_back (StileLedger *ledger)
{
  ledger->lent_by = NULL;
}

gboolean
stile_ledger_is_lent (StileLedger *ledger)
{
  return ledger->lent_by == g_thread_self ();
}

gboolean
stile_ledger_is_unlocked (StileLedger *ledger)
{
  return !stile_ledger_is_lent (ledger) && ledger->keys != NULL;
}

const char *
stile_ledger_get_adviser (StileLedger *ledger)
{
  return ledger->adviser;
}

gboolean
stile_ledger_check_unlocked (StileLedger *ledger, GError **error)
{
  if (stile_ledger_is_unlocked (ledger))
    return TRUE;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED,
                       _("The record book is locked. Please type your passphrase to open it."));
  return FALSE;
}

gboolean
stile_ledger_check_writable (StileLedger *ledger, GError **error)
{
  return stile_ledger_check_database_writable (ledger->db, error);
}

gboolean
stile_ledger_check_database_writable (StileDatabase *db, GError **error)
{
  if (!db->read_only)
    return TRUE;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY,
                       _("The record book can be read but not written to here, so nothing can be "
                         "saved in it."));
  return FALSE;
}

char *
stile_ledger_new_id (void)
{
  guint8 bytes[16];
  guint64 milliseconds = g_get_real_time () / 1000;
  GString *id = g_string_sized_new (36);

  stile_keys_prepare ();
  randombytes_buf (bytes, sizeof bytes);
  for (guint i = 0; i < 6; i++)
    bytes[i] = milliseconds >> (40 - 8 * i);
  bytes[6] = (bytes[6] & 0x0f) | 0x70; /* RFC 9562: version 7, */
  bytes[8] = (bytes[8] & 0x3f) | 0x80; /* variant 2 */

  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", bytes[i]);
  return g_string_free (id, FALSE);
}
