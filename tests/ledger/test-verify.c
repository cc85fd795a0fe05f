// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

#define N_ENTRIES 6

/* Unlocking the book again is an entry, too. */
#define N_UNLOCKS 1

/* Two people, three entries each, in turn. */
static Book *
filled_book (void)
{
  Book *book = book_new ();
  g_autofree char *ann = stile_ledger_new_id ();
  g_autofree char *ben = stile_ledger_new_id ();

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);
      g_autofree char *id = book_append (book, i % 2 == 0 ? ann : ben, "note", text);
    }
  return book;
}

/* A closed one, made once and copied for each forgery. */
static Book *original;

static StileLedgerReport *
verify (Book *book)
{
  g_autoptr (GError) error = NULL;
  StileLedgerReport *report = stile_ledger_verify (book->ledger, &error);

  g_assert_no_error (error);
  if (report->first_break != NULL)
    g_test_message ("%s", report->first_break);
  return report;
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileLedgerReport) report = verify (book);

  g_assert_null (report->first_break);
  g_assert_cmpuint (report->entries, ==, BOOK_N_FIRST);
}

static void
test_whole (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autofree char *digest = book_put_long_form (book);
  g_autoptr (StileLedgerReport) report = verify (book);

  g_assert_null (report->first_break);
  g_assert_cmpuint (report->entries, ==, BOOK_N_FIRST + N_ENTRIES);
  g_assert_cmpuint (report->opened, ==, BOOK_N_FIRST + N_ENTRIES);
  g_assert_cmpuint (report->erased, ==, 0);
}

static void
test_whole_after_reopening (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileLedgerReport) report = NULL;
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = NULL;

  book_reopen (book);
  id = book_append (book, case_id, "note", "on another day");
  report = verify (book);
  g_assert_null (report->first_break);
  g_assert_cmpuint (report->opened, ==, BOOK_N_FIRST + N_ENTRIES + 1 + N_UNLOCKS);
}

static void
test_whole_while_locked (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileLedgerReport) report = NULL;

  stile_ledger_lock (book->ledger);
  report = verify (book);
  g_assert_null (report->first_break);
  g_assert_cmpuint (report->entries, ==, BOOK_N_FIRST + N_ENTRIES);
  g_assert_cmpuint (report->opened, ==, 0);
}

/* Erasing a person leaves the chain whole. */
static void
test_whole_after_erasing (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileLedgerReport) report = NULL;

  raw_exec (book->path,
            "DELETE FROM case_key WHERE case_id = (SELECT case_id FROM entry WHERE seq = 3);"
            "UPDATE entry SET sealed = NULL"
            " WHERE case_id = (SELECT case_id FROM entry WHERE seq = 3)");
  book_reopen (book);
  report = verify (book);
  g_assert_null (report->first_break);
  g_assert_cmpuint (report->erased, ==, N_ENTRIES / 2);
  g_assert_cmpuint (report->opened, ==, BOOK_N_FIRST + N_ENTRIES / 2 + N_UNLOCKS);
}

