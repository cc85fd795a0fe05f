// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bad-disk.h"
#include "fixture.h"
#include "ledger-private.h"
#include "whole-interview.h"

/* Each operation of the disk during a whole interview fails once, and then each fails with all that
 * follow, until there is space again or the cable is back. The verb says so in a sentence; tried
 * again it goes on; nothing that was acknowledged is missing, and the book is whole. */

typedef struct
{
  BadDiskOperation operation;
  int code;
  gboolean lasting;
  StileLedgerError expected;
} Failure;

/* Under sanitizers every so-manieth operation only: they look for faults of memory. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 11
#else
#define STRIDE 1
#endif

/* Does the verb again until it works; the first failure must be told as expected. */
static void
go_on_in_spite (WholeInterview *whole, StileCasework *casework, const Failure *failure)
{
  g_autoptr (GError) error = NULL;

  if (whole_interview_go_on (whole, casework, &error))
    return;
  g_assert_true (bad_disk_has_failed ());
  g_assert_error (error, STILE_LEDGER_ERROR, (int) failure->expected);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_clear_error (&error);

  bad_disk_heal ();
  whole_interview_go_on (whole, casework, &error);
  g_assert_no_error (error);
}

static void
assert_whole (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_nonnull (report);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->entries, ==, report->opened);
}

/* FALSE where the interview has less than @k such operations. */
static gboolean
interview_with_failure (guint k, const Failure *failure)
{
  Fixture fixture;
  g_autoptr (WholeInterview) whole = NULL;
  g_autofree char *path = NULL;
  StileLedger *ledger;
  gboolean failed;

  fixture_set_up (&fixture, NULL);
  ledger = stile_casework_get_ledger (fixture.casework);
  path = g_strdup (stile_ledger_get_path (ledger));
  /* So that the log is emptied into the file, and the file read again, several times on the way. */
  stile_database_exec (ledger->db, "PRAGMA wal_autocheckpoint = 10", NULL);
  stile_database_exec (ledger->db, "PRAGMA cache_size = 5", NULL);
  whole = whole_interview_new (fixture.form, 7);

  bad_disk_fail (failure->operation, k, failure->code, failure->lasting);
  while (!whole_interview_is_over (whole))
    {
      go_on_in_spite (whole, fixture.casework, failure);
      /* As erasing somebody else does at its end: nothing else makes a file shorter. */
      if (failure->operation == BAD_DISK_TRUNCATE)
        stile_ledger_empty_log (ledger);
    }
  failed = bad_disk_has_failed ();
  bad_disk_heal ();

  fixture_reopen (&fixture);
  whole_interview_assert_kept (whole, fixture.casework);
  assert_whole (stile_casework_get_ledger (fixture.casework));
  fixture_tear_down (&fixture, NULL);
  bad_disk_forget (path);
  return failed;
}

static void
test_every_operation (gconstpointer data)
{
  guint k;

  for (k = 1; interview_with_failure (k, data); k += STRIDE)
    ;
  g_test_message ("%u operations failed", k / STRIDE);
  g_assert_cmpuint (k, >, 1);
}

/* A book with an interview that a crash left in the log: opening has the most to do. */
static StileLedger *
open_and_unlock (const char *path, GError **error)
{
  StileLedger *ledger = stile_ledger_open (path, error);

  if (ledger != NULL && !stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, error))
    g_clear_pointer (&ledger, stile_ledger_close);
  return ledger;
}

static gboolean
open_with_failure (Fixture *fixture, const char *copy, guint k, const Failure *failure)
{
  const char *path = stile_ledger_get_path (stile_casework_get_ledger (fixture->casework));
  g_autoptr (GError) error = NULL;
  StileLedger *ledger;
  gboolean failed;

  bad_disk_save (path, copy);
  bad_disk_fail (failure->operation, k, failure->code, failure->lasting);
  ledger = open_and_unlock (copy, &error);
  failed = bad_disk_has_failed ();
  bad_disk_heal ();
  if (ledger == NULL)
    {
      g_assert_true (failed);
      g_assert_error (error, STILE_LEDGER_ERROR, (int) failure->expected);
      g_clear_error (&error);
      ledger = open_and_unlock (copy, &error);
    }
  g_assert_no_error (error);
  assert_whole (ledger);
  stile_ledger_close (ledger);
  bad_disk_forget (copy);
  return failed;
}

