// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: a secret being tried on a slot. */

#pragma once

#include "guard.h"
#include "slot.h"

G_BEGIN_DECLS

typedef struct
{
  StileSlot *slot;        /* NULL: there is none */
  const char *counted_as; /* the name the guard counts a wrong try under */
  gboolean counted;       /* FALSE: nothing can be written now */
  StileKeys *keys;        /* NULL: it did not open */
  gint64 generation;
} StileUnlocking;

/** Tries @secret on the slot of @adviser ("" for the recovery slot) where the guard allows, and
 *  counts it. FALSE with WAIT, PASSPHRASE, or what else went wrong. */
gboolean stile_unlocking_try (StileUnlocking *unlocking, StileLedger *ledger, const char *kind,
                              const char *adviser, gconstpointer secret, gsize length,
                              GError **error);
void stile_unlocking_clear (StileUnlocking *unlocking);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StileUnlocking, stile_unlocking_clear)

/** Makes a new recovery key and its slot, whose ops and mem are set. */
gboolean stile_recovery_slot_fill (StileKeys *keys, StileKeySlot *slot, char **recovery_key,
                                   GError **error);

G_END_DECLS