/* Each hand laid on the file, where the walk must stop, and whether it shows without the keys. */
static const struct
{
  const char *name;
  const char *sql;
  gint64 seq;
  gboolean shows_while_locked;
} forgeries[] = {
  { "removed", "DELETE FROM entry WHERE seq = 4", 5, TRUE },
  { "removed-first", "DELETE FROM entry WHERE seq = 1", 2, TRUE },
  { "removed-and-closed-up",
    "DELETE FROM entry WHERE seq = 4; UPDATE entry SET station_seq = station_seq - 1 WHERE seq = 5;"
    "UPDATE entry SET station_seq = station_seq - 1 WHERE seq = 6;"
    "UPDATE entry SET station_seq = station_seq - 1 WHERE seq = 7",
    5, FALSE },
  { "reordered",
    "UPDATE entry SET seq = 99 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 4;"
    "UPDATE entry SET seq = 4 WHERE seq = 99",
    3, TRUE },
  { "reordered-and-renumbered",
    "UPDATE entry SET seq = 99, station_seq = 99 WHERE seq = 3;"
    "UPDATE entry SET seq = 3, station_seq = 3 WHERE seq = 4;"
    "UPDATE entry SET seq = 4, station_seq = 4 WHERE seq = 99",
    3, FALSE },
  { "other-day", "UPDATE entry SET at = '2020' || substr (at, 5) WHERE seq = 4", 4, FALSE },
  { "other-adviser", "UPDATE entry SET adviser = 'Somebody' WHERE seq = 4", 4, FALSE },
  { "other-kind", "UPDATE entry SET kind = 'decision' WHERE seq = 4", 4, FALSE },
  { "other-id", "UPDATE entry SET id = 'x' || substr (id, 2) WHERE seq = 4", 4, FALSE },
  { "other-person",
    "UPDATE entry SET case_id = (SELECT case_id FROM entry WHERE seq = 3) WHERE seq = 4", 4,
    FALSE },
  { "other-contents",
    "UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE seq = 2) WHERE seq = 4", 4, TRUE },
  { "other-contents-and-digest",
    "UPDATE entry SET (sealed, digest) = (SELECT sealed, digest FROM entry WHERE seq = 2)"
    " WHERE seq = 4",
    4, FALSE },
  { "blanked", "UPDATE entry SET sealed = NULL WHERE seq = 4", 4, TRUE },
  { "blanked-with-digest-of-erased-person",
    "UPDATE entry SET sealed = NULL WHERE seq IN (2, 4, 6); DELETE FROM case_key WHERE case_id ="
    " (SELECT case_id FROM entry WHERE seq = 2); UPDATE entry SET digest = zeroblob (32)"
    " WHERE seq = 4",
    4, FALSE },
  { "no-key", "DELETE FROM case_key WHERE case_id = (SELECT case_id FROM entry WHERE seq = 2)", 2,
    TRUE },
  { "other-key",
    "UPDATE case_key SET wrapped = zeroblob (72) WHERE case_id ="
    " (SELECT case_id FROM entry WHERE seq = 2)",
    2, FALSE },
  { "added",
    "INSERT INTO entry (id, case_id, kind, at, station, station_seq, adviser, sealed, digest, "
    "chain)"
    " SELECT 'x' || substr (id, 2), case_id, kind, at, station, 8, adviser, sealed, digest, chain"
    " FROM entry WHERE seq = 7",
    8, FALSE },
  { "unknown-station",
    "PRAGMA foreign_keys = OFF; UPDATE entry SET station = 'x' || substr (station, 2) WHERE seq = "
    "7",
    7, TRUE },
  { "person-cut-off",
    "DELETE FROM case_key WHERE case_id = (SELECT case_id FROM entry WHERE seq = 3);"
    "INSERT INTO case_key SELECT '00000000-0000-7000-8000-000000000000', wrapped FROM case_key"
    " LIMIT 1;"
    "UPDATE entry SET sealed = NULL WHERE seq IN (3, 5, 7)",
    0, TRUE },
  { "changed-form", "INSERT INTO form VALUES ('00', 'quick-needs', '1', x'3c613e')", 0, TRUE },
};

static void
assert_breaks_at (Book *book, gint64 seq)
{
  g_autoptr (StileLedgerReport) report = verify (book);
  g_autofree char *name = g_strdup_printf ("Entry %d of ", (int) seq);

  g_assert_nonnull (report->first_break);
  g_assert_cmpint (report->first_break_seq, ==, seq);
  g_assert_cmpint (g_str_has_prefix (report->first_break, name), ==, seq > 0);
}

