// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "book.h"
#include "migration.h"
#include "private-mount.h"

/* A book that can only be read: everything but writing works, and writing is refused in words. */

#define NOBODY 65534

static void
assert_refuses_to_write (StileLedger *ledger, const char *case_id, const char *recovery_key)
{
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GBytes) xml = g_bytes_new_static ("<f/>", 4);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, xml);
  g_autoptr (GError) appending = NULL, recovering = NULL, keeping = NULL;

  g_assert_false (stile_ledger_append (ledger, case_id, "note", content, NULL, &appending));
  g_assert_error (appending, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
  g_assert_false (stile_ledger_put_form (ledger, digest, "f", "1", xml, &keeping));
  g_assert_error (keeping, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
  g_assert_false (
      stile_ledger_recover (ledger, recovery_key, "Ben", "a brand new one", NULL, &recovering));
  g_assert_error (recovering, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
}

/* Opens the book at @path, reads its one entry in each way there is, and tries to write. */
static void
assert_reads_only (const char *path, const char *case_id, const char *recovery_key)
{
  static const char *const kinds[] = { "note", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_open (path, &error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (StileRows) rows = NULL;

  g_assert_no_error (error);
  g_assert_true (stile_ledger_is_read_only (ledger));
  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  entries = stile_ledger_read_case (ledger, case_id, &error);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "readable");
  report = stile_ledger_verify (ledger, &error);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_true (stile_ledger_define_views (ledger, kinds, &error));
  rows = stile_ledger_query (ledger, "SELECT p ->> '$.text' FROM note", NULL, &error);
  g_assert_true (stile_rows_next (rows, &error));
  g_assert_cmpstr (stile_rows_get_text (rows, 0), ==, "readable");
  assert_refuses_to_write (ledger, case_id, recovery_key);
}

/* The control: what is refused above is done where the same book can be written. */
static void
assert_writes (const char *path, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_open (path, &error);
  g_autoptr (JsonNode) content = json_object_node ("{}");

  g_assert_no_error (error);
  g_assert_false (stile_ledger_is_read_only (ledger));
  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  g_assert_true (stile_ledger_append (ledger, case_id, "note", content, NULL, &error));
}

/* A book with one entry in @folder. */
static Book *
book_in (const char *folder, char **case_id)
{
  Book *book = g_new0 (Book, 1);
  g_autofree char *id = NULL;

  book->folder = g_strdup (folder);
  book->path = g_build_filename (folder, "book.stile", NULL);
  book->ledger = stile_ledger_create (book->path, "Desk", BOOK_ADVISER, BOOK_PASSPHRASE,
                                      STILE_KEY_COST_MIN, &book->recovery_key, NULL);
  *case_id = stile_ledger_new_id ();
  id = book_append (book, *case_id, "note", "readable");
  return book;
}

static char *
disk_or_skip (void)
{
  char *folder = private_mount_new ("4m");

  if (folder == NULL)
    g_test_skip ("this machine does not let us mount a disk");
  return folder;
}

static void
test_read_only_medium (void)
{
  g_autofree char *folder = disk_or_skip ();
  g_autofree char *case_id = NULL;
  Book *book;

  if (folder == NULL)
    return;
  book = book_in (folder, &case_id);
  g_clear_pointer (&book->ledger, stile_ledger_close);
  private_mount_set_read_only (folder, TRUE);
  assert_reads_only (book->path, case_id, book->recovery_key);
  private_mount_set_read_only (folder, FALSE);
  assert_writes (book->path, case_id);
  book_free (book);
  private_mount_remove (folder);
}

/* Copied while it was open: with the log alone beside it the newest entries can't be had here, and
 * without them the book must not open as if it were whole. */
static void
test_unread_log (void)
{
  g_autofree char *folder = disk_or_skip ();
  g_autofree char *case_id = NULL;
  g_autofree char *copy = NULL, *log = NULL, *log_of_copy = NULL;
  g_autoptr (GBytes) bytes = NULL, log_bytes = NULL;
  g_autoptr (GError) error = NULL;
  Book *book;

  if (folder == NULL)
    return;
  book = book_in (folder, &case_id);
  copy = g_build_filename (folder, "copy.stile", NULL);
  log = beside (book->path, "-wal");
  log_of_copy = beside (copy, "-wal");
  bytes = file_bytes (book->path);
  log_bytes = file_bytes (log);
  g_file_set_contents (copy, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_file_set_contents (log_of_copy, g_bytes_get_data (log_bytes, NULL),
                       g_bytes_get_size (log_bytes), NULL);
  g_clear_pointer (&book->ledger, stile_ledger_close);

  private_mount_set_read_only (folder, TRUE);
  g_assert_null (stile_ledger_open (copy, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
  private_mount_set_read_only (folder, FALSE);
  book_free (book);
  private_mount_remove (folder);
}

/* An older book is not migrated where nothing can be written. */
static void
test_older_book (void)
{
  g_auto (GStrv) more = dup_scripts_and ("CREATE TABLE later (a TEXT) STRICT");
  g_autofree char *folder = disk_or_skip ();
  g_autofree char *case_id = NULL;
  g_autoptr (GError) error = NULL;
  StileDatabase *db;
  Book *book;

  if (folder == NULL)
    return;
  book = book_in (folder, &case_id);
  g_clear_pointer (&book->ledger, stile_ledger_close);
  private_mount_set_read_only (folder, TRUE);
  db = stile_database_open (book->path, G_MAXINT, &error);
  g_assert_no_error (error);
  g_assert_false (stile_migration_run (db, (const char *const *) more, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
  stile_database_close (db);
  private_mount_set_read_only (folder, FALSE);
  book_free (book);
  private_mount_remove (folder);
}

static void
test_create_on_read_only_medium (void)
{
  g_autofree char *folder = disk_or_skip ();
  g_autofree char *path = NULL;
  g_autofree char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "book.stile", NULL);
  private_mount_set_read_only (folder, TRUE);
  g_assert_null (stile_ledger_create (path, "Desk", "Ann", BOOK_PASSPHRASE, STILE_KEY_COST_MIN,
                                      &recovery_key, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
  private_mount_remove (folder);
}

/* Permissions do not bind root: a child without root's rights reads instead. */
static void
assert_ordinary_user_reads_only (Book *book, const char *case_id, int file_mode, int folder_mode)
{
  pid_t child;
  int status;

  g_assert_cmpint (g_chmod (book->path, file_mode), ==, 0);
  g_assert_cmpint (g_chmod (book->folder, folder_mode), ==, 0);
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (book->path, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (book->folder, NOBODY, NOBODY), ==, 0);
    }

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (geteuid () == 0
          && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (1);
      assert_reads_only (book->path, case_id, book->recovery_key);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_cmpint (g_chmod (book->folder, 0700), ==, 0);
}

/* The folder for temporary files may be closed to the child. */
static char *
reachable_folder (void)
{
  g_autofree char *folder = g_build_filename (geteuid () == 0 ? "/tmp" : g_get_tmp_dir (),
                                              "stile-test-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return g_steal_pointer (&folder);
}

static void
test_permissions (void)
{
  static const struct
  {
    int file;
    int folder;
  } modes[] = { { 0400, 0700 }, { 0400, 0500 }, { 0600, 0500 } };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *folder = reachable_folder ();
      g_autofree char *case_id = NULL;
      Book *book = book_in (folder, &case_id);

      g_test_message ("file %o, folder %o", modes[i].file, modes[i].folder);
      g_clear_pointer (&book->ledger, stile_ledger_close);
      assert_ordinary_user_reads_only (book, case_id, modes[i].file, modes[i].folder);
      book_free (book);
    }
}

/* @mode is what another user has of a book of ours. The child ends with the code of the refusal, or
 * with -1 where the book opened for reading only. */
static int
open_as_another_user (const char *path, int mode)
{
  pid_t child;
  int status;

  g_assert_cmpint (g_chmod (path, mode), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StileLedger) ledger = NULL;

      if (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
        _exit (100);
      ledger = stile_ledger_open (path, &error);
      if (ledger)
        _exit (stile_ledger_is_read_only (ledger) ? 101 : 102);
      _exit (error->domain == STILE_LEDGER_ERROR && strlen (error->message) > 20 ? error->code
                                                                                 : 103);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status) == 101 ? -1 : WEXITSTATUS (status);
}

/* What is another user's is not opened, or only read where they let us. */
static void
test_another_owner (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *case_id = NULL;
  Book *book;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can make a book of somebody else's");
      return;
    }

  folder = reachable_folder ();
  book = book_in (folder, &case_id);
  g_clear_pointer (&book->ledger, stile_ledger_close);
  g_assert_cmpint (g_chmod (book->folder, 0755), ==, 0);
  g_assert_cmpint (open_as_another_user (book->path, 0600), ==, STILE_LEDGER_ERROR_IO);
  g_assert_cmpint (open_as_another_user (book->path, 0644), ==, -1);
  book_free (book);
}

static void
test_missing_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_open ("/nowhere/at/all/book.stile", &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, because who may mount is no longer bound by permissions. */
  g_test_add_func ("/read-only/permissions", test_permissions);
  g_test_add_func ("/read-only/another-owner", test_another_owner);
  g_test_add_func ("/read-only/missing-folder", test_missing_folder);
  g_test_add_func ("/read-only/read-only-medium", test_read_only_medium);
  g_test_add_func ("/read-only/unread-log", test_unread_log);
  g_test_add_func ("/read-only/older-book", test_older_book);
  g_test_add_func ("/read-only/create-on-read-only-medium", test_create_on_read_only_medium);
  return g_test_run ();
}
