// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "advisers.h"
#include "bad-disk.h"
#include "book.h"
#include "keys-private.h"
#include "slot.h"

#define N_PEOPLE 40
#define BEN "Ben Okafor"
#define BENS_PASSPHRASE "blue kettle on the stove"

/* A book of two advisers and some people. */
static Book *
filled_book (void)
{
  Book *book = book_new ();

  stile_ledger_add_adviser (book->ledger, BEN, BENS_PASSPHRASE, STILE_ROLE_ADVISER, NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *case_id = stile_ledger_new_id ();
      g_autofree char *id = book_append (book, case_id, "note", "what they said");
    }
  return book;
}

static void
rekey (Book *book)
{
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  stile_ledger_rekey (book->ledger, NULL, NULL, &recovery_key, &error);
  g_assert_no_error (error);
  stile_secret_free (book->recovery_key);
  book->recovery_key = recovery_key;
}

/* Everything is there and opens: the walk reads every entry with its key. */
static void
assert_whole (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->opened, ==, report->entries);
  g_assert_cmpuint (report->entries, >=, N_PEOPLE);
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = filled_book ();

  rekey (book);
  assert_whole (book->ledger);
}

static void
test_everybody_still_opens (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (GError) error = NULL;

  rekey (book);
  book_reopen (book);
  assert_whole (book->ledger);
  stile_ledger_lock (book->ledger);
  g_assert_true (stile_ledger_unlock (book->ledger, BEN, BENS_PASSPHRASE, &error));
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_ADVISER);
  assert_whole (book->ledger);
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, book->recovery_key, &error));
}

static void
test_goes_on (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = NULL;

  rekey (book);
  id = book_append (book, case_id, "note", "afterwards");
  rekey (book);
  book_reopen (book);
  assert_whole (book->ledger);
}

static void
test_old_recovery_key (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autofree char *old = g_strdup (book->recovery_key);

  rekey (book);
  g_assert_false (stile_ledger_test_recovery_key (book->ledger, old, NULL));
}

static StileKeys *
copy_master (StileLedger *ledger)
{
  StileKeys *copy = stile_keys_allocate ();

  memcpy (copy->master, ledger->keys->master, STILE_KEY_BYTES);
  return copy;
}

/* How much of what is in the book a master key opens: people's keys, slots, the chain's key. */
static guint
count_opened (StileLedger *ledger, StileKeys *keys)
{
  g_autoptr (GPtrArray) slots = stile_slot_list (ledger, NULL);
  g_autoptr (StileStatement) select =
      stile_database_prepare (ledger->db, "SELECT case_id, wrapped FROM case_key", NULL);
  g_autoptr (StileStatement) chain =
      stile_database_prepare (ledger->db, "SELECT wrapped FROM book_key", NULL);
  guint n_opened = 0;

  while (stile_database_step (ledger->db, select, NULL) == SQLITE_ROW)
    n_opened += stile_keys_add_case (keys, (const char *) sqlite3_column_text (select, 0),
                                     sqlite3_column_blob (select, 1),
                                     sqlite3_column_bytes (select, 1));
  for (guint i = 0; i < slots->len; i++)
    n_opened += stile_keys_check_slot (keys, &((StileSlot *) g_ptr_array_index (slots, i))->keys);
  g_assert_cmpint (stile_database_step (ledger->db, chain, NULL), ==, SQLITE_ROW);
  n_opened += stile_keys_open_chain (keys, sqlite3_column_blob (chain, 0));
  return n_opened;
}

static void
test_old_key_opens_nothing (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileKeys) old = copy_master (book->ledger);
  g_autoptr (StileKeys) control = copy_master (book->ledger);

  /* Before: everybody and the book's own case, three slots, the chain. */
  g_assert_cmpuint (count_opened (book->ledger, control), ==, N_PEOPLE + 1 + 3 + 1);
  rekey (book);
  g_assert_cmpuint (count_opened (book->ledger, old), ==, 0);
}

static void
test_nothing_old_in_the_files (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *key = raw_get (book->path, "SELECT hex (wrapped) FROM case_key LIMIT 1");
  g_autofree char *slot = raw_get (book->path, "SELECT hex (master) FROM key_slot LIMIT 1");

  rekey (book);
  g_assert_false (file_has_hex (book->path, key) || file_has_hex (log, key));
  g_assert_false (file_has_hex (book->path, slot) || file_has_hex (log, slot));
}

/* Another program that has the book open is locked out at its next step, and adds nothing that
 * nobody could open. */
