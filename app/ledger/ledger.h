// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The record book: one SQLite file of sealed, append-only entries. Nothing is updated in place.
 * This room knows nothing of forms or people, and is the only one that knows SQLite's and
 * libsodium's types.
 *
 * What it keeps from whom, what the walk of stile_ledger_verify() can't see, and what every byte
 * means stands in README.md here. In short: a stolen file shows when something happened, not what;
 * newest entries that were cut off show only in comparison with another copy.
 *
 * Not thread-safe: one StileLedger belongs to one thread at a time (unlocking, which takes a
 * second by design, may be done in another while nobody else uses it). */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define STILE_LEDGER_ERROR (stile_ledger_error_quark ())
GQuark stile_ledger_error_quark (void);

/** Every message is one plain sentence for the person at the desk. */
typedef enum
{
  STILE_LEDGER_ERROR_MISSING,    /* no such file or folder */
  STILE_LEDGER_ERROR_EXISTS,     /* there is a file already */
  STILE_LEDGER_ERROR_NOT_A_BOOK, /* a file, but not a record book */
  STILE_LEDGER_ERROR_NEWER,      /* written by a newer program */
  STILE_LEDGER_ERROR_DAMAGED,
  STILE_LEDGER_ERROR_READ_ONLY,
  STILE_LEDGER_ERROR_BUSY, /* another program holds it; try again */
  STILE_LEDGER_ERROR_FULL, /* no space left; nothing was lost; try again */
  STILE_LEDGER_ERROR_IO,
  STILE_LEDGER_ERROR_PASSPHRASE, /* wrong, or too short or long to be one */
  STILE_LEDGER_ERROR_LOCKED,     /* the keys are not here: unlock first */
  STILE_LEDGER_ERROR_ERASED,     /* this person's key was destroyed */
  STILE_LEDGER_ERROR_UNKNOWN,    /* no such case, entry or form */
  STILE_LEDGER_ERROR_QUERY,      /* our own mistake in SQL */
  STILE_LEDGER_ERROR_NAME,       /* a station or an adviser needs a name */
  STILE_LEDGER_ERROR_CONTENT,    /* not a JSON object that could be read back */
  STILE_LEDGER_ERROR_WAIT,       /* too many wrong passphrases; the sentence says how long */
  STILE_LEDGER_ERROR_ROLE,       /* only a manager can do this, or there would be none */
  STILE_LEDGER_ERROR_NOT_YET,    /* somebody has to unlock the book once before this can be done */
  STILE_LEDGER_ERROR_WOULD_LOSE, /* the book has entries that the backup lacks */
  STILE_LEDGER_ERROR_NO_FOLDER,  /* where backups are kept is not here, like an unplugged disk */
} StileLedgerError;

/** Passphrases are between these lengths, in bytes of UTF-8. */
#define STILE_PASSPHRASE_MIN 8
#define STILE_PASSPHRASE_MAX 1024

/** How hard a passphrase is to guess: Argon2id, as libsodium names it. */
typedef enum
{
  STILE_KEY_COST_MODERATE, /* what real books use */
  STILE_KEY_COST_MIN,      /* throw-away books of tests and the demo only */
} StileKeyCost;

typedef struct _StileLedger StileLedger;

/** Makes a new book at @path, with its folder (mode 0700; the file is 0600), one passphrase slot
 *  for @adviser and one recovery slot. Refuses to replace any file, and leaves none behind where it
 *  fails. The book is open and unlocked. Names are text of up to 500 bytes, passphrases of the
 *  lengths above; both are taken in Unicode NFC, so that every keyboard types the same.
 *  @recovery_key, in groups that can be read out and typed, is shown once and kept nowhere: free it
 *  with stile_secret_free(). */
StileLedger *stile_ledger_create (const char *path, const char *station, const char *adviser,
                                  const char *passphrase, StileKeyCost cost, char **recovery_key,
                                  GError **error);

/** Opens a book, migrates an older one (after copying it to a file beside it), and leaves it
 *  locked. A book on a read-only medium opens for reading. What is refused (no book, a newer one, a
 *  damaged one) is not written to. */
StileLedger *stile_ledger_open (const char *path, GError **error);
void stile_ledger_close (StileLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileLedger, stile_ledger_close)

