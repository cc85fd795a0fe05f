// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Erasing: one person, or those whose time is over. Nothing happens without --yes. */

#include "book.h"
#include "ledger-verbs.h"
#include "rights.h"

static void
print_leftovers (char **leftovers)
{
  stile_command_print (_("\nStill to be done by somebody:\n"));
  for (guint i = 0; leftovers[i]; i++)
    stile_command_print ("- %s\n", leftovers[i]);
}

/* ---- One person ---- */

static StileExit
erase_person (StileCasework *casework, const char *person, gboolean yes)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) leftovers = NULL;
  g_autofree char *case_id = NULL;
  StileExit exit_code;

  case_id = stile_book_find_person (casework, person, &exit_code);
  if (!case_id)
    return exit_code;

  leftovers = yes ? stile_casework_erase_person (casework, case_id, &error)
                  : stile_casework_list_leftovers (casework, case_id, &error);
  if (!leftovers)
    return stile_command_fail (error);

  if (yes)
    stile_command_print (_("The record is erased: %s\n"), case_id);
  else
    stile_command_print (_("This record would be erased for good, and nothing brings it back: %s\n"
                           "To do it, add --yes.\n"),
                         case_id);
  print_leftovers (leftovers);
  return STILE_EXIT_FINE;
}

StileExit
stile_ledger_erase_run (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileCasework) casework = NULL;
  g_autofree char *person = NULL;
  gboolean yes = FALSE;
  const GOptionEntry options[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &person,
      N_("Who: a name, a reference or an id"), N_("WHO") },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("Really erase"), NULL },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH --person WHO",
                            _("Erases a person: the key of their record is destroyed. Tells what "
                              "has to be done with backups, papers and files."), NULL,
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (!person)
    return stile_command_misused (name, _("Say who: --person WHO"));

  casework = stile_book_open_casework (argv[1], &identity, &exit_code);
  if (!casework)
    return exit_code;
  return stile_command_finish (erase_person (casework, person, yes));
}

/* ---- Those whose time is over ---- */

static void
print_due (GPtrArray *due)
{
  char last_contact[sizeof "9999-12-31"], since[sizeof "9999-12-31"];

  for (guint i = 0; i < due->len; i++)
    {
      const StileRetentionDue *person = g_ptr_array_index (due, i);

      g_date_strftime (last_contact, sizeof last_contact, "%Y-%m-%d", &person->last_contact);
      g_date_strftime (since, sizeof since, "%Y-%m-%d", &person->due_since);
      stile_command_print (_("%s  last contact %s, due since %s\n"), person->title, last_contact,
                           since);
    }
}

static StileExit
erase_due (StileCasework *casework, GPtrArray *due, gboolean clock_is_right)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) leftovers
      = stile_casework_run_retention (casework, due, clock_is_right, &error);

  if (!leftovers)
    return stile_command_fail (error);

  stile_command_print (_("The records of those %u people are erased.\n"), due->len);
  print_leftovers (leftovers);
  return STILE_EXIT_FINE;
}

static StileExit
keep_no_longer (StileCasework *casework, gboolean yes, gboolean clock_is_right)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *doubt = NULL;
  g_autoptr (GPtrArray) due = NULL;

  if (!stile_casework_check_clock (casework, &doubt, &error))
    return stile_command_fail (error);
  due = stile_casework_list_retention_due (casework, &error);
  if (!due)
    return stile_command_fail (error);

  print_due (due);
  if (due->len == 0)
    {
      stile_command_print (_("Nobody is due.\n"));
      return STILE_EXIT_FINE;
    }
  if (doubt && !clock_is_right)
    {
      stile_command_say (_("%s If it is, add --clock-is-right."), doubt);
      return yes ? STILE_EXIT_INPUT : STILE_EXIT_FINE;
    }
  if (yes)
    return erase_due (casework, due, clock_is_right);

  stile_command_print (_("Nobody was erased. To erase exactly these people, add --yes.\n"));
  return STILE_EXIT_FINE;
}

StileExit
stile_ledger_retention_run (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileCasework) casework = NULL;
  gboolean dry_run = FALSE, yes = FALSE, clock_is_right = FALSE;
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only tell who is due; so without --yes"),
      NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("Really erase those who are shown"), NULL },
    { "clock-is-right", 0, 0, G_OPTION_ARG_NONE, &clock_is_right,
      N_("Somebody looked at the date of this computer"), NULL },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH",
                            _("Shows, and with --yes erases, the records whose last contact is "
                              "longer ago than the centre's setting retention-months says."), NULL,
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (dry_run && yes)
    return stile_command_misused (name, _("Give --dry-run or --yes, not both."));

  casework = stile_book_open_casework (argv[1], &identity, &exit_code);
  if (!casework)
    return exit_code;
  return stile_command_finish (keep_no_longer (casework, yes, clock_is_right));
}
