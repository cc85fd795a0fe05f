// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <stdlib.h>
#include <string.h>

#include "advisers.h"
#include "backup.h"
#include "bad-disk.h"
#include "book.h"
#include "ledger-private.h"

/* Summaries: what fits the book comes back, what does not is as good as none, and of somebody who
 * was erased nothing is left in one. */

#define LIST "list"
#define WORDS "Mina Storey, R-1, of the list"
/* Sealed, that is several pages of the file. */
#define N_BYTES 20000

typedef struct
{
  Book *book;
  char *person;
  guint8 bytes[N_BYTES];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = book_new ();
  fixture->person = stile_ledger_new_id ();
  for (guint i = 0; i < 3; i++)
    g_free (book_append (fixture->book, fixture->person, "note", "what they said"));
  memset (fixture->bytes, 'x', N_BYTES);
  memcpy (fixture->bytes, WORDS, strlen (WORDS));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bad_disk_heal ();
  book_free (fixture->book);
  g_free (fixture->person);
}

/* Of all entries up to @seq. */
static gboolean
keep (Fixture *fixture, gint64 seq)
{
  StileSummary summary = { .seq = seq, .bytes = fixture->bytes, .length = N_BYTES };

  return stile_ledger_keep_summary (fixture->book->ledger, LIST, &summary);
}

static gboolean
is_there (Fixture *fixture)
{
  g_autoptr (StileSummary) summary = stile_ledger_load_summary (fixture->book->ledger, LIST);

  return summary != NULL;
}

static void
assert_whole (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_cmpstr (report->first_break, ==, NULL);
}

/* As it lies in the file. */
static char *
dup_sealed (Fixture *fixture)
{
  return raw_get (fixture->book->path, "SELECT hex (sealed) FROM summary");
}

static gboolean
is_in_files (Fixture *fixture, const char *hex)
{
  g_autofree char *log = beside (fixture->book->path, "-wal");

  return file_has_hex (fixture->book->path, hex) || file_has_hex (log, hex);
}

/* ---- Keeping and loading ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_there (fixture));
}

static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileSummary) summary = NULL;

  g_assert_true (keep (fixture, 2));
  book_reopen (fixture->book);
  summary = stile_ledger_load_summary (fixture->book->ledger, LIST);
  g_assert_cmpint (summary->seq, ==, 2);
  g_assert_cmpmem (summary->bytes, summary->length, fixture->bytes, N_BYTES);
  assert_whole (fixture->book->ledger);
}

static void
test_newer_takes_its_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileSummary) summary = NULL;
  g_autofree char *rows = NULL;

  g_assert_true (keep (fixture, 1));
  g_assert_true (keep (fixture, 3));
  summary = stile_ledger_load_summary (fixture->book->ledger, LIST);
  g_assert_cmpint (summary->seq, ==, 3);
  rows = raw_get (fixture->book->path, "SELECT count (*) FROM summary");
  g_assert_cmpstr (rows, ==, "1");
}

static void
test_each_name_has_its_own (Fixture *fixture, gconstpointer data)
{
  guint8 bytes[] = { 7 };
  StileSummary other = { .seq = 1, .bytes = bytes, .length = 1 };
  g_autoptr (StileSummary) loaded = NULL;

  g_assert_true (keep (fixture, 2));
  g_assert_true (stile_ledger_keep_summary (fixture->book->ledger, "other", &other));
  loaded = stile_ledger_load_summary (fixture->book->ledger, "other");
  g_assert_cmpmem (loaded->bytes, loaded->length, bytes, 1);
  g_assert_true (is_there (fixture));
}

static void
test_is_sealed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = beside (fixture->book->path, "-wal");

  g_assert_true (keep (fixture, 2));
  g_assert_false (file_has_bytes (log, WORDS, strlen (WORDS)));
  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  g_assert_false (file_has_bytes (fixture->book->path, WORDS, strlen (WORDS)));
}

static void
test_is_for_no_query (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      stile_ledger_query (fixture->book->ledger, "SELECT sealed FROM summary", NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_QUERY);
}

/* ---- What does not fit is as good as none ---- */

static void
test_of_another_state (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE summary SET seq = 1",
    "UPDATE summary SET seq = 400",
    "UPDATE summary SET name = 'other'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_assert_true (keep (fixture, 2));
      g_assert_true (is_there (fixture));
      raw_exec (fixture->book->path, changes[i]);
      g_assert_false (is_there (fixture));
      raw_exec (fixture->book->path, "DELETE FROM summary");
    }
  /* The same entries, but not the same chain. */
  g_assert_true (keep (fixture, 2));
  raw_flip (fixture->book->path, "chain", 2, 5);
  g_assert_false (is_there (fixture));
}

