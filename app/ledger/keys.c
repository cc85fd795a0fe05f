// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys-private.h"

#include <string.h>

#include "packing.h"

/* How keys are wrapped and contents sealed. It is part of what they are bound to, and the first
 * byte of sealed contents; a change gives the next number. */
#define FORMAT_VERSION 1

#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
#define PADDING_BLOCK 64
#define FIRST_TABLE_SIZE 64

void
stile_keys_prepare (void)
{
  if (sodium_init () < 0)
    g_error ("This system gives no random numbers; nothing can be kept safe without them.");
}

StileKeys *
stile_keys_allocate (void)
{
  StileKeys *keys = g_new0 (StileKeys, 1);

  keys->master = sodium_malloc (STILE_KEY_BYTES);
  keys->chain = sodium_malloc (crypto_generichash_KEYBYTES);
  keys->spare = sodium_malloc (STILE_KEY_BYTES);
  keys->n_room = FIRST_TABLE_SIZE;
  keys->cases = sodium_allocarray (keys->n_room, STILE_KEY_BYTES);
  keys->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert (keys->master != NULL && keys->chain != NULL && keys->cases != NULL
            && keys->spare != NULL);
  return keys;
}

void
stile_keys_derive_chain (StileKeys *keys)
{
  crypto_kdf_derive_from_key (keys->chain, crypto_generichash_KEYBYTES, 1, "StlChain",
                              keys->master);
}

StileKeys *
stile_keys_new (void)
{
  StileKeys *keys = stile_keys_allocate ();

  randombytes_buf (keys->master, STILE_KEY_BYTES);
  randombytes_buf (keys->chain, crypto_generichash_KEYBYTES);
  return keys;
}

StileKeys *
stile_keys_renew (StileKeys *keys)
{
  StileKeys *new_keys = stile_keys_new ();

  memcpy (new_keys->chain, keys->chain, crypto_generichash_KEYBYTES);
  return new_keys;
}

StileKeys *
stile_keys_copy (StileKeys *keys)
{
  StileKeys *copy = stile_keys_allocate ();

  memcpy (copy->master, keys->master, STILE_KEY_BYTES);
  memcpy (copy->chain, keys->chain, crypto_generichash_KEYBYTES);
  return copy;
}

void
stile_keys_free (StileKeys *keys)
{
  if (keys == NULL)
    return;
  sodium_free (keys->master);
  sodium_free (keys->chain);
  sodium_free (keys->cases);
  sodium_free (keys->spare);
  g_hash_table_unref (keys->indexes);
  g_free (keys);
}

GByteArray *
stile_keys_pack_place (const char *use, const char *first, const char *second, const char *third)
{
  GByteArray *place = g_byte_array_sized_new (192);

  stile_pack_text (place, use);
  stile_pack_number (place, FORMAT_VERSION);
  stile_pack_text (place, first);
  stile_pack_text (place, second);
  stile_pack_text (place, third);
  return place;
}

void
stile_keys_encrypt (guint8 *out, const guint8 *text, gsize length, GByteArray *place,
                    const guint8 *key)
{
  randombytes_buf (out, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (out + NONCE_BYTES, NULL, text, length, place->data,
                                              place->len, NULL, out, key);
}

gboolean
stile_keys_decrypt (guint8 *out, const guint8 *bytes, gsize length, GByteArray *place,
                    const guint8 *key)
{
  if (length < NONCE_BYTES + TAG_BYTES)
    return FALSE;
  return crypto_aead_xchacha20poly1305_ietf_decrypt (out, NULL, NULL, bytes + NONCE_BYTES,
                                                     length - NONCE_BYTES, place->data, place->len,
                                                     bytes, key)
         == 0;
}

static GByteArray *
place_of_chain (void)
{
  return stile_keys_pack_place ("book", "chain", "", "");
}

void
stile_keys_wrap_chain (StileKeys *keys, guint8 wrapped[STILE_WRAPPED_BYTES])
{
  g_autoptr (GByteArray) place = place_of_chain ();

  stile_keys_encrypt (wrapped, keys->chain, STILE_KEY_BYTES, place, keys->master);
}

gboolean
stile_keys_open_chain (StileKeys *keys, const guint8 wrapped[STILE_WRAPPED_BYTES])
{
  g_autoptr (GByteArray) place = place_of_chain ();

  return stile_keys_decrypt (keys->chain, wrapped, STILE_WRAPPED_BYTES, place, keys->master);
}

static guint8 *
find_case (StileKeys *keys, const char *case_id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (keys->indexes, case_id));
  return index > 0 ? keys->cases + (gsize) (index - 1) * STILE_KEY_BYTES : NULL;
}

gboolean
stile_keys_has_case (StileKeys *keys, const char *case_id)
{
  return find_case (keys, case_id) != NULL;
}

static guint8 *
add_place_for_case (StileKeys *keys, const char *case_id)
{
  guint n_cases = g_hash_table_size (keys->indexes);

  g_assert (!stile_keys_has_case (keys, case_id));
  if (n_cases == keys->n_room)
    {
      guint8 *larger = sodium_allocarray (2 * (gsize) keys->n_room, STILE_KEY_BYTES);

      g_assert (larger != NULL);
      memcpy (larger, keys->cases, (gsize) n_cases * STILE_KEY_BYTES);
      sodium_free (keys->cases);
      keys->cases = larger;
      keys->n_room *= 2;
    }
  g_hash_table_insert (keys->indexes, g_strdup (case_id), GUINT_TO_POINTER (n_cases + 1));
  return keys->cases + (gsize) n_cases * STILE_KEY_BYTES;
}

