// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "keys-private.h"
#include "packing.h"
#include "words.h"

/* How a slot holds the master key. The passphrase opens two secrets of the adviser's own, made with
 * the slot. One is the private half of a pair: to its public half a new master key can be sealed by
 * whoever holds the old one, without a passphrase of theirs. The other, which only they and holders
 * of the master key know, shows that it was not somebody else who sealed it. */

/* No slot of ours asks for more; a file made to exhaust the machine might. */
#define MAX_OPS 64
#define MAX_MEM (G_GUINT64_CONSTANT (1) << 30)

typedef struct
{
  guint8 private[crypto_scalarmult_SCALARBYTES];
  guint8 seal[STILE_KEY_BYTES];
} SlotSecrets;

G_STATIC_ASSERT (sizeof (SlotSecrets) + STILE_WRAPPED_BYTES - STILE_KEY_BYTES
                 == STILE_WRAPPED_PAIR_BYTES);

static gpointer
allocate_guarded (gsize size)
{
  gpointer memory = sodium_malloc (size);

  g_assert (memory != NULL);
  return memory;
}

void
stile_key_cost_get_limits (StileKeyCost cost, guint64 *ops, guint64 *mem)
{
  gboolean least = cost == STILE_KEY_COST_MIN;

  *ops = least ? crypto_pwhash_argon2id_OPSLIMIT_MIN : crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
  *mem = least ? crypto_pwhash_argon2id_MEMLIMIT_MIN : crypto_pwhash_argon2id_MEMLIMIT_MODERATE;
}

/* Guarded memory with the key that @secret gives for @slot; free with sodium_free. */
static guint8 *
derive_slot_key (const StileKeySlot *slot, gconstpointer secret, gsize length, GError **error)
{
  guint8 *key = allocate_guarded (STILE_KEY_BYTES);

  if (crypto_pwhash (key, STILE_KEY_BYTES, secret, length, slot->salt, slot->ops, slot->mem,
                     crypto_pwhash_ALG_ARGON2ID13)
      == 0)
    return key;
  sodium_free (key);
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_IO,
                       _("This computer has not enough free memory to check a passphrase. Please "
                         "close other programs and try again."));
  return NULL;
}

/* The key between the one who seals and the owner of the slot: each has one private half. FALSE
 * where the other half is no key. */
static gboolean
derive_between (const StileKeySlot *slot, const guint8 *private, const guint8 *public,
                const guint8 *seal, guint8 *key)
{
  guint8 *shared = allocate_guarded (crypto_scalarmult_BYTES);
  gboolean derived = crypto_scalarmult (shared, private, public) == 0;
  g_autoptr (GByteArray) ends = g_byte_array_new ();
  crypto_generichash_state state;

  stile_pack_bytes (ends, slot->sender, sizeof slot->sender);
  stile_pack_bytes (ends, slot->public, sizeof slot->public);
  crypto_generichash_init (&state, seal, STILE_KEY_BYTES, STILE_KEY_BYTES);
  crypto_generichash_update (&state, shared, crypto_scalarmult_BYTES);
  crypto_generichash_update (&state, ends->data, ends->len);
  crypto_generichash_final (&state, key, STILE_KEY_BYTES);
  sodium_memzero (&state, sizeof state);
  sodium_free (shared);
  return derived;
}

static GByteArray *
place_of_sealing (const StileKeySlot *slot)
{
  GByteArray *place = stile_keys_pack_place ("slot-seal", slot->kind, slot->adviser, slot->role);

  stile_pack_bytes (place, slot->public, sizeof slot->public);
  return place;
}

/* Puts the master key into the slot, with what makes the next time possible. */
static gboolean
seal_master (StileKeys *keys, StileKeySlot *slot, const guint8 *seal)
{
  g_autoptr (GByteArray) sealing_place = place_of_sealing (slot);
  g_autoptr (GByteArray) place =
      stile_keys_pack_place ("slot-master", slot->kind, slot->adviser, slot->role);
  guint8 *private = allocate_guarded (crypto_box_SECRETKEYBYTES);
  guint8 *key = allocate_guarded (STILE_KEY_BYTES);
  gboolean sealed;

  crypto_box_keypair (slot->sender, private);
  sealed = derive_between (slot, private, slot->public, seal, key);
  if (sealed)
    {
      stile_keys_encrypt (slot->master, keys->master, STILE_KEY_BYTES, place, key);
      stile_keys_encrypt (slot->sealing, seal, STILE_KEY_BYTES, sealing_place, keys->master);
    }
  sodium_free (private);
  sodium_free (key);
  return sealed;
}

