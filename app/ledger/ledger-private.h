// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: what a StileLedger is made of. */

#pragma once

#include "advisers.h"
#include "database.h"
#include "guard.h"
#include "keys.h"
#include "summary.h"

G_BEGIN_DECLS

struct _StileLedger
{
  StileDatabase *db;
  char *station_id;
  char *station;
  char *moved_from;      /* the computer before, until the frame is noted; or NULL */
  StileKeys *keys;      /* NULL while locked */
  char *adviser;        /* NULL while locked */
  StileRole role;       /* of the adviser */
  gint64 generation;    /* how often the keys were renewed; 0: they are as version 1 left them */
  const char *owed_by;  /* "passphrase" or "recovery": an unlocking that is no entry yet */
  gboolean frame_broken; /* as the change of it that is under way began */
  const StileClock *clock;
  GBytes *enclosure;    /* of backups, or NULL */
  GThread *lent_by;     /* to another, or NULL */
  GPtrArray *open_rows; /* of StileRows, borrowed; locking ends them */
};

/** Opens a file that nobody writes to, such as a backup, and of which nothing is made up to date:
 *  for looking at it only. */
StileLedger *stile_ledger_open_to_read (const char *path, GError **error);

/** Opens a copy that is to become the book, and brings it up to date. @station is what this
 *  computer is called from now on, as a station of its own; NULL: as before. */
StileLedger *stile_ledger_open_spare (const char *path, const char *station, GError **error);

/** Registers unseal () with the connection. */
gboolean stile_ledger_add_functions (StileLedger *ledger, GError **error);

/** Ends all rows that are still open; stepping on says LOCKED. */
void stile_ledger_end_rows (StileLedger *ledger);

/** Takes @keys over. */
void stile_ledger_take_keys (StileLedger *ledger, StileKeys *keys, const char *adviser,
                             StileRole role);

/** Starts a transaction on an unlocked book, in which an unlocking that is owed becomes an entry.
 *  LOCKED where another program renewed the keys meanwhile: then the book is locked, too. */
gboolean stile_ledger_begin (StileLedger *ledger, GError **error);
/** Ends it: commits where @good, else rolls back; returns whether it was committed. @error is set
 *  only by a commit that failed. */
gboolean stile_ledger_end (StileLedger *ledger, gboolean good, GError **error);

/** Appends an entry about the book, inside a transaction: names and values, NULL-terminated. */
gboolean stile_ledger_note (StileLedger *ledger, const char *kind, GError **error, ...)
    G_GNUC_NULL_TERMINATED;

/** FALSE with LOCKED where another program renewed the keys of the book. */
gboolean stile_ledger_check_generation (StileLedger *ledger, GError **error);

/** FALSE with READ_ONLY where nothing can be written. */
gboolean stile_ledger_check_writable (StileLedger *ledger, GError **error);
gboolean stile_ledger_check_database_writable (StileDatabase *db, GError **error);

/** Sees to it that the key of a case is in the table. @present says whether there is one: none is
 *  no error, one that can't be opened is. */
gboolean stile_ledger_load_case_key (StileLedger *ledger, const char *case_id, gboolean *present,
                                     GError **error);

/** Appends entries inside a transaction of the caller's. Where it is rolled back, keys of new cases
 *  go with it: call stile_keys_forget_cases(). @ids, if not NULL, has room for as many new ids. */
gboolean stile_ledger_append_inside (StileLedger *ledger, const StileEntryDraft *drafts,
                                     guint n_drafts, char **ids, GError **error);

/** Whether the person was erased: there are entries, and no key. */
gboolean stile_ledger_is_erased (StileLedger *ledger, const char *case_id, gboolean *erased,
                                 GError **error);

/** Empties the log, so that what was overwritten in the book is nowhere else. Where somebody is
 *  reading, the last one to close the book does it. */
void stile_ledger_empty_log (StileLedger *ledger);

/** Drops all summaries, inside a transaction: what they hold is to be gone, or to be opened by
 *  other keys, or was made of another book. */
gboolean stile_ledger_drop_summaries (StileLedger *ledger, GError **error);

/** "Entry 12 of 3 March 2026": how sentences name one. Free with g_free. */
char *stile_entry_describe (gint64 seq, const char *at);

/** Whether @digest is the SHA-256 of a form, in hexadecimal digits. */
gboolean stile_form_has_digest (gconstpointer xml, gsize length, const char *digest);

/** Now, as entries have it. Free with g_free. */
char *stile_timestamp_now (void);

G_END_DECLS
