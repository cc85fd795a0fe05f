// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"
#include "recovery-key.h"

static void
test_new_free (void)
{
  g_autoptr (Book) book = book_new ();

  g_assert_nonnull (book->recovery_key);
}

/* Seven groups of four, all from the signs that are hard to mistake. */
static void
test_shape (void)
{
  g_autoptr (Book) book = book_new ();

  g_assert_true (g_regex_match_simple ("^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$",
                                       book->recovery_key, 0, 0));
}

static void
test_encode_decode (void)
{
  static const guint8 samples[][STILE_RECOVERY_BYTES] = {
    { 0 },
    { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 },
    { 1, 35, 69, 103, 137, 171, 205, 239, 254, 220, 186, 152, 118, 84, 50, 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      char *text = stile_recovery_key_encode (samples[i]);
      guint8 bytes[STILE_RECOVERY_BYTES] = { 7 };

      g_assert_true (stile_recovery_key_decode (text, bytes));
      g_assert_cmpmem (bytes, sizeof bytes, samples[i], sizeof samples[i]);
      stile_secret_free (text);
    }
}

/* As people type it: small letters, other groups, O for 0, I and L for 1. */
static void
test_as_typed (void)
{
  static const guint8 sample[STILE_RECOVERY_BYTES] = { 0, 66, 16, 132 };
  char *text = stile_recovery_key_encode (sample);
  g_autofree char *typed = g_ascii_strdown (text, -1);
  g_auto (GStrv) groups = NULL;
  g_autofree char *spaced = NULL;
  guint8 bytes[STILE_RECOVERY_BYTES];

  g_assert_true (g_str_has_prefix (text, "0111-"));
  g_strdelimit (typed, "0", 'o');
  typed[1] = 'i';
  typed[2] = 'L';
  groups = g_strsplit (typed, "-", -1);
  spaced = g_strjoinv (" \n", groups);
  g_assert_true (stile_recovery_key_decode (spaced, bytes));
  g_assert_cmpmem (bytes, sizeof bytes, sample, sizeof sample);
  stile_secret_free (text);
}

/* Every sign changed to every other: 868 slips, of which a checksum of 12 bits misses 0.2 on
 * average. */
static void
test_slips_are_found (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  static const guint8 sample[STILE_RECOVERY_BYTES] = { 9, 8, 7 };
  char *text = stile_recovery_key_encode (sample);
  guint missed = 0;

  for (char *sign = text; *sign != '\0'; sign++)
    {
      char right = *sign;
      guint8 bytes[STILE_RECOVERY_BYTES];

      for (guint i = 0; right != '-' && i < 32; i++)
        {
          *sign = alphabet[i];
          if (*sign != right && stile_recovery_key_decode (text, bytes))
            missed++;
        }
      *sign = right;
    }
  g_assert_cmpuint (missed, <=, 2);
  stile_secret_free (text);
}

static void
test_not_a_key (void)
{
  static const char *const typed[] = { "",
                                       "-",
                                       "0111",
                                       "U",
                                       "not a recovery key at all, sorry",
                                       "0000-0000-0000-0000-0000-0000-0000-0000",
                                       "ключ",
                                       "\xff" };
  g_autoptr (Book) book = book_new ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          stile_ledger_recover (book->ledger, typed[i], "Ann", BOOK_PASSPHRASE, NULL, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
    }
}

static void
test_lost_passphrase (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "kept");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_recover (book->ledger, book->recovery_key, BOOK_ADVISER,
                                       "a brand new one", NULL, &error));
  g_assert_cmpstr (stile_ledger_get_adviser (book->ledger), ==, BOOK_ADVISER);
  entries = stile_ledger_read_case (book->ledger, case_id, &error);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "kept");

  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, "a brand new one", &error));
  stile_ledger_lock (book->ledger);
  g_assert_false (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
}

static void
test_new_adviser (void)
{
  g_autoptr (Book) book = book_new ();
  g_auto (GStrv) advisers = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_recover (book->ledger, book->recovery_key, " Ben ", "a brand new one",
                                       NULL, &error));
  advisers = stile_ledger_dup_advisers (book->ledger, &error);
  g_assert_cmpuint (g_strv_length (advisers), ==, 2);
  g_assert_cmpstr (advisers[0], ==, BOOK_ADVISER);
  g_assert_cmpstr (advisers[1], ==, "Ben");
  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
}

static void
test_key_of_another_book (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (Book) other = book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_ledger_recover (book->ledger, other->recovery_key, "Ann", BOOK_PASSPHRASE,
                                        NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
}

/* A bad new passphrase must not cost the old one. */
static void
test_bad_new_passphrase (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  g_assert_false (
      stile_ledger_recover (book->ledger, book->recovery_key, BOOK_ADVISER, "short", NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  g_assert_false (stile_ledger_is_unlocked (book->ledger));
  g_clear_error (&error);
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
}

/* The slot that was replaced is gone from the file and its log. */
static void
test_old_slot_is_gone (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *hex = NULL;

  hex = raw_get (book->path, "SELECT hex (wrapped) FROM key_slot WHERE kind = 'passphrase'");
  g_assert_true (file_has_hex (book->path, hex) || file_has_hex (log, hex));
  g_assert_true (stile_ledger_recover (book->ledger, book->recovery_key, BOOK_ADVISER,
                                       "a brand new one", NULL, NULL));
  g_assert_false (file_has_hex (book->path, hex));
  g_assert_false (file_has_hex (log, hex));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/new-free", test_new_free);
  g_test_add_func ("/recovery/shape", test_shape);
  g_test_add_func ("/recovery/encode-decode", test_encode_decode);
  g_test_add_func ("/recovery/as-typed", test_as_typed);
  g_test_add_func ("/recovery/slips-are-found", test_slips_are_found);
  g_test_add_func ("/recovery/not-a-key", test_not_a_key);
  g_test_add_func ("/recovery/lost-passphrase", test_lost_passphrase);
  g_test_add_func ("/recovery/new-adviser", test_new_adviser);
  g_test_add_func ("/recovery/key-of-another-book", test_key_of_another_book);
  g_test_add_func ("/recovery/bad-new-passphrase", test_bad_new_passphrase);
  g_test_add_func ("/recovery/old-slot-is-gone", test_old_slot_is_gone);
  return g_test_run ();
}
