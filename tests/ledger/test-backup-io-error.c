// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "backup.h"
#include "bad-disk.h"
#include "book.h"

/* Each operation of the disk fails once while a backup is made, and while one is restored, and then
 * each with all that follow. What is told is a sentence; a file of the name that was asked for is a
 * whole backup, or there is none; the book is the old one or the restored one, and nobody in it is
 * lost. */

/* Reads are many and alike: every so-manieth, unless there is time (-m slow). Under sanitizers that
 * goes for the others, too: they look for faults of memory. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 13
#define STRIDE_OF_READS 61
#else
#define STRIDE 1
#define STRIDE_OF_READS 13
#endif

#define PEOPLE 12

typedef struct
{
  BadDiskOperation operation;
  int code;
  gboolean lasting;
} Failure;

/* Made once; each test works with a copy. */
static Book *original;
static char *person;      /* one of those in it */
static char *good_backup; /* of it */

typedef struct
{
  Book *book;
  char *backup; /* to be made */
} Fixture;

/* Something that goes along. */
static void
enclose (StileLedger *ledger)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (200, 's'), 200);

  stile_ledger_set_enclosure (ledger, bytes);
}

static void
make_original (void)
{
  g_autoptr (StileBackup) backup = NULL;

  original = book_new ();
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_free (person);
      person = stile_ledger_new_id ();
      g_free (book_append (original, person, "note", "early"));
    }
  good_backup = g_build_filename (original->folder, "good.stile", NULL);
  enclose (original->ledger);
  backup = stile_ledger_backup_to_file (original->ledger, good_backup, NULL, NULL);
  g_assert_nonnull (backup);
  g_clear_pointer (&original->ledger, stile_ledger_close);
}

static void
free_original (void)
{
  bad_disk_forget (original->path);
  bad_disk_forget (good_backup);
  book_free (original);
  g_free (person);
  g_free (good_backup);
}

static void
set_up (Fixture *fixture)
{
  fixture->book = book_copy (original);
  fixture->backup = g_build_filename (fixture->book->folder, "backup.stile", NULL);
}

static void
tear_down (Fixture *fixture)
{
  g_autofree char *path = g_strdup (fixture->book->path);

  book_free (fixture->book);
  bad_disk_forget (path);
  bad_disk_forget (fixture->backup);
  g_free (fixture->backup);
}

static void
assert_whole (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_nonnull (report);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_true (report->with_keys);
}

