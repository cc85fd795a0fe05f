// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: everything libsodium does for the book. Keys live in guarded memory that is
 * kept out of swap where the system's limits allow it, and is wiped when freed.
 *
 *   passphrase or recovery key ── Argon2id, salt ──► wraps the master key (key_slot)
 *   master key ── wraps ──► one random key a case (case_key) ── seals ──► contents (entry)
 *   master key ── crypto_kdf ──► chain key
 *
 * Wrapping and sealing are XChaCha20-Poly1305 with a random nonce in front, bound to where the
 * bytes belong: to the slot's kind and adviser, to the case, or to the entry's id, case and kind.
 */

#pragma once

#include <sodium.h>

#include "ledger.h"

G_BEGIN_DECLS

#define STILE_KEY_BYTES crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define STILE_WRAPPED_BYTES                                                                        \
  (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + STILE_KEY_BYTES                                  \
   + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define STILE_DIGEST_BYTES crypto_generichash_BYTES

/** The master key under one secret, as key_slot keeps it. */
typedef struct
{
  const char *kind;    /* "passphrase" or "recovery" */
  const char *adviser; /* "" for the recovery slot */
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint64 ops;
  guint64 mem;
  guint8 wrapped[STILE_WRAPPED_BYTES];
} StileKeySlot;

/** What chain covers of an entry. */
typedef struct
{
  const char *id;
  const char *case_id;
  const char *kind;
  const char *at;
  const char *station;
  gint64 station_seq;
  const char *adviser;
  guint8 digest[STILE_DIGEST_BYTES];
} StileChainLink;

typedef struct _StileKeys StileKeys;

/** To be called before any other function of libsodium; again is fine. */
void stile_keys_prepare (void);

/** A new random master key. */
StileKeys *stile_keys_new (void);
void stile_keys_free (StileKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileKeys, stile_keys_free)

void stile_key_cost_get_limits (StileKeyCost cost, guint64 *ops, guint64 *mem);

/** Wraps the master key under @secret into @slot, whose kind, adviser, ops and mem are set. Fails
 *  only where memory is short. */
gboolean stile_keys_fill_slot (StileKeys *keys, StileKeySlot *slot, gconstpointer secret,
                               gsize length, GError **error);

/** NULL with PASSPHRASE where @secret does not open @slot; its sentence is the caller's to word. */
StileKeys *stile_keys_open_slot (const StileKeySlot *slot, gconstpointer secret, gsize length,
                                 GError **error);

/* Case keys, once unwrapped, stay in a table of guarded memory. */
gboolean stile_keys_has_case (StileKeys *keys, const char *case_id);
void stile_keys_make_case (StileKeys *keys, const char *case_id,
                           guint8 wrapped[STILE_WRAPPED_BYTES]);
/** FALSE where the bytes are not a key of this case and book. */
gboolean stile_keys_add_case (StileKeys *keys, const char *case_id, const guint8 *wrapped,
                              gsize length);
void stile_keys_forget_cases (StileKeys *keys);

/** Seals @text for one entry. Lengths are rounded up to 64 bytes, so that they tell less. The key
 *  of the case is in the table. */
GBytes *stile_keys_seal (StileKeys *keys, const char *id, const char *case_id, const char *kind,
                         const char *text);
/** The text, NUL-terminated, with its @length; NULL where the bytes were changed, or sealed for
 *  another entry. Free with g_free. */
char *stile_keys_unseal (StileKeys *keys, const char *id, const char *case_id, const char *kind,
                         gconstpointer sealed, gsize sealed_length, gsize *length);

/** BLAKE2b-256 of what is sealed. */
void stile_keys_digest (gconstpointer sealed, gsize length, guint8 digest[STILE_DIGEST_BYTES]);
/** BLAKE2b-256, keyed, over @previous (the same station's; zeros before its first) and @link. */
void stile_keys_chain (StileKeys *keys, const guint8 previous[STILE_DIGEST_BYTES],
                       const StileChainLink *link, guint8 chain[STILE_DIGEST_BYTES]);

G_END_DECLS
