// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

#include "passphrase.h"

void
stile_identity_clear (StileIdentity *identity)
{
  g_free (identity->adviser);
  g_free (identity->passphrase_file);
}

/* Who unlocks: the one that was named, else the only one there is. */
static char *
find_adviser (StileLedger *ledger, const char *name, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) advisers = NULL;
  g_autofree char *joined = NULL;

  if (name)
    return g_strdup (name);

  advisers = stile_ledger_dup_advisers (ledger, &error);
  if (!advisers)
    {
      *exit_code = stile_command_fail (error);
      return NULL;
    }
  if (g_strv_length (advisers) == 1)
    return g_strdup (advisers[0]);

  joined = g_strjoinv (", ", advisers);
  stile_command_say (_("Say whose passphrase it is, with --adviser NAME: %s."), joined);
  *exit_code = STILE_EXIT_USAGE;
  return NULL;
}

gboolean
stile_book_unlock (StileLedger *ledger, const StileIdentity *identity, StileExit *exit_code)
{
  g_autofree char *adviser = find_adviser (ledger, identity->adviser, exit_code);
  g_autofree char *question = NULL;
  g_autoptr (GError) error = NULL;
  char *passphrase;
  gboolean opened;

  if (!adviser)
    return FALSE;

  question = g_strdup_printf (_("Passphrase of %s:"), adviser);
  passphrase = stile_passphrase_read (identity->passphrase_file, question, FALSE, exit_code);
  if (!passphrase)
    return FALSE;

  opened = stile_ledger_unlock (ledger, adviser, passphrase, &error);
  stile_secret_free (passphrase);
  if (!opened)
    *exit_code = stile_command_fail (error);

  return opened;
}

StileLedger *
stile_book_open (const char *path, const StileIdentity *identity, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_open (path, &error);

  if (!ledger)
    {
      *exit_code = stile_command_fail (error);
      return NULL;
    }

  return stile_book_unlock (ledger, identity, exit_code) ? g_steal_pointer (&ledger) : NULL;
}

StileCasework *
stile_book_open_casework (const char *path, const StileIdentity *identity, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_book_open (path, identity, exit_code);
  StileCasework *casework;

  if (!ledger)
    return NULL;
  casework = stile_casework_new (ledger, &error);
  if (!casework)
    *exit_code = stile_command_fail (error);

  return casework;
}

StileExit
stile_book_print_recovery_key (const char *recovery_key)
{
  StileExit exit_code;

  stile_command_say (_("The line below is the new recovery key: write it down and lock it away. It "
                       "is kept nowhere and not shown again. The old one is no longer used."));
  stile_command_print ("%s\n", recovery_key);
  exit_code = stile_command_finish (STILE_EXIT_FINE);
  if (exit_code != STILE_EXIT_FINE)
    stile_command_say (_("So nobody knows it. Make another: stilectl ledger recovery new PATH"));

  return exit_code;
}

static gboolean
is_called (const StilePersonRow *row, const char *wanted)
{
  return g_ascii_strcasecmp (row->case_id, wanted) == 0 || g_strcmp0 (row->title, wanted) == 0
         || g_strcmp0 (row->reference, wanted) == 0;
}

/* The only one who is called just that, else the only one in the list; NULL otherwise. */
static const StilePersonRow *
find_only (GPtrArray *rows, const char *wanted, gboolean is_id)
{
  const StilePersonRow *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const StilePersonRow *row = g_ptr_array_index (rows, i);

      if (!is_called (row, wanted))
        continue;
      found = row;
      n_found++;
    }

  if (n_found == 0 && rows->len == 1 && !is_id)
    return g_ptr_array_index (rows, 0);
  return n_found == 1 ? found : NULL;
}

static gboolean
has_letter (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      if (g_unichar_isgraph (g_utf8_get_char (p)) && !g_unichar_ismark (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

char *
stile_book_find_person (StileCasework *casework, const char *wanted, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const StilePersonRow *found;
  gboolean is_id = g_uuid_string_is_valid (wanted);

  /* A search for nothing finds everybody, and the only one in a small book. */
  if (!has_letter (wanted))
    {
      stile_command_say (_("Say who it is: a name, a reference or an id."));
      *exit_code = STILE_EXIT_INPUT;
      return NULL;
    }
  rows = stile_casework_list_people (casework, STILE_PEOPLE_ALL, is_id ? NULL : wanted, &error);
  if (!rows)
    {
      *exit_code = stile_command_fail (error);
      return NULL;
    }
  found = find_only (rows, wanted, is_id);
  if (found)
    return g_strdup (found->case_id);

  if (is_id || rows->len == 0)
    stile_command_say (_("Nobody in this record book is called that."));
  else
    stile_command_say (_("That fits %u people. Give the whole name, the reference, or the id."),
                       rows->len);
  *exit_code = STILE_EXIT_INPUT;
  return NULL;
}