/** The absolute path. Borrowed. */
const char *stile_ledger_get_path (StileLedger *ledger);
/** The name of the machine, as create was told. Borrowed. */
const char *stile_ledger_get_station (StileLedger *ledger);
gboolean stile_ledger_is_read_only (StileLedger *ledger);

/** The names of the passphrase slots, in order of making. Readable while locked. Free with
 *  g_strfreev. */
char **stile_ledger_dup_advisers (StileLedger *ledger, GError **error);

/** Opens the slot of @adviser with their passphrase; entries written from now on carry their name.
 *  Where it does not open, PASSPHRASE is one and the same sentence, whatever the reason; after five
 *  wrong ones in a row it is WAIT for a while. What else there is to say of advisers stands in
 *  advisers.h. */
gboolean stile_ledger_unlock (StileLedger *ledger, const char *adviser, const char *passphrase,
                              GError **error);

/** Opens the recovery slot. @recovery_key is words or groups; blanks, hyphens and letter case do
 *  not matter. Sets a new passphrase for @adviser in the same step, in place of the one they had;
 *  an adviser who had none gets one. Who has the recovery key can do everything, so they are a
 *  manager from then on. A key that was used is used up: @new_recovery_key is the one in its place,
 *  to be shown once and printed; free it with stile_secret_free(). With NULL the old one stays. */
gboolean stile_ledger_recover (StileLedger *ledger, const char *recovery_key, const char *adviser,
                               const char *new_passphrase, char **new_recovery_key, GError **error);

/** Wipes the keys. The book stays open, locked; rows that were still open end. */
void stile_ledger_lock (StileLedger *ledger);
gboolean stile_ledger_is_unlocked (StileLedger *ledger);
/** FALSE with LOCKED where it is not. */
gboolean stile_ledger_check_unlocked (StileLedger *ledger, GError **error);
/** Leaves the book to another thread, which unlocks it or renews its keys: until
 *  stile_ledger_take_back() it is locked for the thread that calls this and for no other. Call both
 *  in the same thread, before the other starts and after it is done. */
void stile_ledger_lend (StileLedger *ledger);
void stile_ledger_take_back (StileLedger *ledger);
/** Whether the thread that calls this has lent it. */
gboolean stile_ledger_is_lent (StileLedger *ledger);
/** Who unlocked it, or NULL while locked. Borrowed. */
const char *stile_ledger_get_adviser (StileLedger *ledger);

/** Wipes and frees a string that was secret. */
void stile_secret_free (char *secret);

/** The case of entries about the book itself rather than a person: who opened it, who was added,
 *  settings, copies, erased people. Its key is made with its first entry; it is never erased. */
#define STILE_LEDGER_BOOK "book"

/** A new UUIDv7, which also starts no case by itself: the first entry of a case makes its key. Free
 *  with g_free. */
char *stile_ledger_new_id (void);

/** What to append: @content is a JSON object, sealed with the key of the case. */
typedef struct
{
  const char *case_id; /* from stile_ledger_new_id(), or STILE_LEDGER_BOOK */
  const char *kind;    /* "person", "answer", …: [a-z-]+ */
  JsonNode *content;
} StileEntryDraft;

/** Appends one entry, or several that stand or fall together. Returns after COMMIT: TRUE means it
 *  is on the disk. On FALSE nothing was written and the same call may be tried again. @ids, if not
 *  NULL, receives the new ids, free with g_strfreev. */
gboolean stile_ledger_append (StileLedger *ledger, const char *case_id, const char *kind,
                              JsonNode *content, char **id, GError **error);
gboolean stile_ledger_append_all (StileLedger *ledger, const StileEntryDraft *drafts,
                                  guint n_drafts, char ***ids, GError **error);

/** One entry as it was read. */
typedef struct
{
  gint64 seq;
  char *id;
  char *case_id;
  char *kind;
  char *at; /* RFC 3339, UTC, milliseconds */
  char *station;
  char *adviser;
  JsonNode *content; /* NULL where it was erased */
} StileEntry;

void stile_entry_free (StileEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileEntry, stile_entry_free)

/** All entries of a case, in order of writing, as a new GPtrArray of StileEntry. UNKNOWN where
 *  there are none, ERASED where the person was erased; DAMAGED where an entry was changed (@error
 *  names it). */
GPtrArray *stile_ledger_read_case (StileLedger *ledger, const char *case_id, GError **error);
/** The same, but for entries of one kind, which are not opened. UNKNOWN where there are no
 *  others. */
