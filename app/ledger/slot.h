// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the rows of key_slot. */

#pragma once

#include "advisers.h"
#include "ledger-private.h"

G_BEGIN_DECLS

/** A slot that owns its texts. */
typedef struct
{
  char *kind;
  char *adviser;
  char *role;
  StileKeySlot keys; /* its texts are borrowed from here */
} StileSlot;

void stile_slot_free (StileSlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileSlot, stile_slot_free)

/** Keeps the chain key, wrapped by the master key of @keys. Inside a transaction. */
gboolean stile_chain_key_store (StileLedger *ledger, StileKeys *keys, gint64 generation,
                                GError **error);

/** Roles as the file has them. */
const char *stile_role_name (StileRole role);
StileRole stile_role_from_name (const char *name);

/** Puts a slot in place of the same adviser's, or adds it. Inside a transaction. */
gboolean stile_slot_store (StileLedger *ledger, const StileKeySlot *slot, GError **error);

/** NULL where there is none: without @error, because who may know that depends. */
StileSlot *stile_slot_find (StileLedger *ledger, const char *kind, const char *adviser,
                            GError **error);

/** The slot of an adviser; UNKNOWN where there is none. */
StileSlot *stile_slot_get_adviser (StileLedger *ledger, const char *adviser, GError **error);
void stile_slot_say_unknown (const char *adviser, GError **error);

/** FALSE with LOCKED where the one who unlocked the book was removed from it since, by another
 * program. */
gboolean stile_slot_check_own (StileLedger *ledger, GError **error);

/** Puts the master key of @new_keys into an adviser's slot, and stores it. NOT_YET where the slot
 * is of format 1, DAMAGED where somebody changed it. Inside a transaction. */
gboolean stile_slot_seal_again (StileLedger *ledger, StileKeys *new_keys, StileSlot *slot,
                                const char *role, GError **error);

/** All slots, as a new GPtrArray of StileSlot; advisers first, in order of making. */
GPtrArray *stile_slot_list (StileLedger *ledger, GError **error);

/** The name of a station or an adviser as it is kept: NFC, no blanks around. NULL with NAME where
 *  nothing is left, or too much. Free with g_free. */
char *stile_name_normalise (const char *name, GError **error);

G_END_DECLS
