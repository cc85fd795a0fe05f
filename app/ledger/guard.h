// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: who typed five wrong passphrases in a row waits, longer each time. It slows
 * down a guesser at the desk; one who has the file is slowed down by Argon2id alone.
 *
 * The clock on the wall has no part in it, for anybody can set it. Time is counted from the start
 * of the computer; after a restart, what counts is the time since then. */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/** So many tries are free. */
#define STILE_GUARD_FREE_TRIES 5
#define STILE_GUARD_LONGEST_WAIT (15 * 60)

/** Where time comes from. */
typedef struct
{
  char *(*dup_boot) (void);  /* which start of the computer this is */
  gint64 (*get_time) (void); /* milliseconds since then, asleep or not */
} StileClock;

extern const StileClock stile_clock_of_system;

/** Seconds still to wait after @failures wrong tries in a row, the last of them @then milliseconds
 *  after the start of the computer. @same_boot: it is still that start, and @now counts from it. */
guint stile_guard_work_out_wait (guint failures, gboolean same_boot, gint64 then, gint64 now);

/** FALSE with WAIT, which says how long. @adviser is "" for the recovery key, and for names that
 *  have no slot. What can't be read holds up nobody. */
gboolean stile_guard_check (StileLedger *ledger, const char *kind, const char *adviser,
                            GError **error);

/** Counts a try before it is made, so that ending the program in the middle of it gives none for
 *  free. FALSE where nothing can be written now. */
gboolean stile_guard_count_try (StileLedger *ledger, const char *kind, const char *adviser);
/** Makes a try uncounted that was not one. */
void stile_guard_take_back (StileLedger *ledger, const char *kind, const char *adviser);
/** Keeps for the next unlocking that a try failed just now. */
void stile_guard_note_failure (StileLedger *ledger, const char *kind, const char *adviser);

/** After the right passphrase, inside a transaction: the count starts again, and tries that failed
 *  become entries. */
gboolean stile_guard_settle (StileLedger *ledger, const char *kind, const char *adviser,
                             GError **error);

G_END_DECLS
