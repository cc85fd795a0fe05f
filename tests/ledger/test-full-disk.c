// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bad-disk.h"
#include "book.h"
#include "ledger-private.h"
#include "private-mount.h"

/* A book on a full disk: a clear sentence, nothing lost, and it goes on when there is room again.
 */

static JsonNode *
long_note (void)
{
  JsonNode *content = json_object_node ("{}");
  g_autofree char *text = g_strnfill (20000, 'n');

  json_object_set_string_member (json_node_get_object (content), "text", text);
  return content;
}

/* Appends until no more fits; how many did. The error that ended it is FULL. */
static guint
append_until_full (StileLedger *ledger, const char *case_id, JsonNode *content)
{
  g_autoptr (GError) error = NULL;
  guint n_saved = 0;

  while (stile_ledger_append (ledger, case_id, "note", content, NULL, &error))
    {
      n_saved++;
      g_assert_cmpuint (n_saved, <, 1000);
    }
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL);
  return n_saved;
}

static void
assert_holds (StileLedger *ledger, const char *case_id, guint n_entries)
{
  g_autoptr (GPtrArray) entries = stile_ledger_read_case (ledger, case_id, NULL);
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_cmpuint (entries->len, ==, n_entries);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->opened, ==, report->entries);
}

static void
limit_pages (Book *book, guint n_pages)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %u", n_pages);

  g_assert_true (stile_database_exec (book->ledger->db, sql, NULL));
}

/* The limit that SQLite keeps by itself: works on every machine. */
static void
test_no_pages_left (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = long_note ();
  guint n_saved;

  limit_pages (book, 100);
  n_saved = append_until_full (book->ledger, case_id, content);
  g_assert_cmpuint (n_saved, >, 0);
  assert_holds (book->ledger, case_id, n_saved);

  limit_pages (book, 1000);
  g_assert_true (stile_ledger_append (book->ledger, case_id, "note", content, NULL, NULL));
  assert_holds (book->ledger, case_id, n_saved + 1);
}

/* The first entry of a person makes their key: both went with the transaction, and the next try
 * makes another that is the one in the book. */
static void
test_first_entry_of_a_person (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = long_note ();

  limit_pages (book, 1);
  g_assert_cmpuint (append_until_full (book->ledger, case_id, content), ==, 0);
  limit_pages (book, 1000);
  g_assert_true (stile_ledger_append (book->ledger, case_id, "note", content, NULL, NULL));
  book_reopen (book);
  assert_holds (book->ledger, case_id, 1);
}

