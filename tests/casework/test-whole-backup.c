// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the centre wrote about services goes with the backups of the book, and comes back with them.
 * What can be there beside the book, and what is done to it, is in tests/directory. */

#include "whole-backup.h"

#include <glib/gstdio.h>

#include "directory.h"
#include "fixture.h"
#include "private-mount.h"

#define ROUTE "Ring Sam on Monday"

typedef struct
{
  Fixture book;
  char *directory; /* beside the book */
  char *backup;    /* to be made */
} Whole;

static void
put_route (const char *path, const char *route)
{
  g_autoptr (StileDirectory) directory = stile_directory_open (path, NULL);
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_directory_import_demo (directory, &error));
  rows = stile_directory_list (directory, &(StileDirectoryFilter){ .most = 1 }, NULL);
  overlay->route = g_strdup (route);
  stile_directory_put_overlay (directory, ((StileServiceRow *) g_ptr_array_index (rows, 0))->id,
                               overlay, &error);
  g_assert_no_error (error);
}

static void
set_up (Whole *whole, gconstpointer data)
{
  StileLedger *ledger;

  fixture_set_up (&whole->book, NULL);
  ledger = stile_casework_get_ledger (whole->book.casework);
  whole->directory = stile_directory_dup_path_beside (stile_ledger_get_path (ledger));
  whole->backup = g_build_filename (whole->book.folder, "backup.stile", NULL);
}

static void
tear_down (Whole *whole, gconstpointer data)
{
  g_free (whole->directory);
  g_free (whole->backup);
  fixture_tear_down (&whole->book, NULL);
}

/* Makes the backup, which must do; what was left out, or NULL. Free with g_free. */
static char *
back_up (Whole *whole)
{
  g_autoptr (GError) error = NULL;
  char *left_out = NULL;
  g_autoptr (StileBackup) backup = stile_whole_backup_to_file (
      stile_casework_get_ledger (whole->book.casework), whole->backup, &left_out, NULL, &error);

  g_assert_no_error (error);
  return left_out;
}

/* On another computer. What is left to do, in lines. Free with g_free. */
static char *
move (Whole *whole, const char *book)
{
  const StileRestore what = { .backup = whole->backup,
                              .book = book,
                              .adviser = FIXTURE_ADVISER,
                              .passphrase = FIXTURE_PASSPHRASE };
  g_autoptr (StileRestored) restored = NULL;
  g_auto (GStrv) still_to_do = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger
      = stile_whole_backup_restore (&what, &restored, &still_to_do, &error);

  g_assert_no_error (error);
  g_assert_true (stile_ledger_is_unlocked (ledger));
  return g_strjoinv ("\n", still_to_do);
}

/* The first service and its route, as a new computer has them. Free with g_free. */
static char *
dup_route (const char *path)
{
  g_autoptr (StileDirectory) directory = stile_directory_open (path, NULL);
  g_autoptr (GPtrArray) rows = stile_directory_list (directory, &(StileDirectoryFilter){ 0 }, NULL);
  g_autoptr (StileOverlay) overlay = NULL;

  if (rows->len == 0)
    return NULL;
  overlay = stile_directory_load_overlay (
      directory, ((StileServiceRow *) g_ptr_array_index (rows, 0))->id, NULL);
  return g_strdup (overlay->route);
}

static void
test_new_computer (Whole *whole, gconstpointer data)
{
  g_autofree char *book = g_build_filename (whole->book.folder, "new", "book.stile", NULL);
  g_autofree char *directory = stile_directory_dup_path_beside (book);
  g_autofree char *left_out = NULL, *to_do = NULL, *route = NULL;

  put_route (whole->directory, ROUTE);
  left_out = back_up (whole);
  g_assert_null (left_out);
  to_do = move (whole, book);
  route = dup_route (directory);
  g_assert_cmpstr (route, ==, ROUTE);
  g_assert_null (strstr (to_do, "services"));
}

/* A book without a directory stays without: nobody has to hear of what they do not use. */
static void
test_no_directory (Whole *whole, gconstpointer data)
{
  g_autofree char *left_out = back_up (whole);

  g_assert_null (left_out);
  g_assert_false (g_file_test (whole->directory, G_FILE_TEST_EXISTS));
}

static void
test_backup_without (Whole *whole, gconstpointer data)
{
  g_autofree char *book = g_build_filename (whole->book.folder, "new", "book.stile", NULL);
  g_autofree char *left_out = back_up (whole);
  g_autofree char *to_do = move (whole, book);

  g_assert_nonnull (strstr (to_do, "There are no services in this backup."));
}

static void
test_damaged_directory (Whole *whole, gconstpointer data)
{
  g_autofree char *left_out = NULL;

  g_assert_true (g_file_set_contents (whole->directory, "what is left of it, not much", -1, NULL));
  left_out = back_up (whole);
  g_assert_nonnull (strstr (left_out, "is not a directory of services"));
  g_assert_true (g_file_test (whole->backup, G_FILE_TEST_IS_REGULAR));
}

/* A stick with room for the book alone. */
static void
test_full_stick (Whole *whole, gconstpointer data)
{
  g_autofree char *stick = private_mount_new ("2m");
  g_autofree char *long_route = g_strnfill (4000000, 'x');
  g_autofree char *left_out = NULL;
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  if (!stick)
    {
      g_test_skip ("this machine does not let us mount a small disk");
      return;
    }
  put_route (whole->directory, long_route);
  backup = stile_whole_backup_to_folder (stile_casework_get_ledger (whole->book.casework), stick,
                                         1, &left_out, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (left_out, "no room in that folder"));
  g_clear_pointer (&backup, stile_backup_free);
  private_mount_remove (stick);
}

/* Where the services cannot be put, the book is restored, and somebody is told. */
static void
test_no_place (Whole *whole, gconstpointer data)
{
  g_autofree char *book = g_build_filename (whole->book.folder, "new", "book.stile", NULL);
  g_autofree char *directory = stile_directory_dup_path_beside (book);
  g_autofree char *left_out = NULL, *to_do = NULL;
  g_autofree char *made = g_strconcat (directory, ".restoring", NULL);

  put_route (whole->directory, ROUTE);
  left_out = back_up (whole);
  g_assert_cmpint (g_mkdir_with_parents (made, 0700), ==, 0);
  to_do = move (whole, book);
  g_assert_nonnull (strstr (to_do, "could not be put back"));
  g_assert_cmpint (g_rmdir (made), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/whole-backup/" name, Whole, NULL, set_up, function, tear_down)
  ADD ("new-computer", test_new_computer);
  ADD ("no-directory", test_no_directory);
  ADD ("backup-without", test_backup_without);
  ADD ("damaged-directory", test_damaged_directory);
  ADD ("full-stick", test_full_stick);
  ADD ("no-place", test_no_place);
#undef ADD
  return g_test_run ();
}
