// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup.h"

#include <sys/stat.h>
#include <unistd.h>

#include "backup-private.h"
#include "database-copy.h"
#include "figure.h"
#include "safe-file.h"
#include "words.h"

/* How many steps SQLite takes before it asks whether to go on: some thousandths of a second. */
#define STEPS_AT_A_TIME 100000

void
stile_backup_free (StileBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup->figure);
  g_free (backup);
}

/* ---- Writing and reading back ---- */

/* What went wrong with the copy, in words about the copy. */
static void
fail_at_copy (const char *path, GError *found, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (found->domain != STILE_LEDGER_ERROR)
    g_propagate_error (error, found);
  else
    {
      if (found->code == STILE_LEDGER_ERROR_FULL)
        g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL,
                     /* Translators: a folder. */
                     _("There is no space left in “%s”, so no backup was made. Earlier ones are "
                       "still there."),
                     folder);
      else if (found->code == STILE_LEDGER_ERROR_READ_ONLY)
        g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY,
                     /* Translators: a folder. */
                     _("Nothing can be written in “%s”, so no backup was made. Please choose "
                       "another folder."),
                     folder);
      else
        g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_IO,
                     /* Translators: a folder. */
                     _("The backup could not be written in “%s”: the disk may be broken, or was "
                       "taken out. Please try again, or choose another folder."),
                     folder);
      g_error_free (found);
    }
}

static gboolean
enclose (StileDatabase *copy, gpointer ledger, GError **error)
{
  return stile_enclosure_write (ledger, copy, error);
}

/* One moment of the book, with the figure of that moment. */
static gboolean
copy_moment (StileLedger *ledger, StileBackup *backup, const char *path, GCancellable *cancellable,
             GError **error)
{
  GError *found = NULL;
  gboolean at_copy = FALSE, copied;

  if (!stile_database_exec (ledger->db, "BEGIN", error))
    return FALSE;
  backup->figure = stile_figure_read_from_book (ledger, &backup->entries, &found);
  copied = backup->figure != NULL && stile_ledger_check_generation (ledger, &found)
           && stile_database_copy_and (ledger->db, path, enclose, ledger, cancellable, &at_copy,
                                       &found);
  stile_database_rollback (ledger->db);
  if (!copied && at_copy)
    fail_at_copy (path, found, error);
  else if (!copied)
    g_propagate_error (error, found);
  return copied;
}

static int
is_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
has_enclosure (StileLedger *ledger, StileLedger *copy)
{
  g_autoptr (GBytes) enclosure = NULL;
  gboolean is_lost;

  if (!stile_enclosure_read (copy->db, ledger->keys, &enclosure, &is_lost, NULL) || is_lost)
    return FALSE;
  return enclosure == NULL || ledger->enclosure == NULL
             ? enclosure == ledger->enclosure
             : g_bytes_equal (enclosure, ledger->enclosure);
}

/* Whether what lies on the disk opens with the keys of the book and is, entry by entry, what the
 * figure says, with what was to go along. */
static gboolean
is_as_written (StileLedger *ledger, const StileBackup *backup, const char *path,
               GCancellable *cancellable)
{
  g_autoptr (StileLedger) copy = stile_ledger_open_to_read (path, NULL);
  g_autoptr (StileLedgerReport) report = NULL;

  if (copy == NULL)
    return FALSE;
  stile_ledger_take_keys (copy, stile_keys_copy (ledger->keys), ledger->adviser, ledger->role);
  copy->generation = ledger->generation;
  sqlite3_progress_handler (copy->db->handle, STEPS_AT_A_TIME, is_cancelled_cb, cancellable);
  report = stile_ledger_verify (copy, NULL);
  return report != NULL && g_strcmp0 (report->figure, backup->figure) == 0
         && has_enclosure (ledger, copy);
}

/* Is it the book or the disk of the backup? */
static gboolean
say_not_as_written (StileLedger *ledger, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, error);

  if (report == NULL)
    return FALSE;
  if (report->first_break != NULL)
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                 /* Translators: a sentence. */
                 _("The record book is damaged, so no backup was made of it. Earlier backups are "
                   "still there. This is what was found: %s"),
                 report->first_break);
  else
    g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_IO,
                 /* Translators: a folder. */
                 _("The backup in “%s” could not be read again as it was written. That disk can’t "
                   "be trusted. Please use another one."),
                 folder);
  return FALSE;
}

