// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How the verbs of "stilectl ledger" open a record book. */

#pragma once

#include <glib/gi18n-lib.h>

#include "casework.h"
#include "command.h"

G_BEGIN_DECLS

/** Who opens it, as options say. */
typedef struct
{
  char *adviser;         /* NULL: the only one there is */
  char *passphrase_file; /* NULL: asked for on the terminal */
} StileIdentity;

void stile_identity_clear (StileIdentity *identity);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StileIdentity, stile_identity_clear)

#define STILE_IDENTITY_OPTIONS(identity)                                                           \
  { "adviser", 'a', 0, G_OPTION_ARG_STRING, &(identity).adviser, N_("Whose passphrase it is"),     \
    N_("NAME") },                                                                                  \
  {                                                                                                \
    "passphrase-file", 'p', 0, G_OPTION_ARG_FILENAME, &(identity).passphrase_file,                 \
      N_("Read the passphrase from the first line; -: standard input"), N_("FILE")                 \
  }

/** Unlocks it; FALSE with @exit_code after saying why not. */
gboolean stile_book_unlock (StileLedger *ledger, const StileIdentity *identity,
                            StileExit *exit_code);
/** Opens and unlocks the book at @path; NULL with @exit_code after saying why not. */
StileLedger *stile_book_open (const char *path, const StileIdentity *identity,
                              StileExit *exit_code);
/** The same for verbs that know what entries mean. */
StileCasework *stile_book_open_casework (const char *path, const StileIdentity *identity,
                                         StileExit *exit_code);

/** Prints a new recovery key on a line of its own, for it is shown only once. STILE_EXIT_SYSTEM
 *  after saying that nobody knows it now and how to make another. */
StileExit stile_book_print_recovery_key (const char *recovery_key);

/** The id of whom @wanted means: an id, a name or a reference, letter case and accents ignored.
 *  NULL with @exit_code after saying that there is nobody, or more than one. Free with g_free. */
char *stile_book_find_person (StileCasework *casework, const char *wanted, StileExit *exit_code);

G_END_DECLS
