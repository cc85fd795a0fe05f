// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The record book as the window holds it: the casework with its ledger, the directory of local
 * services that lies beside it, and the steps that take a
 * second by design (a passphrase is made slow to guess), done in a thread. While one of these runs,
 * nothing else may use the casework. */

#pragma once

#include <gio/gio.h>

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

#define STILE_TYPE_BOOK (stile_book_get_type ())
G_DECLARE_FINAL_TYPE (StileBook, stile_book, STILE, BOOK, GObject)

/** Takes @casework over. */
StileBook *stile_book_new (StileCasework *casework);

/** Opens the book at @path and leaves it locked. STILE_LEDGER_ERROR_MISSING: make one first. */
StileBook *stile_book_open (const char *path, GError **error);

/** Makes a new book, open and unlocked. All strings are copied, and wiped afterwards. */
void stile_book_create_async (const char *path, const char *station, const char *adviser,
                              const char *passphrase, StileKeyCost cost,
                              GAsyncReadyCallback callback, gpointer user_data);
/** @recovery_key: free with stile_secret_free(). */
StileBook *stile_book_create_finish (GAsyncResult *result, char **recovery_key, GError **error);

/** Until stile_book_unlock_finish(), which the callback has to call, the book is locked for the
 *  thread that asked, so that nothing reads or writes it beside the thread that unlocks it. */
void stile_book_unlock_async (StileBook *book, const char *adviser, const char *passphrase,
                              GAsyncReadyCallback callback, gpointer user_data);
/** Opens with the recovery key instead, and sets @new_passphrase for @adviser. */
void stile_book_recover_async (StileBook *book, const char *recovery_key, const char *adviser,
                               const char *new_passphrase, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean stile_book_unlock_finish (StileBook *book, GAsyncResult *result, GError **error);
/** The key that was used is used up: @new_recovery_key is the one in its place. Free with
 *  stile_secret_free(). */
gboolean stile_book_recover_finish (StileBook *book, GAsyncResult *result,
                                    char **new_recovery_key, GError **error);

void stile_book_lock (StileBook *book);
gboolean stile_book_is_unlocked (StileBook *book);

StileCasework *stile_book_get_casework (StileBook *book);
StileLedger *stile_book_get_ledger (StileBook *book);

/** The local services, for the thread of the window; opened when they are first asked for. Work
 *  goes on without them: where their file cannot be used, this is an empty directory, and the
 *  sentence says why. Borrowed. */
StileDirectory *stile_book_get_directory (StileBook *book);
/** Why there are no services, for the person at the desk; or NULL. Borrowed. */
const char *stile_book_get_directory_problem (StileBook *book);

/** Gives a directory that cannot be used another name, in its folder, and starts an empty one. */
gboolean stile_book_renew_directory (StileBook *book, GError **error);

/** The book of this user where no other is named. Free with g_free. */
char *stile_book_dup_default_path (void);

G_END_DECLS
