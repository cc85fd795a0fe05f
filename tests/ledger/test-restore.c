// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>

#include "advisers.h"
#include "backup.h"
#include "book.h"

/* A backup takes the place of the book. What a stop in the midst of it leaves is in
 * test-restore-kill.c. */

typedef struct
{
  Book *book; /* closed once the backup is made */
  char *early; /* a person who is in the backup */
  char *backup;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  fixture->book = book_new ();
  fixture->early = stile_ledger_new_id ();
  fixture->backup = g_build_filename (fixture->book->folder, "backup.stile", NULL);
  g_free (book_append (fixture->book, fixture->early, "note", "early"));
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  book_free (fixture->book);
  g_free (fixture->early);
  g_free (fixture->backup);
}

static StileRestore
restore_of (Fixture *fixture)
{
  return (StileRestore){ .backup = fixture->backup,
                         .book = fixture->book->path,
                         .adviser = BOOK_ADVISER,
                         .passphrase = BOOK_PASSPHRASE };
}

/* The caller's own hold on the book ends before. */
static StileRestored *
restore (Fixture *fixture, const StileRestore *what, GError **error)
{
  StileRestored *restored = NULL;

  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  fixture->book->ledger = stile_ledger_restore (what, &restored, error);
  g_assert_true ((restored != NULL) == (fixture->book->ledger != NULL));
  return restored;
}

