// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>

#include "advisers.h"
#include "backup.h"
#include "book.h"

/* What is told of a backup before anybody typed a passphrase, and what is left to do after it was
 * restored. */

typedef struct
{
  Book *book; /* stays open: looking takes nothing away from whoever works with it */
  char *early;
  char *backup;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = NULL;

  fixture->book = book_new ();
  fixture->early = stile_ledger_new_id ();
  fixture->backup = g_build_filename (fixture->book->folder, "backup.stile", NULL);
  g_free (book_append (fixture->book, fixture->early, "note", "early"));
  g_assert_true (stile_ledger_add_adviser (fixture->book->ledger, "Ben", "bens passphrase",
                                           STILE_ROLE_ADVISER, NULL));
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, NULL);
  g_assert_nonnull (backup);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  book_free (fixture->book);
  g_free (fixture->early);
  g_free (fixture->backup);
}

static StileBackupLook *
look (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StileBackupLook *found =
      stile_ledger_look_at_backup (fixture->backup, fixture->book->path, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_what_goes_along (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackupLook) without = look (fixture), with = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("services", 8);
  g_autoptr (StileBackup) backup = NULL;

  g_assert_false (without->has_enclosure);
  g_unlink (fixture->backup);
  stile_ledger_set_enclosure (fixture->book->ledger, bytes);
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, NULL);
  with = look (fixture);
  g_assert_true (with->has_enclosure);
}

static void
test_what_it_holds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackupLook) found = look (fixture);
  g_autofree char *newest =
      raw_get (fixture->backup, "SELECT at FROM entry ORDER BY seq DESC LIMIT 1");

  g_assert_cmpstr (found->station, ==, "Front desk");
  g_assert_cmpstr (found->newest, ==, newest);
  g_assert_cmpint (found->n_people, ==, 1);
}

static void
test_managers_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (StileBackupLook) found = NULL;

  g_assert_true (stile_ledger_add_adviser (fixture->book->ledger, "Ada", "adas passphrase",
                                           STILE_ROLE_MANAGER, NULL));
  g_free (fixture->backup);
  fixture->backup = g_build_filename (fixture->book->folder, "second.stile", NULL);
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, NULL);
  found = look (fixture);
  g_assert_cmpstr (found->advisers[0], ==, BOOK_ADVISER);
  g_assert_cmpstr (found->advisers[1], ==, "Ada");
  g_assert_cmpstr (found->advisers[2], ==, "Ben");
  g_assert_cmpstr (found->advisers[3], ==, NULL);
}

static void
test_nothing_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackupLook) found = look (fixture);

  g_assert_true (found->has_book);
  g_assert_false (found->is_broken);
  g_assert_cmpuint (found->n_newer, ==, 0);
  g_assert_null (found->newer_since);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackupLook) found = NULL;
  g_autofree char *since = NULL;

  g_free (book_append (fixture->book, fixture->early, "note", "later"));
  g_free (book_append (fixture->book, fixture->early, "note", "and later"));
  found = look (fixture);
  since = raw_get (fixture->book->path,
                   "SELECT at FROM entry WHERE kind = 'note' ORDER BY seq LIMIT 1 OFFSET 1");
  g_assert_cmpuint (found->n_newer, ==, 2);
  g_assert_cmpstr (found->newer_since, ==, since);
}

static void
test_erased_do_not_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (StileBackupLook) found = NULL;

  g_assert_true (stile_ledger_erase_case (fixture->book->ledger, fixture->early, NULL));
  g_free (fixture->backup);
  fixture->backup = g_build_filename (fixture->book->folder, "second.stile", NULL);
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, NULL);
  found = look (fixture);
  g_assert_cmpint (found->n_people, ==, 0);
}

static void
test_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = file_bytes (fixture->backup);
  g_autoptr (StileBackupLook) found = look (fixture);
  g_autoptr (GBytes) after = file_bytes (fixture->backup);

  g_assert_true (g_bytes_equal (before, after));
  g_free (book_append (fixture->book, fixture->early, "note", "work goes on"));
}

static void
test_no_book_yet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->book->folder, "new", "home.stile", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (StileBackupLook) found = stile_ledger_look_at_backup (fixture->backup, path, NULL);

  g_assert_nonnull (found);
  g_assert_false (found->has_book);
  g_assert_cmpuint (found->n_newer, ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_broken_book (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->book->folder, "broken.stile", NULL);
  g_autoptr (StileBackupLook) found = NULL;

  g_assert_true (g_file_set_contents (path, "what a bad disk left of it", -1, NULL));
  found = stile_ledger_look_at_backup (fixture->backup, path, NULL);
  g_assert_true (found->has_book);
  g_assert_true (found->is_broken);
}

static void
assert_refused (Fixture *fixture, const char *backup, StileLedgerError expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_look_at_backup (backup, fixture->book->path, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, (int) expected);
}

static void
test_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->book->folder, "holiday.jpg", NULL);

  assert_refused (fixture, path, STILE_LEDGER_ERROR_MISSING);
  g_assert_true (g_file_set_contents (path, "not a book at all, but a picture", -1, NULL));
  assert_refused (fixture, path, STILE_LEDGER_ERROR_NOT_A_BOOK);
}

/* Books of every version that ever was: their columns differ. */
static void
test_older_version (gconstpointer name)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "ledger", "books", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackupLook) found =
      stile_ledger_look_at_backup (source, "/nowhere/book.stile", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->advisers[0], ==, BOOK_ADVISER);
  g_assert_cmpint (found->n_people, >, 0);
}

/* ---- What is left to do ---- */

static void
test_still_to_do (void)
{
  static const char *const returned[] = { "Ben", NULL };
  const StileRestored restored = { .kept_aside = (char *) "/old.stile",
                                   .n_newer = 3,
                                   .n_erased = 2,
                                   .returned = (char **) returned };
  g_auto (GStrv) sentences = stile_restored_dup_still_to_do (&restored);

  g_assert_cmpuint (g_strv_length (sentences), ==, 4);
  g_assert_nonnull (strstr (sentences[0], "2 people were erased"));
  g_assert_nonnull (strstr (sentences[1], "Ben"));
  g_assert_nonnull (strstr (sentences[2], "3 entries"));
  g_assert_nonnull (strstr (sentences[3], "/old.stile"));
}

static void
test_still_to_do_on_another_computer (void)
{
  static const char *const nobody[] = { NULL };
  const StileRestored restored = { .erased_unknown = TRUE, .returned = (char **) nobody };
  g_auto (GStrv) sentences = stile_restored_dup_still_to_do (&restored);

  g_assert_cmpuint (g_strv_length (sentences), ==, 1);
  g_assert_nonnull (strstr (sentences[0], "erased after the backup"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/backup-look/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-goes-along", test_what_goes_along);
  ADD ("what-it-holds", test_what_it_holds);
  ADD ("managers-first", test_managers_first);
  ADD ("nothing-newer", test_nothing_newer);
  ADD ("newer", test_newer);
  ADD ("erased-do-not-count", test_erased_do_not_count);
  ADD ("changes-nothing", test_changes_nothing);
  ADD ("no-book-yet", test_no_book_yet);
  ADD ("broken-book", test_broken_book);
  ADD ("no-backup", test_no_backup);
  g_test_add_data_func ("/backup-look/version-1", "version-1.stile", test_older_version);
  g_test_add_data_func ("/backup-look/version-2", "version-2.stile", test_older_version);
  g_test_add_func ("/backup-look/still-to-do", test_still_to_do);
  g_test_add_func ("/backup-look/on-another-computer", test_still_to_do_on_another_computer);
  return g_test_run ();
}
