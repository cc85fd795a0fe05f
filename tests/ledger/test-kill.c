// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "book.h"

/* A program that is killed: what it had called saved is there. This shows that nothing waits in the
 * program's memory after append returned; what a power cut leaves is test-power-cut's matter. */

#define N_KILLS 60
#define ID_LENGTH 36

static void
append_until_killed (const char *path, int acknowledged)
{
  StileLedger *ledger = stile_ledger_open (path, NULL);
  JsonNode *content = json_object_node ("{\"text\": \"one more answer\"}");
  char *case_id = stile_ledger_new_id ();

  stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL);
  for (;;)
    {
      char *id = NULL;

      if (!stile_ledger_append (ledger, case_id, "answer", content, &id, NULL)
          || write (acknowledged, id, ID_LENGTH) != ID_LENGTH)
        _exit (1);
      g_free (id);
    }
}

/* Adds the next id that comes through the pipe; FALSE where it was closed. Ids come whole: they are
 * shorter than what a pipe takes at once. */
static gboolean
read_id (int acknowledged, GPtrArray *ids)
{
  char id[ID_LENGTH + 1] = { 0 };

  if (read (acknowledged, id, ID_LENGTH) != ID_LENGTH)
    return FALSE;
  g_ptr_array_add (ids, g_strdup (id));
  return TRUE;
}

/* Kills it at any moment, or at any moment after the first entry was acknowledged. */
static void
run_and_kill (const char *path, GPtrArray *ids, gboolean after_first)
{
  int ends[2];
  pid_t child;
  int status;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      append_until_killed (path, ends[1]);
    }
  close (ends[1]);
  if (after_first)
    g_assert_true (read_id (ends[0], ids));
  g_usleep (g_test_rand_int_range (0, 30000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read_id (ends[0], ids))
    ;
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static GHashTable *
stored_ids (Book *book)
{
  g_autoptr (GHashTable) stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (StileRows) rows =
      stile_ledger_query (book->ledger, "SELECT id FROM entry WHERE case_id <> 'book'", NULL, NULL);

  while (stile_rows_next (rows, NULL))
    g_hash_table_add (stored, g_strdup (stile_rows_get_text (rows, 0)));
  return g_steal_pointer (&stored);
}

static void
test_killed_at_random (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (GHashTable) stored = NULL;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  for (guint i = 0; i < N_KILLS; i++)
    run_and_kill (book->path, ids, i % 3 != 0);

  book_reopen (book);
  stored = stored_ids (book);
  g_test_message ("%u acknowledged, %u stored, %d kills", ids->len, g_hash_table_size (stored),
                  N_KILLS);
  g_assert_cmpuint (ids->len, >=, N_KILLS * 2 / 3);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (g_hash_table_contains (stored, g_ptr_array_index (ids, i)));

  report = stile_ledger_verify (book->ledger, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->opened, ==, report->entries);
}

/* What was not acknowledged and is there all the same is at most the one under way. */
static void
test_nothing_twice (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) stored = NULL;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  run_and_kill (book->path, ids, TRUE);
  book_reopen (book);
  stored = stored_ids (book);
  g_assert_cmpuint (g_hash_table_size (stored), <=, ids->len + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/nothing-twice", test_nothing_twice);
  g_test_add_func ("/kill/killed-at-random", test_killed_at_random);
  return g_test_run ();
}
