// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the tests of this room share: a throw-away record book, and a hand that reaches past the
 * ledger into its file. */

#pragma once

#include <sqlite3.h>

#include "ledger.h"

G_BEGIN_DECLS

#define BOOK_ADVISER "Maja Nowak"
#define BOOK_PASSPHRASE "correct horse battery"

/** A new book begins with an entry of its own. */
#define BOOK_N_FIRST 1

typedef struct
{
  char *folder;
  char *path;
  char *recovery_key;
  StileLedger *ledger; /* unlocked */
} Book;

/** A new book in a new folder. */
Book *book_new (void);
/** A copy of a closed one, closed too: quicker than making another. */
Book *book_copy (const Book *original);
void book_free (Book *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

/** Removes a folder and all that is in it. */
void remove_folder (const char *folder);

/** Closes the book, opens it again and unlocks it. */
void book_reopen (Book *book);

/** Appends {"text": @text}; returns the id. Free with g_free. */
char *book_append (Book *book, const char *case_id, const char *kind, const char *text);

/** Keeps a form of many pages; returns its digest. Free with g_free. */
char *book_put_long_form (Book *book);

/** The migrations of today and one of tomorrow; free with g_strfreev. */
char **dup_scripts_and (const char *more);

/** A JSON object from its text. */
JsonNode *json_object_node (const char *text);

/** "text" of an entry's content. Borrowed. */
const char *entry_text (const StileEntry *entry);

/** Takes away the guards against our own mistakes: a forger would. */
#define RAW_DROP_GUARDS                                                                            \
  "DROP TRIGGER IF EXISTS entry_stays; DROP TRIGGER IF EXISTS entry_is_final;"                     \
  "DROP TRIGGER IF EXISTS entry_is_only_erased;"

/** Runs SQL on a file, past the ledger and its guards; the file must not be open elsewhere unless
 *  the test is about that. */
void raw_exec (const char *path, const char *sql);
/** The same; the first column of the first row as text. Free with g_free. */
char *raw_get (const char *path, const char *sql);

/** Flips one bit of a BLOB column of entry @seq, whose guards are taken away first. */
void raw_flip (const char *path, const char *column, gint64 seq, int byte);

/** All bytes of a file. */
GBytes *file_bytes (const char *path);
/** Whether these bytes occur anywhere in a file; a file that is not there has none. */
gboolean file_has_bytes (const char *path, gconstpointer bytes, gsize length);
/** The same for bytes written as hexadecimal digits. */
gboolean file_has_hex (const char *path, const char *hex);
/** @path with something behind it, such as "-wal". Free with g_free. */
char *beside (const char *path, const char *suffix);

G_END_DECLS
