// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "book.h"
#include "recovery-key.h"

/* Published with BIP 39: what 128 bits are in words. */
static const struct
{
  const char *hex;
  const char *words;
} vectors[] = {
  { "00000000000000000000000000000000",
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
    "about" },
  { "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
    "legal winner thank year wave sausage worth useful legal winner thank yellow" },
  { "80808080808080808080808080808080",
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above" },
  { "ffffffffffffffffffffffffffffffff", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong" },
  { "9e885d952ad362caeb4efe34a8e91bd2",
    "ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic" },
  { "c0ba5a8e914111210f2bd131f3d5e08d",
    "scheme spot photo card baby mountain device kick cradle pact join borrow" },
};

static char *
groups_of (const char *hex)
{
  guint8 bytes[STILE_RECOVERY_BYTES];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]);
  return stile_recovery_key_encode (bytes);
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = book_new ();
  char *words = stile_recovery_key_to_words (book->recovery_key);

  g_assert_true (g_regex_match_simple ("^[a-z]{3,8}( [a-z]{3,8}){11}$", words, 0, 0));
  stile_secret_free (words);
}

static void
test_published_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *groups = groups_of (vectors[i].hex);
      g_autofree char *words = stile_recovery_key_to_words (groups);
      g_autofree char *back = stile_recovery_key_from_words (vectors[i].words);

      g_assert_cmpstr (words, ==, vectors[i].words);
      g_assert_cmpstr (back, ==, groups);
    }
}

static void
test_as_typed (void)
{
  static const char *const typed[] = {
    "scheme spot photo card baby mountain device kick cradle pact join borrow",
    "  SCHEME Spot photo\tcard\n\nbaby mountain device kick cradle pact join borrow ",
    "sche spot phot card baby moun devi kick crad pact join borr",
    "schem spot photo card baby mounta device kick cradl pact join borrow",
    "1. scheme 2. spot 3. photo 4. card 5. baby 6. mountain 7. device 8. kick 9. cradle 10. pact "
    "11. join 12. borrow",
    "scheme-spot-photo-card-baby-mountain-device-kick-cradle-pact-join-borrow",
  };
  g_autofree char *groups = groups_of ("c0ba5a8e914111210f2bd131f3d5e08d");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *read = stile_recovery_key_from_words (typed[i]);

      g_test_message ("%s", typed[i]);
      g_assert_cmpstr (read, ==, groups);
    }
}

static void
test_not_words (void)
{
  static const char *const typed[] = {
    "",
    "scheme",
    "scheme spot photo card baby mountain device kick cradle pact join",
    "scheme spot photo card baby mountain device kick cradle pact join borrow borrow",
    "spot scheme photo card baby mountain device kick cradle pact join borrow", /* the checksum */
    "scheme spot photo card baby mountain device kick cradle pact join borrowed",
    "scheme spot photo card baby mou device kick cradle pact join borrow",
    "scheme spot photo card baby stile device kick cradle pact join borrow",
    "0000-0000-0000-0000-0000-0000-0000",
    "ключ",
    "\xff\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%u", i);
      g_assert_null (stile_recovery_key_from_words (typed[i]));
    }
  g_assert_null (stile_recovery_key_to_words ("0111-"));
}

/* The list is the published one: every word differs from every other in its first four letters. */
static void
test_four_letters_tell (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "app", "ledger", "recovery-words", "english.txt",
                             NULL);
  g_autoptr (GBytes) bytes = file_bytes (path);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_auto (GStrv) words = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", 0);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 2048; i++)
    g_assert_true (g_hash_table_add (seen, g_strndup (words[i], 4)));
  g_assert_cmpstr (sum, ==, "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
}

static void
test_words_open_the_book (void)
{
  g_autoptr (Book) book = book_new ();
  char *words = stile_recovery_key_to_words (book->recovery_key);
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, words, &error));
  g_assert_no_error (error);
  g_assert_true (stile_ledger_recover (book->ledger, words, BOOK_ADVISER, "a brand new one", NULL,
                                       &error));
  g_assert_no_error (error);
  stile_secret_free (words);
}

/* Testing a key leaves every byte of the book as it was, and says why one is not right. */
static void
test_trying_changes_nothing (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (Book) other = book_new ();
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  book_reopen (book);
  stile_ledger_lock (book->ledger);
  before = file_bytes (book->path);
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, book->recovery_key, NULL));
  g_assert_false (stile_ledger_is_unlocked (book->ledger));
  g_assert_false (stile_ledger_test_recovery_key (book->ledger, other->recovery_key, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (stile_ledger_test_recovery_key (book->ledger, "twelve words or so", &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  after = file_bytes (book->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A key that was used is used up. */
static void
test_replaced_on_use (void)
{
  g_autoptr (Book) book = book_new ();
  char *new_key = NULL;

  g_assert_true (stile_ledger_recover (book->ledger, book->recovery_key, BOOK_ADVISER,
                                       "a brand new one", &new_key, NULL));
  g_assert_cmpstr (new_key, !=, book->recovery_key);
  g_assert_false (stile_ledger_test_recovery_key (book->ledger, book->recovery_key, NULL));
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, new_key, NULL));
  stile_secret_free (new_key);
}

static void
test_replace (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *hex =
      raw_get (book->path, "SELECT hex (wrapped) FROM key_slot WHERE kind = 'recovery'");
  char *new_key = NULL;

  g_assert_true (stile_ledger_replace_recovery_key (book->ledger, &new_key, NULL));
  g_assert_false (stile_ledger_test_recovery_key (book->ledger, book->recovery_key, NULL));
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, new_key, NULL));
  g_assert_false (file_has_hex (book->path, hex));
  g_assert_false (file_has_hex (log, hex));
  stile_secret_free (new_key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery-words/new-free", test_new_free);
  g_test_add_func ("/recovery-words/published-vectors", test_published_vectors);
  g_test_add_func ("/recovery-words/as-typed", test_as_typed);
  g_test_add_func ("/recovery-words/not-words", test_not_words);
  g_test_add_func ("/recovery-words/four-letters-tell", test_four_letters_tell);
  g_test_add_func ("/recovery-words/words-open-the-book", test_words_open_the_book);
  g_test_add_func ("/recovery-words/trying-changes-nothing", test_trying_changes_nothing);
  g_test_add_func ("/recovery-words/replaced-on-use", test_replaced_on_use);
  g_test_add_func ("/recovery-words/replace", test_replace);
  return g_test_run ();
}
