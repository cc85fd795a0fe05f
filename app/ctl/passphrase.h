// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

G_BEGIN_DECLS

/** A passphrase, from the first line of @file ("-": standard input), or, with NULL, asked for on
 *  the terminal without showing it; @twice to be sure of a new one. Never from the command line or
 *  the environment, which others on the machine can read. NULL with @exit_code after saying why.
 *  Free with stile_secret_free(). */
char *stile_passphrase_read (const char *file, const char *question, gboolean twice,
                             StileExit *exit_code);

G_END_DECLS