static void
assert_refused (Fixture *fixture, const StileRestore *what, StileLedgerError expected)
{
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  before = file_bytes (what->book);
  g_assert_null (restore (fixture, what, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, (int) expected);
  after = file_bytes (what->book);
  /* What holds the place may be told to have no log: that is all. */
  g_assert_cmpmem ((const guint8 *) g_bytes_get_data (before, NULL) + 100,
                   g_bytes_get_size (before) - 100,
                   (const guint8 *) g_bytes_get_data (after, NULL) + 100,
                   g_bytes_get_size (after) - 100);
}

static void
assert_text (StileLedger *ledger, const char *case_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = stile_ledger_read_case (ledger, case_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, text);
}

static void
assert_whole (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_true (report->with_keys);
}

/* A person who came after the backup. */
static char *
add_later (Fixture *fixture)
{
  char *later = stile_ledger_new_id ();

  g_free (book_append (fixture->book, later, "note", "later"));
  return later;
}

/* ---- What comes of it ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileRestored) restored = restore (fixture, &what, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (restored->entries, ==, BOOK_N_FIRST + 1);
  g_assert_cmpuint (restored->n_newer, ==, 0);
  g_assert_cmpuint (restored->n_erased, ==, 0);
  g_assert_null (restored->new_recovery_key);
  g_assert_cmpstr (restored->returned[0], ==, NULL);
  assert_text (fixture->book->ledger, fixture->early, "early");
  assert_whole (fixture->book->ledger);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = restore (fixture, &what, NULL);
  g_autoptr (GPtrArray) entries =
      stile_ledger_read_case (fixture->book->ledger, STILE_LEDGER_BOOK, NULL);
  const StileEntry *entry = g_ptr_array_index (entries, entries->len - 1);
  JsonObject *content = json_node_get_object (entry->content);

  g_assert_cmpstr (entry->kind, ==, "restored");
  g_assert_cmpstr (json_object_get_string_member (content, "file"), ==, "backup.stile");
  g_assert_cmpint (json_object_get_int_member (content, "entries"), ==,
                   BOOK_N_FIRST + 1);
}

/* The book that was replaced is whole, under a name that says what it is. */
static void
test_kept_aside (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autofree char *later = add_later (fixture);
  g_autofree char *prefix = g_strconcat (fixture->book->path, ".replaced-", NULL);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (StileLedger) old = NULL;

  what.replace_newer = TRUE;
  restored = restore (fixture, &what, NULL);
  g_assert_cmpuint (restored->n_newer, ==, 1);
  g_assert_true (g_str_has_prefix (restored->kept_aside, prefix));
  old = stile_ledger_open (restored->kept_aside, NULL);
  g_assert_true (stile_ledger_unlock (old, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  assert_text (old, later, "later");
  assert_whole (old);
}

static void
test_backup_stays (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (GBytes) before = file_bytes (fixture->backup);
  g_autoptr (StileRestored) restored = restore (fixture, &what, NULL);
  g_autoptr (GBytes) after = file_bytes (fixture->backup);

  g_assert_true (g_bytes_equal (before, after));
}

static void
test_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = restore (fixture, &what, NULL);
  g_autoptr (GDir) files = NULL;
  const char *name;

  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  files = g_dir_open (fixture->book->folder, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    g_assert_null (strstr (name, "restoring"));
}

/* No number is given twice: one that went on in the replaced book means another entry. */
static void
test_new_station (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = restore (fixture, &what, NULL);
  g_autofree char *numbers = NULL, *old = NULL, *name = NULL;

  g_free (book_append (fixture->book, fixture->early, "note", "after"));
  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  numbers = raw_get (fixture->book->path,
                     "SELECT group_concat (station_seq) FROM entry WHERE station ="
                     " (SELECT id FROM station WHERE here = 1)");
  old = raw_get (fixture->book->path,
                 "SELECT count (*) FROM entry WHERE station ="
                 " (SELECT id FROM station WHERE here = 0)");
  name = raw_get (fixture->book->path, "SELECT name FROM station WHERE here = 1");
  g_assert_cmpstr (numbers, ==, "1,2,3,4"); /* unlock, frame, restored, the note */
  g_assert_cmpstr (old, ==, "2");
  g_assert_cmpstr (name, ==, "Front desk");
}

/* ---- Another computer ---- */

static void
test_no_book_yet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->book->folder, "new", "home.stile", NULL);
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  what.book = path;
  what.station = "Back room";
  restored = restore (fixture, &what, &error);
  g_assert_no_error (error);
  g_assert_null (restored->kept_aside);
  g_assert_true (restored->erased_unknown);
  g_assert_cmpstr (stile_ledger_get_path (fixture->book->ledger), ==, path);
  g_assert_cmpstr (stile_ledger_get_station (fixture->book->ledger), ==, "Back room");
  assert_text (fixture->book->ledger, fixture->early, "early");
}

static void
test_recovery_key (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  what.recovery_key = fixture->book->recovery_key;
  what.passphrase = "a quite different one";
  restored = restore (fixture, &what, &error);
  g_assert_no_error (error);
  g_assert_nonnull (restored->new_recovery_key);
  assert_text (fixture->book->ledger, fixture->early, "early");
  stile_ledger_lock (fixture->book->ledger);
  g_assert_true (stile_ledger_unlock (fixture->book->ledger, BOOK_ADVISER, "a quite different one",
                                      NULL));
  g_assert_true (stile_ledger_test_recovery_key (fixture->book->ledger, restored->new_recovery_key,
                                                 NULL));
}

/* A log without its book: nothing of it comes into the restored one. */
static void
test_stray_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = beside (fixture->book->path, "-wal");
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_free (add_later (fixture));
  bytes = file_bytes (log);
  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  g_assert_cmpint (g_unlink (fixture->book->path), ==, 0);
  g_file_set_contents (log, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  restored = restore (fixture, &what, &error);
  g_assert_no_error (error);
  assert_text (fixture->book->ledger, fixture->early, "early");
  assert_whole (fixture->book->ledger);
}

/* ---- Who was erased ---- */

static void
test_erased_stays_erased (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_erase_case (fixture->book->ledger, fixture->early, NULL));
  what.replace_newer = TRUE;
  restored = restore (fixture, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (restored->n_erased, ==, 1);
  g_assert_false (restored->erased_unknown);
  g_assert_null (stile_ledger_read_case (fixture->book->ledger, fixture->early, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED);
  assert_whole (fixture->book->ledger);
}

/* A key that damage took is no erasure: nobody is lost to it. */
static void
test_lost_key_is_no_erasure (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  raw_exec (fixture->book->path, "DELETE FROM case_key");
  restored = restore (fixture, &what, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (restored->n_erased, ==, 0);
  assert_text (fixture->book->ledger, fixture->early, "early");
}

static void
test_removed_adviser_is_named (Fixture *fixture, gconstpointer data)
{
  StileLedger *ledger = fixture->book->ledger;
  StileRestore what = restore_of (fixture);
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (StileRestored) restored = NULL;

  g_assert_true (stile_ledger_add_adviser (ledger, "Ben", "bens passphrase", STILE_ROLE_ADVISER,
                                           NULL));
  g_unlink (fixture->backup);
  backup = stile_ledger_backup_to_file (ledger, fixture->backup, NULL, NULL);
  g_assert_true (stile_ledger_remove_adviser (ledger, "Ben", NULL));
  what.replace_newer = TRUE;
  restored = restore (fixture, &what, NULL);
  g_assert_cmpstr (restored->returned[0], ==, "Ben");
  g_assert_cmpstr (restored->returned[1], ==, NULL);
}

/* ---- What is refused ---- */

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autofree char *later = add_later (fixture);
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, &what, STILE_LEDGER_ERROR_WOULD_LOSE);
  g_assert_null (restore (fixture, &what, &error));
  g_assert_nonnull (strstr (error->message, "1 entry"));
  book_reopen (fixture->book);
  assert_text (fixture->book->ledger, later, "later");
}

/* ---- What goes along ---- */

#define ENCLOSED "the services of the town"

static void
enclose (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (ENCLOSED, strlen (ENCLOSED));
  g_autoptr (StileBackup) backup = NULL;

  g_unlink (fixture->backup);
  stile_ledger_set_enclosure (fixture->book->ledger, bytes);
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, NULL);
  g_assert_nonnull (backup);
}

