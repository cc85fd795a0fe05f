// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sodium.h>
#include <string.h>

#include "book.h"
#include "summary.h"

/* Reads a book as app/ledger/README.md says, with SQLite and libsodium alone: what is written there
 * is enough to get at one's own records without this program, and stays true. */

#define NONCE 24
#define KEY 32

typedef struct
{
  guint8 bytes[1024];
  gsize length;
} Fields;

static void
add_number_plain (Fields *fields, guint64 number)
{
  for (guint i = 0; i < 8; i++)
    fields->bytes[fields->length++] = number >> (8 * i);
}

static void
add_bytes (Fields *fields, const void *bytes, gsize length)
{
  add_number_plain (fields, length);
  memcpy (fields->bytes + fields->length, bytes, length);
  fields->length += length;
}

static void
add_text (Fields *fields, const char *text)
{
  add_bytes (fields, text, strlen (text));
}

static void
add_number (Fields *fields, guint64 number)
{
  add_number_plain (fields, 8);
  add_number_plain (fields, number);
}

static Fields
place_of (const char *use, const char *first, const char *second, const char *third)
{
  Fields fields = { .length = 0 };

  add_text (&fields, use);
  add_number (&fields, 1);
  add_text (&fields, first);
  add_text (&fields, second);
  add_text (&fields, third);
  return fields;
}

static void
decrypt (guint8 *out, const guint8 *bytes, gsize length, const Fields *place, const guint8 *key)
{
  g_assert_cmpint (crypto_aead_xchacha20poly1305_ietf_decrypt (out, NULL, NULL, bytes + NONCE,
                                                               length - NONCE, place->bytes,
                                                               place->length, bytes, key),
                   ==, 0);
}

/* A book with one entry {"text": "plain words"}, read past the ledger. */
typedef struct
{
  Book *book;
  sqlite3 *file;
  sqlite3_stmt *row;
  char *case_id;
  char *id;
} Reading;

static void
reading_start (Reading *reading)
{
  reading->book = book_new ();
  reading->case_id = stile_ledger_new_id ();
  reading->id = book_append (reading->book, reading->case_id, "note", "plain words");
  g_assert_cmpint (sqlite3_open (reading->book->path, &reading->file), ==, SQLITE_OK);
}

static void
reading_end (Reading *reading)
{
  sqlite3_finalize (reading->row);
  sqlite3_close (reading->file);
  g_free (reading->case_id);
  g_free (reading->id);
  book_free (reading->book);
}

static void
get_row (Reading *reading, const char *sql)
{
  sqlite3_finalize (reading->row);
  g_assert_cmpint (sqlite3_prepare_v2 (reading->file, sql, -1, &reading->row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (reading->row), ==, SQLITE_ROW);
}

static const char *
text_at (Reading *reading, int column)
{
  return (const char *) sqlite3_column_text (reading->row, column);
}

/* The slot's two secrets, under the passphrase or the recovery key. */
static void
get_secrets (Reading *reading, const char *kind, const void *secret, gsize length,
             guint8 secrets[2 * KEY])
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT salt, ops, mem, wrapped, adviser, format, role, public, sender, master"
      " FROM key_slot WHERE kind = '%s'",
      kind);
  guint8 slot_key[KEY];
  Fields place;

  get_row (reading, sql);
  g_assert_cmpint (sqlite3_column_int (reading->row, 5), ==, 2);
  g_assert_cmpint (
      crypto_pwhash (slot_key, KEY, secret, length, sqlite3_column_blob (reading->row, 0),
                     sqlite3_column_int64 (reading->row, 1), sqlite3_column_int64 (reading->row, 2),
                     crypto_pwhash_ALG_ARGON2ID13),
      ==, 0);
  place = place_of ("slot-pair", kind, text_at (reading, 4), "");
  decrypt (secrets, sqlite3_column_blob (reading->row, 3), 104, &place, slot_key);
}

