// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"
#include "passphrase.h"

/* Makes a book with this passphrase; says whether it could. */
static gboolean
can_create_with (const char *passphrase, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.stile", NULL);
  char *recovery_key = NULL;
  StileLedger *ledger = stile_ledger_create (path, "Desk", "Ann", passphrase, STILE_KEY_COST_MIN,
                                             &recovery_key, error);
  gboolean created = ledger != NULL;

  stile_ledger_close (ledger);
  stile_secret_free (recovery_key);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, created);
  remove_folder (folder);
  return created;
}

static void
test_new_free (void)
{
  char *passphrase = stile_passphrase_normalise ("eight by eight", NULL);

  g_assert_cmpstr (passphrase, ==, "eight by eight");
  stile_secret_free (passphrase);
  stile_secret_free (NULL);
}

static void
test_lengths (void)
{
  static const struct
  {
    gsize length;
    gboolean accepted;
  } rules[] = { { 0, FALSE },   { 1, FALSE },    { 7, FALSE },    { 8, TRUE },
                { 1024, TRUE }, { 1025, FALSE }, { 10000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *passphrase = g_strnfill (rules[i].length, 'p');
      g_autoptr (GError) error = NULL;

      g_test_message ("%" G_GSIZE_FORMAT, rules[i].length);
      g_assert_cmpint (can_create_with (passphrase, &error), ==, rules[i].accepted);
      if (!rules[i].accepted)
        g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
    }
}

static void
test_not_text (void)
{
  static const char *const passphrases[] = { "\xff\xff\xff\xff\xff\xff\xff\xff", "passphrase\xc3",
                                             "pass\xed\xa0\x80phrase" };

  for (guint i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (can_create_with (passphrases[i], &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
    }
}

/* The same words from a keyboard that composes letters and one that does not. */
static void
test_composed_and_decomposed (void)
{
  static const char composed[] = "zażółć każdy";
  g_autofree char *decomposed = g_utf8_normalize (composed, -1, G_NORMALIZE_NFD);
  g_autofree char *derived_from = stile_passphrase_normalise (decomposed, NULL);
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (composed, !=, decomposed);
  g_assert_cmpstr (derived_from, ==, composed);
  stile_ledger_recover (book->ledger, book->recovery_key, "Ann", decomposed, NULL, &error);
  g_assert_no_error (error);
  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_unlock (book->ledger, "Ann", composed, &error));
  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_unlock (book->ledger, "Ann", decomposed, &error));
}

/* Whatever is wrong, an unlocking that fails says one thing. */
static void
test_wrong_says_one_thing (void)
{
  g_autofree char *long_one = g_strnfill (10000, 'p');
  const char *const attempts[][2] = {
    { BOOK_ADVISER, "correct horse batterz" },
    { BOOK_ADVISER, "" },
    { BOOK_ADVISER, long_one },
    { BOOK_ADVISER, "\xff\xff\xff\xff\xff\xff\xff\xff" },
    { "Nobody", BOOK_PASSPHRASE },
    { "", BOOK_PASSPHRASE },
    { "\xff", BOOK_PASSPHRASE },
  };
  g_autoptr (Book) book = book_new ();

  stile_ledger_lock (book->ledger);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (stile_ledger_unlock (book->ledger, attempts[i][0], attempts[i][1], &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
      g_assert_cmpstr (error->message, ==, "That is not the right passphrase.");
      g_assert_false (stile_ledger_is_unlocked (book->ledger));
    }
}

/* A slot made to exhaust the machine is refused before it is tried. */
static void
test_monstrous_slot (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  raw_exec (book->path, "UPDATE key_slot SET mem = 1099511627776");
  g_assert_false (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
}

/* What real books use takes a quarter of a gigabyte; here only once. */
static void
test_moderate_cost (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.stile", NULL);
  char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_ledger_create (path, "Desk", "Ann", BOOK_PASSPHRASE,
                                             STILE_KEY_COST_MODERATE, &recovery_key, &error);
  g_autofree char *mem = raw_get (path, "SELECT min (mem) FROM key_slot");

  g_assert_no_error (error);
  g_assert_cmpstr (mem, ==, "268435456");
  stile_ledger_close (ledger);
  stile_secret_free (recovery_key);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passphrase/new-free", test_new_free);
  g_test_add_func ("/passphrase/lengths", test_lengths);
  g_test_add_func ("/passphrase/not-text", test_not_text);
  g_test_add_func ("/passphrase/composed-and-decomposed", test_composed_and_decomposed);
  g_test_add_func ("/passphrase/wrong-says-one-thing", test_wrong_says_one_thing);
  g_test_add_func ("/passphrase/monstrous-slot", test_monstrous_slot);
  g_test_add_func ("/passphrase/moderate-cost", test_moderate_cost);
  return g_test_run ();
}
