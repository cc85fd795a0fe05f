// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <unistd.h>

#include "backup-private.h"
#include "database-copy.h"
#include "figure.h"
#include "frame.h"
#include "migration.h"
#include "restore-private.h"
#include "safe-file.h"
#include "words.h"

/* All is done to a copy beside the book, which takes the book's name at the very end. */

void
stile_restored_free (StileRestored *restored)
{
  if (restored == NULL)
    return;
  g_free (restored->kept_aside);
  g_strfreev (restored->returned);
  g_clear_pointer (&restored->new_recovery_key, stile_secret_free);
  g_clear_pointer (&restored->enclosure, g_bytes_unref);
  g_free (restored);
}

/* ---- The backup ---- */

gboolean
stile_backup_refuse_damaged (const char *backup, GError **error)
{
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
               /* Translators: a file. */
               _("The backup “%s” is damaged, and was not used. The record book is as it was. "
                 "Please try another backup."),
               backup);
  return FALSE;
}

static gboolean
copy_backup (const char *backup, const char *copy, GError **error)
{
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();
  g_autoptr (GError) found = NULL;
  g_autoptr (StileDatabase) db =
      stile_database_open_to_read (backup, g_strv_length (scripts), &found);

  if (db != NULL && stile_database_copy (db, copy, NULL, NULL, &found))
    return TRUE;
  if (g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED))
    return stile_backup_refuse_damaged (backup, error);
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static gboolean
unlock_copy (StileLedger *copy, const StileRestore *restore, StileRestored *restored,
             GError **error)
{
  if (restore->recovery_key != NULL)
    return stile_ledger_recover (copy, restore->recovery_key, restore->adviser,
                                 restore->passphrase, &restored->new_recovery_key, error);
  return stile_ledger_unlock (copy, restore->adviser, restore->passphrase, error)
         && stile_ledger_check_manager (copy, error);
}

static gboolean
is_of_the_backup (const GError *error)
{
  return g_error_matches (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED)
         || g_error_matches (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_QUERY);
}

/* A wrong passphrase is that, and what is damaged is the backup. */
static StileLedger *
open_copy (const char *path, const StileRestore *restore, const char *station,
           StileRestored *restored, GError **error)
{
  g_autoptr (GError) found = NULL;
  StileLedger *copy = stile_ledger_open_spare (path, station, &found);

  if (copy != NULL && unlock_copy (copy, restore, restored, &found))
    return copy;
  g_clear_pointer (&copy, stile_ledger_close);
  if (is_of_the_backup (found))
    stile_backup_refuse_damaged (restore->backup, error);
  else
    g_propagate_error (error, g_steal_pointer (&found));
  return NULL;
}

/* The figure of the backup: not of the copy, which has been unlocked since. */
static char *
verify_copy (StileLedger *copy, const StileRestore *restore, StileRestored *restored,
             GError **error)
{
  g_autoptr (StileLedger) backup = stile_ledger_open_to_read (restore->backup, NULL);
  g_autofree char *figure = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  if (backup != NULL)
    figure = stile_figure_read_from_book (backup, &restored->entries, NULL);
  if (figure != NULL)
    report = stile_ledger_verify_since (copy, figure, NULL);
  if (report != NULL && report->first_break == NULL)
    return g_steal_pointer (&figure);
  stile_backup_refuse_damaged (restore->backup, error);
  return NULL;
}

/* ---- The book in its place ---- */

static gboolean
refuse_to_lose (const StilePlace *place, GError **error)
{
  g_autoptr (GDateTime) since =
      place->newer_since != NULL ? g_date_time_new_from_iso8601 (place->newer_since, NULL) : NULL;
  g_autoptr (GDateTime) local = since != NULL ? g_date_time_to_local (since) : NULL;
  g_autofree char *when =
      local != NULL ? stile_words_dup_moment (local) : g_strdup ("?");

  if (place->is_broken)
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WOULD_LOSE,
                         _("The record book that is there can’t be read whole, so nobody can say "
                           "what is in it and not in the backup."));
  else
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WOULD_LOSE,
                 /* Translators: a moment; of several entries, that of the first. */
                 ngettext ("The record book has %llu entry that the backup lacks, of %s.",
                           "The record book has %llu entries that the backup lacks, since %s.",
                           place->n_newer),
                 (unsigned long long) place->n_newer, when);
  return FALSE;
}

static gboolean
compare (StilePlace *place, StileLedger *copy, const StileRestore *restore,
         StileRestored *restored, GError **error)
{
  stile_place_compare (place, copy->db);
  restored->n_newer = place->n_newer;
  return restore->replace_newer || (place->n_newer == 0 && !place->is_broken)
         || refuse_to_lose (place, error);
}

/* Who was erased since the backup is erased again. */
static gboolean
erase_again (const StilePlace *place, StileLedger *copy, StileRestored *restored, GError **error)
{
  restored->erased_unknown = place->db == NULL || place->is_broken;
  for (guint i = 0; i < place->erased->len; i++)
    {
      const char *case_id = g_ptr_array_index (place->erased, i);
      g_autoptr (GError) found = NULL;

      if (stile_ledger_erase_case (copy, case_id, &found))
        restored->n_erased++;
      else if (!g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED)
               && !g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN))
        {
          g_propagate_error (error, g_steal_pointer (&found));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
list_returned (const StilePlace *place, StileLedger *copy, StileRestored *restored, GError **error)
{
  g_autoptr (GStrvBuilder) returned = g_strv_builder_new ();
  g_auto (GStrv) advisers = stile_ledger_dup_advisers (copy, error);

  if (advisers == NULL)
    return FALSE;
  for (guint i = 0; place->advisers != NULL && advisers[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) place->advisers, advisers[i])
          && !g_str_equal (advisers[i], copy->adviser))
        g_strv_builder_add (returned, advisers[i]);
    }
  restored->returned = g_strv_builder_end (returned);
  return TRUE;
}