gboolean
stile_keys_fill_slot (StileKeys *keys, StileKeySlot *slot, gconstpointer secret, gsize length,
                      GError **error)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("slot-pair", slot->kind, slot->adviser, "");
  SlotSecrets *secrets;
  guint8 *key;
  gboolean sealed;

  randombytes_buf (slot->salt, sizeof slot->salt);
  key = derive_slot_key (slot, secret, length, error);
  if (key == NULL)
    return FALSE;

  secrets = allocate_guarded (sizeof *secrets);
  crypto_box_keypair (slot->public, secrets->private);
  randombytes_buf (secrets->seal, sizeof secrets->seal);
  slot->format = STILE_SLOT_FORMAT;
  slot->wrapped_length = STILE_WRAPPED_PAIR_BYTES;
  stile_keys_encrypt (slot->wrapped, (const guint8 *) secrets, sizeof *secrets, place, key);
  sealed = seal_master (keys, slot, secrets->seal);
  g_assert (sealed);
  sodium_free (secrets);
  sodium_free (key);
  return TRUE;
}

static gboolean
has_sane_limits (const StileKeySlot *slot)
{
  return slot->ops >= crypto_pwhash_argon2id_OPSLIMIT_MIN && slot->ops <= MAX_OPS
         && slot->mem >= crypto_pwhash_argon2id_MEMLIMIT_MIN && slot->mem <= MAX_MEM;
}

static void
say_damaged (GError **error)
{
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                       _("The part of the record book that checks passphrases was changed or "
                         "damaged. Please use a backup copy."));
}

/* Format 1: the master key straight under the passphrase. */
static gboolean
open_plain_slot (StileKeys *keys, const StileKeySlot *slot, const guint8 *key, GError **error)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("slot", slot->kind, slot->adviser, "");

  if (stile_keys_decrypt (keys->master, slot->wrapped, slot->wrapped_length, place, key))
    return TRUE;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE, "");
  return FALSE;
}

static gboolean
open_master (StileKeys *keys, const StileKeySlot *slot, const SlotSecrets *secrets)
{
  g_autoptr (GByteArray) place =
      stile_keys_pack_place ("slot-master", slot->kind, slot->adviser, slot->role);
  guint8 *key = allocate_guarded (STILE_KEY_BYTES);
  gboolean opened =
      derive_between (slot, secrets->private, slot->sender, secrets->seal, key)
      && stile_keys_decrypt (keys->master, slot->master, sizeof slot->master, place, key);

  sodium_free (key);
  return opened;
}

static gboolean
open_paired_slot (StileKeys *keys, const StileKeySlot *slot, const guint8 *key, GError **error)
{
  g_autoptr (GByteArray) place = stile_keys_pack_place ("slot-pair", slot->kind, slot->adviser, "");
  SlotSecrets *secrets = allocate_guarded (sizeof *secrets);
  gboolean right =
      stile_keys_decrypt ((guint8 *) secrets, slot->wrapped, slot->wrapped_length, place, key);
  gboolean opened =
      right && open_master (keys, slot, secrets) && stile_keys_check_slot (keys, slot);

  sodium_free (secrets);
  if (!right)
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE, "");
  else if (!opened)
    say_damaged (error);
  return opened;
}

StileKeys *
stile_keys_open_slot (const StileKeySlot *slot, gconstpointer secret, gsize length, GError **error)
{
  g_autoptr (StileKeys) keys = NULL;
  gboolean opened;
  guint8 *key;

  if (!has_sane_limits (slot))
    {
      say_damaged (error);
      return NULL;
    }
  key = derive_slot_key (slot, secret, length, error);
  if (key == NULL)
    return NULL;

  keys = stile_keys_allocate ();
  opened = slot->format == STILE_SLOT_FORMAT ? open_paired_slot (keys, slot, key, error)
                                             : open_plain_slot (keys, slot, key, error);
  sodium_free (key);
  if (!opened)
    return NULL;
  stile_keys_derive_chain (keys);
  return g_steal_pointer (&keys);
}

/* The second secret of a slot, as holders of the master key have it. NULL where the slot is not
 * what was made with this master key. Free with sodium_free. */
static guint8 *
open_sealing (StileKeys *keys, const StileKeySlot *slot)
{
  g_autoptr (GByteArray) place = place_of_sealing (slot);
  guint8 *seal;

  if (slot->format != STILE_SLOT_FORMAT)
    return NULL;
  seal = allocate_guarded (STILE_KEY_BYTES);
  if (stile_keys_decrypt (seal, slot->sealing, sizeof slot->sealing, place, keys->master))
    return seal;
  sodium_free (seal);
  return NULL;
}

gboolean
stile_keys_check_slot (StileKeys *keys, const StileKeySlot *slot)
{
  guint8 *seal = open_sealing (keys, slot);

  if (seal == NULL)
    return FALSE;
  sodium_free (seal);
  return TRUE;
}

gboolean
stile_keys_seal_again (StileKeys *keys, StileKeys *new_keys, StileKeySlot *slot, const char *role)
{
  guint8 *seal = open_sealing (keys, slot);
  gboolean sealed;

  if (seal == NULL)
    return FALSE;
  slot->role = role;
  sealed = seal_master (new_keys, slot, seal);
  sodium_free (seal);
  return sealed;
}
