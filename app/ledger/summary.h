// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What somebody made of all entries up to one of them, sealed and kept in the book, so that after
 * the next unlocking only the entries behind it need be read. It is never the truth: where it is
 * missing, damaged, or was made of other entries, the entries are there. So nothing here has an
 * error to tell.
 *
 * A summary holds what was said by people, so that erasing one drops all summaries in the same
 * step. So do renewing the keys and restoring; copies of the book are made without them. */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 seq; /* the newest entry that is in it */
  guint8 *bytes;
  gsize length;
} StileSummary;

/** What was kept under @name; NULL where there is none that belongs to this book as it is, and
 *  while the book is locked. */
StileSummary *stile_ledger_load_summary (StileLedger *ledger, const char *name);
/** Wipes what it holds, too. */
void stile_summary_free (StileSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileSummary, stile_summary_free)

/** Keeps @summary under @name, in place of what was there. FALSE where that can't be done now:
 *  the book is locked, can only be read, is in use by another program (nothing waits for it), has
 *  no room; or somebody was erased behind the newest entry in it. Then the old one stays. */
gboolean stile_ledger_keep_summary (StileLedger *ledger, const char *name,
                                    const StileSummary *summary);

G_END_DECLS