static void
test_enclosure (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;
  g_autofree char *tables = NULL;
  StileLedger *opened;

  enclose (fixture);
  /* Somebody looked into the backup before. */
  opened = stile_ledger_open (fixture->backup, NULL);
  g_assert_true (stile_ledger_unlock (opened, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  g_clear_pointer (&opened, stile_ledger_close);
  restored = restore (fixture, &what, NULL);
  g_assert_cmpmem (g_bytes_get_data (restored->enclosure, NULL),
                   g_bytes_get_size (restored->enclosure), ENCLOSED, strlen (ENCLOSED));
  g_assert_false (restored->has_lost_enclosure);
  /* It is not left in the book. */
  tables = raw_get (fixture->book->path,
                    "SELECT count (*) FROM sqlite_schema WHERE name = 'enclosure'");
  g_assert_cmpstr (tables, ==, "0");
}

/* With the recovery key of that day, too. */
static void
test_enclosure_by_recovery_key (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;

  enclose (fixture);
  what.recovery_key = fixture->book->recovery_key;
  what.passphrase = "a new one for me";
  restored = restore (fixture, &what, NULL);
  g_assert_nonnull (restored->enclosure);
}

/* The records are restored all the same. */
static void
test_damaged_enclosure (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileRestored) restored = NULL;

  enclose (fixture);
  raw_exec (fixture->backup, "UPDATE enclosure SET sealed = zeroblob (length (sealed))");
  restored = restore (fixture, &what, NULL);
  g_assert_true (restored->has_lost_enclosure);
  g_assert_null (restored->enclosure);
  assert_text (fixture->book->ledger, fixture->early, "early");
}

static void
test_damaged_backup (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);

  raw_flip (fixture->backup, "sealed", 2, 40);
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_DAMAGED);
}

/* Every row is right, but the table refuses the next. */
static void
test_changed_rules (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (GError) error = NULL;

  raw_exec (fixture->backup, "CREATE TRIGGER no_more BEFORE INSERT ON entry"
                             " BEGIN SELECT RAISE (ABORT, 'no more'); END");
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_DAMAGED);
  g_assert_null (restore (fixture, &what, &error));
  g_assert_nonnull (strstr (error->message, "backup.stile"));
}

static void
test_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->book->folder, "holiday.jpg", NULL);
  StileRestore what = restore_of (fixture);

  what.backup = path;
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_MISSING);
  g_assert_true (g_file_set_contents (path, "not a book at all, but a picture", -1, NULL));
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_NOT_A_BOOK);
}

