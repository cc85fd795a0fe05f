// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "book.h"

static void
test_new_close (void)
{
  g_autoptr (Book) book = book_new ();

  g_assert_true (stile_ledger_is_unlocked (book->ledger));
  g_assert_false (stile_ledger_is_read_only (book->ledger));
  g_assert_cmpstr (stile_ledger_get_path (book->ledger), ==, book->path);
  g_assert_cmpstr (stile_ledger_get_station (book->ledger), ==, "Front desk");
  g_assert_cmpstr (stile_ledger_get_adviser (book->ledger), ==, BOOK_ADVISER);
}

static int
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_modes (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *folder = g_build_filename (book->folder, "a", "b", NULL);
  g_autofree char *path = g_build_filename (folder, "other.stile", NULL);
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *shared = beside (book->path, "-shm");
  g_autofree char *recovery_key = NULL;
  g_autoptr (StileLedger) other = stile_ledger_create (path, "Desk", "Ann", BOOK_PASSPHRASE,
                                                       STILE_KEY_COST_MIN, &recovery_key, NULL);

  g_assert_nonnull (other);
  g_assert_cmpint (mode_of (folder), ==, 0700);
  g_assert_cmpint (mode_of (path), ==, 0600);
  g_assert_cmpint (mode_of (book->path), ==, 0600);
  g_assert_cmpint (mode_of (log), ==, 0600);
  g_assert_cmpint (mode_of (shared), ==, 0600);
}

static void
test_create_refuses_to_replace (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *path = g_build_filename (book->folder, "precious.txt", NULL);
  g_autofree char *recovery_key = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "precious", -1, NULL);
  g_assert_null (stile_ledger_create (path, "Desk", "Ann", BOOK_PASSPHRASE, STILE_KEY_COST_MIN,
                                      &recovery_key, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS);
  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "precious");
  g_assert_null (recovery_key);
}

static void
test_create_needs_names (void)
{
  static const char *const names[][2] = {
    { "", "Ann" }, { "Desk", " \t " }, { "\xff", "Ann" }, { "Desk", "Jos\xe9" }
  };
  g_autoptr (Book) book = book_new ();
  g_autofree char *path = g_build_filename (book->folder, "other.stile", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *recovery_key = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (stile_ledger_create (path, names[i][0], names[i][1], BOOK_PASSPHRASE,
                                          STILE_KEY_COST_MIN, &recovery_key, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NAME);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_create_in_impossible_place (void)
{
  g_autofree char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_create ("/proc/nowhere/book.stile", "Desk", "Ann", BOOK_PASSPHRASE,
                                      STILE_KEY_COST_MIN, &recovery_key, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_IO);
}

static void
test_open_is_locked (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) advisers = NULL;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  ledger = stile_ledger_open (book->path, &error);
  g_assert_no_error (error);
  g_assert_false (stile_ledger_is_unlocked (ledger));
  g_assert_null (stile_ledger_get_adviser (ledger));
  advisers = stile_ledger_dup_advisers (ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (advisers), ==, 1);
  g_assert_cmpstr (advisers[0], ==, BOOK_ADVISER);
}

static void
test_lock_refuses_everything (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GError) appending = NULL, reading = NULL, walking = NULL, asking = NULL;

  stile_ledger_lock (book->ledger);
  g_assert_false (stile_ledger_is_unlocked (book->ledger));
  g_assert_false (stile_ledger_append (book->ledger, case_id, "note", content, NULL, &appending));
  g_assert_error (appending, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_assert_null (stile_ledger_read_case (book->ledger, case_id, &reading));
  g_assert_error (reading, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_assert_null (stile_ledger_read_all (book->ledger, 0, 0, &walking));
  g_assert_error (walking, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_assert_null (stile_ledger_query (book->ledger, "SELECT 1", NULL, &asking));
  g_assert_error (asking, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static gpointer
append_in_thread (gpointer data)
{
  return book_append (data, STILE_LEDGER_BOOK, "note", "from the other thread");
}

static void
test_lent_is_locked_for_the_lender (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *id = NULL;
  g_autoptr (GError) reading = NULL;

  stile_ledger_lend (book->ledger);
  g_assert_true (stile_ledger_is_lent (book->ledger));
  g_assert_false (stile_ledger_is_unlocked (book->ledger));
  g_assert_null (stile_ledger_read_all (book->ledger, 0, 0, &reading));
  g_assert_error (reading, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  id = g_thread_join (g_thread_new ("borrower", append_in_thread, book));
  stile_ledger_take_back (book->ledger);
  g_assert_false (stile_ledger_is_lent (book->ledger));
  g_assert_true (stile_ledger_is_unlocked (book->ledger));
  g_assert_nonnull (id);
}

static void
test_append_read_reopen (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "answer", "Zażółć گچ ਪੰਜਾਬੀ 😀 \"\\\n\t");
  g_autofree char *second_id = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const StileEntry *entry;

  book_reopen (book);
  second_id = book_append (book, case_id, "note", "");
  entries = stile_ledger_read_case (book->ledger, case_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->id, ==, id);
  g_assert_cmpstr (entry->case_id, ==, case_id);
  g_assert_cmpstr (entry->kind, ==, "answer");
  g_assert_cmpstr (entry->adviser, ==, BOOK_ADVISER);
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2026-01-31T10:00:00.000Z"));
  g_assert_cmpstr (entry_text (entry), ==, "Zażółć گچ ਪੰਜਾਬੀ 😀 \"\\\n\t");
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 1)), ==, "");
}

static void
test_long_note (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *text = g_strnfill (100000, 'n');
  g_autofree char *id = book_append (book, case_id, "note", text);
  g_autoptr (GPtrArray) entries = stile_ledger_read_case (book->ledger, case_id, NULL);

  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, text);
}

static void
test_read_without_a_kind (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *note = book_append (book, case_id, "note", "seen");
  g_autofree char *read = book_append (book, case_id, "read", "passed over");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = stile_ledger_read_case_without (book->ledger, case_id, "read", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((const StileEntry *) g_ptr_array_index (entries, 0))->id, ==, note);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = stile_ledger_read_case_without (book->ledger, case_id, "answer", NULL);
  g_assert_cmpuint (entries->len, ==, 2);
}

static void
test_append_all_or_nothing (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) good = json_object_node ("{\"text\": \"good\"}");
  g_autoptr (JsonNode) bad = json_object_node ("[1]");
  StileEntryDraft drafts[] = { { case_id, "person", good }, { case_id, "note", bad } };
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_ledger_append_all (book->ledger, drafts, 2, &ids, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_CONTENT);
  g_assert_null (ids);
  g_clear_error (&error);
  g_assert_null (stile_ledger_read_case (book->ledger, case_id, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN);
  g_clear_error (&error);

  drafts[1].content = good;
  g_assert_true (stile_ledger_append_all (book->ledger, drafts, 2, &ids, &error));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  entries = stile_ledger_read_case (book->ledger, case_id, &error);
  g_assert_cmpuint (entries->len, ==, 2);
}

static void
test_content_that_could_not_be_read (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GError) broken_text = NULL, no_number = NULL;

  json_object_set_string_member (json_node_get_object (content), "name", "Jos\xe9");
  g_assert_false (
      stile_ledger_append (book->ledger, case_id, "person", content, NULL, &broken_text));
  g_assert_error (broken_text, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_CONTENT);

  json_object_set_double_member (json_node_get_object (content), "name", 0.0 / 0.0);
  g_assert_false (stile_ledger_append (book->ledger, case_id, "person", content, NULL, &no_number));
  g_assert_error (no_number, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_CONTENT);
}

static void
test_append_needs_a_case (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_ledger_append (book->ledger, "Jane", "note", content, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN);
}

static void
test_read_all_in_pages (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) page = NULL, rest = NULL;
  const StileEntry *last;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *case_id = stile_ledger_new_id ();
      g_autofree char *id = book_append (book, case_id, "person", "x");
    }
  page = stile_ledger_read_all (book->ledger, 0, 3, NULL);
  g_assert_cmpuint (page->len, ==, 3);
  last = g_ptr_array_index (page, 2);
  rest = stile_ledger_read_all (book->ledger, last->seq, 0, NULL);
  g_assert_cmpuint (rest->len, ==, BOOK_N_FIRST + 2);
}

