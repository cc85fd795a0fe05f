// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/wait.h>
#include <unistd.h>

#include "book.h"

#define N_EACH 150

/* Both of them unlock the book, and then we do; that is an entry each. */
#define N_UNLOCKS 3

/* Waits for a child that must have ended well. */
static void
assert_ended_well (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Another program that starts to write, says so, and holds on until it is told to let go. */
static pid_t
hold_book (const char *path, int *let_go)
{
  int said[2], told[2];
  char sign;
  pid_t child;

  g_assert_cmpint (pipe (said), ==, 0);
  g_assert_cmpint (pipe (told), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      sqlite3 *file = NULL;

      close (told[1]);
      if (sqlite3_open (path, &file) != SQLITE_OK
          || sqlite3_exec (file, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK
          || write (said[1], "!", 1) != 1)
        _exit (1);
      if (read (told[0], &sign, 1) != 0
          || sqlite3_exec (file, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
        _exit (1);
      _exit (0);
    }
  close (said[1]);
  close (told[0]);
  g_assert_cmpint (read (said[0], &sign, 1), ==, 1);
  close (said[0]);
  *let_go = told[1];
  return child;
}

static void
test_busy_then_works (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  int let_go;
  pid_t child;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  child = hold_book (book->path, &let_go);
  book_reopen (book);
  g_assert_false (stile_ledger_append (book->ledger, case_id, "note", content, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_BUSY);
  g_clear_error (&error);

  close (let_go);
  assert_ended_well (child);
  g_assert_true (stile_ledger_append (book->ledger, case_id, "note", content, NULL, &error));
  entries = stile_ledger_read_case (book->ledger, case_id, &error);
  g_assert_cmpuint (entries->len, ==, 1);
}

/* Who only reads is not kept waiting. */
static void
test_read_while_busy (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "readable");
  g_autoptr (GPtrArray) entries = NULL;
  int let_go;
  pid_t child;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  child = hold_book (book->path, &let_go);
  book_reopen (book);
  entries = stile_ledger_read_case (book->ledger, case_id, NULL);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "readable");
  close (let_go);
  assert_ended_well (child);
}

static pid_t
append_in_another_program (const char *path, const char *case_id)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      StileLedger *ledger = stile_ledger_open (path, NULL);
      JsonNode *content = json_object_node ("{\"text\": \"side by side\"}");

      if (!stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL))
        _exit (1);
      for (guint i = 0; i < N_EACH; i++)
        {
          if (!stile_ledger_append (ledger, case_id, "answer", content, NULL, NULL))
            _exit (1);
        }
      stile_ledger_close (ledger);
      _exit (0);
    }
  return child;
}

/* Two programs, one book, one new person: one key is made for them (and one for the book's own
 * entries), and the chain stays whole. */
static void
test_side_by_side (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (StileLedgerReport) report = NULL;
  g_autofree char *keys = NULL;
  pid_t first, second;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  first = append_in_another_program (book->path, case_id);
  second = append_in_another_program (book->path, case_id);
  assert_ended_well (first);
  assert_ended_well (second);

  book_reopen (book);
  report = stile_ledger_verify (book->ledger, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->opened, ==, BOOK_N_FIRST + 2 * N_EACH + N_UNLOCKS);
  keys = raw_get (book->path, "SELECT count (*) FROM case_key");
  g_assert_cmpstr (keys, ==, "2");
}

/* A program that stays unlocked sees what another one wrote, with a key made after it had looked.
 */
static void
test_sees_the_other (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileLedger) other = stile_ledger_open (book->path, NULL);
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (stile_ledger_unlock (other, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  id = book_append (book, case_id, "note", "from the other desk");
  entries = stile_ledger_read_case (other, case_id, NULL);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "from the other desk");
}

/* What a program writes to a plain file of SQLite while another one has begun to; @held is whether
 * that is kept out. Returns how many of the two rows are there. */
static char *
write_over_one_another (const char *path, gboolean held)
{
  g_autofree char *uri = g_strdup_printf ("file:%s?nolock=%d", path, !held);
  sqlite3 *first = NULL, *second = NULL;

  raw_exec (path, "CREATE TABLE row (text TEXT)");
  sqlite3_open_v2 (uri, &first, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL);
  sqlite3_open_v2 (uri, &second, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL);
  sqlite3_exec (first, "BEGIN IMMEDIATE; INSERT INTO row VALUES ('first')", NULL, NULL, NULL);
  sqlite3_exec (second, "INSERT INTO row VALUES ('second')", NULL, NULL, NULL);
  sqlite3_exec (first, "COMMIT", NULL, NULL, NULL);
  if (held)
    sqlite3_exec (second, "INSERT INTO row VALUES ('second')", NULL, NULL, NULL);
  sqlite3_close (first);
  sqlite3_close (second);
  return raw_get (path, "SELECT count (*) FROM row");
}

/* Without a lock a row that was called written is lost: counting them tells. */
static void
test_negative_control (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked", NULL);
  g_autofree char *unlocked = g_build_filename (folder, "unlocked", NULL);
  g_autofree char *both = write_over_one_another (locked, TRUE);
  g_autofree char *one = write_over_one_another (unlocked, FALSE);

  g_assert_cmpstr (both, ==, "2");
  g_assert_cmpstr (one, ==, "1");
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/two-programs/sees-the-other", test_sees_the_other);
  g_test_add_func ("/two-programs/busy-then-works", test_busy_then_works);
  g_test_add_func ("/two-programs/read-while-busy", test_read_while_busy);
  g_test_add_func ("/two-programs/side-by-side", test_side_by_side);
  g_test_add_func ("/two-programs/control", test_negative_control);
  return g_test_run ();
}
