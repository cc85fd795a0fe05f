// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#define ONE "{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\"}"

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  guint services = 1;

  g_assert_true (stile_directory_get_size (fixture->directory, &services, &at, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (services, ==, 0);
  g_assert_null (at);
}

static void
test_private_file (Fixture *fixture, gconstpointer data)
{
  GStatBuf about;

  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
}

static void
test_open_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (fixture, "feed.json", ONE);
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  guint services = 0;

  stile_directory_close (fixture->directory);
  fixture->directory = stile_directory_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (stile_directory_get_size (fixture->directory, &services, &at, &error));
  g_assert_cmpuint (services, ==, 1);
  g_assert_nonnull (at);
}

static void
test_new_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = stile_directory_new_empty ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = stile_directory_list (
      directory, &(StileDirectoryFilter){ .search = "food" }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_null (stile_directory_get_path (directory));
  g_assert_false (stile_directory_import_demo (directory, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_READ_ONLY);
}

static void
assert_refused (const char *path, gint code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_directory_open (path, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, code);
}

static void
test_other_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      fixture_write (fixture, "letter.txt", "Dear Sir or Madam, this is long", -1);
  g_autofree char *text = NULL;

  assert_refused (path, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Dear Sir or Madam, this is long");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->folder, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY);
}

static void
exec (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_other_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.sqlite", NULL);

  exec (path, "CREATE TABLE recipe (name TEXT)");
  assert_refused (path, STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->directory, stile_directory_close);
  exec (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture->path, STILE_DIRECTORY_ERROR_NEWER);
}

/* As the first program left it, with one service. */
static void
test_first_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "first.sqlite", NULL);
  g_autofree char *script_path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "app", "directory", "migrations",
                        "0001.sql", NULL);
  g_autofree char *script = NULL;
  g_autoptr (StileDirectory) directory = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (script_path, &script, NULL, NULL));
  exec (path, script);
  exec (path, "INSERT INTO import VALUES (1, '2026-11-01T10:00:00Z', 1);"
              "INSERT INTO service (n, id, import, name, languages, interpreters, record)"
              " VALUES (1, 'a', 1, 'Food bank', ' ', 0, '{\"description\": \"Three days\"}');"
              "PRAGMA application_id = 0x53746944; PRAGMA user_version = 1");
  directory = stile_directory_open (path, &error);
  g_assert_no_error (error);
  rows = stile_directory_list (directory, &(StileDirectoryFilter){ NULL }, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((const StileServiceRow *) rows->pdata[0])->summary, ==, "Three days");
}

static void
test_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (fixture, "lincoln.json", ONE);
  g_autofree char *feed = NULL;
  g_autofree char *at = NULL;
  g_autofree char *none = NULL;
  g_autofree char *never = NULL;

  g_assert_true (stile_directory_get_origin (fixture->directory, "a", &feed, &at, NULL));
  g_assert_cmpstr (feed, ==, "lincoln.json");
  g_assert_nonnull (at);
  g_assert_true (stile_directory_get_origin (fixture->directory, "b", &none, &never, NULL));
  g_assert_null (none);
  g_assert_null (never);
}

static void
test_path_beside (void)
{
  g_autofree char *path = stile_directory_dup_path_beside ("/srv/books/front.stile");

  g_assert_cmpstr (path, ==, "/srv/books/directory.sqlite");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/directory/open", test_open);
  add_test ("/directory/new-empty", test_new_empty);
  add_test ("/directory/private-file", test_private_file);
  add_test ("/directory/open-again", test_open_again);
  add_test ("/directory/other-file", test_other_file);
  add_test ("/directory/folder", test_folder);
  add_test ("/directory/other-database", test_other_database);
  add_test ("/directory/newer", test_newer);
  add_test ("/directory/first-version", test_first_version);
  add_test ("/directory/origin", test_origin);
  g_test_add_func ("/directory/path-beside", test_path_beside);
  return g_test_run ();
}
