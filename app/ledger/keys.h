// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: everything libsodium does for the book. Keys live in guarded memory that is
 * kept out of swap where the system's limits allow it, and is wiped when freed.
 *
 *   passphrase or recovery key ── Argon2id, salt ──► opens the master key (key_slot, slot-keys.c)
 *   master key ── wraps ──► one random key a case (case_key) ── seals ──► contents (entry)
 *   master key ── wraps ──► chain key (book_key)
 *   master key ── derives ──► the key that seals summaries (summary, summary-keys.c)
 *
 * Wrapping and sealing are XChaCha20-Poly1305 with a random nonce in front, bound to where the
 * bytes belong: to the slot's kind, adviser and role, to the case, or to the entry's id, case and
 * kind.
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

/** A slot's two secrets of its own, wrapped. */
#define STILE_WRAPPED_PAIR_BYTES (STILE_WRAPPED_BYTES + STILE_KEY_BYTES)

/** How slots are made now; slots of format 1 are read. */
#define STILE_SLOT_FORMAT 2

/** The master key under one secret, as key_slot keeps it. */
typedef struct
{
  const char *kind;    /* "passphrase" or "recovery" */
  const char *adviser; /* "" for the recovery slot */
  const char *role;    /* "adviser", "manager"; "" for the recovery slot */
  gint64 format;
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint64 ops;
  guint64 mem;
  guint8
      wrapped[STILE_WRAPPED_PAIR_BYTES]; /* by the secret: the pair; in format 1 the master key */
  gsize wrapped_length;
  guint8 public[crypto_box_PUBLICKEYBYTES];
  guint8 sealing[STILE_WRAPPED_BYTES]; /* the second of the pair, by the master key */
  guint8 sender[crypto_box_PUBLICKEYBYTES];
  guint8 master[STILE_WRAPPED_BYTES]; /* the master key, by what sender and public share */
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

/** The same keys again, without those of cases. */
StileKeys *stile_keys_copy (StileKeys *keys);

/** A new random master key, and the chain key of @keys: it stays, so that the chain does. */
StileKeys *stile_keys_renew (StileKeys *keys);

void stile_key_cost_get_limits (StileKeyCost cost, guint64 *ops, guint64 *mem);

/** Makes the secrets of @slot, whose kind, adviser, role, ops and mem are set, and puts the master
 *  key into it, to be opened with @secret. Fails only where memory is short. */
gboolean stile_keys_fill_slot (StileKeys *keys, StileKeySlot *slot, gconstpointer secret,
                               gsize length, GError **error);

/** NULL with PASSPHRASE where @secret does not open @slot, its sentence is the caller's to word;
 *  with DAMAGED where it does and the rest was changed, such as the role. The chain key is what
 *  books of version 1 had: it came from the master key. */
StileKeys *stile_keys_open_slot (const StileKeySlot *slot, gconstpointer secret, gsize length,
                                 GError **error);

/** Whether a slot is as a holder of this master key made it, role and all. */
gboolean stile_keys_check_slot (StileKeys *keys, const StileKeySlot *slot);
/** Puts the master key of @new_keys into a slot that was made with @keys, without its passphrase.
 *  @role becomes its role. FALSE where check would be. */
gboolean stile_keys_seal_again (StileKeys *keys, StileKeys *new_keys, StileKeySlot *slot,
                                const char *role);

/** The chain key: from the master key, as in version 1, or its own, wrapped. */
void stile_keys_derive_chain (StileKeys *keys);
void stile_keys_wrap_chain (StileKeys *keys, guint8 wrapped[STILE_WRAPPED_BYTES]);
gboolean stile_keys_open_chain (StileKeys *keys, const guint8 wrapped[STILE_WRAPPED_BYTES]);

/* Case keys, once unwrapped, stay in a table of guarded memory. */
gboolean stile_keys_has_case (StileKeys *keys, const char *case_id);
void stile_keys_make_case (StileKeys *keys, const char *case_id,
                           guint8 wrapped[STILE_WRAPPED_BYTES]);
/** FALSE where the bytes are not a key of this case and book. */
gboolean stile_keys_add_case (StileKeys *keys, const char *case_id, const guint8 *wrapped,
                              gsize length);
/** From the master key of @keys to that of @new_keys, past the table. FALSE where it does not
 *  open. */
gboolean stile_keys_wrap_again (StileKeys *keys, StileKeys *new_keys, const char *case_id,
                                guint8 wrapped[STILE_WRAPPED_BYTES]);
void stile_keys_forget_cases (StileKeys *keys);

/** Seals @text for one entry. Lengths are rounded up to 64 bytes, so that they tell less. The key
 *  of the case is in the table. */
GBytes *stile_keys_seal (StileKeys *keys, const char *id, const char *case_id, const char *kind,
                         const char *text);
/** The text, NUL-terminated, with its @length; NULL where the bytes were changed, or sealed for
 *  another entry. Free with g_free. */
char *stile_keys_unseal (StileKeys *keys, const char *id, const char *case_id, const char *kind,
                         gconstpointer sealed, gsize sealed_length, gsize *length);

/** Seals a summary of entries up to @seq, whose chain this is. */
GBytes *stile_keys_seal_summary (StileKeys *keys, const char *name, gint64 seq,
                                 const guint8 chain[STILE_DIGEST_BYTES], gconstpointer bytes,
                                 gsize length);
/** NULL where the bytes were changed, or sealed for another place or state of the book. Free with
 *  g_free. */
guint8 *stile_keys_unseal_summary (StileKeys *keys, const char *name, gint64 seq,
                                   const guint8 chain[STILE_DIGEST_BYTES], gconstpointer sealed,
                                   gsize sealed_length, gsize *length);

/** BLAKE2b-256 of what is sealed. */
void stile_keys_digest (gconstpointer sealed, gsize length, guint8 digest[STILE_DIGEST_BYTES]);
/** BLAKE2b-256, keyed, over @previous (the same station's; zeros before its first) and @link. */
void stile_keys_chain (StileKeys *keys, const guint8 previous[STILE_DIGEST_BYTES],
                       const StileChainLink *link, guint8 chain[STILE_DIGEST_BYTES]);

G_END_DECLS
