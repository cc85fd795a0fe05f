// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

/* What a thief finds in the file, its log and a copy: none of these, in no usual spelling. */
static const char *const secrets[] = {
  "Wilhelmina Featherstonehaugh",
  "hears voices since the eviction",
  "gambling-and-loans",
  "Łucja Żółkiewska",
  "نور الهدى",
  BOOK_PASSPHRASE,
};

static gboolean
has_utf16 (const char *path, const char *text, const char *charset)
{
  gsize length;
  g_autofree char *wide = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);

  return file_has_bytes (path, wide, length);
}

/* Wherever it starts among others, a text gives one of three spellings in base 64; the signs at
 * both ends depend on the neighbours and are left out. */
static gboolean
has_base64 (const char *path, const char *text)
{
  for (guint shift = 0; shift < 3; shift++)
    {
      g_autofree char *shifted = g_strconcat ("  " + 2 - shift, text, NULL);
      g_autofree char *spelling = g_base64_encode ((const guchar *) shifted, strlen (shifted));

      if (file_has_bytes (path, spelling + 4, strlen (spelling) - 8))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_in_any_spelling (const char *path, const char *text)
{
  return file_has_bytes (path, text, strlen (text)) || has_utf16 (path, text, "UTF-16LE")
         || has_utf16 (path, text, "UTF-16BE") || has_base64 (path, text);
}

static void
assert_nothing_found (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      if (!has_in_any_spelling (path, secrets[i]))
        continue;
      g_test_message ("“%s” lies open in %s", secrets[i], path);
      g_test_fail ();
    }
}

static Book *
book_with_secrets (void)
{
  Book *book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  static const char *const kinds[] = { "person", "note", "answer" };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *id = book_append (book, case_id, kinds[i % 3], secrets[i]);
    }
  return book;
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = book_with_secrets ();

  g_assert_true (stile_ledger_is_unlocked (book->ledger));
}

/* The scan finds what is there to find: the same texts in a database that seals nothing. */
static void
test_negative_control (void)
{
  static const char *const spellings[] = {
    "CREATE TABLE t (a); INSERT INTO t VALUES (%Q)",
    "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a); INSERT INTO t VALUES (%Q)",
    "PRAGMA encoding = 'UTF-16be'; CREATE TABLE t (a); INSERT INTO t VALUES (%Q)",
  };
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      for (guint j = 0; j <= G_N_ELEMENTS (spellings); j++)
        {
          g_autofree char *name = g_strdup_printf ("plain-%u-%u.db", i, j);
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *padded = g_strconcat ("{\"x\":\"", secrets[i], "\"}", NULL);
          g_autofree char *base64 = g_base64_encode ((const guchar *) padded, strlen (padded));
          gboolean last = j == G_N_ELEMENTS (spellings);
          char *sql = sqlite3_mprintf (spellings[last ? 0 : j], last ? base64 : secrets[i]);

          raw_exec (path, sql);
          sqlite3_free (sql);
          g_assert_true (has_in_any_spelling (path, secrets[i]));
        }
    }
  remove_folder (folder);
}

static void
test_open_book (void)
{
  g_autoptr (Book) book = book_with_secrets ();
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *shared = beside (book->path, "-shm");

  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_nothing_found (book->path);
  assert_nothing_found (log);
  assert_nothing_found (shared);
}

static void
test_closed_book (void)
{
  g_autoptr (Book) book = book_with_secrets ();

  g_clear_pointer (&book->ledger, stile_ledger_close);
  assert_nothing_found (book->path);
}

