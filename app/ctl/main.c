// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "hardening.h"
#include "words.h"

int
main (int argc, char **argv)
{
  stile_harden_process ();
  stile_words_prepare ();
  return stile_command_run_table (stile_commands, "stilectl", argc, argv);
}