static void
test_every_read_of_opening (gconstpointer data)
{
  Fixture fixture;
  g_autoptr (WholeInterview) whole = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *path = NULL;
  guint k;

  fixture_set_up (&fixture, NULL);
  path = g_strdup (stile_ledger_get_path (stile_casework_get_ledger (fixture.casework)));
  copy = g_build_filename (fixture.folder, "left.book", NULL);
  whole = whole_interview_new (fixture.form, 7);
  while (!whole_interview_is_over (whole))
    g_assert_true (whole_interview_go_on (whole, fixture.casework, NULL));

  for (k = 1; open_with_failure (&fixture, copy, k, data); k++)
    ;
  g_test_message ("%u operations failed", k - 1);
  g_assert_cmpuint (k, >, 1);
  fixture_tear_down (&fixture, NULL);
  bad_disk_forget (path);
}

static void
add (const char *path, const Failure *failure)
{
  g_test_add_data_func (path, failure, test_every_operation);
}

/* Whether a start of the program would notice a write that was lost without a word. */
static gboolean
is_lost_write_noticed (guint k)
{
  Fixture fixture;
  g_autoptr (WholeInterview) whole = NULL;
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (StileLedgerReport) report = NULL;
  g_autofree char *path = NULL;

  fixture_set_up (&fixture, NULL);
  path = g_strdup (stile_ledger_get_path (stile_casework_get_ledger (fixture.casework)));
  whole = whole_interview_new (fixture.form, 7);
  bad_disk_fail (BAD_DISK_LOST_WRITE, k, SQLITE_IOERR, TRUE);
  while (!whole_interview_is_over (whole)
         && whole_interview_go_on (whole, fixture.casework, NULL))
    ;
  bad_disk_heal ();
  g_clear_pointer (&fixture.casework, stile_casework_free);
  ledger = open_and_unlock (path, NULL);
  report = ledger != NULL ? stile_ledger_verify (ledger, NULL) : NULL;
  g_clear_pointer (&ledger, stile_ledger_close);
  fixture_tear_down (&fixture, NULL);
  bad_disk_forget (path);
  return report == NULL || report->first_break != NULL || report->entries < whole->step;
}

static void
test_negative_control (void)
{
  for (guint k = 1; k < 60; k += 20)
    g_assert_true (is_lost_write_noticed (k));
}

int
main (int argc, char **argv)
{
  static const Failure full = { BAD_DISK_WRITE, SQLITE_FULL, FALSE, STILE_LEDGER_ERROR_FULL };
  static const Failure full_lasting = { BAD_DISK_WRITE, SQLITE_FULL, TRUE,
                                        STILE_LEDGER_ERROR_FULL };
  static const Failure write = { BAD_DISK_WRITE, SQLITE_IOERR_WRITE, FALSE,
                                 STILE_LEDGER_ERROR_IO };
  static const Failure write_lasting = { BAD_DISK_WRITE, SQLITE_IOERR_WRITE, TRUE,
                                         STILE_LEDGER_ERROR_IO };
  static const Failure sync = { BAD_DISK_SYNC, SQLITE_IOERR_FSYNC, FALSE, STILE_LEDGER_ERROR_IO };
  static const Failure sync_lasting = { BAD_DISK_SYNC, SQLITE_IOERR_FSYNC, TRUE,
                                        STILE_LEDGER_ERROR_IO };
  static const Failure read = { BAD_DISK_READ, SQLITE_IOERR_READ, FALSE, STILE_LEDGER_ERROR_IO };
  static const Failure read_lasting = { BAD_DISK_READ, SQLITE_IOERR_READ, TRUE,
                                        STILE_LEDGER_ERROR_IO };

  static const Failure truncate = { BAD_DISK_TRUNCATE, SQLITE_IOERR_TRUNCATE, FALSE,
                                    STILE_LEDGER_ERROR_IO };
  static const Failure truncate_lasting = { BAD_DISK_TRUNCATE, SQLITE_IOERR_TRUNCATE, TRUE,
                                            STILE_LEDGER_ERROR_IO };

  g_test_init (&argc, &argv, NULL);
  bad_disk_install ();
  add ("/io-error/full/once", &full);
  add ("/io-error/full/lasting", &full_lasting);
  add ("/io-error/write/once", &write);
  add ("/io-error/write/lasting", &write_lasting);
  add ("/io-error/sync/once", &sync);
  add ("/io-error/sync/lasting", &sync_lasting);
  add ("/io-error/read/once", &read);
  add ("/io-error/read/lasting", &read_lasting);
  add ("/io-error/truncate/once", &truncate);
  add ("/io-error/truncate/lasting", &truncate_lasting);
  /* Opening only reads. */
  g_test_add_data_func ("/io-error/opening/once", &read, test_every_read_of_opening);
  g_test_add_data_func ("/io-error/opening/lasting", &read_lasting, test_every_read_of_opening);
  g_test_add_func ("/io-error/control", test_negative_control);
  return g_test_run ();
}
