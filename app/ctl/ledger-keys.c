// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Who and what opens the book: advisers, the recovery key, new keys. */

#include <string.h>

#include "advisers.h"
#include "book.h"
#include "ledger-verbs.h"
#include "passphrase.h"

#define NEW_PASSPHRASE_OPTION(file)                                                                \
  {                                                                                                \
    "new-passphrase-file", 'n', 0, G_OPTION_ARG_FILENAME, &(file),                                 \
      N_("Read the new passphrase from the first line; -: standard input"), N_("FILE")             \
  }

/* Parses what most of these verbs take, and opens the book. NULL: the verb is over. */
static StileLedger *
open_for (const char *name, const char *arguments, const char *summary,
          const GOptionEntry *options, int n_arguments, const StileIdentity *identity, int *argc,
          char ***argv, StileExit *exit_code)
{
  if (!stile_command_parse (name, arguments, summary, NULL, options, n_arguments, n_arguments, argc,
                            argv, exit_code))
    return NULL;
  return stile_book_open ((*argv)[1], identity, exit_code);
}

static StileExit
say_done (gboolean done, GError **error)
{
  return done ? STILE_EXIT_FINE : stile_command_fail (*error);
}

/* ---- rekey, recovery ---- */

typedef gboolean (*MakeKey) (StileLedger *ledger, char **recovery_key, GError **error);

/* Both end with a new recovery key, which is shown once. */
static StileExit
make_key (const char *name, const char *summary, MakeKey make, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = { STILE_IDENTITY_OPTIONS (identity), { NULL } };
  char *recovery_key = NULL;
  StileExit exit_code;

  ledger = open_for (name, "PATH", summary, options, 1, &identity, &argc, &argv, &exit_code);
  if (!ledger)
    return exit_code;
  if (!make (ledger, &recovery_key, &error))
    return stile_command_fail (error);

  exit_code = stile_book_print_recovery_key (recovery_key);
  stile_secret_free (recovery_key);
  return exit_code;
}

static gboolean
rekey (StileLedger *ledger, char **recovery_key, GError **error)
{
  return stile_ledger_rekey (ledger, NULL, NULL, recovery_key, error);
}

StileExit
stile_ledger_rekey_run (const char *name, int argc, char **argv)
{
  return make_key (name,
                   _("Makes new keys for a record book, and prints its new recovery key once. "
                     "Old copies of the book then tell nothing about the new one."),
                   rekey, argc, argv);
}

static StileExit
run_recovery_new (const char *name, int argc, char **argv)
{
  return make_key (name,
                   _("Makes a new recovery key and prints it once. The old one opens this record "
                     "book no more."),
                   stile_ledger_replace_recovery_key, argc, argv);
}

static StileExit
run_recovery_test (const char *name, int argc, char **argv)
{
  g_autofree char *file = NULL;
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = {
    { "recovery-key-file", 'r', 0, G_OPTION_ARG_FILENAME, &file,
      N_("Read the recovery key from the first line; -: standard input"), N_("FILE") },
    { NULL },
  };
  StileExit exit_code;
  gboolean right;
  char *typed;

  if (!stile_command_parse (name, "PATH",
                            _("Says whether a recovery key, as words or groups, opens a record "
                              "book. Changes nothing."),
                            NULL, options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  ledger = stile_ledger_open (argv[1], &error);
  if (!ledger)
    return stile_command_fail (error);
  typed = stile_passphrase_read (file, _("Recovery key:"), FALSE, &exit_code);
  if (!typed)
    return exit_code;

  right = stile_ledger_test_recovery_key (ledger, typed, &error);
  stile_secret_free (typed);
  if (right)
    stile_command_print (_("This is the recovery key of the record book.\n"));
  return stile_command_finish (say_done (right, &error));
}

StileExit
stile_ledger_recovery_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "new", N_("make a new recovery key"), run_recovery_new },
    { "test", N_("find out whether a recovery key is the right one"), run_recovery_test },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}

/* ---- advisers ---- */

static const char *
role_name (StileRole role)
{
  return role == STILE_ROLE_MANAGER ? "manager" : "adviser";
}

static gboolean
read_role (const char *text, StileRole *role)
{
  *role = g_strcmp0 (text, "manager") == 0 ? STILE_ROLE_MANAGER : STILE_ROLE_ADVISER;
  return g_strcmp0 (text, role_name (*role)) == 0;
}

static StileExit
refuse_role (const char *name, const char *text)
{
  return stile_command_misused (name, _("“%s” is no role. There are: adviser, manager."), text);
}