static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);

  what.passphrase = "not the right one";
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_PASSPHRASE);
  what.passphrase = "a new one for me";
  what.recovery_key = "0000-0000-0000-0000-0000-0000-0000";
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_PASSPHRASE);
}

static void
test_not_a_manager (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (StileBackup) backup = NULL;

  g_assert_true (stile_ledger_add_adviser (fixture->book->ledger, "Ben", "bens passphrase",
                                           STILE_ROLE_ADVISER, NULL));
  g_unlink (fixture->backup);
  backup = stile_ledger_backup_to_file (fixture->book->ledger, fixture->backup, NULL, NULL);
  what.adviser = "Ben";
  what.passphrase = "bens passphrase";
  assert_refused (fixture, &what, STILE_LEDGER_ERROR_ROLE);
}

static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) other = stile_ledger_open (fixture->book->path, NULL);
  StileRestore what = restore_of (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (restore (fixture, &what, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_BUSY);
}

/* A book that is beyond reading is replaced when somebody says so, and kept as it is. */
static void
test_broken_book (Fixture *fixture, gconstpointer data)
{
  StileRestore what = restore_of (fixture);
  g_autoptr (GBytes) broken = g_bytes_new_static ("what a bad disk left of it", 26);
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GBytes) aside = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  g_assert_true (g_file_set_contents (fixture->book->path, g_bytes_get_data (broken, NULL), 26,
                                      NULL));
  g_assert_null (restore (fixture, &what, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WOULD_LOSE);
  g_clear_error (&error);
  what.replace_newer = TRUE;
  restored = restore (fixture, &what, &error);
  g_assert_no_error (error);
  aside = file_bytes (restored->kept_aside);
  g_assert_true (g_bytes_equal (aside, broken));
  assert_text (fixture->book->ledger, fixture->early, "early");
}

/* ---- Old ones ---- */

static void
test_older_version (gconstpointer name)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "ledger", "books", name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.stile", NULL);
  StileRestore what = { .backup = source,
                        .book = path,
                        .adviser = BOOK_ADVISER,
                        .passphrase = BOOK_PASSPHRASE };
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_ledger_restore (&what, &restored, &error);
  g_autoptr (GDir) files = NULL;

  g_assert_no_error (error);
  assert_whole (ledger);
  stile_ledger_close (ledger);
  files = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (files), ==, "book.stile");
  g_assert_cmpstr (g_dir_read_name (files), ==, NULL);
  remove_folder (folder);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/restore/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("entry", test_entry);
  ADD ("kept-aside", test_kept_aside);
  ADD ("backup-stays", test_backup_stays);
  ADD ("leaves-nothing", test_leaves_nothing);
  ADD ("new-station", test_new_station);
  ADD ("no-book-yet", test_no_book_yet);
  ADD ("recovery-key", test_recovery_key);
  ADD ("stray-log", test_stray_log);
  ADD ("erased-stays-erased", test_erased_stays_erased);
  ADD ("lost-key-is-no-erasure", test_lost_key_is_no_erasure);
  ADD ("removed-adviser-is-named", test_removed_adviser_is_named);
  ADD ("newer", test_newer);
  ADD ("enclosure", test_enclosure);
  ADD ("enclosure-by-recovery-key", test_enclosure_by_recovery_key);
  ADD ("damaged-enclosure", test_damaged_enclosure);
  ADD ("damaged-backup", test_damaged_backup);
  ADD ("changed-rules", test_changed_rules);
  ADD ("no-backup", test_no_backup);
  ADD ("wrong-passphrase", test_wrong_passphrase);
  ADD ("not-a-manager", test_not_a_manager);
  ADD ("in-use", test_in_use);
  ADD ("broken-book", test_broken_book);
  g_test_add_data_func ("/restore/version-1", "version-1.stile", test_older_version);
  g_test_add_data_func ("/restore/version-2", "version-2.stile", test_older_version);
  return g_test_run ();
}