static void
test_of_another_book (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Book) other = book_new ();
  g_autofree char *insert = NULL;
  g_autofree char *hex = NULL;
  g_autoptr (StileSummary) loaded = NULL;

  g_free (book_append (other, fixture->person, "note", "what they said"));
  g_assert_true (keep (fixture, 1));
  hex = dup_sealed (fixture);
  insert = g_strdup_printf ("INSERT INTO summary VALUES ('list', 1, x'%s')", hex);
  raw_exec (other->path, insert);
  loaded = stile_ledger_load_summary (other->ledger, LIST);
  g_assert_null (loaded);
}

/* The book opens, is whole, and another summary takes its place. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "substr (sealed, 1, 1000)",
    "x''",
    "x'02' || substr (sealed, 2)",
    "substr (sealed, 1, 40) || x'00112233' || substr (sealed, 45)",
    "substr (sealed, 1, length (sealed) - 1) || x'00'",
    "sealed || x'00'",
    "zeroblob (length (sealed))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("UPDATE summary SET sealed = CAST (%s AS BLOB)", damages[i]);
      g_autoptr (GPtrArray) entries = NULL;

      g_assert_true (keep (fixture, 2));
      raw_exec (fixture->book->path, sql);
      book_reopen (fixture->book);
      g_assert_false (is_there (fixture));
      assert_whole (fixture->book->ledger);
      entries = stile_ledger_read_case (fixture->book->ledger, fixture->person, NULL);
      g_assert_cmpuint (entries->len, ==, 3);
    }
  g_assert_true (keep (fixture, 2));
  g_assert_true (is_there (fixture));
}

static void
test_of_no_entry (Fixture *fixture, gconstpointer data)
{
  g_assert_false (keep (fixture, 400));
  g_assert_false (is_there (fixture));
}

/* ---- Where it can't be kept, nothing happens ---- */

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_assert_true (keep (fixture, 2));
  stile_ledger_lock (fixture->book->ledger);
  g_assert_false (is_there (fixture));
  g_assert_false (keep (fixture, 2));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  StileLedger *writer = fixture->book->ledger;

  g_assert_true (keep (fixture, 2));
  fixture->book->ledger = NULL;
  stile_ledger_close (writer);
  fixture->book->ledger = stile_ledger_open_to_read (fixture->book->path, NULL);
  stile_ledger_unlock (fixture->book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL);
  g_assert_true (is_there (fixture));
  g_assert_false (keep (fixture, 3));
  g_assert_true (is_there (fixture));
}

static void
test_another_program_writes (Fixture *fixture, gconstpointer data)
{
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->book->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (keep (fixture, 2));
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_assert_true (keep (fixture, 2));
}

/* The keys of the one that has still the old ones open nothing, and seal nothing. */
static void
test_another_program_renewed_the_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) other = stile_ledger_open (fixture->book->path, NULL);
  g_autofree char *rows = NULL;
  char *recovery_key = NULL;

  g_assert_true (stile_ledger_unlock (other, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  g_assert_true (stile_ledger_rekey (other, NULL, NULL, &recovery_key, NULL));
  stile_secret_free (recovery_key);
  g_assert_false (keep (fixture, 2));
  rows = raw_get (fixture->book->path, "SELECT count (*) FROM summary");
  g_assert_cmpstr (rows, ==, "0");
}

/* Whatever fails on the disk, and when: the old one or the new one is there, and the book is
 * whole. */
static void
test_bad_disk (Fixture *fixture, gconstpointer data)
{
  static const BadDiskOperation operations[] = { BAD_DISK_WRITE, BAD_DISK_SYNC };
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR };
  guint n_failed = 0;

  g_assert_true (keep (fixture, 1));
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      gboolean failed = TRUE;

      for (guint k = 1; failed; k++)
        {
          bad_disk_fail (operations[i], k, codes[i], TRUE);
          keep (fixture, 2);
          failed = bad_disk_has_failed ();
          bad_disk_heal ();
          n_failed += failed ? 1 : 0;
          g_assert_true (is_there (fixture));
          g_free (book_append (fixture->book, fixture->person, "note", "goes on"));
        }
    }
  g_assert_cmpuint (n_failed, >, 5);
  assert_whole (fixture->book->ledger);
}

/* ---- What drops it ---- */

/* How many pieces of it are in the files: its pages may have come apart. */
static guint
count_pieces (Fixture *fixture, const char *hex)
{
  guint n_pieces = 0;

  for (gsize from = 0; from + 128 < strlen (hex); from += 1024)
    {
      g_autofree char *piece = g_strndup (hex + from, 128);

      n_pieces += is_in_files (fixture, piece) ? 1 : 0;
    }
  return n_pieces;
}