/* Several entries that stand or fall together fall together. */
static void
test_all_or_nothing (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = long_note ();
  StileEntryDraft drafts[40];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    drafts[i] = (StileEntryDraft){ case_id, "note", content };
  limit_pages (book, 100);
  g_assert_false (
      stile_ledger_append_all (book->ledger, drafts, G_N_ELEMENTS (drafts), NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL);
  limit_pages (book, 1000);
  g_assert_true (stile_ledger_append_all (book->ledger, drafts, 3, NULL, NULL));
  assert_holds (book->ledger, case_id, 3);
}

typedef struct
{
  char *folder;
  char *path;
  char *ballast;
} Disk;

/* A disk of one megabyte with a book on it, and something else that can be thrown away. */
static gboolean
disk_init (Disk *disk)
{
  g_autofree char *ballast = g_strnfill (300 * 1024, 'b');

  disk->folder = private_mount_new ("1m");
  if (disk->folder == NULL)
    {
      g_test_skip ("this machine does not let us mount a small disk");
      return FALSE;
    }
  disk->path = g_build_filename (disk->folder, "book.stile", NULL);
  disk->ballast = g_build_filename (disk->folder, "holiday.jpg", NULL);
  g_assert_true (g_file_set_contents (disk->ballast, ballast, 300 * 1024, NULL));
  return TRUE;
}

static void
disk_clear (Disk *disk)
{
  private_mount_remove (disk->folder);
  g_free (disk->folder);
  g_free (disk->path);
  g_free (disk->ballast);
}

static StileLedger *
create_on (Disk *disk, GError **error)
{
  char *recovery_key = NULL;
  StileLedger *ledger = stile_ledger_create (disk->path, "Desk", BOOK_ADVISER, BOOK_PASSPHRASE,
                                             STILE_KEY_COST_MIN, &recovery_key, error);

  stile_secret_free (recovery_key);
  return ledger;
}

static void
test_small_disk (void)
{
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = long_note ();
  StileLedger *ledger;
  Disk disk;
  guint n_saved;

  if (!disk_init (&disk))
    return;
  ledger = create_on (&disk, NULL);
  n_saved = append_until_full (ledger, case_id, content);
  g_assert_cmpuint (n_saved, >, 0);
  assert_holds (ledger, case_id, n_saved);
  g_assert_cmpuint (append_until_full (ledger, case_id, content), ==, 0);

  g_assert_cmpint (g_unlink (disk.ballast), ==, 0);
  g_assert_true (stile_ledger_append (ledger, case_id, "note", content, NULL, NULL));
  assert_holds (ledger, case_id, n_saved + 1);

  stile_ledger_close (ledger);
  ledger = stile_ledger_open (disk.path, NULL);
  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  assert_holds (ledger, case_id, n_saved + 1);
  stile_ledger_close (ledger);
  disk_clear (&disk);
}

/* Fills the disk to its last byte. */
static void
fill (Disk *disk)
{
  g_autofree char *path = g_build_filename (disk->folder, "filler", NULL);
  int filler = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  char bytes[1000] = "f";

  while (write (filler, bytes, sizeof bytes) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (filler);
}

/* Opened on a full disk: in words, and whole when there is room again. */
static void
test_open_on_full_disk (void)
{
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = long_note ();
  g_autoptr (GError) error = NULL;
  StileLedger *ledger;
  Disk disk;

  if (!disk_init (&disk))
    return;
  ledger = create_on (&disk, NULL);
  g_assert_true (stile_ledger_append (ledger, case_id, "note", content, NULL, NULL));
  stile_ledger_close (ledger);
  fill (&disk);
  ledger = stile_ledger_open (disk.path, &error);
  if (ledger == NULL)
    g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL);
  stile_ledger_close (ledger);

  g_assert_cmpint (g_unlink (disk.ballast), ==, 0);
  ledger = stile_ledger_open (disk.path, NULL);
  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  assert_holds (ledger, case_id, 1);
  stile_ledger_close (ledger);
  disk_clear (&disk);
}

/* A book that could not be made is not there. */
static void
test_create_on_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = NULL;
  const char *name;
  Disk disk;

  if (!disk_init (&disk))
    return;
  fill (&disk);
  g_assert_null (create_on (&disk, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL);
  files = g_dir_open (disk.folder, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    g_assert_false (g_str_has_prefix (name, "book.stile"));
  g_clear_pointer (&files, g_dir_close);
  disk_clear (&disk);
}

/* A disk that throws away what does not fit and says nothing: what was saved is missing then, and
 * that is noticed. */
static void
test_negative_control (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = long_note ();
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (stile_ledger_append (book->ledger, case_id, "note", content, NULL, NULL));
  bad_disk_fail (BAD_DISK_LOST_WRITE, 1, SQLITE_FULL, TRUE);
  for (guint i = 0; i < 5; i++)
    stile_ledger_append (book->ledger, case_id, "note", content, NULL, NULL);
  bad_disk_heal ();
  g_clear_pointer (&book->ledger, stile_ledger_close);

  book->ledger = stile_ledger_open (book->path, NULL);
  if (book->ledger == NULL
      || !stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL))
    return;
  report = stile_ledger_verify (book->ledger, NULL);
  entries = stile_ledger_read_case (book->ledger, case_id, NULL);
  g_assert_true (report == NULL || report->first_break != NULL || entries == NULL
                 || entries->len < 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bad_disk_install ();
  g_test_add_func ("/full-disk/no-pages-left", test_no_pages_left);
  g_test_add_func ("/full-disk/first-entry-of-a-person", test_first_entry_of_a_person);
  g_test_add_func ("/full-disk/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/full-disk/small-disk", test_small_disk);
  g_test_add_func ("/full-disk/open-on-full-disk", test_open_on_full_disk);
  g_test_add_func ("/full-disk/create-on-full-disk", test_create_on_full_disk);
  g_test_add_func ("/full-disk/control", test_negative_control);
  return g_test_run ();
}