GPtrArray *stile_ledger_read_case_without (StileLedger *ledger, const char *case_id,
                                           const char *kind, GError **error);
/** All entries of the book from @after_seq on, at most @limit (0: all). */
GPtrArray *stile_ledger_read_all (StileLedger *ledger, gint64 after_seq, guint limit,
                                  GError **error);

/** Erases a person for real: their key is destroyed, the contents of their entries go, and so do
 *  their last traces in the log beside the file (where another program is reading the book, only
 *  when it is closed). What stays is that something happened and when, so that the walk of
 *  stile_ledger_verify() still finds the book whole, and an entry "erased" {"case": id} in
 *  STILE_LEDGER_BOOK. Copies of the book made earlier still hold the person. UNKNOWN where there is
 *  no such person, ERASED where it was done before, ROLE where a manager is needed. */
gboolean stile_ledger_erase_case (StileLedger *ledger, const char *case_id, GError **error);

/* Lists and reports are plain SQL over TEMP views, one for each kind of entry, named after it with
 * "_" for "-": columns seq, id, case_id, at, station, adviser, p. `p ->> '$.name'` reads a field of
 * the sealed content; p is NULL where it was erased. The tables entry and form are there too, keys
 * are not. Only one SELECT is allowed, and only while the book is unlocked. Free rows before the
 * next append: while they are open, so is their snapshot of the book. */

typedef struct _StileRows StileRows;

/** Tells the ledger which kinds get a view; NULL-terminated. To be called once after opening. */
gboolean stile_ledger_define_views (StileLedger *ledger, const char *const *kinds, GError **error);

/** Runs a SELECT with @params (NULL-terminated strings, or NULL) bound to ?1, ?2, …. */
StileRows *stile_ledger_query (StileLedger *ledger, const char *sql, const char *const *params,
                               GError **error);
/** Steps to the next row; FALSE at the end, or with @error set on a fault. */
gboolean stile_rows_next (StileRows *rows, GError **error);
/** NULL for SQL NULL. Borrowed until the next step. */
const char *stile_rows_get_text (StileRows *rows, guint column);
gint64 stile_rows_get_int (StileRows *rows, guint column);
double stile_rows_get_double (StileRows *rows, guint column);
gboolean stile_rows_is_null (StileRows *rows, guint column);
void stile_rows_free (StileRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileRows, stile_rows_free)

/** Keeps a form verbatim under its digest, the SHA-256 of @xml in hexadecimal digits; keeping it
 *  twice is fine. */
gboolean stile_ledger_put_form (StileLedger *ledger, const char *digest, const char *id,
                                const char *version, GBytes *xml, GError **error);
/** UNKNOWN where it was never kept, DAMAGED where it is not what was kept. */
GBytes *stile_ledger_get_form (StileLedger *ledger, const char *digest, GError **error);

/** What a walk over the whole book found. */
typedef struct
{
  guint64 entries;
  guint64 erased;
  guint64 opened;    /* contents that were decrypted; 0 while locked */
  char *first_break; /* NULL: the book is whole. Else a sentence that names the entry */
  gint64 first_break_seq;
  gboolean with_keys; /* the book was unlocked: chain and contents were walked too */
  gboolean compared;  /* with a figure that was noted earlier, and it agrees */
  char *figure;       /* stands for the book as it is, to be noted elsewhere; NULL if broken */
} StileLedgerReport;

/** Walks structure, order and digests and, when unlocked, chain and contents. NULL only where the
 *  walk itself could not be done. */
StileLedgerReport *stile_ledger_verify (StileLedger *ledger, GError **error);
/** The same, and holds the book against the @figure of an earlier report: it is a break if the
 *  entries of that time are not all there any more. NAME where that is no figure. */
StileLedgerReport *stile_ledger_verify_since (StileLedger *ledger, const char *figure,
                                              GError **error);
/** What the walk has shown, and what no walk can show, in sentences for whoever relies on it.
 *  Nothing is shown where the book is broken. Free with g_strfreev. */
char **stile_ledger_report_dup_proven (const StileLedgerReport *report);
char **stile_ledger_report_dup_unproven (const StileLedgerReport *report);
void stile_ledger_report_free (StileLedgerReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileLedgerReport, stile_ledger_report_free)

G_END_DECLS
