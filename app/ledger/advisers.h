// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Who opens the book: advisers with a passphrase of their own each, and the recovery key. Whoever
 * opens the book can read it all; roles are what the program lets them do with the book itself.
 *
 * Every change here is an entry of STILE_LEDGER_BOOK, written in the same step:
 *
 *   unlock                 {"by": "passphrase" | "recovery"}
 *   unlock-failed          {"at", "by", "adviser" if it was the name of one}, at the next unlock
 *   adviser-added          {"adviser", "role": "adviser" | "manager"}
 *   adviser-removed        {"adviser"}
 *   role-changed           {"adviser", "role"}
 *   passphrase-changed     {"adviser"}
 *   recovery-key-changed   {}
 *   rekeyed                {}
 *
 * An unlocking that can't be written down (a full disk) still opens the book; it is written with
 * the next entry. What takes a passphrase takes a second by design, and may be done in another
 * thread while nobody else uses the ledger. */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

typedef enum
{
  STILE_ROLE_ADVISER,
  STILE_ROLE_MANAGER, /* adds and removes advisers, erases, exports, restores, renews the keys */
} StileRole;

typedef struct
{
  char *name;
  StileRole role;
  gboolean changed; /* somebody changed this past the program; only seen while unlocked */
} StileAdviser;

void stile_adviser_free (StileAdviser *adviser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileAdviser, stile_adviser_free)

/** All advisers, in order of making, as a new GPtrArray of StileAdviser. Readable while locked. */
GPtrArray *stile_ledger_list_advisers (StileLedger *ledger, GError **error);

/** What the one who unlocked the book may do; ADVISER while it is locked. */
StileRole stile_ledger_get_role (StileLedger *ledger);
/** FALSE with LOCKED while the book is locked, with ROLE where a manager is needed. */
gboolean stile_ledger_check_manager (StileLedger *ledger, GError **error);

/** Adds an adviser. Needs a manager. EXISTS where the name is taken, NAME and PASSPHRASE where they
 *  can't be one. */
gboolean stile_ledger_add_adviser (StileLedger *ledger, const char *name, const char *passphrase,
                                   StileRole role, GError **error);
/** Removes an adviser: their passphrase opens this book no more, their entries stay. Where they
 *  have it open in another program, that writes nothing more and locks itself. Needs a manager;
 *  the last one can't be removed (ROLE). Who removes themselves locks the book. Somebody who kept a
 *  copy of the book with a passphrase can still open the copy; stile_ledger_rekey() sees to it that
 *  it tells nothing about the book from then on. */
gboolean stile_ledger_remove_adviser (StileLedger *ledger, const char *name, GError **error);
/** Needs a manager; the last one stays one (ROLE). NOT_YET where the adviser has not unlocked the
 *  book since it was brought up to date. It counts at once, also where they have the book open. */
gboolean stile_ledger_set_role (StileLedger *ledger, const char *name, StileRole role,
                                GError **error);

/** Gives the one who unlocked the book a new passphrase. PASSPHRASE where @old_passphrase is wrong
 *  or the new one can't be one; wrong ones count as in unlocking (WAIT). */
gboolean stile_ledger_change_passphrase (StileLedger *ledger, const char *old_passphrase,
                                         const char *new_passphrase, GError **error);

/** Whole seconds until a passphrase of @adviser, or with NULL the recovery key, is tried again: 0
 *  but after five wrong ones in a row. It counts against the clock of the computer's start, which
 *  nobody sets. */
guint stile_ledger_get_wait (StileLedger *ledger, const char *adviser);
/** That there were too many wrong tries, and how long to wait: minutes where it is more than one,
 *  rounded up, else seconds. @seconds is above 0. Free with g_free. */
char *stile_ledger_wait_to_words (guint seconds);

/* ---- The recovery key ---- */

/** Makes a new recovery key; the old one opens this book no more. Needs a manager. Free with
 *  stile_secret_free(). */
gboolean stile_ledger_replace_recovery_key (StileLedger *ledger, char **recovery_key,
                                            GError **error);
/** Whether what was typed, in either form, is the recovery key of this book, which may be locked.
 *  Changes nothing. PASSPHRASE where it is not, with the reason. */
gboolean stile_ledger_test_recovery_key (StileLedger *ledger, const char *typed, GError **error);

/** The words of a recovery key in groups, as stile_ledger_create() gives it: twelve common English
 *  words, blanks between. NULL where it is not one. Free with stile_secret_free(). */
char *stile_recovery_key_to_words (const char *recovery_key);
/** The other way. Letter case and blanks do not matter, and of each word the first four letters are
 *  enough. NULL where it is not one: words are missing, unknown, or do not fit together. */
char *stile_recovery_key_from_words (const char *words);

/** How many keys of people are renewed, of how many; called now and then, in the thread that renews
 *  them. */
typedef void (*StileRekeyProgress) (guint64 n_done, guint64 n_all, gpointer user_data);

/** Makes a new master key for the book, so that who knew the old one, or has an old copy and a
 *  passphrase to it, learns nothing from what is written to the book later. Passphrases stay as
 *  they are; the recovery key is replaced. It is done as a whole or not at all, whenever the
 *  program or the computer stops. Other programs that have the book open are locked out of it.
 *  Keys of people stay the same inside: what was in old copies can still be read from those.
 *  @progress may be NULL.
 *
 *  Needs a manager. NOT_YET where an adviser has not unlocked the book since it was brought up to
 *  date (@error names them). */
gboolean stile_ledger_rekey (StileLedger *ledger, StileRekeyProgress progress, gpointer user_data,
                             char **recovery_key, GError **error);

G_END_DECLS
