// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "book.h"
#include "migration.h"

/* What refuses a file leaves every byte of it as it was, and nothing beside it. */
static void
assert_refused_untouched (const char *path, StileLedgerError expected)
{
  g_autoptr (GBytes) before = file_bytes (path);
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = beside (path, "-wal");
  g_autofree char *shared = beside (path, "-shm");
  g_autofree char *journal = beside (path, "-journal");

  ledger = stile_ledger_open (path, &error);
  g_assert_error (error, STILE_LEDGER_ERROR, (int) expected);
  g_assert_null (ledger);
  after = file_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* A closed book with one entry. */
static Book *
closed_book (char **case_id)
{
  Book *book = book_new ();
  g_autofree char *id = NULL;

  *case_id = stile_ledger_new_id ();
  id = book_append (book, *case_id, "note", "kept");
  g_clear_pointer (&book->ledger, stile_ledger_close);
  return book;
}

static void
test_scripts (void)
{
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();
  g_autoptr (Book) book = book_new ();
  g_autofree char *version = raw_get (book->path, "PRAGMA user_version");

  g_assert_cmpuint (g_strv_length (scripts), >=, 1);
  g_assert_cmpint (atoi (version), ==, (int) g_strv_length (scripts));
}

static void
test_application_id (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *application_id = raw_get (book->path, "PRAGMA application_id");

  g_assert_cmpint (atoi (application_id), ==, STILE_DATABASE_APPLICATION_ID);
}

static void
test_pragmas (void)
{
  static const char *const rules[][2] = {
    { "PRAGMA journal_mode", "wal" }, { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" },   { "PRAGMA temp_store", "2" },
    { "PRAGMA trusted_schema", "0" }, { "PRAGMA cell_size_check", "1" },
    { "PRAGMA secure_delete", "1" },  { "PRAGMA busy_timeout", "2000" },
  };
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (StileDatabase) db = stile_database_open (book->path, G_MAXINT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (StileStatement) statement = stile_database_prepare (db, rules[i][0], NULL);

      g_assert_cmpint (stile_database_step (db, statement, NULL), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, rules[i][1]);
    }
}

/* Also where the file came to be after the ledger had looked. */
static void
test_create_is_exclusive (void)
{
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (GBytes) before = file_bytes (book->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_database_create (book->path, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS);
  after = file_bytes (book->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_strict (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *loose = raw_get (
      book->path,
      "SELECT group_concat (name) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
      " AND name NOT LIKE 'sqlite%' AND NOT strict");

  g_assert_null (loose);
}

static void
test_entries_are_final (void)
{
  static const char *const attempts[] = {
    "DELETE FROM entry",
    "UPDATE entry SET kind = 'x'",
    "UPDATE entry SET chain = zeroblob (32)",
    "UPDATE entry SET sealed = x'00'",
  };
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (StileDatabase) db = stile_database_open (book->path, G_MAXINT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    g_assert_false (stile_database_exec (db, attempts[i], NULL));
}

static void
test_newer (void)
{
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);

  raw_exec (book->path, "PRAGMA user_version = 9999");
  assert_refused_untouched (book->path, STILE_LEDGER_ERROR_NEWER);
}

static void
test_version_below_none (void)
{
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);

  raw_exec (book->path, "PRAGMA user_version = -1");
  assert_refused_untouched (book->path, STILE_LEDGER_ERROR_NOT_A_BOOK);
}

/* The newer version is only in the log, as after a power cut. */
static void
test_newer_in_the_log (void)
{
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autofree char *copy = g_build_filename (book->folder, "copy.stile", NULL);
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *log_of_copy = beside (copy, "-wal");
  g_autoptr (GBytes) before = NULL, after = NULL, log_before = NULL, log_after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *file = NULL;

  g_assert_cmpint (sqlite3_open (book->path, &file), ==, SQLITE_OK);
  sqlite3_exec (file, "PRAGMA user_version = 9999", NULL, NULL, NULL);
  before = file_bytes (book->path);
  log_before = file_bytes (log);
  g_file_set_contents (copy, g_bytes_get_data (before, NULL), g_bytes_get_size (before), NULL);
  g_file_set_contents (log_of_copy, g_bytes_get_data (log_before, NULL),
                       g_bytes_get_size (log_before), NULL);
  sqlite3_close (file);

  g_assert_null (stile_ledger_open (copy, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NEWER);
  after = file_bytes (copy);
  log_after = file_bytes (log_of_copy);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (log_before, log_after));
}

static void
test_foreign_database (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *path = g_build_filename (book->folder, "other.db", NULL);

  raw_exec (path, "CREATE TABLE t (a); PRAGMA application_id = 7; PRAGMA journal_mode = WAL");
  assert_refused_untouched (path, STILE_LEDGER_ERROR_NOT_A_BOOK);
}

static void
test_not_a_database (void)
{
  static const char *const contents[] = {
    "",
    "x",
    "SQLite format 3",
    "Dear diary, this is a letter and no database at all. It goes on for a while, so that it is "
    "longer than the hundred bytes that the header of a database takes.",
  };
  g_autoptr (Book) book = book_new ();
  g_autofree char *path = g_build_filename (book->folder, "letter.txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_file_set_contents (path, contents[i], -1, NULL);
      assert_refused_untouched (path, STILE_LEDGER_ERROR_NOT_A_BOOK);
    }
}

static void
test_nothing_there (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *path = g_build_filename (book->folder, "nothing.stile", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_open (path, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_MISSING);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_open (book->folder, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NOT_A_BOOK);
}

/* A book that lost whole pages is refused in words. */
static void
test_truncated (void)
{
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (GBytes) whole = file_bytes (book->path);
  gsize size = g_bytes_get_size (whole);
  const gsize lengths[] = { 20, 99, 100, 512, 4095, 4096, 8192, size / 2, size - 4096 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, lengths[i], size);
      g_file_set_contents (book->path, g_bytes_get_data (whole, NULL), lengths[i], NULL);
      g_assert_null (stile_ledger_open (book->path, &error));
      g_assert_true (error->code == STILE_LEDGER_ERROR_DAMAGED
                     || error->code == STILE_LEDGER_ERROR_NOT_A_BOOK);
    }
}

/* SQLite reads the rest of a page that was cut as zeros: the book opens, and the walk finds it. */
static void
test_cut_inside_the_last_page (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *digest = book_put_long_form (book);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  whole = file_bytes (book->path);
  g_file_set_contents (book->path, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole) - 4000,
                       NULL);
  book_reopen (book);
  report = stile_ledger_verify (book->ledger, NULL);
  g_assert_nonnull (report->first_break);
}

/* A program that was killed before it had written anything but the first script. */
static void
test_never_finished (void)
{
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (GError) error = NULL;

  raw_exec (book->path, RAW_DROP_GUARDS "DELETE FROM entry; DELETE FROM station");
  g_assert_null (stile_ledger_open (book->path, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
}

static char *
version_of_today (void)
{
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();

  return g_strdup_printf ("%u", g_strv_length (scripts));
}

/* The copy that a migration leaves beside the book; NULL where there is none. */
static char *
find_copy (Book *book)
{
  g_autofree char *version = version_of_today ();
  g_autofree char *prefix = g_strdup_printf ("book.stile.version-%s.", version);
  g_autoptr (GDir) files = g_dir_open (book->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      if (g_str_has_prefix (name, prefix))
        return g_build_filename (book->folder, name, NULL);
    }
  return NULL;
}

static void
test_migrate_copies_first (void)
{
  g_auto (GStrv) more = dup_scripts_and ("CREATE TABLE later (a TEXT) STRICT");
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (StileDatabase) db = stile_database_open (book->path, G_MAXINT, NULL);
  g_autofree char *copy = NULL;
  g_autofree char *later = NULL;
  g_autofree char *today = version_of_today ();
  g_autofree char *version_of_copy = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (stile_migration_run (db, (const char *const *) more, &error));
  g_assert_no_error (error);
  later = raw_get (book->path, "SELECT 1 FROM sqlite_schema WHERE name = 'later'");
  g_assert_cmpstr (later, ==, "1");
  copy = find_copy (book);
  g_assert_nonnull (copy);
  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  version_of_copy = raw_get (copy, "PRAGMA user_version");
  g_assert_cmpstr (version_of_copy, ==, today);

  g_clear_pointer (&book->path, g_free);
  book->path = g_steal_pointer (&copy);
  book_reopen (book);
  entries = stile_ledger_read_case (book->ledger, case_id, NULL);
  g_assert_nonnull (entries);
}

static void
test_failed_migration_changes_nothing (void)
{
  g_auto (GStrv) broken =
      dup_scripts_and ("CREATE TABLE later (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)");
  g_autofree char *today = version_of_today ();
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (StileDatabase) db = stile_database_open (book->path, G_MAXINT, NULL);
  g_autofree char *version = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_migration_run (db, (const char *const *) broken, &error));
  g_assert_nonnull (error);
  version = raw_get (book->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, today);
  later = raw_get (book->path, "SELECT 1 FROM sqlite_schema WHERE name = 'later'");
  g_assert_null (later);
}

/* So that an older program sees it in the file, whatever becomes of the log. */
static void
test_version_is_in_the_file (void)
{
  g_auto (GStrv) more = dup_scripts_and ("CREATE TABLE later (a TEXT) STRICT");
  g_autofree char *case_id = NULL;
  g_autoptr (Book) book = closed_book (&case_id);
  g_autoptr (StileDatabase) db = stile_database_open (book->path, G_MAXINT, NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (stile_migration_run (db, (const char *const *) more, NULL));
  bytes = file_bytes (book->path);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (bytes, NULL))[63], ==,
                   g_strv_length (more));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrations/scripts", test_scripts);
  g_test_add_func ("/migrations/application-id", test_application_id);
  g_test_add_func ("/migrations/pragmas", test_pragmas);
  g_test_add_func ("/migrations/create-is-exclusive", test_create_is_exclusive);
  g_test_add_func ("/migrations/strict", test_strict);
  g_test_add_func ("/migrations/entries-are-final", test_entries_are_final);
  g_test_add_func ("/migrations/newer", test_newer);
  g_test_add_func ("/migrations/version-below-none", test_version_below_none);
  g_test_add_func ("/migrations/newer-in-the-log", test_newer_in_the_log);
  g_test_add_func ("/migrations/foreign-database", test_foreign_database);
  g_test_add_func ("/migrations/not-a-database", test_not_a_database);
  g_test_add_func ("/migrations/nothing-there", test_nothing_there);
  g_test_add_func ("/migrations/folder", test_folder);
  g_test_add_func ("/migrations/truncated", test_truncated);
  g_test_add_func ("/migrations/cut-inside-the-last-page", test_cut_inside_the_last_page);
  g_test_add_func ("/migrations/never-finished", test_never_finished);
  g_test_add_func ("/migrations/migrate-copies-first", test_migrate_copies_first);
  g_test_add_func ("/migrations/failed-migration-changes-nothing",
                   test_failed_migration_changes_nothing);
  g_test_add_func ("/migrations/version-is-in-the-file", test_version_is_in_the_file);
  return g_test_run ();
}