void
stile_keys_make_case (StileKeys *keys, const char *case_id, guint8 wrapped[STILE_WRAPPED_BYTES])
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("case", case_id, "", "");
  guint8 *key = add_place_for_case (keys, case_id);

  randombytes_buf (key, STILE_KEY_BYTES);
  stile_keys_encrypt (wrapped, key, STILE_KEY_BYTES, place, keys->master);
}

gboolean
stile_keys_add_case (StileKeys *keys, const char *case_id, const guint8 *wrapped, gsize length)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("case", case_id, "", "");
  guint8 *key = add_place_for_case (keys, case_id);

  if (length == STILE_WRAPPED_BYTES
      && stile_keys_decrypt (key, wrapped, length, place, keys->master))
    return TRUE;
  g_hash_table_remove (keys->indexes, case_id);
  return FALSE;
}

gboolean
stile_keys_wrap_again (StileKeys *keys, StileKeys *new_keys, const char *case_id,
                       guint8 wrapped[STILE_WRAPPED_BYTES])
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("case", case_id, "", "");
  guint8 *key = keys->spare;

  if (!stile_keys_decrypt (key, wrapped, STILE_WRAPPED_BYTES, place, keys->master))
    return FALSE;
  stile_keys_encrypt (wrapped, key, STILE_KEY_BYTES, place, new_keys->master);
  sodium_memzero (key, STILE_KEY_BYTES);
  return TRUE;
}

void
stile_keys_forget_cases (StileKeys *keys)
{
  sodium_memzero (keys->cases, (gsize) keys->n_room * STILE_KEY_BYTES);
  g_hash_table_remove_all (keys->indexes);
}

GBytes *
stile_keys_seal_padded (gconstpointer text, gsize length, gsize block, GByteArray *place,
                        const guint8 *key)
{
  gsize room = (length / block + 1) * block;
  gsize sealed_length = 1 + NONCE_BYTES + room + TAG_BYTES;
  guint8 *padded = g_malloc (room);
  guint8 *sealed = g_malloc (sealed_length);
  gsize padded_length = 0;

  memcpy (padded, text, length);
  sodium_pad (&padded_length, padded, length, block, room);
  g_assert (padded_length == room);

  sealed[0] = FORMAT_VERSION;
  stile_keys_encrypt (sealed + 1, padded, room, place, key);
  sodium_memzero (padded, room);
  g_free (padded);
  return g_bytes_new_take (sealed, sealed_length);
}

gpointer
stile_keys_unseal_padded (gconstpointer sealed, gsize sealed_length, gsize block,
                          GByteArray *place, const guint8 *key, gsize *length)
{
  const guint8 *bytes = sealed;
  gsize room;
  char *text;

  if (sealed_length < 1 + NONCE_BYTES + block + TAG_BYTES || bytes[0] != FORMAT_VERSION)
    return NULL;

  room = sealed_length - 1 - NONCE_BYTES - TAG_BYTES;
  text = g_malloc (room + 1);
  if (!stile_keys_decrypt ((guint8 *) text, bytes + 1, sealed_length - 1, place, key)
      || sodium_unpad (length, (guint8 *) text, room, block) != 0)
    {
      g_free (text);
      return NULL;
    }
  text[*length] = '\0';
  return text;
}

GBytes *
stile_keys_seal (StileKeys *keys, const char *id, const char *case_id, const char *kind,
                 const char *text)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("entry", id, case_id, kind);

  g_assert (stile_keys_has_case (keys, case_id));
  return stile_keys_seal_padded (text, strlen (text), PADDING_BLOCK, place,
                                 find_case (keys, case_id));
}

char *
stile_keys_unseal (StileKeys *keys, const char *id, const char *case_id, const char *kind,
                   gconstpointer sealed, gsize sealed_length, gsize *length)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("entry", id, case_id, kind);

  g_assert (stile_keys_has_case (keys, case_id));
  return stile_keys_unseal_padded (sealed, sealed_length, PADDING_BLOCK, place,
                                   find_case (keys, case_id), length);
}

void
stile_keys_digest (gconstpointer sealed, gsize length, guint8 digest[STILE_DIGEST_BYTES])
{
  crypto_generichash (digest, STILE_DIGEST_BYTES, sealed, length, NULL, 0);
}

void
stile_keys_chain (StileKeys *keys, const guint8 previous[STILE_DIGEST_BYTES],
                  const StileChainLink *link, guint8 chain[STILE_DIGEST_BYTES])
{
  g_autoptr (GByteArray) packed = g_byte_array_sized_new (384);

  stile_pack_number (packed, FORMAT_VERSION);
  stile_pack_bytes (packed, previous, STILE_DIGEST_BYTES);
  stile_pack_text (packed, link->id);
  stile_pack_text (packed, link->case_id);
  stile_pack_text (packed, link->kind);
  stile_pack_text (packed, link->at);
  stile_pack_text (packed, link->station);
  stile_pack_number (packed, link->station_seq);
  stile_pack_text (packed, link->adviser);
  stile_pack_bytes (packed, link->digest, STILE_DIGEST_BYTES);
  crypto_generichash (chain, STILE_DIGEST_BYTES, packed->data, packed->len, keys->chain,
                      crypto_generichash_KEYBYTES);
}