static StileExit
run_list (const char *name, int argc, char **argv)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GPtrArray) advisers = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH", _("Lists who can open a record book, with their roles."),
                            NULL, NULL, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  ledger = stile_ledger_open (argv[1], &error);
  advisers = ledger ? stile_ledger_list_advisers (ledger, &error) : NULL;
  if (!advisers)
    return stile_command_fail (error);

  for (guint i = 0; i < advisers->len; i++)
    {
      const StileAdviser *adviser = g_ptr_array_index (advisers, i);

      stile_command_print ("%s\t%s\n", role_name (adviser->role), adviser->name);
    }
  return stile_command_finish (STILE_EXIT_FINE);
}

static StileExit
run_add (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *role_text = NULL;
  const GOptionEntry options[] = {
    { "role", 0, 0, G_OPTION_ARG_STRING, &role_text, N_("adviser (if nothing is said) or manager"),
      N_("ROLE") },
    NEW_PASSPHRASE_OPTION (file),
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileRole role = STILE_ROLE_ADVISER;
  StileExit exit_code;
  char *passphrase;
  gboolean added;

  ledger = open_for (name, "PATH NAME", _("Adds an adviser, who gets a passphrase of their own."),
                     options, 2, &identity, &argc, &argv, &exit_code);
  if (!ledger)
    return exit_code;
  if (role_text && !read_role (role_text, &role))
    return refuse_role (name, role_text);
  passphrase = stile_passphrase_read (file, _("New passphrase:"), TRUE, &exit_code);
  if (!passphrase)
    return exit_code;

  added = stile_ledger_add_adviser (ledger, argv[2], passphrase, role, &error);
  stile_secret_free (passphrase);
  return say_done (added, &error);
}

static StileExit
run_remove (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = { STILE_IDENTITY_OPTIONS (identity), { NULL } };
  StileExit exit_code;

  ledger = open_for (name, "PATH NAME",
                     _("Removes an adviser: their passphrase opens the record book no more, what "
                       "they wrote stays."),
                     options, 2, &identity, &argc, &argv, &exit_code);
  return ledger ? say_done (stile_ledger_remove_adviser (ledger, argv[2], &error), &error)
                : exit_code;
}

static StileExit
run_role (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = { STILE_IDENTITY_OPTIONS (identity), { NULL } };
  StileExit exit_code;
  StileRole role;

  ledger = open_for (name, "PATH NAME adviser|manager", _("Gives an adviser another role."),
                     options, 3, &identity, &argc, &argv, &exit_code);
  if (!ledger)
    return exit_code;
  if (!read_role (argv[3], &role))
    return refuse_role (name, argv[3]);
  return say_done (stile_ledger_set_role (ledger, argv[2], role, &error), &error);
}

/* The old passphrase is asked for once, and serves twice: to open the book and to prove that it is
 * the one who changes it. */
static StileExit
change_passphrase (StileLedger *ledger, const StileIdentity *identity, const char *file)
{
  g_autoptr (GError) error = NULL;
  char *old, *new = NULL;
  StileExit exit_code;

  old = stile_passphrase_read (identity->passphrase_file, _("Passphrase:"), FALSE, &exit_code);
  if (old && stile_ledger_unlock (ledger, identity->adviser, old, &error))
    new = stile_passphrase_read (file, _("New passphrase:"), TRUE, &exit_code);
  else if (old)
    exit_code = stile_command_fail (error);
  if (new)
    exit_code = say_done (stile_ledger_change_passphrase (ledger, old, new, &error), &error);
  stile_secret_free (old);
  stile_secret_free (new);
  return exit_code;
}

static StileExit
run_passwd (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  const GOptionEntry options[] = {
    NEW_PASSPHRASE_OPTION (file),
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH --adviser NAME", _("Changes an adviser’s own passphrase."),
                            NULL, options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (!identity.adviser)
    return stile_command_misused (name, _("Say whose passphrase it is: --adviser NAME"));
  ledger = stile_ledger_open (argv[1], &error);
  return ledger ? change_passphrase (ledger, &identity, file) : stile_command_fail (error);
}

StileExit
stile_ledger_advisers_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "list", N_("list who can open the book"), run_list },
    { "add", N_("add an adviser"), run_add },
    { "remove", N_("remove an adviser"), run_remove },
    { "passwd", N_("change one’s own passphrase"), run_passwd },
    { "role", N_("make an adviser a manager, or the other way"), run_role },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}