static void
test_erasing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (keep (fixture, 2));
  older = dup_sealed (fixture);
  g_assert_true (keep (fixture, 3));
  newer = dup_sealed (fixture);
  g_assert_cmpuint (count_pieces (fixture, older), >, N_BYTES / 1024);
  g_assert_cmpuint (count_pieces (fixture, newer), >, N_BYTES / 1024);

  g_assert_true (stile_ledger_erase_case (fixture->book->ledger, fixture->person, &error));
  g_assert_no_error (error);
  g_assert_false (is_there (fixture));
  g_assert_cmpuint (count_pieces (fixture, older), ==, 0);
  g_assert_cmpuint (count_pieces (fixture, newer), ==, 0);
}

/* Another program that has not heard of it yet would bring the person back. */
static void
test_from_before_an_erasure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *newest = NULL;

  g_assert_true (stile_ledger_erase_case (fixture->book->ledger, fixture->person, NULL));
  newest = raw_get (fixture->book->path, "SELECT max (seq) FROM entry WHERE kind = 'erased'");
  g_assert_false (keep (fixture, atoi (newest) - 1));
  g_assert_true (keep (fixture, atoi (newest)));
}

static void
test_failed_erasure (Fixture *fixture, gconstpointer data)
{
  g_assert_true (keep (fixture, 2));
  raw_exec (fixture->book->path, "CREATE TRIGGER full BEFORE INSERT ON entry"
                                 " BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_false (stile_ledger_erase_case (fixture->book->ledger, fixture->person, NULL));
  g_assert_true (is_there (fixture));
}

static void
test_renewing_the_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hex = NULL;
  char *recovery_key = NULL;

  g_assert_true (keep (fixture, 2));
  hex = dup_sealed (fixture);
  g_assert_true (stile_ledger_rekey (fixture->book->ledger, NULL, NULL, &recovery_key, NULL));
  stile_secret_free (recovery_key);
  g_assert_false (is_there (fixture));
  g_assert_cmpuint (count_pieces (fixture, hex), ==, 0);
  g_assert_true (keep (fixture, 3));
}

static void
test_backup_is_without (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture->book->path, ".backup");
  g_autoptr (StileBackup) backup = NULL;
  g_autofree char *hex = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (keep (fixture, 2));
  hex = dup_sealed (fixture);
  hex[128] = '\0';
  backup = stile_ledger_backup_to_file (fixture->book->ledger, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_in_files (fixture, hex));
  g_assert_false (file_has_hex (path, hex));
  rows = raw_get (path, "SELECT count (*) FROM summary");
  g_assert_cmpstr (rows, ==, "0");
  g_assert_true (is_there (fixture));
}

/* Of a copy that somebody made by hand: the book that comes of it is another. */
static void
test_restoring (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = beside (fixture->book->path, ".copy");
  StileRestore what = { .backup = path,
                        .book = fixture->book->path,
                        .adviser = BOOK_ADVISER,
                        .passphrase = BOOK_PASSPHRASE,
                        .replace_newer = TRUE };
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hex = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (keep (fixture, 2));
  hex = dup_sealed (fixture);
  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);
  bytes = file_bytes (fixture->book->path);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  book_reopen (fixture->book);
  g_assert_true (stile_ledger_erase_case (fixture->book->ledger, fixture->person, NULL));
  g_clear_pointer (&fixture->book->ledger, stile_ledger_close);

  fixture->book->ledger = stile_ledger_restore (&what, &restored, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (restored->n_erased, ==, 1);
  g_assert_false (is_there (fixture));
  g_assert_cmpuint (count_pieces (fixture, hex), ==, 0);
}

#define add(name, test)                                                                            \
  g_test_add ("/summary/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bad_disk_install ();
  add ("new", test_new);
  add ("comes-back", test_comes_back);
  add ("newer-takes-its-place", test_newer_takes_its_place);
  add ("each-name-has-its-own", test_each_name_has_its_own);
  add ("is-sealed", test_is_sealed);
  add ("is-for-no-query", test_is_for_no_query);
  add ("of-another-state", test_of_another_state);
  add ("of-another-book", test_of_another_book);
  add ("damaged", test_damaged);
  add ("of-no-entry", test_of_no_entry);
  add ("locked", test_locked);
  add ("read-only", test_read_only);
  add ("another-program-writes", test_another_program_writes);
  add ("another-program-renewed-the-keys", test_another_program_renewed_the_keys);
  add ("bad-disk", test_bad_disk);
  add ("erasing", test_erasing);
  add ("from-before-an-erasure", test_from_before_an_erasure);
  add ("failed-erasure", test_failed_erasure);
  add ("renewing-the-keys", test_renewing_the_keys);
  add ("backup-is-without", test_backup_is_without);
  add ("restoring", test_restoring);
  return g_test_run ();
}
