// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What every verb of stilectl is made of: a row in a table, options, an exit code. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STILE_EXIT_FINE = 0,
  STILE_EXIT_INPUT = 1,  /* what was given to it is at fault */
  STILE_EXIT_USAGE = 2,  /* it was called in a wrong way */
  STILE_EXIT_SYSTEM = 3, /* the machine is at fault: no space, no rights, a broken disk */
} StileExit;

/** A verb. It is run with what was typed so far, such as "stilectl ledger init", and with the verb
 *  itself as argv[0]. */
typedef struct
{
  const char *name;
  const char *summary;
  StileExit (*run) (const char *name, int argc, char **argv);
} StileCommand;

/** Runs the verb that argv[1] names. @table ends with a row without a name. */
StileExit stile_command_run_table (const StileCommand *table, const char *name, int argc,
                                   char **argv);

/** Reads the options of a verb, and answers --help. What remains in argv are its arguments; with
 *  fewer than @fewest or more than @most (G_MAXINT: any number) it says so. Returns FALSE when the
 *  verb is over; @exit_code is then what it ends with. */
gboolean stile_command_parse (const char *name, const char *arguments, const char *summary,
                              const char *description, const GOptionEntry *options, int fewest,
                              int most, int *argc, char ***argv, StileExit *exit_code);

/** Says on stderr what is wrong with the call and where to read more. Always STILE_EXIT_USAGE. */
StileExit stile_command_misused (const char *name, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Says one sentence on stderr, as "stilectl: …". */
void stile_command_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** Writes to stdout as it is, in UTF-8. */
void stile_command_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** @text as one line, whatever came in from outside: lines, tabs and what moves a terminal's cursor
 *  become blanks. Free with g_free. */
char *stile_command_dup_line (const char *text);
/** The same for a row whose cells stand apart by blanks: there a text from right to left would take
 *  its neighbours along. Free with g_free. */
char *stile_command_dup_cell (const char *text);

/** Says @error, and tells whether the input or the system is at fault. */
StileExit stile_command_fail (const GError *error);

/** The end of a verb that wrote to stdout: where that failed (a full disk), says so and returns
 *  STILE_EXIT_SYSTEM, else @exit_code. */
StileExit stile_command_finish (StileExit exit_code);

G_END_DECLS
