// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Runs the real stilectl, whose path is in the environment's STILECTL. */

#pragma once

#include <gio/gio.h>

typedef struct
{
  int exit_code;
  char *out;
  char *err;
} Run;

void run_free (Run *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/** Runs it with these arguments, up to NULL, and @input as its standard input. It must end by
 *  itself and not by a signal. */
Run *run_stilectl (const char *input, ...) G_GNUC_NULL_TERMINATED;
Run *run_stilectl_with (GBytes *input, const char *const *arguments);

/** The path of something in tests/ctl. Free with g_free. */
char *test_path (const char *name);

/** A new folder for one test. remove_folder() deletes it with the files in it. */
char *new_folder (void);
void remove_folder (char *folder);

/** Writes a file into @folder and returns its path. Free with g_free. */
char *write_file (const char *folder, const char *name, const char *text, gssize length);

#define assert_exit(run, wanted)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if ((run)->exit_code != (wanted))                                                              \
      g_test_message ("out: %s\nerr: %s", (run)->out, (run)->err);                                 \
    g_assert_cmpint ((run)->exit_code, ==, (wanted));                                              \
  }                                                                                                \
  G_STMT_END

#define assert_contains(text, part)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!strstr ((text), (part)))                                                                  \
      g_error ("“%s” is not in: %s", (part), (text));                                              \
  }                                                                                                \
  G_STMT_END
