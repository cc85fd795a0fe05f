// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"
#include "ledger-private.h"
#include "power-cut.h"

/* The power goes while answers are saved. Those that were called saved are there, and the book is
 * whole. The same with syncing turned off loses some: so the test can tell. */

#define N_CUTS 60
#define N_ENTRIES 12

typedef struct
{
  Book *book;
  char *copy;
  GPtrArray *acknowledged;
  guint n_at_cut;
  gboolean cut;
} Run;

static void
cut_cb (gpointer data)
{
  Run *run = data;

  run->n_at_cut = run->acknowledged->len;
  run->cut = TRUE;
  power_cut_save (run->book->path, run->copy);
}

/* Appends with a cut somewhere on the way. */
static void
append_with_cut (Run *run)
{
  g_autofree char *case_id = stile_ledger_new_id ();

  power_cut_plan (g_test_rand_int_range (1, 120), cut_cb, run);
  for (guint i = 0; i < N_ENTRIES; i++)
    g_ptr_array_add (run->acknowledged, book_append (run->book, case_id, "answer", "one more"));
  power_cut_plan (0, NULL, NULL);
  if (!run->cut)
    cut_cb (run);
}

/* How many of the acknowledged entries the book at @copy lacks; all of them where it does not open
 * or is not whole. */
static guint
count_lost (Run *run)
{
  g_autoptr (StileLedger) ledger = stile_ledger_open (run->copy, NULL);
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (ledger == NULL || !stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL))
    return run->n_at_cut;
  report = stile_ledger_verify (ledger, NULL);
  entries = stile_ledger_read_all (ledger, 0, 0, NULL);
  if (report == NULL || report->first_break != NULL || entries == NULL)
    return run->n_at_cut;
  for (guint i = 0; i < MIN (entries->len, run->n_at_cut); i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, i);
      g_assert_cmpstr (entry->id, ==, g_ptr_array_index (run->acknowledged, i));
    }
  return run->n_at_cut - MIN (entries->len, run->n_at_cut);
}

/* How many entries, called saved before the cut, one cut loses. */
static guint
lost_in_one_cut (gboolean syncing)
{
  Run run = { .book = book_new () };
  guint n_lost;

  run.copy = g_build_filename (run.book->folder, "left.stile", NULL);
  run.acknowledged = g_ptr_array_new_with_free_func (g_free);
  /* So that the log is emptied into the file several times on the way. */
  stile_database_exec (run.book->ledger->db, "PRAGMA wal_autocheckpoint = 10", NULL);
  if (!syncing)
    stile_database_exec (run.book->ledger->db, "PRAGMA synchronous = OFF", NULL);

  append_with_cut (&run);
  n_lost = count_lost (&run);

  power_cut_forget (run.copy);
  power_cut_forget (run.book->path);
  g_ptr_array_unref (run.acknowledged);
  g_free (run.copy);
  book_free (run.book);
  return n_lost;
}

static guint
lost_in_all_cuts (gboolean syncing)
{
  guint n_lost = 0;

  for (guint i = 0; i < N_CUTS; i++)
    n_lost += lost_in_one_cut (syncing);
  g_test_message ("%u entries lost in %d cuts", n_lost, N_CUTS);
  return n_lost;
}

static void
test_nothing_is_lost (void)
{
  g_assert_cmpuint (lost_in_all_cuts (TRUE), ==, 0);
}

static void
test_negative_control (void)
{
  g_assert_cmpuint (lost_in_all_cuts (FALSE), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  power_cut_install ();
  g_test_add_func ("/power-cut/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/power-cut/negative-control", test_negative_control);
  return g_test_run ();
}