static void
test_other_program_is_locked (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileLedger) other = stile_ledger_open (book->path, NULL);
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_unlock (other, BEN, BENS_PASSPHRASE, NULL));
  rekey (book);
  g_assert_false (stile_ledger_append (other, case_id, "note", content, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_assert_false (stile_ledger_is_unlocked (other));
  g_assert_true (stile_ledger_unlock (other, BEN, BENS_PASSPHRASE, NULL));
  g_assert_true (stile_ledger_append (other, case_id, "note", content, NULL, NULL));
  assert_whole (book->ledger);
}

static void
test_damaged_key_stops_it (void)
{
  g_autoptr (Book) book = filled_book ();
  char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;

  raw_exec (book->path, "UPDATE case_key SET wrapped = zeroblob (72)"
                        " WHERE case_id = (SELECT max (case_id) FROM case_key"
                        " WHERE case_id <> 'book')");
  g_assert_false (stile_ledger_rekey (book->ledger, NULL, NULL, &recovery_key, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
  g_assert_null (recovery_key);
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, book->recovery_key, NULL));
}

typedef struct
{
  guint n_calls;
  guint64 n_done, n_all; /* of the last call */
} Progress;

static void
progress_cb (guint64 n_done, guint64 n_all, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpuint (n_done, <=, n_all);
  g_assert_cmpuint (n_done, >=, progress->n_done);
  *progress = (Progress){ progress->n_calls + 1, n_done, n_all };
}

static void
test_progress (void)
{
  g_autoptr (Book) book = book_new ();
  Progress progress = { 0 };
  char *recovery_key = NULL;

  for (guint person = 0; person < 600; person++)
    {
      g_autofree char *case_id = stile_ledger_new_id ();

      g_free (book_append (book, case_id, "note", "here"));
    }
  g_assert_true (stile_ledger_rekey (book->ledger, progress_cb, &progress, &recovery_key, NULL));
  g_assert_cmpuint (progress.n_calls, ==, 3); /* at 0, 256 and 512 */
  g_assert_cmpuint (progress.n_done, ==, 512);
  g_assert_cmpuint (progress.n_all, ==, 601); /* with the book's own */
  stile_secret_free (recovery_key);
}

/* What the power leaves when it goes at one write of a renewal. */
typedef struct
{
  Book *book;
  char *copy;
  guint n_left; /* writes until the power goes */
  gboolean cut;
} Run;

static void
change_cb (gpointer data)
{
  Run *run = data;

  if (run->n_left == 0 || --run->n_left > 0)
    return;
  run->cut = TRUE;
  bad_disk_save (run->book->path, run->copy);
}

/* Old or new, whole, and ready to be renewed again. TRUE: new. */
static gboolean
check_left (Run *run, const char *old_recovery_key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_open (run->copy, &error);
  char *recovery_key = NULL;
  gboolean is_new;

  g_assert_no_error (error);
  is_new = !stile_ledger_test_recovery_key (ledger, old_recovery_key, NULL);
  g_assert_true (stile_ledger_unlock (ledger, BEN, BENS_PASSPHRASE, &error));
  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  assert_whole (ledger);
  g_assert_true (stile_ledger_rekey (ledger, NULL, NULL, &recovery_key, &error));
  assert_whole (ledger);
  stile_secret_free (recovery_key);
  return is_new;
}

/* One renewal for each write in it; the last is over before the power goes. */
static void
test_stopped_at_every_write (void)
{
  Run run = { .book = filled_book () };
  guint n_old = 0, n_new = 0;

  run.copy = g_build_filename (run.book->folder, "left.stile", NULL);
  for (guint write = 1; write == 1 || run.cut; write++)
    {
      g_autofree char *old_recovery_key = g_strdup (run.book->recovery_key);

      run.cut = FALSE;
      run.n_left = write;
      bad_disk_watch (change_cb, &run);
      rekey (run.book);
      bad_disk_watch (NULL, NULL);
      if (!run.cut)
        break;
      if (check_left (&run, old_recovery_key))
        n_new++;
      else
        n_old++;
      bad_disk_forget (run.copy);
    }
  g_test_message ("%u cuts left the old keys, %u the new ones", n_old, n_new);
  g_assert_cmpuint (n_old, >, 3);
  g_assert_cmpuint (n_new, >, 3);
  bad_disk_forget (run.book->path);
  g_free (run.copy);
  book_free (run.book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bad_disk_install ();
  g_test_add_func ("/rekey/new-free", test_new_free);
  g_test_add_func ("/rekey/everybody-still-opens", test_everybody_still_opens);
  g_test_add_func ("/rekey/goes-on", test_goes_on);
  g_test_add_func ("/rekey/old-recovery-key", test_old_recovery_key);
  g_test_add_func ("/rekey/old-key-opens-nothing", test_old_key_opens_nothing);
  g_test_add_func ("/rekey/nothing-old-in-the-files", test_nothing_old_in_the_files);
  g_test_add_func ("/rekey/other-program-is-locked", test_other_program_is_locked);
  g_test_add_func ("/rekey/damaged-key-stops-it", test_damaged_key_stops_it);
  g_test_add_func ("/rekey/progress", test_progress);
  g_test_add_func ("/rekey/stopped-at-every-write", test_stopped_at_every_write);
  return g_test_run ();
}