/* What private half and sender share, keyed with the second secret, opens the master key. */
static void
get_master_key (Reading *reading, const char *kind, const void *secret, gsize length,
                guint8 master[KEY])
{
  guint8 secrets[2 * KEY], shared[32], key[KEY];
  crypto_generichash_state state;
  Fields ends = { .length = 0 };
  Fields place;

  get_secrets (reading, kind, secret, length, secrets);
  g_assert_cmpint (crypto_scalarmult (shared, secrets, sqlite3_column_blob (reading->row, 8)), ==,
                   0);
  add_bytes (&ends, sqlite3_column_blob (reading->row, 8), 32);
  add_bytes (&ends, sqlite3_column_blob (reading->row, 7), 32);
  crypto_generichash_init (&state, secrets + KEY, KEY, KEY);
  crypto_generichash_update (&state, shared, sizeof shared);
  crypto_generichash_update (&state, ends.bytes, ends.length);
  crypto_generichash_final (&state, key, KEY);
  place = place_of ("slot-master", kind, text_at (reading, 4), text_at (reading, 6));
  decrypt (master, sqlite3_column_blob (reading->row, 9), 72, &place, key);
}

static void
test_new_free (void)
{
  Reading reading = { 0 };

  reading_start (&reading);
  get_row (&reading, "PRAGMA application_id");
  g_assert_cmpint (sqlite3_column_int (reading.row, 0), ==, 0x5374696c);
  reading_end (&reading);
}

static void
test_contents (void)
{
  Reading reading = { 0 };
  guint8 master[KEY], case_key[KEY], text[256];
  const guint8 *sealed;
  Fields place;
  gsize length;

  reading_start (&reading);
  get_master_key (&reading, "passphrase", BOOK_PASSPHRASE, strlen (BOOK_PASSPHRASE), master);
  get_row (&reading, "SELECT wrapped FROM case_key WHERE case_id <> 'book'");
  place = place_of ("case", reading.case_id, "", "");
  decrypt (case_key, sqlite3_column_blob (reading.row, 0), 72, &place, master);

  get_row (&reading, "SELECT sealed, length (sealed) FROM entry WHERE kind = 'note'");
  sealed = sqlite3_column_blob (reading.row, 0);
  length = sqlite3_column_int (reading.row, 1);
  g_assert_cmpint (sealed[0], ==, 1);
  g_assert_cmpint ((length - 1 - NONCE - 16) % 64, ==, 0);
  place = place_of ("entry", reading.id, reading.case_id, "note");
  decrypt (text, sealed + 1, length - 1, &place, case_key);

  length -= 1 + NONCE + 16;
  while (text[length - 1] == 0)
    length--;
  g_assert_cmpint (text[--length], ==, 0x80);
  g_assert_cmpmem (text, length, "{\"text\":\"plain words\"}", 22);
  reading_end (&reading);
}

static void
test_chain (void)
{
  Reading reading = { 0 };
  guint8 master[KEY], chain_key[KEY], chain[32], digest[32], before[32];
  Fields fields = { .length = 0 };
  Fields place;

  reading_start (&reading);
  get_master_key (&reading, "passphrase", BOOK_PASSPHRASE, strlen (BOOK_PASSPHRASE), master);
  get_row (&reading, "SELECT wrapped FROM book_key WHERE name = 'chain'");
  place = place_of ("book", "chain", "", "");
  decrypt (chain_key, sqlite3_column_blob (reading.row, 0), 72, &place, master);
  get_row (&reading, "SELECT chain FROM entry WHERE station_seq = 1");
  memcpy (before, sqlite3_column_blob (reading.row, 0), sizeof before);
  get_row (&reading, "SELECT at, station, station_seq, adviser, digest, chain, sealed,"
                     " length (sealed) FROM entry WHERE kind = 'note'");
  crypto_generichash (digest, sizeof digest, sqlite3_column_blob (reading.row, 6),
                      sqlite3_column_int (reading.row, 7), NULL, 0);
  g_assert_cmpmem (digest, 32, sqlite3_column_blob (reading.row, 4), 32);

  add_number (&fields, 1);
  add_bytes (&fields, before, sizeof before);
  add_text (&fields, reading.id);
  add_text (&fields, reading.case_id);
  add_text (&fields, "note");
  add_text (&fields, text_at (&reading, 0));
  add_text (&fields, text_at (&reading, 1));
  add_number (&fields, sqlite3_column_int64 (reading.row, 2));
  add_text (&fields, text_at (&reading, 3));
  add_bytes (&fields, digest, sizeof digest);
  crypto_generichash (chain, sizeof chain, fields.bytes, fields.length, chain_key,
                      sizeof chain_key);
  g_assert_cmpmem (chain, 32, sqlite3_column_blob (reading.row, 5), 32);
  reading_end (&reading);
}

