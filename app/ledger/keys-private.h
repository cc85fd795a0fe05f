// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to the files that wrap keys. */

#pragma once

#include "keys.h"

G_BEGIN_DECLS

struct _StileKeys
{
  guint8 *master; /* guarded, STILE_KEY_BYTES */
  guint8 *chain;  /* guarded, crypto_generichash_KEYBYTES */
  guint8 *spare;  /* guarded, STILE_KEY_BYTES: a key on its way from one wrap to another */
  guint8 *cases;  /* guarded, room for n_room keys */
  guint n_room;
  GHashTable *indexes; /* case id → place in cases, plus one */
};

/** Keys of which none is set yet. */
StileKeys *stile_keys_allocate (void);

/** Where wrapped bytes belong: no key fits in another's place. Free with g_byte_array_unref. */
GByteArray *stile_keys_pack_place (const char *use, const char *first, const char *second,
                                   const char *third);

/** A nonce, @text encrypted, and a tag, written to @out. */
void stile_keys_encrypt (guint8 *out, const guint8 *text, gsize length, GByteArray *place,
                         const guint8 *key);
/** The other way. FALSE where it does not open; @length counts nonce and tag. */
gboolean stile_keys_decrypt (guint8 *out, const guint8 *bytes, gsize length, GByteArray *place,
                             const guint8 *key);

/** The byte of the format, and @text encrypted, padded to a multiple of @block. */
GBytes *stile_keys_seal_padded (gconstpointer text, gsize length, gsize block, GByteArray *place,
                                const guint8 *key);
/** The other way: what was sealed and a NUL; NULL where it does not open. Free with g_free. */
gpointer stile_keys_unseal_padded (gconstpointer sealed, gsize sealed_length, gsize block,
                                   GByteArray *place, const guint8 *key, gsize *length);

G_END_DECLS