static void
test_forgery (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Book) book = book_copy (original);
  g_autofree char *sql = g_strconcat (RAW_DROP_GUARDS, forgeries[i].sql, NULL);

  raw_exec (book->path, sql);
  book_reopen (book);
  assert_breaks_at (book, forgeries[i].seq);

  stile_ledger_lock (book->ledger);
  if (forgeries[i].shows_while_locked)
    {
      assert_breaks_at (book, forgeries[i].seq);
    }
  else
    {
      g_autoptr (StileLedgerReport) report = verify (book);
      g_assert_cmpstr (report->first_break, ==, NULL);
    }
}

/* Any bit of any of the three columns, at both ends and inside. */
static void
test_flipped_bits (void)
{
  static const struct
  {
    const char *column;
    int byte;
  } flips[] = { { "sealed", 0 },  { "sealed", 1 },   { "sealed", 24 }, { "sealed", 25 },
                { "sealed", 60 }, { "sealed", 104 }, { "digest", 0 },  { "digest", 31 },
                { "chain", 0 },   { "chain", 31 } };

  for (guint i = 0; i < G_N_ELEMENTS (flips); i++)
    {
      g_autoptr (Book) book = book_copy (original);

      raw_flip (book->path, flips[i].column, 5, flips[i].byte);
      book_reopen (book);
      assert_breaks_at (book, 5);
    }
}

/* A page that SQLite can't make sense of is a finding, no failure of the walk. */
static void
test_damaged_page (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileLedgerReport) report = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *page = raw_get (book->path, "SELECT rootpage FROM sqlite_schema"
                                               " WHERE name = 'entry_case'");
  gsize length;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  g_file_get_contents (book->path, &contents, &length, NULL);
  memset (contents + (atoi (page) - 1) * 4096, 0x55, 4096);
  g_file_set_contents (book->path, contents, length, NULL);
  book_reopen (book);
  report = verify (book);
  g_assert_nonnull (report->first_break);
}

/* The keys in memory, which the book was just read with, hide nothing of the file. */
static void
test_key_changed_while_open (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (GPtrArray) entries = stile_ledger_read_all (book->ledger, 0, 0, NULL);
  g_autoptr (StileLedgerReport) report = NULL;

  g_assert_cmpuint (entries->len, ==, BOOK_N_FIRST + N_ENTRIES);
  raw_exec (book->path, "UPDATE case_key SET wrapped = zeroblob (72) WHERE case_id ="
                        " (SELECT case_id FROM entry WHERE seq = 2)");
  report = verify (book);
  g_assert_nonnull (report->first_break);
  g_assert_cmpint (report->first_break_seq, ==, 2);
}

/* Said where the walk is documented, and true: newest entries cut off do not show. */
static void
test_limit_of_the_walk (void)
{
  g_autoptr (Book) book = filled_book ();
  g_autoptr (StileLedgerReport) report = NULL;

  raw_exec (book->path, RAW_DROP_GUARDS "DELETE FROM entry WHERE seq > 5");
  report = verify (book);
  g_assert_null (report->first_break);
  g_assert_cmpuint (report->entries, ==, 5);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/new-free", test_new_free);
  g_test_add_func ("/verify/whole", test_whole);
  g_test_add_func ("/verify/whole-after-reopening", test_whole_after_reopening);
  g_test_add_func ("/verify/whole-while-locked", test_whole_while_locked);
  g_test_add_func ("/verify/whole-after-erasing", test_whole_after_erasing);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/verify/forgery/%s", forgeries[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_forgery);
    }
  g_test_add_func ("/verify/flipped-bits", test_flipped_bits);
  g_test_add_func ("/verify/damaged-page", test_damaged_page);
  g_test_add_func ("/verify/key-changed-while-open", test_key_changed_while_open);
  g_test_add_func ("/verify/limit-of-the-walk", test_limit_of_the_walk);

  original = filled_book ();
  g_clear_pointer (&original->ledger, stile_ledger_close);
  result = g_test_run ();
  book_free (original);
  return result;
}
