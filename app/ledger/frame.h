// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: what stands around the entries and is in none of them: the computers and
 * their names, what opens the book, and how often its keys were renewed. An entry of
 * STILE_LEDGER_BOOK binds it to the chain whenever the program changes it:
 *
 *   frame                  {"digest"}
 *
 * so that a change past the program shows. Books from before this have none until they are next
 * unlocked. */

#pragma once

#include "ledger-private.h"

G_BEGIN_DECLS

#define STILE_KIND_FRAME "frame"

/** As stile_ledger_begin() and stile_ledger_end(), around a change of the frame, which is noted at
 *  the end. Where it was not as noted before, it is not noted anew: one change must not hide
 *  another. */
gboolean stile_frame_begin (StileLedger *ledger, GError **error);
gboolean stile_frame_end (StileLedger *ledger, gboolean good, GError **error);

/** Notes the frame as it is now. Inside a transaction. */
gboolean stile_frame_note (StileLedger *ledger, GError **error);
/** The same where none was noted yet. */
gboolean stile_frame_settle (StileLedger *ledger, GError **error);

/** Whether the frame is as it was last noted, or none was. The book is unlocked. */
gboolean stile_frame_check (StileLedger *ledger, gboolean *whole, GError **error);

G_END_DECLS
