// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "book.h"

#define BEN "Ben Okafor"
#define BENS_PASSPHRASE "blue kettle on the stove"

/* What stands around the entries: a change of it past the program is found, and one by the program
 * is none. Verify says nothing of a book that was not changed: that is the control. */

static Book *
book_with_ben (void)
{
  Book *book = book_new ();
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (book->ledger, BEN, BENS_PASSPHRASE, STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  return book;
}

static char *
dup_break (Book *book)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (book->ledger, NULL);

  g_assert_nonnull (report);
  return g_strdup (report->first_break);
}

static void
assert_whole (Book *book)
{
  g_autofree char *found = dup_break (book);

  g_assert_cmpstr (found, ==, NULL);
}

static void
assert_broken (Book *book)
{
  g_autofree char *found = dup_break (book);

  g_assert_nonnull (found);
}

/* While it is closed; opening it again by passphrase says nothing of it. */
static void
change (Book *book, const char *sql)
{
  g_clear_pointer (&book->ledger, stile_ledger_close);
  raw_exec (book->path, sql);
  book_reopen (book);
}

static void
test_new (void)
{
  g_autoptr (Book) book = book_with_ben ();

  assert_whole (book);
  change (book, "SELECT 1");
  assert_whole (book);
}

static const struct
{
  const char *name;
  const char *sql;
} forgeries[] = {
  { "name", "UPDATE station SET name = 'Back office'" },
  { "another-computer",
    "INSERT INTO station VALUES ('0191c2a0-0000-7000-8000-00000000000f', 'x', 0)" },
  { "here-is-there", "UPDATE station SET here = 0; INSERT INTO station VALUES"
                     " ('0191c2a0-0000-7000-8000-00000000000f', 'x', 1)" },
  { "salt", "UPDATE key_slot SET salt = zeroblob (16) WHERE adviser = '" BEN "'" },
  { "cost", "UPDATE key_slot SET ops = ops + 1 WHERE adviser = '" BEN "'" },
  { "wrapped", "UPDATE key_slot SET wrapped = zeroblob (104) WHERE adviser = '" BEN "'" },
  { "sender", "UPDATE key_slot SET sender = zeroblob (32) WHERE adviser = '" BEN "'" },
  { "master", "UPDATE key_slot SET master = zeroblob (72) WHERE adviser = '" BEN "'" },
  { "slot-gone", "DELETE FROM key_slot WHERE adviser = '" BEN "'" },
  { "sheet-useless", "UPDATE key_slot SET wrapped = zeroblob (104) WHERE kind = 'recovery'" },
  { "sheet-gone", "DELETE FROM key_slot WHERE kind = 'recovery'" },
  { "generation", "UPDATE book_key SET generation = generation + 1" },
};

static void
test_forgery (gconstpointer data)
{
  g_autoptr (Book) book = book_with_ben ();

  change (book, forgeries[GPOINTER_TO_UINT (data)].sql);
  assert_broken (book);
}

/* What the program does itself, one after the other. */
static void
test_changes_of_ours (void)
{
  g_autoptr (Book) book = book_with_ben ();
  char *key = NULL;

  g_assert_true (stile_ledger_set_role (book->ledger, BEN, STILE_ROLE_MANAGER, NULL));
  assert_whole (book);
  g_assert_true (stile_ledger_change_passphrase (book->ledger, BOOK_PASSPHRASE, BENS_PASSPHRASE,
                                                 NULL));
  assert_whole (book);
  g_assert_true (stile_ledger_replace_recovery_key (book->ledger, &key, NULL));
  assert_whole (book);
  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_recover (book->ledger, key, "Cat", "yet another one", NULL, NULL));
  stile_secret_free (key);
  assert_whole (book);
  g_assert_true (stile_ledger_rekey (book->ledger, NULL, NULL, &key, NULL));
  stile_secret_free (key);
  assert_whole (book);
  g_assert_true (stile_ledger_remove_adviser (book->ledger, BEN, NULL));
  assert_whole (book);
}

/* The slot of who was removed, put back from a copy: it opens the book, and that shows. */
static void
test_put_back (void)
{
  g_autoptr (Book) book = book_with_ben ();

  raw_exec (book->path, "CREATE TABLE kept AS SELECT * FROM key_slot WHERE adviser = '" BEN "'");
  g_assert_true (stile_ledger_remove_adviser (book->ledger, BEN, NULL));
  assert_whole (book);
  change (book, "INSERT INTO key_slot SELECT * FROM kept; DROP TABLE kept");
  assert_broken (book);
  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_unlock (book->ledger, BEN, BENS_PASSPHRASE, NULL));
  assert_broken (book);
}

/* A change by the program does not hide one past it; new keys make all of it anew. */
static void
test_stays_broken (void)
{
  g_autoptr (Book) book = book_with_ben ();
  char *key = NULL;

  change (book, "UPDATE station SET name = 'Back office'");
  g_assert_true (stile_ledger_set_role (book->ledger, BEN, STILE_ROLE_MANAGER, NULL));
  assert_broken (book);
  g_assert_true (stile_ledger_rekey (book->ledger, NULL, NULL, &key, NULL));
  stile_secret_free (key);
  assert_whole (book);
}

/* The note itself can't be taken out or changed. */
static void
test_note_is_in_the_chain (void)
{
  g_autoptr (Book) book = book_with_ben ();

  change (book, RAW_DROP_GUARDS "UPDATE station SET name = 'Back office';"
                                "UPDATE entry SET kind = 'note' WHERE kind = 'frame'");
  assert_broken (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/frame/forgery/%s", forgeries[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_forgery);
    }
  g_test_add_func ("/frame/changes-of-ours", test_changes_of_ours);
  g_test_add_func ("/frame/put-back", test_put_back);
  g_test_add_func ("/frame/stays-broken", test_stays_broken);
  g_test_add_func ("/frame/note-is-in-the-chain", test_note_is_in_the_chain);
  return g_test_run ();
}
