// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys-private.h"
#include "packing.h"

/* Summaries have a key of their own, which whoever holds the master key can make. */

/* Of a length that tells little, and a page of the file anyway. */
#define PADDING_BLOCK 4096

static GByteArray *
place_of_summary (const char *name, gint64 seq, const guint8 chain[STILE_DIGEST_BYTES])
{
  GByteArray *place = stile_keys_pack_place ("summary", name, "", "");

  stile_pack_number (place, seq);
  stile_pack_bytes (place, chain, STILE_DIGEST_BYTES);
  return place;
}

static void
derive_key (StileKeys *keys)
{
  crypto_kdf_derive_from_key (keys->spare, STILE_KEY_BYTES, 1, "StlSumry", keys->master);
}

GBytes *
stile_keys_seal_summary (StileKeys *keys, const char *name, gint64 seq,
                         const guint8 chain[STILE_DIGEST_BYTES], gconstpointer bytes, gsize length)
{
  g_autoptr (GByteArray) place = place_of_summary (name, seq, chain);
  GBytes *sealed;

  derive_key (keys);
  sealed = stile_keys_seal_padded (bytes, length, PADDING_BLOCK, place, keys->spare);
  sodium_memzero (keys->spare, STILE_KEY_BYTES);
  return sealed;
}

guint8 *
stile_keys_unseal_summary (StileKeys *keys, const char *name, gint64 seq,
                           const guint8 chain[STILE_DIGEST_BYTES], gconstpointer sealed,
                           gsize sealed_length, gsize *length)
{
  g_autoptr (GByteArray) place = place_of_summary (name, seq, chain);
  guint8 *bytes;

  derive_key (keys);
  bytes = stile_keys_unseal_padded (sealed, sealed_length, PADDING_BLOCK, place, keys->spare,
                                    length);
  sodium_memzero (keys->spare, STILE_KEY_BYTES);
  return bytes;
}
