// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup-private.h"
#include "book.h"
#include "private-mount.h"

/* Backups: whole, sealed, and made while the book is in use. */

#define SECRET "the neighbour has the spare key"

typedef struct
{
  Book *book;
  char *case_id;
  char *folder; /* of backups */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->book = book_new ();
  fixture->case_id = stile_ledger_new_id ();
  g_free (book_append (fixture->book, fixture->case_id, "note", SECRET));
  fixture->folder = g_dir_make_tmp ("stile-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->case_id);
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

/* All files in a folder, sorted, with commas between. */
static char *
dup_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GList) names = NULL;
  GString *joined = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    names = g_list_insert_sorted (names, (gpointer) name, (GCompareFunc) strcmp);
  for (GList *each = names; each != NULL; each = each->next)
    g_string_append_printf (joined, "%s%s", each == names ? "" : ",", (const char *) each->data);
  return g_string_free (joined, FALSE);
}

static char *
dup_name (const StileBackup *backup)
{
  return g_path_get_basename (backup->path);
}

/* ---- What it is ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make (fixture, 0);
  g_autofree char *name = dup_name (backup);
  g_autofree char *files = dup_files (fixture->folder);
  struct stat status;

  g_assert_true (
      g_regex_match_simple ("^stile-backup-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.stile$", name, 0, 0));
  g_assert_cmpstr (files, ==, name);
  g_assert_cmpuint (backup->entries, ==, BOOK_N_FIRST + 1);
  g_assert_cmpuint (backup->n_removed, ==, 0);
  g_assert_cmpint (stat (backup->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_opens_like_the_book (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make (fixture, 0);
  g_autoptr (StileLedger) copy = stile_ledger_open (backup->path, NULL);
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (stile_ledger_unlock (copy, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  report = stile_ledger_verify_since (copy, backup->figure, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_true (report->compared);
  entries = stile_ledger_read_case (copy, fixture->case_id, NULL);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, SECRET);
}

static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make (fixture, 0);

  g_assert_false (file_has_bytes (backup->path, SECRET, strlen (SECRET)));
  g_assert_false (file_has_bytes (backup->path, BOOK_PASSPHRASE, strlen (BOOK_PASSPHRASE)));
  /* The search finds what is there. */
  g_assert_true (file_has_bytes (backup->path, BOOK_ADVISER, strlen (BOOK_ADVISER)));
}

/* ---- What goes along ---- */

#define ENCLOSED "the services of the town, and who to ask for"

static StileBackup *
make_with (Fixture *fixture, const char *enclosed)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (enclosed, strlen (enclosed));

  stile_ledger_set_enclosure (fixture->book->ledger, bytes);
  return make (fixture, 0);
}

static GBytes *
read_enclosure (Fixture *fixture, const StileBackup *backup)
{
  g_autoptr (StileLedger) copy = stile_ledger_open_to_read (backup->path, NULL);
  GBytes *enclosure = NULL;
  gboolean is_lost;

  g_assert_true (stile_enclosure_read (copy->db, fixture->book->ledger->keys, &enclosure,
                                       &is_lost, NULL));
  g_assert_true (is_lost == (enclosure == NULL));
  return enclosure;
}

static gboolean
has_enclosure (const StileBackup *backup)
{
  g_autoptr (StileLedger) copy = stile_ledger_open_to_read (backup->path, NULL);
  gboolean is_in = FALSE;

  g_assert_true (stile_enclosure_find (copy->db, &is_in, NULL));
  return is_in;
}

static void
test_enclosure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make_with (fixture, ENCLOSED);
  g_autoptr (GBytes) enclosure = read_enclosure (fixture, backup);
  g_autofree char *name = dup_name (backup);
  g_autofree char *files = dup_files (fixture->folder);

  g_assert_cmpmem (g_bytes_get_data (enclosure, NULL), g_bytes_get_size (enclosure), ENCLOSED,
                   strlen (ENCLOSED));
  g_assert_false (file_has_bytes (backup->path, ENCLOSED, strlen (ENCLOSED)));
  g_assert_cmpstr (files, ==, name);
}

