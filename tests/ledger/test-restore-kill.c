// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backup.h"
#include "book.h"

/* The program is stopped before each call to the system by which a file changes, one after the
 * other: while a book is restored there is always the old one or the new one, whole; while one is
 * made there is none, or a whole one, and the next try goes well. These functions stand before
 * those of the C library, for SQLite and GLib too. */

#define STOPPED 9

static gint64 calls_left; /* until this program ends; 0: it does not */

static void
count_call (void)
{
  if (calls_left > 0 && --calls_left == 0)
    _exit (STOPPED);
}

#define STAND_BEFORE(type, name, parameters, arguments)                                            \
  type name parameters;                                                                            \
  type name parameters                                                                             \
  {                                                                                                \
    static type (*real) parameters;                                                                \
    if (real == NULL)                                                                              \
      *(void **) &real = dlsym (RTLD_NEXT, #name);                                                 \
    count_call ();                                                                                 \
    return real arguments;                                                                         \
  }

STAND_BEFORE (ssize_t, pwrite64, (int file, const void *bytes, size_t size, off64_t at),
              (file, bytes, size, at))
STAND_BEFORE (ssize_t, write, (int file, const void *bytes, size_t size), (file, bytes, size))
STAND_BEFORE (int, ftruncate64, (int file, off64_t size), (file, size))
STAND_BEFORE (int, unlink, (const char *path), (path))
STAND_BEFORE (int, link, (const char *path, const char *name), (path, name))
STAND_BEFORE (int, rename, (const char *path, const char *name), (path, name))
STAND_BEFORE (int, renameat2,
              (int from, const char *path, int to, const char *name, unsigned int flags),
              (from, path, to, name, flags))

/* What a program that was stopped had written is there, synced or not: no need to wait for it. */
int
fsync (int file)
{
  count_call ();
  return 0;
}

int
fdatasync (int file)
{
  count_call ();
  return 0;
}

/* Runs @work in a program of its own that ends before its @k-th call. FALSE where it has no such
 * call. */
static gboolean
stop_at (guint k, void (*work) (gpointer data), gpointer data)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      calls_left = k;
      work (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_true (WEXITSTATUS (status) == 0 || WEXITSTATUS (status) == STOPPED);
  return WEXITSTATUS (status) == STOPPED;
}

static void
assert_whole (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  g_assert_no_error (error);
  report = stile_ledger_verify (ledger, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
}

/* ---- Restoring ---- */

typedef struct
{
  Book *book; /* closed; has a person who was erased, and one the backup lacks */
  char *backup;
  char *erased;
  char *later;
} Fixture;

static void
restore (gpointer data)
{
  Fixture *fixture = data;
  StileRestore what = { .backup = fixture->backup,
                        .book = fixture->book->path,
                        .adviser = BOOK_ADVISER,
                        .passphrase = BOOK_PASSPHRASE,
                        .replace_newer = TRUE };
  g_autoptr (StileRestored) restored = NULL;
  StileLedger *ledger = stile_ledger_restore (&what, &restored, NULL);

  g_assert_nonnull (ledger);
  stile_ledger_close (ledger);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GBytes) bytes = NULL;
  StileLedger *ledger;

  fixture->book = book_new ();
  ledger = fixture->book->ledger;
  fixture->backup = g_build_filename (fixture->book->folder, "backup.stile", NULL);
  fixture->erased = stile_ledger_new_id ();
  fixture->later = stile_ledger_new_id ();
  g_free (book_append (fixture->book, fixture->erased, "note", "to be erased"));
  bytes = g_bytes_new_static ("services", 8);
  stile_ledger_set_enclosure (ledger, bytes);
  backup = stile_ledger_backup_to_file (ledger, fixture->backup, NULL, NULL);
  g_assert_nonnull (backup);
  g_assert_true (stile_ledger_erase_case (ledger, fixture->erased, NULL));
  g_free (book_append (fixture->book, fixture->later, "note", "later"));
  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
}

static void
tear_down (Fixture *fixture)
{
  book_free (fixture->book);
  g_free (fixture->backup);
  g_free (fixture->erased);
  g_free (fixture->later);
}

/* Which of the two it is; in both the erased person is erased. */
static gboolean
is_new_book (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_open (fixture->book->path, &error);
  g_autoptr (GPtrArray) later = NULL;

  g_assert_no_error (error);
  assert_whole (ledger);
  g_assert_null (stile_ledger_read_case (ledger, fixture->erased, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED);
  later = stile_ledger_read_case (ledger, fixture->later, NULL);
  return later == NULL;
}

static void
test_restore (void)
{
  guint n_old = 0, n_new = 0;
  gboolean stopped = TRUE;

  for (guint k = 1; stopped; k++)
    {
      Fixture fixture = { NULL };

      set_up (&fixture);
      stopped = stop_at (k, restore, &fixture);
      if (is_new_book (&fixture))
        n_new++;
      else
        n_old++;
      if (k % 10 == 0)
        {
          restore (&fixture);
          g_assert_true (is_new_book (&fixture));
        }
      tear_down (&fixture);
    }
  g_test_message ("stopped at %u places: %u left the old book, %u the new", n_old + n_new - 1,
                  n_old, n_new);
  g_assert_cmpuint (n_old, >, 20);
  g_assert_cmpuint (n_new, >, 1);
}

/* ---- Making a book ---- */

static StileLedger *
create (const char *path, GError **error)
{
  char *recovery_key = NULL;
  StileLedger *ledger = stile_ledger_create (path, "Desk", BOOK_ADVISER, BOOK_PASSPHRASE,
                                             STILE_KEY_COST_MIN, &recovery_key, error);

  stile_secret_free (recovery_key);
  return ledger;
}

static void
create_and_close (gpointer path)
{
  stile_ledger_close (create (path, NULL));
}

static void
test_create (void)
{
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  gboolean stopped = TRUE;
  guint n_none = 0, n_whole = 0;

  for (guint k = 1; stopped; k++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.stile", folder, k);
      g_autoptr (StileLedger) ledger = NULL;
      g_autoptr (GError) error = NULL;

      stopped = stop_at (k, create_and_close, path);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          n_none++;
          create_and_close (path);
        }
      else
        n_whole++;
      ledger = stile_ledger_open (path, &error);
      g_assert_no_error (error);
      assert_whole (ledger);
    }
  g_test_message ("%u left no book, %u a whole one", n_none, n_whole);
  g_assert_cmpuint (n_none, >, 5);
  remove_folder (folder);
}

/* ---- Making a backup ---- */

static void
make_backup (gpointer data)
{
  Fixture *fixture = data;
  StileLedger *ledger = stile_ledger_open (fixture->book->path, NULL);

  g_assert_true (stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  stile_backup_free (
      stile_ledger_backup_to_folder (ledger, fixture->book->folder, 1, NULL, NULL));
  stile_ledger_close (ledger);
}

/* What has the name of a backup is one; an old one goes only when the new one is there. */
static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GDir) files = g_dir_open (fixture->book->folder, 0, NULL);
  const char *name;
  guint n_backups = 0;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->book->folder, name, NULL);
      g_autoptr (StileLedger) ledger = NULL;

      if (!g_str_has_prefix (name, "stile-backup-") || !g_str_has_suffix (name, ".stile"))
        continue;
      ledger = stile_ledger_open (path, NULL);
      assert_whole (ledger);
      n_backups++;
    }
  return n_backups;
}

static void
test_backup (void)
{
  gboolean stopped = TRUE;
  guint k;

  for (k = 1; stopped; k++)
    {
      Fixture fixture = { NULL };

      set_up (&fixture);
      make_backup (&fixture);
      stopped = stop_at (k, make_backup, &fixture);
      g_assert_cmpuint (count_backups (&fixture), >=, 1);
      g_assert_cmpuint (count_backups (&fixture), <=, 2);
      tear_down (&fixture);
    }
  g_test_message ("stopped at %u places", k - 1);
  g_assert_cmpuint (k, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restore-kill/create", test_create);
  g_test_add_func ("/restore-kill/restore", test_restore);
  g_test_add_func ("/restore-kill/backup", test_backup);
  return g_test_run ();
}
