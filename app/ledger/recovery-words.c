// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sodium.h>
#include <string.h>

#include "advisers.h"
#include "ledger-resources.h"
#include "recovery-key.h"

/* The recovery key as words, as BIP 39 has it: its 128 bits and the first 4 of their SHA-256 are
 * twelve numbers of 11 bits, each the place of a word in a list. Easier to read out and to write
 * down than signs, and of each word the first four letters are enough. */

#define WORDS 12
#define BITS_A_WORD 11
#define LIST_WORDS 2048
#define TELLING_LETTERS 4
#define PAYLOAD_BYTES (STILE_RECOVERY_BYTES + 1)
#define LIST "/org/stile/ledger/recovery-words/english.txt"

static char **
load_list (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (stile_ledger_get_resource (), LIST,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) list = NULL;

  g_assert (bytes != NULL);
  list = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", LIST_WORDS + 1);
  g_assert (g_strv_length (list) == LIST_WORDS + 1);
  return g_steal_pointer (&list);
}

static void
set_checksum (guint8 payload[PAYLOAD_BYTES])
{
  guint8 sum[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (sum, payload, STILE_RECOVERY_BYTES);
  payload[STILE_RECOVERY_BYTES] = sum[0] & 0xf0;
}

static guint
get_number (const guint8 *payload, guint index)
{
  guint number = 0;

  for (guint bit = index * BITS_A_WORD; bit < (index + 1) * BITS_A_WORD; bit++)
    number = number << 1 | (payload[bit / 8] >> (7 - bit % 8) & 1);
  return number;
}

static void
put_number (guint8 *payload, guint index, guint number)
{
  for (guint i = 0; i < BITS_A_WORD; i++)
    {
      guint bit = index * BITS_A_WORD + i;
      if (number >> (BITS_A_WORD - 1 - i) & 1)
        payload[bit / 8] |= 1 << (7 - bit % 8);
    }
}

char *
stile_recovery_key_to_words (const char *recovery_key)
{
  g_auto (GStrv) list = load_list ();
  guint8 payload[PAYLOAD_BYTES];
  /* No word has more than 8 letters; nothing is left behind by growing. */
  char *words = g_malloc0 (WORDS * 9 + 1);

  if (!stile_recovery_key_decode (recovery_key, payload))
    {
      g_free (words);
      return NULL;
    }
  set_checksum (payload);
  for (guint i = 0; i < WORDS; i++)
    {
      if (i > 0)
        strcat (words, " ");
      strcat (words, list[get_number (payload, i)]);
    }
  sodium_memzero (payload, sizeof payload);
  return words;
}

/* The place in the list of the word that @letters begin; -1 where there is none. */
static int
find_word (char **list, const char *letters, gsize length)
{
  for (guint i = 0; i < LIST_WORDS; i++)
    {
      if (g_ascii_strncasecmp (list[i], letters, length) == 0
          && (length >= TELLING_LETTERS || list[i][length] == '\0'))
        return i;
    }
  return -1;
}

/* How many words there are, or one more than there may be; everything between them is passed over:
 * the numbers and stops of a list, too. 0 where one is unknown. */
static guint
read_words (const char *typed, guint8 payload[PAYLOAD_BYTES])
{
  g_auto (GStrv) list = load_list ();
  guint n_words = 0;

  for (const char *at = typed; *at != '\0' && n_words <= WORDS;)
    {
      gsize length = 0;
      int number;

      while (g_ascii_isalpha (at[length]))
        length++;
      if (length == 0)
        {
          at++;
          continue;
        }
      number = find_word (list, at, length);
      if (number < 0)
        return 0;
      if (n_words < WORDS)
        put_number (payload, n_words, number);
      n_words++;
      at += length;
    }
  return n_words;
}

char *
stile_recovery_key_from_words (const char *words)
{
  guint8 payload[PAYLOAD_BYTES] = { 0 };
  guint8 typed_sum;
  char *recovery_key = NULL;

  if (read_words (words, payload) == WORDS)
    {
      typed_sum = payload[STILE_RECOVERY_BYTES];
      set_checksum (payload);
      if (payload[STILE_RECOVERY_BYTES] == typed_sum)
        recovery_key = stile_recovery_key_encode (payload);
    }
  sodium_memzero (payload, sizeof payload);
  return recovery_key;
}
