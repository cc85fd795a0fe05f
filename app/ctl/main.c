// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "commands.h"
#include "hardening.h"

int
main (int argc, char **argv)
{
  const char *locale = setlocale (LC_ALL, "");

  stile_harden_process ();

  /* Where no locale is installed, names in other scripts are still printed as they are. */
  if (!locale || strcmp (locale, "C") == 0)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, STILE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return stile_command_run_table (stile_commands, "stilectl", argc, argv);
}