static void
test_no_enclosure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) with = make_with (fixture, ENCLOSED), without = NULL;

  stile_ledger_set_enclosure (fixture->book->ledger, NULL);
  without = make (fixture, 0);
  g_assert_true (has_enclosure (with));
  g_assert_false (has_enclosure (without));
}

/* Somebody opens a backup as the book they work with: what went along is not passed on. */
static void
test_backup_of_a_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make_with (fixture, ENCLOSED), again = NULL;
  g_autoptr (StileLedger) opened = stile_ledger_open (backup->path, NULL);

  g_assert_true (stile_ledger_unlock (opened, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  again = stile_ledger_backup_to_folder (opened, fixture->folder, 0, NULL, NULL);
  g_assert_false (has_enclosure (again));
}

/* It is one file, which a read-only medium can hold. */
static void
test_no_log_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make (fixture, 0);
  g_autoptr (GBytes) bytes = file_bytes (backup->path);
  const guint8 *header = g_bytes_get_data (bytes, NULL);

  /* SQLite's header: 1 is a file by itself, 2 one with a log. */
  g_assert_cmpuint (header[18], ==, 1);
  g_assert_cmpuint (header[19], ==, 1);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) backup = make (fixture, 0);
  g_autofree char *name = dup_name (backup);
  g_autoptr (GPtrArray) entries =
      stile_ledger_read_case (fixture->book->ledger, STILE_LEDGER_BOOK, NULL);
  const StileEntry *entry = g_ptr_array_index (entries, entries->len - 1);
  JsonObject *content = json_node_get_object (entry->content);

  g_assert_cmpstr (entry->kind, ==, "backup");
  g_assert_cmpstr (json_object_get_string_member (content, "file"), ==, name);
  g_assert_cmpstr (json_object_get_string_member (content, "figure"), ==, backup->figure);
  g_assert_cmpint (json_object_get_int_member (content, "entries"), ==,
                   BOOK_N_FIRST + 1);
}

/* Somebody reads a list, and another hold on the book writes, while it is made. */
static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileRows) rows =
      stile_ledger_query (fixture->book->ledger, "SELECT id FROM entry", NULL, NULL);
  g_autoptr (StileLedger) other = stile_ledger_duplicate (fixture->book->ledger, NULL);
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_rows_next (rows, NULL));
  backup = stile_ledger_backup_to_folder (other, fixture->folder, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backup->entries, ==, BOOK_N_FIRST + 1);
}

static gpointer
write_on (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 200; i++)
    g_free (book_append (fixture->book, fixture->case_id, "note", "one more"));
  return NULL;
}

/* A hold of its own, in a thread of its own: the writer is not held up, no entry is lost. */
static void
test_while_writing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) other = stile_ledger_duplicate (fixture->book->ledger, NULL);
  GThread *writer = g_thread_new ("writer", write_on, fixture);
  g_autoptr (StileLedgerReport) report = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StileBackup) backup =
          stile_ledger_backup_to_folder (other, fixture->folder, 2, NULL, &error);
      g_assert_no_error (error);
    }
  g_thread_join (writer);
  report = stile_ledger_verify (fixture->book->ledger, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->entries, ==, BOOK_N_FIRST + 1 + 200 + 5);
}