static void
test_ids (void)
{
  g_autofree char *first = stile_ledger_new_id ();
  g_autofree char *second = NULL;

  g_usleep (2000);
  second = stile_ledger_new_id ();
  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpint (first[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", first[19]));
  g_assert_cmpint (strncmp (first, second, 13), <, 0);
}

static void
test_forms (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GBytes) xml = g_bytes_new ("<form\0/>", 8);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, xml);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_put_form (book->ledger, digest, "quick", "1", xml, &error));
  g_assert_true (stile_ledger_put_form (book->ledger, digest, "quick", "1", xml, &error));
  kept = stile_ledger_get_form (book->ledger, digest, &error);
  g_assert_true (g_bytes_equal (kept, xml));
  g_assert_null (stile_ledger_get_form (book->ledger, "0123", &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN);
}

static void
test_changed_form (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *digest = book_put_long_form (book);
  g_autoptr (GError) error = NULL;

  raw_exec (book->path, "UPDATE form SET xml = x'3c666f726d2f3e'");
  g_assert_null (stile_ledger_get_form (book->ledger, digest, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/new-close", test_new_close);
  g_test_add_func ("/ledger/modes", test_modes);
  g_test_add_func ("/ledger/create-refuses-to-replace", test_create_refuses_to_replace);
  g_test_add_func ("/ledger/create-needs-names", test_create_needs_names);
  g_test_add_func ("/ledger/create-in-impossible-place", test_create_in_impossible_place);
  g_test_add_func ("/ledger/open-is-locked", test_open_is_locked);
  g_test_add_func ("/ledger/lock-refuses-everything", test_lock_refuses_everything);
  g_test_add_func ("/ledger/lent-is-locked-for-the-lender", test_lent_is_locked_for_the_lender);
  g_test_add_func ("/ledger/append-read-reopen", test_append_read_reopen);
  g_test_add_func ("/ledger/long-note", test_long_note);
  g_test_add_func ("/ledger/read-without-a-kind", test_read_without_a_kind);
  g_test_add_func ("/ledger/append-all-or-nothing", test_append_all_or_nothing);
  g_test_add_func ("/ledger/content-that-could-not-be-read", test_content_that_could_not_be_read);
  g_test_add_func ("/ledger/append-needs-a-case", test_append_needs_a_case);
  g_test_add_func ("/ledger/read-all-in-pages", test_read_all_in_pages);
  g_test_add_func ("/ledger/ids", test_ids);
  g_test_add_func ("/ledger/forms", test_forms);
  g_test_add_func ("/ledger/changed-form", test_changed_form);
  return g_test_run ();
}