static void
assert_sentence (const GError *error)
{
  g_assert_true (error->domain == STILE_LEDGER_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
assert_opens (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_open (path, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  assert_whole (ledger);
  entries = stile_ledger_read_case (ledger, person, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "early");
}

static guint
get_stride (const Failure *failure)
{
  if (g_test_slow ())
    return 1;
  return failure->operation == BAD_DISK_READ ? STRIDE_OF_READS : STRIDE;
}

/* ---- Making one ---- */

/* FALSE where there are less than @k such operations. */
static gboolean
back_up_with_failure (guint k, const Failure *failure)
{
  Fixture fixture = { NULL };
  g_autoptr (StileBackup) backup = NULL, again = NULL;
  g_autofree char *half_made = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed;

  set_up (&fixture);
  book_reopen (fixture.book);
  half_made = beside (fixture.backup, ".stile-part");
  enclose (fixture.book->ledger);
  bad_disk_fail (failure->operation, k, failure->code, failure->lasting);
  backup = stile_ledger_backup_to_file (fixture.book->ledger, fixture.backup, NULL, &error);
  failed = bad_disk_has_failed ();
  bad_disk_heal ();

  g_assert_true (failed || backup != NULL);
  if (backup == NULL)
    assert_sentence (error);
  g_assert_false (g_file_test (half_made, G_FILE_TEST_EXISTS));
  if (g_file_test (fixture.backup, G_FILE_TEST_EXISTS))
    {
      g_autofree char *enclosed = raw_get (fixture.backup, "SELECT length (sealed) FROM enclosure");

      g_assert_cmpstr (enclosed, ==, "240");
      assert_opens (fixture.backup);
    }
  else
    {
      g_assert_null (backup);
      again = stile_ledger_backup_to_file (fixture.book->ledger, fixture.backup, NULL, NULL);
      g_assert_nonnull (again);
    }
  assert_whole (fixture.book->ledger);
  tear_down (&fixture);
  return failed;
}

static void
test_backup (gconstpointer data)
{
  guint stride = get_stride (data);
  guint k;

  for (k = 1; back_up_with_failure (k, data); k += stride)
    ;
  g_test_message ("%u operations failed", k / stride);
  g_assert_cmpuint (k, >, 1);
}

/* ---- Restoring one ---- */

static gboolean
restore_with_failure (guint k, const Failure *failure)
{
  Fixture fixture = { NULL };
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;
  StileRestore what = { .backup = good_backup,
                        .adviser = BOOK_ADVISER,
                        .passphrase = BOOK_PASSPHRASE };
  gboolean failed;

  set_up (&fixture);
  what.book = fixture.book->path;
  bad_disk_fail (failure->operation, k, failure->code, failure->lasting);
  fixture.book->ledger = stile_ledger_restore (&what, &restored, &error);
  failed = bad_disk_has_failed ();
  bad_disk_heal ();

  g_assert_true (failed || fixture.book->ledger != NULL);
  if (fixture.book->ledger == NULL)
    assert_sentence (error);
  else
    g_assert_cmpuint (g_bytes_get_size (restored->enclosure), ==, 200);
  g_clear_pointer (&fixture.book->ledger, stile_ledger_close);
  assert_opens (fixture.book->path);
  assert_opens (good_backup);
  tear_down (&fixture);
  return failed;
}

static void
test_restore (gconstpointer data)
{
  guint stride = get_stride (data);
  guint k;

  for (k = 1; restore_with_failure (k, data); k += stride)
    ;
  g_test_message ("%u operations failed", k / stride);
  g_assert_cmpuint (k, >, 1);
}

/* A disk that only pretends to write a backup is found out when it is read again. */
static void
test_lost_write (void)
{
  Fixture fixture = { NULL };
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&fixture);
  book_reopen (fixture.book);
  bad_disk_fail (BAD_DISK_LOST_WRITE, 3, SQLITE_IOERR, TRUE);
  backup = stile_ledger_backup_to_file (fixture.book->ledger, fixture.backup, NULL, &error);
  bad_disk_heal ();
  g_assert_null (backup);
  assert_sentence (error);
  g_assert_false (g_file_test (fixture.backup, G_FILE_TEST_EXISTS));
  assert_whole (fixture.book->ledger);
  tear_down (&fixture);
}

static const struct
{
  const char *name;
  Failure failure;
} failures[] = {
  { "full/once", { BAD_DISK_WRITE, SQLITE_FULL, FALSE } },
  { "full/lasting", { BAD_DISK_WRITE, SQLITE_FULL, TRUE } },
  { "write/once", { BAD_DISK_WRITE, SQLITE_IOERR_WRITE, FALSE } },
  { "write/lasting", { BAD_DISK_WRITE, SQLITE_IOERR_WRITE, TRUE } },
  { "sync/once", { BAD_DISK_SYNC, SQLITE_IOERR_FSYNC, FALSE } },
  { "sync/lasting", { BAD_DISK_SYNC, SQLITE_IOERR_FSYNC, TRUE } },
  { "read/once", { BAD_DISK_READ, SQLITE_IOERR_READ, FALSE } },
  { "read/lasting", { BAD_DISK_READ, SQLITE_IOERR_READ, TRUE } },
};

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  bad_disk_install ();
  make_original ();
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *backup = g_strdup_printf ("/backup-io-error/backup/%s", failures[i].name);
      g_autofree char *restore = g_strdup_printf ("/backup-io-error/restore/%s", failures[i].name);

      g_test_add_data_func (backup, &failures[i].failure, test_backup);
      g_test_add_data_func (restore, &failures[i].failure, test_restore);
    }
  g_test_add_func ("/backup-io-error/lost-write", test_lost_write);
  result = g_test_run ();
  free_original ();
  return result;
}
