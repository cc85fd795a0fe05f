// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Copies of the book, and putting one in its place. */

#include "book.h"
#include "ledger-verbs.h"
#include "passphrase.h"
#include "whole-backup.h"

/* ---- backup ---- */

static StileExit
make_backup (StileLedger *ledger, const char *where, int keep)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackup) backup = NULL;
  g_autofree char *left_out = NULL;

  if (g_file_test (where, G_FILE_TEST_IS_DIR))
    backup = stile_whole_backup_to_folder (ledger, where, keep, &left_out, NULL, &error);
  else
    backup = stile_whole_backup_to_file (ledger, where, &left_out, NULL, &error);
  if (!backup)
    return stile_command_fail (error);

  stile_command_print (_("Backup: %s\nEntries: %llu\nFigure: %s\n"), backup->path,
                       (unsigned long long) backup->entries, backup->figure);
  if (backup->n_removed > 0)
    stile_command_print (_("Older ones removed: %u\n"), backup->n_removed);
  if (left_out)
    stile_command_say ("%s", left_out);
  if (backup->same_disk)
    stile_command_say (_("The backup is on the same disk as the record book. If that disk "
                         "breaks, both are gone."));
  return STILE_EXIT_FINE;
}

StileExit
stile_ledger_backup_run (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  int keep = 0;
  const GOptionEntry options[] = {
    { "keep", 'k', 0, G_OPTION_ARG_INT, &keep,
      N_("In a folder: how many backups of this book stay there; 0: all"), N_("NUMBER") },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH FILE|FOLDER",
                            _("Copies a record book, which may be in use, with the directory of "
                              "services beside it, and reads the copy again to see that it is "
                              "whole."),
                            _("In a folder the backup gets a name with the date. It is sealed like "
                              "the book: passphrases of today and the recovery key open it."),
                            options, 2, 2, &argc, &argv, &exit_code))
    return exit_code;
  if (keep < 0)
    return stile_command_misused (name, _("--keep takes a number from 0 on."));

  ledger = stile_book_open (argv[1], &identity, &exit_code);
  if (!ledger)
    return exit_code;
  return stile_command_finish (make_backup (ledger, argv[2], keep));
}

/* ---- restore ---- */

static StileExit
report (const StileRestored *restored, char **still_to_do)
{
  stile_command_say (_("The record book is restored. Entries from the backup: %llu"),
                     (unsigned long long) restored->entries);
  for (guint i = 0; still_to_do[i]; i++)
    stile_command_say ("%s", still_to_do[i]);
  if (restored->new_recovery_key)
    return stile_book_print_recovery_key (restored->new_recovery_key);
  return STILE_EXIT_FINE;
}

static StileExit
restore (StileRestore *what, const StileIdentity *identity, const char *recovery_key_file)
{
  g_autoptr (StileRestored) restored = NULL;
  g_auto (GStrv) still_to_do = NULL;
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;
  char *passphrase;
  StileExit exit_code;

  if (recovery_key_file)
    {
      recovery_key = stile_passphrase_read (recovery_key_file, "", FALSE, &exit_code);
      if (!recovery_key)
        return exit_code;
    }
  passphrase = stile_passphrase_read (identity->passphrase_file,
                                      recovery_key ? _("New passphrase:") : _("Passphrase:"),
                                      recovery_key != NULL, &exit_code);
  if (passphrase)
    {
      what->adviser = identity->adviser;
      what->passphrase = passphrase;
      what->recovery_key = recovery_key;
      ledger = stile_whole_backup_restore (what, &restored, &still_to_do, &error);
      exit_code = ledger ? report (restored, still_to_do) : stile_command_fail (error);
    }
  stile_secret_free (passphrase);
  stile_secret_free (recovery_key);
  if (g_error_matches (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WOULD_LOSE))
    stile_command_say (_("To restore all the same, add --replace-newer. The book that is there is "
                         "kept beside it."));
  return exit_code;
}

StileExit
stile_ledger_restore_run (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autofree char *recovery_key_file = NULL;
  g_autofree char *station = NULL;
  StileRestore what = { NULL };
  const GOptionEntry options[] = {
    { "recovery-key-file", 'r', 0, G_OPTION_ARG_FILENAME, &recovery_key_file,
      N_("Open it with the recovery key in the first line; the passphrase is then a new one"),
      N_("FILE") },
    { "station", 's', 0, G_OPTION_ARG_STRING, &station, N_("What to call this machine"),
      N_("NAME") },
    { "replace-newer", 0, 0, G_OPTION_ARG_NONE, &what.replace_newer,
      N_("Even if the book there has entries that the backup lacks"), NULL },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "BACKUP PATH --adviser NAME",
                            _("Puts a backup in the place of the record book at PATH, or where "
                              "there is none yet."),
                            _("The backup is verified first. The book that was there is kept "
                              "beside it, and people who were erased from it stay erased. The "
                              "services of the backup go where there are none; where there are, "
                              "what was written about them since stays. It takes a centre manager, "
                              "with their passphrase of that day."),
                            options, 2, 2, &argc, &argv, &exit_code))
    return exit_code;
  if (!identity.adviser)
    return stile_command_misused (name, _("Say whose passphrase it is: --adviser NAME"));

  what.backup = argv[1];
  what.book = argv[2];
  what.station = station;
  return stile_command_finish (restore (&what, &identity, recovery_key_file));
}