static void
test_copies (void)
{
  g_autoptr (Book) book = book_with_secrets ();
  g_autofree char *copy = g_build_filename (book->folder, "copy.stile", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", copy);

  raw_exec (book->path, sql);
  assert_nothing_found (copy);
}

/* Sorting and grouping contents must not leave them in a temporary file or in the book. */
static void
test_after_queries (void)
{
  static const char *const kinds[] = { "note", NULL };
  g_autoptr (Book) book = book_with_secrets ();
  g_autofree char *log = beside (book->path, "-wal");
  g_autoptr (StileRows) rows = NULL;

  stile_ledger_define_views (book->ledger, kinds, NULL);
  rows = stile_ledger_query (book->ledger, "SELECT p ->> '$.text' FROM note GROUP BY 1 ORDER BY 1",
                             NULL, NULL);
  while (stile_rows_next (rows, NULL))
    g_assert_nonnull (stile_rows_get_text (rows, 0));
  assert_nothing_found (book->path);
  assert_nothing_found (log);
}

static void
test_recovery_key_is_nowhere (void)
{
  g_autoptr (Book) book = book_with_secrets ();
  g_autofree char *log = beside (book->path, "-wal");
  g_auto (GStrv) groups = g_strsplit (book->recovery_key, "-", -1);
  g_autofree char *joined = g_strjoinv ("", groups);

  g_assert_false (has_in_any_spelling (book->path, book->recovery_key));
  g_assert_false (has_in_any_spelling (log, book->recovery_key));
  g_assert_false (has_in_any_spelling (book->path, joined));
}

/* Two texts that differ by some letters take the same room. */
static void
test_lengths_tell_little (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *yes = book_append (book, case_id, "answer", "yes");
  g_autofree char *long_answer = book_append (book, case_id, "answer", "prefer not to say");
  g_autofree char *sizes =
      raw_get (book->path, "SELECT count (DISTINCT length (sealed)) FROM entry"
                           " WHERE case_id <> 'book'");

  g_assert_cmpstr (sizes, ==, "1");
}

/* The same words never give the same bytes. */
static void
test_same_words_differ (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *first = book_append (book, case_id, "answer", "yes");
  g_autofree char *second = book_append (book, case_id, "answer", "yes");
  g_autofree char *n =
      raw_get (book->path, "SELECT count (DISTINCT substr (sealed, 2, 24)) || ' ' ||"
                           " count (DISTINCT substr (sealed, 26)) FROM entry"
                           " WHERE case_id <> 'book'");

  g_assert_cmpstr (n, ==, "2 2");
}

/* A value that was moved, to another row of the same person or to another person's, fails to open.
 */
static void
test_moved_value (void)
{
  static const char *const moves[] = {
    "UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE seq = 2) WHERE seq = 3",
    "UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE seq = 2) WHERE seq = 4",
    "UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key ORDER BY case_id LIMIT 1)",
    "UPDATE entry SET kind = 'decision' WHERE seq = 4",
    "UPDATE entry SET case_id = (SELECT case_id FROM entry WHERE seq = 2) WHERE seq = 4",
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (Book) book = book_new ();
      g_autofree char *ann = stile_ledger_new_id ();
      g_autofree char *ben = stile_ledger_new_id ();
      g_autofree char *first = book_append (book, ann, "note", "hers");
      g_autofree char *second = book_append (book, ann, "note", "hers too");
      g_autofree char *third = book_append (book, ben, "note", "his");
      g_autofree char *sql = g_strconcat (RAW_DROP_GUARDS, moves[i], NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", moves[i]);
      raw_exec (book->path, sql);
      book_reopen (book);
      g_assert_null (stile_ledger_read_all (book->ledger, 0, 0, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
    }
}

/* A slot under another name or of another book opens nothing. */
static void
test_moved_slot (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  raw_exec (book->path, "UPDATE key_slot SET adviser = 'Thief' WHERE kind = 'passphrase'");
  stile_ledger_lock (book->ledger);
  g_assert_false (stile_ledger_unlock (book->ledger, "Thief", BOOK_PASSPHRASE, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
}

static void
test_wrong_passphrase (void)
{
  g_autoptr (Book) book = book_with_secrets ();
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  g_assert_false (
      stile_ledger_unlock (book->ledger, BOOK_ADVISER, "correct horse batterie", &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  g_assert_cmpstr (error->message, ==, "That is not the right passphrase.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stolen/new-free", test_new_free);
  g_test_add_func ("/stolen/negative-control", test_negative_control);
  g_test_add_func ("/stolen/open-book", test_open_book);
  g_test_add_func ("/stolen/closed-book", test_closed_book);
  g_test_add_func ("/stolen/copies", test_copies);
  g_test_add_func ("/stolen/after-queries", test_after_queries);
  g_test_add_func ("/stolen/recovery-key-is-nowhere", test_recovery_key_is_nowhere);
  g_test_add_func ("/stolen/lengths-tell-little", test_lengths_tell_little);
  g_test_add_func ("/stolen/same-words-differ", test_same_words_differ);
  g_test_add_func ("/stolen/moved-value", test_moved_value);
  g_test_add_func ("/stolen/moved-slot", test_moved_slot);
  g_test_add_func ("/stolen/wrong-passphrase", test_wrong_passphrase);
  return g_test_run ();
}
