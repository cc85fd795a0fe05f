// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A copy of the directory, and putting it back: what the centre wrote is never lost by it. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture.h"

#define FEED                                                                                       \
  "[{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\"},"                                 \
  " {\"id\": \"b\", \"name\": \"B\", \"status\": \"active\"}]"
#define OTHER_FEED "{\"id\": \"c\", \"name\": \"C\", \"status\": \"active\"}"

static void
import (Fixture *fixture, const char *feed)
{
  stile_import_report_free (fixture_import (fixture, "feed.json", feed));
}

static void
put_notes (Fixture *fixture, const char *id, const char *notes)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (GError) error = NULL;

  overlay->notes = g_strdup (notes);
  stile_directory_put_overlay (fixture->directory, id, overlay, &error);
  g_assert_no_error (error);
}

static void
assert_notes (Fixture *fixture, const char *id, const char *notes)
{
  g_autoptr (StileOverlay) overlay
      = stile_directory_load_overlay (fixture->directory, id, NULL);

  g_assert_cmpstr (overlay->notes, ==, notes);
}

/* The moment something was written is told in seconds. */
static void
set_moment (Fixture *fixture, const char *id, const char *at)
{
  sqlite3 *handle;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE overlay SET changed_at = '%s' WHERE service = '%s'", at, id);

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static GBytes *
copy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes *contents = stile_directory_dup_contents (fixture->directory, &error);

  g_assert_no_error (error);
  return contents;
}

static void
close_directory (Fixture *fixture)
{
  g_clear_pointer (&fixture->directory, stile_directory_close);
}

static void
open_directory (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = stile_directory_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
restore (Fixture *fixture, GBytes *contents)
{
  g_autoptr (GError) error = NULL;

  close_directory (fixture);
  stile_directory_restore (fixture->path, contents, &error);
  g_assert_no_error (error);
  open_directory (fixture);
}

/* How many files of the folder begin like the directory and are not the directory. */
static guint
count_beside (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autofree char *base = g_path_get_basename (fixture->path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    count += g_str_has_prefix (name, prefix);
  return count;
}

static void
break_file (Fixture *fixture)
{
  close_directory (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "what is left of it, and that is little", -1,
                                      NULL));
}

/* ---- Where there is none ---- */

static void
test_new_computer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;
  GStatBuf about;

  import (fixture, FEED);
  put_notes (fixture, "a", "Ask for Sam");
  contents = copy (fixture);
  close_directory (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  restore (fixture, contents);
  assert_list (fixture, NULL, "A, B");
  assert_notes (fixture, "a", "Ask for Sam");
  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_beside (fixture), ==, 0);
}

/* The window makes an empty one as soon as somebody looks. */
static void
test_empty_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  contents = copy (fixture);
  close_directory (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  open_directory (fixture);
  restore (fixture, contents);
  assert_list (fixture, NULL, "A, B");
}

/* The log of a file that is gone is not what was written last to the restored one. */
static void
test_stray_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) contents = NULL;
  gsize length;

  import (fixture, FEED);
  contents = copy (fixture);
  put_notes (fixture, "a", "Newer");
  g_assert_true (g_file_get_contents (log, &bytes, &length, NULL));
  close_directory (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (log, bytes, length, NULL));
  restore (fixture, contents);
  assert_notes (fixture, "a", NULL);
}

static void
test_broken_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  put_notes (fixture, "a", "Ask for Sam");
  contents = copy (fixture);
  break_file (fixture);
  restore (fixture, contents);
  assert_notes (fixture, "a", "Ask for Sam");
  g_assert_cmpuint (count_beside (fixture), ==, 1);
}

/* ---- Where there is one ---- */

static void
test_newer_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  put_notes (fixture, "a", "Old");
  set_moment (fixture, "a", "2026-01-01T09:00:00Z");
  contents = copy (fixture);
  put_notes (fixture, "a", "New");
  put_notes (fixture, "b", "Also new");
  restore (fixture, contents);
  assert_notes (fixture, "a", "New");
  assert_notes (fixture, "b", "Also new");
  g_assert_cmpuint (count_beside (fixture), ==, 0);
}

