// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bad-disk.h"
#include "fixture.h"
#include "ledger-private.h"
#include "whole-interview.h"

#include <glib/gstdio.h>

/* The power goes in the midst of whole interviews. What was called saved is there, and the book is
 * whole. With less syncing than the book asks for, the same cuts lose or damage: so the test can
 * tell. */

#ifdef __SANITIZE_ADDRESS__
#define N_CUTS 500
#else
#define N_CUTS 10000
#endif
#define N_CONTROL_CUTS 500

typedef struct
{
  Fixture fixture;
  char *path;
  char *copy;
  guint acknowledged; /* entries */
  guint one_in;       /* so many writes make one cut */
  guint n_cuts;
  guint n_lost;       /* acknowledged entries */
  guint n_damaged;    /* books */
} Cuts;

/* Looks at the copy as the next start of the program would. */
static void
look_at_copy (Cuts *cuts)
{
  g_autoptr (StileLedger) left = stile_ledger_open (cuts->copy, NULL);
  g_autoptr (StileLedgerReport) report = NULL;
  gint64 n_entries = 0;

  /* Counted before the book is unlocked: that is an entry, too. */
  if (left != NULL)
    stile_database_get_number (left->db, "SELECT count(*) FROM entry", &n_entries, NULL);
  if (left != NULL && stile_ledger_unlock (left, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, NULL))
    report = stile_ledger_verify (left, NULL);
  if (report == NULL || report->first_break != NULL)
    cuts->n_damaged++;
  else if (n_entries < cuts->acknowledged)
    cuts->n_lost += cuts->acknowledged - n_entries;
}

static void
remove_copy (Cuts *cuts)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  bad_disk_forget (cuts->copy);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (cuts->copy, suffixes[i], NULL);
      g_unlink (file);
    }
}

static void
cut_cb (gpointer data)
{
  Cuts *cuts = data;

  if (g_test_rand_int_range (0, cuts->one_in) != 0)
    return;
  cuts->n_cuts++;
  bad_disk_watch (NULL, NULL);
  bad_disk_save (cuts->path, cuts->copy);
  look_at_copy (cuts);
  remove_copy (cuts);
  bad_disk_watch (cut_cb, cuts);
}

static guint
count_entries (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_nonnull (report);
  return report->entries;
}

static void
interview_with_cuts (Cuts *cuts, const char *pragma)
{
  g_autoptr (WholeInterview) whole = NULL;
  g_autoptr (GError) error = NULL;
  StileLedger *ledger;

  fixture_set_up (&cuts->fixture, NULL);
  ledger = stile_casework_get_ledger (cuts->fixture.casework);
  cuts->path = g_strdup (stile_ledger_get_path (ledger));
  cuts->copy = g_build_filename (cuts->fixture.folder, "left.book", NULL);
  whole = whole_interview_new (cuts->fixture.form, g_test_rand_int ());
  /* So that the log is emptied into the file several times on the way. */
  stile_database_exec (ledger->db, "PRAGMA wal_autocheckpoint = 10", NULL);
  stile_database_exec (ledger->db, pragma, NULL);

  while (!whole_interview_is_over (whole))
    {
      cuts->acknowledged = count_entries (ledger);
      bad_disk_watch (cut_cb, cuts);
      whole_interview_go_on (whole, cuts->fixture.casework, &error);
      bad_disk_watch (NULL, NULL);
      g_assert_no_error (error);
    }

  fixture_tear_down (&cuts->fixture, NULL);
  bad_disk_forget (cuts->path);
  g_free (cuts->path);
  g_free (cuts->copy);
}

static Cuts
run_cuts (guint n_cuts, const char *pragma)
{
  Cuts cuts = { .one_in = 2 };

  while (cuts.n_cuts < n_cuts)
    interview_with_cuts (&cuts, pragma);
  g_test_message ("%u cuts, %s: %u saved entries lost, %u books damaged", cuts.n_cuts, pragma,
                  cuts.n_lost, cuts.n_damaged);
  return cuts;
}

static void
test_nothing_is_lost (void)
{
  Cuts cuts = run_cuts (N_CUTS, "PRAGMA synchronous = FULL");

  g_assert_cmpuint (cuts.n_lost, ==, 0);
  g_assert_cmpuint (cuts.n_damaged, ==, 0);
}

static void
test_negative_control (gconstpointer pragma)
{
  Cuts cuts = run_cuts (N_CONTROL_CUTS, pragma);

  g_assert_cmpuint (cuts.n_lost + cuts.n_damaged, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bad_disk_install ();
  g_test_add_func ("/power-cut/nothing-is-lost", test_nothing_is_lost);
  g_test_add_data_func ("/power-cut/control/normal", "PRAGMA synchronous = NORMAL",
                        test_negative_control);
  g_test_add_data_func ("/power-cut/control/off", "PRAGMA synchronous = OFF",
                        test_negative_control);
  return g_test_run ();
}
