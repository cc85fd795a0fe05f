// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

/* A book with two people, of whom the first is to be erased. */
typedef struct
{
  Book *book;
  char *gone;
  char *stays;
} People;

static void
people_start (People *people)
{
  static const char *const kinds[] = { "person", "note", "answer" };

  people->book = book_new ();
  people->gone = stile_ledger_new_id ();
  people->stays = stile_ledger_new_id ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *first = book_append (people->book, people->gone, kinds[i], "to be erased");
      g_autofree char *second = book_append (people->book, people->stays, kinds[i], "stays here");
    }
}

static void
people_clear (People *people)
{
  g_clear_pointer (&people->book, book_free);
  g_clear_pointer (&people->gone, g_free);
  g_clear_pointer (&people->stays, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

static void
erase (People *people)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_erase_case (people->book->ledger, people->gone, &error));
  g_assert_no_error (error);
}

static void
assert_reads_as_erased (StileLedger *ledger, const char *case_id)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_read_case (ledger, case_id, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED);
}

static void
test_new_free (void)
{
  g_auto (People) people = { NULL };

  people_start (&people);
  g_assert_true (stile_ledger_is_unlocked (people.book->ledger));
}

static void
test_answers_erased (void)
{
  g_auto (People) people = { NULL };

  people_start (&people);
  erase (&people);
  assert_reads_as_erased (people.book->ledger, people.gone);
  book_reopen (people.book);
  assert_reads_as_erased (people.book->ledger, people.gone);
}

static void
test_others_stay (void)
{
  g_auto (People) people = { NULL };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  people_start (&people);
  erase (&people);
  entries = stile_ledger_read_case (people.book->ledger, people.stays, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "stays here");
}

/* Key and contents are in no file any more, while the book is still open. */
static void
test_nothing_left_in_the_files (void)
{
  g_auto (People) people = { NULL };
  g_autofree char *log = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *key = NULL;
  g_autofree char *sealed = NULL;

  people_start (&people);
  log = beside (people.book->path, "-wal");
  sql = g_strdup_printf ("SELECT hex (wrapped) FROM case_key WHERE case_id = '%s'", people.gone);
  key = raw_get (people.book->path, sql);
  sealed = raw_get (people.book->path, "SELECT hex (sealed) FROM entry WHERE seq = 2");
  g_assert_true (file_has_hex (log, key));
  g_assert_true (file_has_hex (log, sealed));

  erase (&people);
  g_assert_false (file_has_hex (people.book->path, key));
  g_assert_false (file_has_hex (people.book->path, sealed));
  g_assert_false (file_has_hex (log, key));
  g_assert_false (file_has_hex (log, sealed));
}

static void
test_tombstone (void)
{
  g_auto (People) people = { NULL };
  g_autoptr (GPtrArray) entries = NULL;
  const StileEntry *tombstone;
  JsonObject *content;

  people_start (&people);
  erase (&people);
  entries = stile_ledger_read_case (people.book->ledger, STILE_LEDGER_BOOK, NULL);
  tombstone = g_ptr_array_index (entries, entries->len - 1);
  content = json_node_get_object (tombstone->content);
  g_assert_cmpstr (tombstone->kind, ==, "erased");
  g_assert_cmpstr (tombstone->adviser, ==, BOOK_ADVISER);
  g_assert_cmpstr (json_object_get_string_member (content, "case"), ==, people.gone);
  g_assert_cmpuint (json_object_get_size (content), ==, 1);
}

static void
test_still_whole (void)
{
  g_auto (People) people = { NULL };
  g_autoptr (StileLedgerReport) report = NULL;

  people_start (&people);
  erase (&people);
  book_reopen (people.book);
  report = stile_ledger_verify (people.book->ledger, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->erased, ==, 3);
}

static void
test_nothing_can_be_added (void)
{
  g_auto (People) people = { NULL };
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GError) error = NULL;

  people_start (&people);
  erase (&people);
  g_assert_false (
      stile_ledger_append (people.book->ledger, people.gone, "note", content, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED);
}

static void
test_what_cannot_be_erased (void)
{
  g_auto (People) people = { NULL };
  g_autofree char *nobody = stile_ledger_new_id ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  people_start (&people);
  id = book_append (people.book, STILE_LEDGER_BOOK, "setting", "kept");
  g_assert_false (stile_ledger_erase_case (people.book->ledger, STILE_LEDGER_BOOK, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (stile_ledger_erase_case (people.book->ledger, nobody, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN);
  g_clear_error (&error);
  erase (&people);
  g_assert_false (stile_ledger_erase_case (people.book->ledger, people.gone, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED);
  g_clear_error (&error);
  stile_ledger_lock (people.book->ledger);
  g_assert_false (stile_ledger_erase_case (people.book->ledger, people.stays, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

/* Where the tombstone can't be written, nobody was erased. */
static void
test_all_or_nothing (void)
{
  g_auto (People) people = { NULL };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  people_start (&people);
  raw_exec (people.book->path, "CREATE TRIGGER full BEFORE INSERT ON entry"
                               " BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_false (stile_ledger_erase_case (people.book->ledger, people.gone, &error));
  raw_exec (people.book->path, "DROP TRIGGER full");
  entries = stile_ledger_read_case (people.book->ledger, people.gone, NULL);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 2)), ==, "to be erased");
  erase (&people);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erase/new-free", test_new_free);
  g_test_add_func ("/erase/answers-erased", test_answers_erased);
  g_test_add_func ("/erase/others-stay", test_others_stay);
  g_test_add_func ("/erase/nothing-left-in-the-files", test_nothing_left_in_the_files);
  g_test_add_func ("/erase/tombstone", test_tombstone);
  g_test_add_func ("/erase/still-whole", test_still_whole);
  g_test_add_func ("/erase/nothing-can-be-added", test_nothing_can_be_added);
  g_test_add_func ("/erase/what-cannot-be-erased", test_what_cannot_be_erased);
  g_test_add_func ("/erase/all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