static void
test_summary (void)
{
  Reading reading = { 0 };
  guint8 master[KEY], key[KEY], text[4096];
  guint8 bytes[] = { 1, 2, 3 };
  StileSummary summary = { .seq = 1, .bytes = bytes, .length = sizeof bytes };
  const guint8 *sealed;
  Fields place;

  reading_start (&reading);
  g_assert_true (stile_ledger_keep_summary (reading.book->ledger, "list", &summary));
  get_master_key (&reading, "passphrase", BOOK_PASSPHRASE, strlen (BOOK_PASSPHRASE), master);
  crypto_kdf_derive_from_key (key, KEY, 1, "StlSumry", master);
  get_row (&reading, "SELECT summary.sealed, length (summary.sealed), chain"
                     " FROM summary JOIN entry USING (seq)");
  sealed = sqlite3_column_blob (reading.row, 0);
  g_assert_cmpint (sealed[0], ==, 1);
  g_assert_cmpint (sqlite3_column_int (reading.row, 1), ==, 1 + NONCE + 4096 + 16);
  place = place_of ("summary", "list", "", "");
  add_number (&place, 1);
  add_bytes (&place, sqlite3_column_blob (reading.row, 2), 32);
  decrypt (text, sealed + 1, NONCE + 4096 + 16, &place, key);
  g_assert_cmpmem (text, 4, "\1\2\3\x80", 4);
  reading_end (&reading);
}

/* The 28 signs as one number of 140 bits, of which the first 128 are the key. */
static void
test_recovery_key (void)
{
  static const char signs[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  Reading reading = { 0 };
  guint8 bytes[18] = { 0 };
  guint8 by_recovery[KEY], by_passphrase[KEY], sum[16];
  guint bit = 0;

  reading_start (&reading);
  for (const char *sign = reading.book->recovery_key; *sign != '\0'; sign++)
    {
      guint value = *sign != '-' ? strchr (signs, *sign) - signs : 0;

      for (int i = 4; i >= 0 && *sign != '-'; i--, bit++)
        bytes[bit / 8] |= (value >> i & 1) << (7 - bit % 8);
    }
  crypto_generichash (sum, sizeof sum, bytes, 16, NULL, 0);
  g_assert_cmpint (bytes[16], ==, sum[0]);
  g_assert_cmpint (bytes[17], ==, sum[1] & 0xf0);

  get_master_key (&reading, "recovery", bytes, 16, by_recovery);
  get_master_key (&reading, "passphrase", BOOK_PASSPHRASE, strlen (BOOK_PASSPHRASE), by_passphrase);
  g_assert_cmpmem (by_recovery, KEY, by_passphrase, KEY);
  reading_end (&reading);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/new-free", test_new_free);
  g_test_add_func ("/format/contents", test_contents);
  g_test_add_func ("/format/chain", test_chain);
  g_test_add_func ("/format/summary", test_summary);
  g_test_add_func ("/format/recovery-key", test_recovery_key);
  return g_test_run ();
}
