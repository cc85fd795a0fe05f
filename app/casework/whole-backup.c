// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "whole-backup.h"

#include "directory.h"
#include "words.h"

/* ---- Making one ---- */

typedef struct
{
  StileLedger *ledger;
  const char *folder; /* or NULL: */
  const char *path;
  guint keep;
  GCancellable *cancellable;
} Target;

static GBytes *
copy_directory (StileLedger *ledger, char **left_out)
{
  g_autofree char *path = stile_directory_dup_path_beside (stile_ledger_get_path (ledger));
  g_autoptr (StileDirectory) directory = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *contents = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  directory = stile_directory_open (path, &error);
  if (directory)
    contents = stile_directory_dup_contents (directory, &error);
  if (error)
    *left_out
        /* Translators: why, a sentence. */
        = g_strdup_printf (_("The record book is in the backup, but the services are not. %s"),
                           error->message);
  return contents;
}

static StileBackup *
make (const Target *target, GBytes *directory, GError **error)
{
  StileBackup *backup;

  stile_ledger_set_enclosure (target->ledger, directory);
  if (target->folder)
    backup = stile_ledger_backup_to_folder (target->ledger, target->folder, target->keep,
                                            target->cancellable, error);
  else
    backup = stile_ledger_backup_to_file (target->ledger, target->path, target->cancellable, error);
  stile_ledger_set_enclosure (target->ledger, NULL);
  return backup;
}

static StileBackup *
make_whole (const Target *target, char **left_out, GError **error)
{
  g_autofree char *reason = NULL;
  g_autoptr (GBytes) directory = copy_directory (target->ledger, &reason);
  g_autoptr (GError) found = NULL;
  StileBackup *backup = make (target, directory, &found);

  if (!backup && directory
      && g_error_matches (found, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL))
    {
      g_clear_error (&found);
      reason = g_strdup (_("The record book is in the backup, but there is no room in that folder "
                            "for the services. Please make some room, or choose another folder."));
      backup = make (target, NULL, &found);
    }
  if (!backup)
    g_propagate_error (error, g_steal_pointer (&found));
  *left_out = backup ? g_steal_pointer (&reason) : NULL;
  return backup;
}

StileBackup *
stile_whole_backup_to_folder (StileLedger *ledger, const char *folder, guint keep, char **left_out,
                              GCancellable *cancellable, GError **error)
{
  const Target target
      = { .ledger = ledger, .folder = folder, .keep = keep, .cancellable = cancellable };

  return make_whole (&target, left_out, error);
}

StileBackup *
stile_whole_backup_to_file (StileLedger *ledger, const char *path, char **left_out,
                            GCancellable *cancellable, GError **error)
{
  const Target target = { .ledger = ledger, .path = path, .cancellable = cancellable };

  return make_whole (&target, left_out, error);
}

/* ---- Restoring ---- */

/* What there is to be said of the services; NULL where all is well. */
static char *
put_directory_back (const char *book, const StileRestored *restored)
{
  g_autofree char *path = stile_directory_dup_path_beside (book);
  g_autoptr (GError) error = NULL;

  if (restored->enclosure && stile_directory_restore (path, restored->enclosure, &error))
    return NULL;
  if (restored->enclosure)
    /* Translators: why, a sentence. */
    return g_strdup_printf (_("The services that are in the backup could not be put back. %s"),
                            error->message);
  if (restored->has_lost_enclosure)
    return g_strdup (_("The services that are in the backup are damaged. Import them again, or "
                        "restore another backup."));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup (_("There are no services in this backup. Import them again."));
  return NULL;
}

StileLedger *
stile_whole_backup_restore (const StileRestore *restore, StileRestored **restored,
                            char ***still_to_do, GError **error)
{
  StileLedger *ledger = stile_ledger_restore (restore, restored, error);
  g_autoptr (GStrvBuilder) sentences = NULL;
  g_auto (GStrv) of_book = NULL;
  g_autofree char *of_directory = NULL;

  if (!ledger)
    return NULL;
  sentences = g_strv_builder_new ();
  of_book = stile_restored_dup_still_to_do (*restored);
  of_directory = put_directory_back (stile_ledger_get_path (ledger), *restored);
  g_strv_builder_addv (sentences, (const char **) of_book);
  if (of_directory)
    g_strv_builder_add (sentences, of_directory);
  *still_to_do = g_strv_builder_end (sentences);
  return ledger;
}