static gboolean
check_copy (StileLedger *ledger, const StileBackup *backup, const char *path,
            GCancellable *cancellable, GError **error)
{
  if (is_as_written (ledger, backup, path, cancellable))
    return TRUE;
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && say_not_as_written (ledger, path, error);
}

/* ---- The entry ---- */

static JsonNode *
describe (const StileBackup *backup)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *file = g_path_get_basename (backup->path);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, file);
  json_builder_set_member_name (builder, "entries");
  json_builder_add_int_value (builder, backup->entries);
  json_builder_set_member_name (builder, "figure");
  json_builder_add_string_value (builder, backup->figure);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static gboolean
note_backup (StileLedger *ledger, const StileBackup *backup, GError **error)
{
  g_autoptr (JsonNode) content = NULL;

  if (ledger->db->read_only)
    return TRUE;
  content = describe (backup);
  if (stile_ledger_append (ledger, STILE_LEDGER_BOOK, "backup", content, NULL, error))
    return TRUE;
  /* Translators: a file; another sentence follows the blank. */
  g_prefix_error (error, _("The backup “%s” was made, but the record book could not keep a note "
                           "of it. "),
                  backup->path);
  return FALSE;
}

/* ---- The whole ---- */

/* @folder is held. Where it fails there is no file. */
static StileBackup *
make_backup (StileLedger *ledger, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (StileBackup) backup = g_new0 (StileBackup, 1);
  g_autofree char *half_made = g_strconcat (path, STILE_BACKUP_HALF_MADE, NULL);
  struct stat book, copy;

  backup->path = g_strdup (path);
  stile_file_remove_database (half_made);
  if (!copy_moment (ledger, backup, half_made, cancellable, error))
    return NULL;
  if (!check_copy (ledger, backup, half_made, cancellable, error)
      || !stile_file_rename (half_made, path, FALSE, error))
    {
      stile_file_remove_database (half_made);
      return NULL;
    }
  backup->same_disk =
      stat (ledger->db->path, &book) == 0 && stat (path, &copy) == 0 && book.st_dev == copy.st_dev;
  return g_steal_pointer (&backup);
}

/* Unlocked, and the folder is there and held: a file to close, or -1. */
static int
prepare (StileLedger *ledger, const char *folder, GError **error)
{
  if (!stile_ledger_check_unlocked (ledger, error))
    return -1;
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return stile_folder_hold (folder, error);
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NO_FOLDER,
               /* Translators: a folder. */
               _("The folder for backups, “%s”, is not there. If it is on a USB stick or another "
                 "disk, please plug that in."),
               folder);
  return -1;
}

StileBackup *
stile_ledger_backup_to_file (StileLedger *ledger, const char *path, GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autoptr (StileBackup) backup = NULL;
  int held = prepare (ledger, folder, error);

  if (held < 0)
    return NULL;
  if (g_file_test (absolute, G_FILE_TEST_EXISTS))
    stile_database_refuse_to_replace (absolute, error);
  else
    backup = make_backup (ledger, absolute, cancellable, error);
  close (held);
  return backup != NULL && note_backup (ledger, backup, error) ? g_steal_pointer (&backup) : NULL;
}

static char *
choose_path (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint number = 1;; number++)
    {
      g_autofree char *name = stile_backup_dup_name (now, number);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

StileBackup *
stile_ledger_backup_to_folder (StileLedger *ledger, const char *folder, guint keep,
                               GCancellable *cancellable, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *path = NULL;
  g_autoptr (StileBackup) backup = NULL;
  int held = prepare (ledger, absolute, error);

  if (held < 0)
    return NULL;
  stile_backup_remove_half_made (absolute);
  path = choose_path (absolute);
  backup = make_backup (ledger, path, cancellable, error);
  if (backup != NULL && keep > 0)
    backup->n_removed = stile_backup_remove_oldest (ledger, absolute, path, keep);
  close (held);
  return backup != NULL && note_backup (ledger, backup, error) ? g_steal_pointer (&backup) : NULL;
}