static void
test_missing_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  put_notes (fixture, "a", "Ask for Sam");
  put_notes (fixture, "b", "Newer in the copy");
  contents = copy (fixture);
  close_directory (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  open_directory (fixture);
  import (fixture, FEED);
  put_notes (fixture, "b", "Older");
  set_moment (fixture, "b", "2026-01-01T09:00:00Z");
  restore (fixture, contents);
  assert_notes (fixture, "a", "Ask for Sam");
  assert_notes (fixture, "b", "Newer in the copy");
}

static void
test_services_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  put_notes (fixture, "a", "Ask for Sam");
  contents = copy (fixture);
  import (fixture, OTHER_FEED);
  restore (fixture, contents);
  assert_list (fixture, NULL, "C");
  assert_notes (fixture, "a", "Ask for Sam"); /* for when the feed brings it back */
}

static void
test_newer_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = copy (fixture);
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;

  close_directory (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA user_version = 1000", NULL, NULL, NULL);
  sqlite3_close (handle);
  g_assert_false (stile_directory_restore (fixture->path, contents, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_NEWER);
  g_assert_cmpuint (count_beside (fixture), ==, 0);
}

/* ---- Faults ---- */

/* Cut anywhere, or with bytes changed, it may be used or refused; what is here stays. */
static void
test_broken_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  put_notes (fixture, "a", "Ask for Sam");
  contents = copy (fixture);
  close_directory (fixture);
  for (gsize length = 0; length < g_bytes_get_size (contents); length += 5001)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (contents, 0, length);

      stile_directory_restore (fixture->path, cut, NULL);
    }
  open_directory (fixture);
  assert_list (fixture, NULL, "A, B");
  assert_notes (fixture, "a", "Ask for Sam");
  g_assert_cmpuint (count_beside (fixture), ==, 0);
}

static void
test_other_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) letter = g_bytes_new_static ("Dear Sir or Madam, this is long", 31);
  g_autoptr (GError) error = NULL;

  import (fixture, FEED);
  close_directory (fixture);
  g_assert_false (stile_directory_restore (fixture->path, letter, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY);
  open_directory (fixture);
  assert_list (fixture, NULL, "A, B");
}

/* What a program that was killed left is no obstacle. */
static void
test_left_half_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *made = g_strconcat (fixture->path, ".restoring", NULL);
  g_autofree char *log = g_strconcat (made, "-wal", NULL);
  g_autoptr (GBytes) contents = NULL;

  import (fixture, FEED);
  contents = copy (fixture);
  close_directory (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (made, "half", -1, NULL));
  g_assert_true (g_file_set_contents (log, "a log", -1, NULL));
  restore (fixture, contents);
  assert_list (fixture, NULL, "A, B");
}

/* A copy of what is damaged would one day be the only copy. */
static void
test_damaged_is_not_copied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  import (fixture, FEED);
  close_directory (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + 3 * 4096, 0xff, length - 3 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  open_directory (fixture);
  g_assert_null (stile_directory_dup_contents (fixture->directory, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_DAMAGED);
}

static void
test_copy_while_somebody_writes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) contents = NULL;
  sqlite3 *other;

  import (fixture, FEED);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE; DELETE FROM service", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  contents = copy (fixture);
  sqlite3_close (other);
  close_directory (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  restore (fixture, contents);
  assert_list (fixture, NULL, "A, B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/directory-restore/new-computer", test_new_computer);
  add_test ("/directory-restore/empty-one", test_empty_one);
  add_test ("/directory-restore/stray-log", test_stray_log);
  add_test ("/directory-restore/broken-one", test_broken_one);
  add_test ("/directory-restore/newer-stays", test_newer_stays);
  add_test ("/directory-restore/missing-comes-back", test_missing_comes_back);
  add_test ("/directory-restore/services-stay", test_services_stay);
  add_test ("/directory-restore/newer-program", test_newer_program);
  add_test ("/directory-restore/broken-copy", test_broken_copy);
  add_test ("/directory-restore/other-file", test_other_file);
  add_test ("/directory-restore/left-half-made", test_left_half_made);
  add_test ("/directory-restore/damaged-is-not-copied", test_damaged_is_not_copied);
  add_test ("/directory-restore/copy-while-somebody-writes", test_copy_while_somebody_writes);
  return g_test_run ();
}
