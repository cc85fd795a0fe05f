// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "book.h"
#include "commands.h"
#include "ledger-verbs.h"
#include "passphrase.h"

/* ---- init ---- */

static StileExit
make_book (const char *path, const char *station, const StileIdentity *identity)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  char *passphrase, *recovery_key = NULL;
  StileExit exit_code;

  passphrase = stile_passphrase_read (identity->passphrase_file, _("New passphrase:"), TRUE,
                                      &exit_code);
  if (!passphrase)
    return exit_code;

  ledger = stile_ledger_create (path, station, identity->adviser, passphrase,
                                STILE_KEY_COST_MODERATE, &recovery_key, &error);
  stile_secret_free (passphrase);
  if (!ledger)
    return stile_command_fail (error);

  stile_command_say (_("The record book is made. The line below is its recovery key: write it "
                       "down and lock it away. It is kept nowhere and not shown again. Who has it "
                       "can open the book; without it and without a passphrase nobody can."));
  printf ("%s\n", recovery_key);
  exit_code = stile_command_finish (STILE_EXIT_FINE);
  if (exit_code != STILE_EXIT_FINE)
    stile_command_say (_("So nobody knows its recovery key. Delete this book and make it anew."));
  stile_secret_free (recovery_key);
  return exit_code;
}

static StileExit
run_init (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autofree char *station = NULL;
  const GOptionEntry options[] = {
    { "station", 's', 0, G_OPTION_ARG_STRING, &station, N_("What to call this machine"),
      N_("NAME") },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH --station NAME --adviser NAME",
                            _("Makes a new record book, and prints its recovery key once."), NULL,
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (!station)
    return stile_command_misused (name, _("Say what to call this machine: --station NAME"));
  if (!identity.adviser)
    return stile_command_misused (name, _("Say who the first adviser is: --adviser NAME"));

  return make_book (argv[1], station, &identity);
}

/* ---- verify ---- */

static void
print_list (const char *title, char **sentences)
{
  if (*sentences)
    stile_command_print ("\n%s\n", title);
  for (guint i = 0; sentences[i]; i++)
    stile_command_print ("- %s\n", sentences[i]);
}

static void
print_report (const StileLedgerReport *report)
{
  g_auto (GStrv) proven = stile_ledger_report_dup_proven (report);
  g_auto (GStrv) unproven = stile_ledger_report_dup_unproven (report);

  stile_command_print (_("Entries: %llu\n"), (unsigned long long) report->entries);
  stile_command_print (_("Erased: %llu\n"), (unsigned long long) report->erased);
  if (report->with_keys)
    stile_command_print (_("Opened: %llu\n"), (unsigned long long) report->opened);
  if (report->first_break)
    {
      stile_command_print (_("Damaged: %s\n"), report->first_break);
      return;
    }

  stile_command_print (report->with_keys ? _("The book is whole.\n")
                                         : _("The structure is whole. With a passphrase, contents "
                                             "and chain are verified too.\n"));
  print_list (_("Shown:"), proven);
  print_list (_("Not shown:"), unproven);
  stile_command_print (_("\nWrite this figure down outside this computer. Next time it shows "
                         "that nothing was cut off since: --expect %s\n"),
                       report->figure);
}

static StileExit
verify_book (StileLedger *ledger, const char *figure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedgerReport) report = stile_ledger_verify_since (ledger, figure, &error);

  if (!report)
    return stile_command_fail (error);

  print_report (report);
  return report->first_break ? STILE_EXIT_INPUT : STILE_EXIT_FINE;
}

static StileExit
run_verify (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *figure = NULL;
  const GOptionEntry options[] = {
    { "expect", 'e', 0, G_OPTION_ARG_STRING, &figure,
      N_("A figure that was noted earlier: nothing of that time may be missing"), N_("FIGURE") },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH",
                            _("Walks through a record book and says whether it is whole."),
                            _("Without --adviser or --passphrase-file it stays locked, and only "
                              "the structure is verified."),
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;

  ledger = stile_ledger_open (argv[1], &error);
  if (!ledger)
    return stile_command_fail (error);
  if ((identity.adviser || identity.passphrase_file)
      && !stile_book_unlock (ledger, &identity, &exit_code))
    return exit_code;

  return stile_command_finish (verify_book (ledger, figure));
}

StileExit
stile_ledger_command_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "init", N_("make a new record book"), run_init },
    { "verify", N_("find out whether a record book is whole"), run_verify },
    { "backup", N_("copy a record book, sealed as it is"), stile_ledger_backup_run },
    { "restore", N_("put a backup in the place of a record book"), stile_ledger_restore_run },
    { "advisers", N_("list, add and remove who can open the book"), stile_ledger_advisers_run },
    { "recovery", N_("replace or test the recovery key"), stile_ledger_recovery_run },
    { "rekey", N_("make new keys for the whole book"), stile_ledger_rekey_run },
    { "audit", N_("tell who looked at records, and what left the book"), stile_ledger_audit_run },
    { "export", N_("write all entries, or everything about a person"), stile_ledger_export_run },
    { "erase", N_("erase a person for good"), stile_ledger_erase_run },
    { "retention", N_("find and erase records that were kept long enough"),
      stile_ledger_retention_run },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}
