// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the figure that stands for a book as it was, to be written down outside it.
 * "1204-8f3a-91c2-07de-b650": 1204 entries, and the first 8 bytes of BLAKE2b-256 over where the
 * chain of each station ended, which covers every entry before. Erasing people does not change
 * it. */

#pragma once

#include "ledger-private.h"

G_BEGIN_DECLS

/** Where the chain of one station has come to. */
typedef struct
{
  gint64 station_seq;
  guint8 chain[STILE_DIGEST_BYTES];
} StileChainEnd;

/** The figure of @entries entries. @ends: station id → StileChainEnd. Free with g_free. */
char *stile_figure_new (guint64 entries, GHashTable *ends);

/** The figure of a book from where its chains end now, without walking through it. NULL with
 *  @error. */
char *stile_figure_read_from_book (StileLedger *ledger, guint64 *entries, GError **error);

/** Reads what somebody typed: blanks and letter case do not matter. @figure is as
 *  stile_figure_new() writes it; free with g_free. NAME where it is none. */
gboolean stile_figure_read (const char *typed, guint64 *entries, char **figure, GError **error);

G_END_DECLS
