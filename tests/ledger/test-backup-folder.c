// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup-private.h"
#include "book.h"

/* The folder that backups are made in every day: only those go that may. */

typedef struct
{
  Book *book;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->book = book_new ();
  fixture->folder = g_dir_make_tmp ("stile-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  book_free (fixture->book);
}

static StileBackup *
make (Fixture *fixture, guint keep)
{
  g_autoptr (GError) error = NULL;
  StileBackup *backup = stile_ledger_backup_to_folder (fixture->book->ledger, fixture->folder, keep,
                                                       NULL, &error);

  g_assert_no_error (error);
  return backup;
}

/* ---- Which ones stay ---- */

static void
test_newest_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) first = make (fixture, 2), second = make (fixture, 2);
  g_autoptr (StileBackup) third = make (fixture, 2);

  g_assert_cmpuint (second->n_removed, ==, 0);
  g_assert_cmpuint (third->n_removed, ==, 1);
  g_assert_false (g_file_test (first->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second->path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (third->path, G_FILE_TEST_EXISTS));
}

static void
test_all_stay (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (StileBackup) backup = make (fixture, 0);
      g_assert_cmpuint (backup->n_removed, ==, 0);
    }
}

static char *
put_file (Fixture *fixture, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), NULL));
  return path;
}

/* What is called like a backup and is none of this book's. */
static void
test_others_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("my holiday", 10);
  g_autoptr (Book) other = book_new ();
  g_autofree char *no_backup = put_file (fixture, "stile-backup-2001-01-01-000000.stile", text);
  g_autofree char *others = g_build_filename (fixture->folder, "stile-backup-old.stile", NULL);
  g_autoptr (StileBackup) backup =
      stile_ledger_backup_to_file (other->ledger, others, NULL, NULL);

  for (guint i = 0; i < 3; i++)
    stile_backup_free (make (fixture, 1));
  g_assert_true (g_file_test (no_backup, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (others, G_FILE_TEST_EXISTS));
}

/* A copy of the book that went on by itself has entries that are nowhere else. */
static void
test_what_went_on_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) first = make (fixture, 0);
  g_autoptr (StileLedger) copy = stile_ledger_open (first->path, NULL);

  g_assert_true (stile_ledger_unlock (copy, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  g_clear_pointer (&copy, stile_ledger_close);
  for (guint i = 0; i < 3; i++)
    stile_backup_free (make (fixture, 1));
  g_assert_true (g_file_test (first->path, G_FILE_TEST_EXISTS));
}

/* What a program that was ended half-way left behind. */
static void
test_half_made_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("half", 4);
  g_autofree char *half =
      put_file (fixture, "stile-backup-2001-01-01-000000.stile.stile-part", text);
  g_autoptr (StileBackup) backup = make (fixture, 0);

  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
}

/* ---- When ---- */

static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = stile_ledger_dup_backup_time (fixture->book->ledger);
  g_autofree char *after = NULL;

  g_assert_null (before);
  g_assert_true (stile_ledger_backup_is_due (fixture->book->ledger));
  stile_backup_free (make (fixture, 0));
  g_assert_false (stile_ledger_backup_is_due (fixture->book->ledger));
  after = stile_ledger_dup_backup_time (fixture->book->ledger);
  g_assert_nonnull (after);
  stile_ledger_lock (fixture->book->ledger);
  g_assert_false (stile_ledger_backup_is_due (fixture->book->ledger));
}

static void
test_due_by_the_clock (void)
{
  static const struct
  {
    const char *last;
    guint n_entries;
    gboolean due;
  } rows[] = {
    { NULL, 0, TRUE },
    { "2026-03-02T09:00:00.000Z", 5, FALSE },
    { "2026-03-02T16:00:00.000Z", 5, FALSE }, /* the clock was set back by an hour or two */
    { "2026-03-01T16:00:00.000Z", 5, TRUE },
    { "2026-03-01T23:30:00.000Z", 5, FALSE }, /* in this time zone it was today */
    { "2026-03-03T09:00:00.000Z", 5, TRUE },  /* it was wrong then, or is now */
    { "2038-01-19T03:14:08.000Z", 5, TRUE },
    { "1970-01-01T00:00:00.000Z", 5, TRUE },
    { "2026-03-02T09:00:00.000Z", 1000, TRUE }, /* a clock that stands still */
    { "yesterday", 5, TRUE },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-03-02T15:00:00+01:00", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (stile_backup_work_out_due (rows[i].last, now, rows[i].n_entries), ==,
                     rows[i].due);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/backup-folder/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newest-stay", test_newest_stay);
  ADD ("all-stay", test_all_stay);
  ADD ("others-stay", test_others_stay);
  ADD ("what-went-on-stays", test_what_went_on_stays);
  ADD ("half-made-goes", test_half_made_goes);
  ADD ("due", test_due);
  g_test_add_func ("/backup-folder/due-by-the-clock", test_due_by_the_clock);
  return g_test_run ();
}