/* ---- The whole ---- */

static gboolean
note_restored (StileLedger *copy, const StileRestore *restore, const StileRestored *restored,
               const char *figure, GError **error)
{
  g_autoptr (JsonNode) content = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *file = g_path_get_basename (restore->backup);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", file);
  json_object_set_int_member (object, "entries", restored->entries);
  json_object_set_string_member (object, "figure", figure);
  json_node_take_object (content, object);
  return stile_ledger_append (copy, STILE_LEDGER_BOOK, "restored", content, NULL, error);
}

/* The records are whole without it: they are restored all the same where it does not open. */
static gboolean
take_enclosure_out (StileLedger *copy, StileRestored *restored, GError **error)
{
  return stile_enclosure_read (copy->db, copy->keys, &restored->enclosure,
                               &restored->has_lost_enclosure, error)
         && stile_enclosure_remove (copy->db, error);
}

/* That this computer is another one than in the backup. */
static gboolean
note_frame (StileLedger *copy, GError **error)
{
  return copy->moved_from == NULL
         || (stile_ledger_begin (copy, error)
             && stile_ledger_end (copy, stile_frame_note (copy, error), error));
}

/* What the copy becomes beyond the backup. Rules of its tables that were changed show only now. */
static gboolean
change_copy (const StilePlace *place, StileLedger *copy, const StileRestore *restore,
             StileRestored *restored, const char *figure, GError **error)
{
  g_autoptr (GError) found = NULL;

  if (erase_again (place, copy, restored, &found) && list_returned (place, copy, restored, &found)
      && take_enclosure_out (copy, restored, &found) && note_frame (copy, &found)
      && note_restored (copy, restore, restored, figure, &found)
      /* One file, without a log that would have to be renamed with it. */
      && stile_database_exec (copy->db, "PRAGMA journal_mode = DELETE", &found))
    return TRUE;
  if (is_of_the_backup (found))
    return stile_backup_refuse_damaged (restore->backup, error);
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static gboolean
prepare_copy (StilePlace *place, StileLedger *copy, const StileRestore *restore,
              StileRestored *restored, GError **error)
{
  g_autofree char *figure = verify_copy (copy, restore, restored, error);

  return figure != NULL && stile_place_take (place, error)
         && compare (place, copy, restore, restored, error)
         && change_copy (place, copy, restore, restored, figure, error);
}

/* The keys outlive the file they came from, which is closed and gets another name. */
static StileLedger *
open_in_place (StileLedger *keeper, const char *path, GError **error)
{
  StileLedger *ledger = stile_ledger_open (path, error);

  if (ledger == NULL)
    return NULL;
  stile_ledger_take_keys (ledger, g_steal_pointer (&keeper->keys), keeper->adviser, keeper->role);
  ledger->generation = keeper->generation;
  return ledger;
}

static StileLedger *
restore_beside (StilePlace *place, const char *made, const StileRestore *restore,
                StileRestored *restored, GError **error)
{
  const char *station = restore->station != NULL ? restore->station : place->station;
  g_autoptr (StileLedger) copy = NULL;

  if (!copy_backup (restore->backup, made, error))
    return NULL;
  copy = open_copy (made, restore, station, restored, error);
  if (copy == NULL || !prepare_copy (place, copy, restore, restored, error))
    return NULL;
  /* Its file is done with; its keys are not. */
  g_clear_pointer (&copy->db, stile_database_close);
  if (!stile_file_settle (made, error)
      || !stile_place_replace (place, made, &restored->kept_aside, error))
    return NULL;
  g_clear_pointer (&place->db, stile_database_close);
  return open_in_place (copy, place->path, error);
}

static StileLedger *
restore_held (const StileRestore *restore, const char *book, StileRestored *restored,
              GError **error)
{
  g_auto (StilePlace) place = { NULL };
  g_autofree char *made = g_strconcat (book, ".restoring", NULL);
  StileLedger *ledger;

  stile_file_remove_database (made);
  if (!stile_place_look (&place, book, error))
    return NULL;
  ledger = restore_beside (&place, made, restore, restored, error);
  if (ledger == NULL)
    stile_file_remove_database (made);
  return ledger;
}

StileLedger *
stile_ledger_restore (const StileRestore *restore, StileRestored **restored, GError **error)
{
  g_autofree char *book = g_canonicalize_filename (restore->book, NULL);
  g_autofree char *folder = g_path_get_dirname (book);
  g_autoptr (StileRestored) result = g_new0 (StileRestored, 1);
  StileLedger *ledger;
  int held;

  stile_keys_prepare ();
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      stile_file_fail (folder, error);
      return NULL;
    }
  held = stile_folder_hold (folder, error);
  if (held < 0)
    return NULL;
  ledger = restore_held (restore, book, result, error);
  close (held);
  if (ledger != NULL)
    *restored = g_steal_pointer (&result);
  return ledger;
}