static void
test_duplicate_outlives_lock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) other = stile_ledger_duplicate (fixture->book->ledger, NULL);
  g_autoptr (StileLedger) third = NULL;
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (fixture->book->ledger);
  backup = stile_ledger_backup_to_folder (other, fixture->folder, 0, NULL, &error);
  g_assert_no_error (error);
  third = stile_ledger_duplicate (fixture->book->ledger, &error);
  g_assert_null (third);
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static void
test_to_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "before the move.stile", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackup) backup =
      stile_ledger_backup_to_file (fixture->book->ledger, path, NULL, &error);
  g_autoptr (GBytes) before = NULL, after = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (backup->path, ==, path);
  before = file_bytes (path);
  g_assert_null (stile_ledger_backup_to_file (fixture->book->ledger, path, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS);
  after = file_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* ---- What is refused ---- */

/* What has that name already is left as it is, whatever it is: a pipe, a link to somewhere or to
 * the book itself. None is waited for. */
static void
test_strange_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autofree char *book = g_build_filename (fixture->folder, "book", NULL);
  const char *const targets[] = { pipe, nowhere, book, "/dev/full" };
  g_autofree char *files = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("/nonexistent/place", nowhere), ==, 0);
  g_assert_cmpint (symlink (fixture->book->path, book), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          stile_ledger_backup_to_file (fixture->book->ledger, targets[i], NULL, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS);
    }
  files = dup_files (fixture->folder);
  g_assert_cmpstr (files, ==, "book,nowhere,pipe");
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *path = g_build_filename (missing, "book.stile", NULL);
  g_autoptr (GError) to_folder = NULL, to_file = NULL;

  g_assert_null (
      stile_ledger_backup_to_folder (fixture->book->ledger, missing, 0, NULL, &to_folder));
  g_assert_error (to_folder, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NO_FOLDER);
  g_assert_null (stile_ledger_backup_to_file (fixture->book->ledger, path, NULL, &to_file));
  g_assert_error (to_file, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NO_FOLDER);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (fixture->book->ledger);
  g_assert_null (stile_ledger_backup_to_folder (fixture->book->ledger, fixture->folder, 0, NULL,
                                                &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

/* A damaged book does not push out the good backups. */
static void
test_damaged_book (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBackup) good = make (fixture, 1);
  g_autofree char *files = dup_files (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  raw_flip (fixture->book->path, "sealed", 1, 40);
  g_assert_null (stile_ledger_backup_to_folder (fixture->book->ledger, fixture->folder, 1, NULL,
                                                &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
  after = dup_files (fixture->folder);
  g_assert_cmpstr (after, ==, files);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (stile_ledger_backup_to_folder (fixture->book->ledger, fixture->folder, 0,
                                                cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  files = dup_files (fixture->folder);
  g_assert_cmpstr (files, ==, "");
}

static void
test_renewed_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) other = stile_ledger_duplicate (fixture->book->ledger, NULL);
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  g_assert_true (stile_ledger_rekey (other, NULL, NULL, &recovery_key, NULL));
  stile_secret_free (recovery_key);
  g_assert_null (stile_ledger_backup_to_folder (fixture->book->ledger, fixture->folder, 0, NULL,
                                                &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = private_mount_new ("64k");
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      g_test_skip ("this machine does not let us mount a small disk");
      return;
    }
  g_free (book_put_long_form (fixture->book));
  g_assert_null (
      stile_ledger_backup_to_folder (fixture->book->ledger, folder, 0, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL);
  files = dup_files (folder);
  g_assert_cmpstr (files, ==, "");
  private_mount_remove (folder);
}

static void
test_read_only_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = private_mount_new ("1m");
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      g_test_skip ("this machine does not let us mount a small disk");
      return;
    }
  private_mount_set_read_only (folder, TRUE);
  g_assert_null (
      stile_ledger_backup_to_folder (fixture->book->ledger, folder, 0, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY);
  private_mount_set_read_only (folder, FALSE);
  private_mount_remove (folder);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/backup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("strange-targets", test_strange_targets);
  ADD ("opens-like-the-book", test_opens_like_the_book);
  ADD ("sealed", test_sealed);
  ADD ("enclosure", test_enclosure);
  ADD ("no-enclosure", test_no_enclosure);
  ADD ("backup-of-a-backup", test_backup_of_a_backup);
  ADD ("no-log-beside", test_no_log_beside);
  ADD ("entry", test_entry);
  ADD ("in-use", test_in_use);
  ADD ("while-writing", test_while_writing);
  ADD ("duplicate-outlives-lock", test_duplicate_outlives_lock);
  ADD ("to-file", test_to_file);
  ADD ("no-folder", test_no_folder);
  ADD ("locked", test_locked);
  ADD ("damaged-book", test_damaged_book);
  ADD ("cancelled", test_cancelled);
  ADD ("renewed-elsewhere", test_renewed_elsewhere);
  ADD ("full-disk", test_full_disk);
  ADD ("read-only-disk", test_read_only_disk);
  return g_test_run ();
}
