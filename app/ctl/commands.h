// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of stilectl. A new one is a file and a row in commands.c. */

#pragma once

#include "command.h"

G_BEGIN_DECLS

extern const StileCommand stile_commands[];

/** The verbs, as StileCommand says. */
StileExit stile_check_run (const char *name, int argc, char **argv);
StileExit stile_score_run (const char *name, int argc, char **argv);
StileExit stile_test_run (const char *name, int argc, char **argv);
StileExit stile_coverage_command_run (const char *name, int argc, char **argv);
StileExit stile_form_command_run (const char *name, int argc, char **argv);
StileExit stile_form_translate_run (const char *name, int argc, char **argv);
StileExit stile_directory_command_run (const char *name, int argc, char **argv);
StileExit stile_ledger_command_run (const char *name, int argc, char **argv);
StileExit stile_refer_command_run (const char *name, int argc, char **argv);
StileExit stile_report_command_run (const char *name, int argc, char **argv);

G_END_DECLS
