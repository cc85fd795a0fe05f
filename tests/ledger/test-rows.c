// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

static const char *const kinds[] = { "person", "note", "referral-status", NULL };

static Book *
book_with_views (void)
{
  Book *book = book_new ();
  g_autoptr (GError) error = NULL;

  stile_ledger_define_views (book->ledger, kinds, &error);
  g_assert_no_error (error);
  return book;
}

static StileRows *
query (Book *book, const char *sql, const char *const *params)
{
  g_autoptr (GError) error = NULL;
  StileRows *rows = stile_ledger_query (book->ledger, sql, params, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileRows) rows = query (book, "SELECT 1", NULL);

  g_assert_nonnull (rows);
}

static void
test_view_reads_fields (void)
{
  g_autoptr (Book) book = book_with_views ();
  g_autofree char *ann = stile_ledger_new_id ();
  g_autofree char *ben = stile_ledger_new_id ();
  g_autofree char *first = book_append (book, ann, "person", "Ann");
  g_autofree char *second = book_append (book, ben, "person", "Ben");
  g_autofree char *third = book_append (book, ben, "note", "not a person");
  g_autoptr (StileRows) rows =
      query (book, "SELECT p ->> '$.text', case_id, id, seq FROM person ORDER BY 1 DESC", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_rows_next (rows, &error));
  g_assert_cmpstr (stile_rows_get_text (rows, 0), ==, "Ben");
  g_assert_cmpstr (stile_rows_get_text (rows, 1), ==, ben);
  g_assert_cmpstr (stile_rows_get_text (rows, 2), ==, second);
  g_assert_cmpint (stile_rows_get_int (rows, 3), ==, 3);
  g_assert_true (stile_rows_next (rows, &error));
  g_assert_cmpstr (stile_rows_get_text (rows, 0), ==, "Ann");
  g_assert_false (stile_rows_next (rows, &error));
  g_assert_no_error (error);
}

static void
test_end_stays_the_end (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileRows) rows = query (book, "SELECT 1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_rows_next (rows, &error));
  g_assert_false (stile_rows_next (rows, &error));
  g_assert_false (stile_rows_next (rows, &error));
  g_assert_no_error (error);
}

static void
test_hyphen_is_underscore (void)
{
  g_autoptr (Book) book = book_with_views ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "referral-status", "made");
  g_autoptr (StileRows) rows = query (book, "SELECT p ->> '$.text' FROM referral_status", NULL);

  g_assert_true (stile_rows_next (rows, NULL));
  g_assert_cmpstr (stile_rows_get_text (rows, 0), ==, "made");
}

static void
test_params (void)
{
  static const char *const params[] = { "3", "it's; DROP TABLE entry", NULL };
  g_autoptr (Book) book = book_with_views ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *first = book_append (book, case_id, "note", "it's; DROP TABLE entry");
  g_autofree char *second = book_append (book, case_id, "note", "it's; DROP TABLE entry");
  g_autoptr (StileRows) rows =
      query (book, "SELECT seq FROM note WHERE seq < ?1 AND p ->> '$.text' = ?2", params);

  g_assert_true (stile_rows_next (rows, NULL));
  g_assert_cmpint (stile_rows_get_int (rows, 0), ==, 2);
  g_assert_false (stile_rows_next (rows, NULL));
}

static void
test_types (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileRows) rows = query (book, "SELECT 7, 1.5, NULL, 'x', ?", NULL);

  g_assert_true (stile_rows_next (rows, NULL));
  g_assert_cmpint (stile_rows_get_int (rows, 0), ==, 7);
  g_assert_cmpfloat (stile_rows_get_double (rows, 1), ==, 1.5);
  g_assert_true (stile_rows_is_null (rows, 2));
  g_assert_null (stile_rows_get_text (rows, 2));
  g_assert_false (stile_rows_is_null (rows, 3));
  g_assert_true (stile_rows_is_null (rows, 4));
}

static void
test_erased_is_null (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autoptr (StileRows) rows = NULL;

  raw_exec (book->path, "DELETE FROM case_key; UPDATE entry SET sealed = NULL");
  stile_ledger_define_views (book->ledger, kinds, NULL);
  rows = query (book, "SELECT p FROM note", NULL);
  g_assert_true (stile_rows_next (rows, NULL));
  g_assert_true (stile_rows_is_null (rows, 0));
}

static void
test_missing_key_is_null (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autoptr (StileRows) rows = NULL;

  raw_exec (book->path, "DELETE FROM case_key");
  book_reopen (book);
  stile_ledger_define_views (book->ledger, kinds, NULL);
  rows = query (book, "SELECT p FROM note", NULL);
  g_assert_true (stile_rows_next (rows, NULL));
  g_assert_true (stile_rows_is_null (rows, 0));
}

static void
test_forged_is_an_error (void)
{
  g_autoptr (Book) book = book_with_views ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autoptr (StileRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  raw_flip (book->path, "sealed", 2, 40);
  rows = query (book, "SELECT p FROM note", NULL);
  g_assert_false (stile_rows_next (rows, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
}

static void
test_lock_ends_rows (void)
{
  g_autoptr (Book) book = book_with_views ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *first = book_append (book, case_id, "note", "one");
  g_autofree char *second = book_append (book, case_id, "note", "two");
  g_autoptr (StileRows) rows = query (book, "SELECT p ->> '$.text' FROM note", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_rows_next (rows, NULL));
  stile_ledger_lock (book->ledger);
  g_assert_null (stile_rows_get_text (rows, 0));
  g_assert_true (stile_rows_is_null (rows, 0));
  g_assert_false (stile_rows_next (rows, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static void
test_rows_outlive_the_ledger (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileRows) rows = query (book, "SELECT 1", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  g_assert_false (stile_rows_next (rows, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static void
test_append_while_rows_are_open (void)
{
  g_autoptr (Book) book = book_with_views ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *first = book_append (book, case_id, "note", "one");
  g_autofree char *second = book_append (book, case_id, "note", "two");
  g_autoptr (StileRows) rows = query (book, "SELECT seq FROM note ORDER BY seq", NULL);
  g_autofree char *third = NULL;

  g_assert_true (stile_rows_next (rows, NULL));
  third = book_append (book, case_id, "note", "three");
  g_assert_true (stile_rows_next (rows, NULL));
  g_assert_cmpint (stile_rows_get_int (rows, 0), ==, 3);
}

static const char *const refused[] = {
  "",
  "-- nothing",
  "SELECT",
  "SELECT 1; SELECT 2",
  "SELECT 1; DROP TABLE entry",
  "SELECT nothing_here FROM entry",
  "INSERT INTO form VALUES ('a', 'b', 'c', x'')",
  "DELETE FROM entry",
  "UPDATE entry SET sealed = NULL",
  "WITH x AS (SELECT 1) DELETE FROM entry",
  "DROP TABLE entry",
  "CREATE TEMP TABLE t (a)",
  "ATTACH ':memory:' AS other",
  "DETACH main",
  "PRAGMA user_version = 7",
  "PRAGMA user_version",
  "SELECT * FROM pragma_table_info ('entry')",
  "BEGIN",
  "COMMIT",
  "VACUUM",
  "VACUUM INTO '/tmp/never.db'",
  "EXPLAIN DELETE FROM entry",
  "UPDATE sqlite_master SET sql = ''",
  "SELECT wrapped FROM key_slot",
  "SELECT count(*) FROM case_key",
  "SELECT load_extension ('x')",
};

static void
test_only_select (void)
{
  g_autoptr (Book) book = book_with_views ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StileRows) rows = stile_ledger_query (book->ledger, refused[i], NULL, &error);

      g_test_message ("%s", refused[i]);
      if (rows != NULL)
        g_assert_false (stile_rows_next (rows, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_QUERY);
    }
}

static const char *const allowed[] = {
  "SELECT count(*) FROM entry;\n",
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n",
  "SELECT value FROM json_each ('[1, 2]')",
  "SELECT json_group_array (p ->> '$.text') FROM person",
  "SELECT row_number () OVER (ORDER BY seq), form.digest FROM entry JOIN form ON 1 = 0",
};

static void
test_all_of_select (void)
{
  g_autoptr (Book) book = book_with_views ();

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StileRows) rows = stile_ledger_query (book->ledger, allowed[i], NULL, &error);

      g_assert_no_error (error);
      stile_rows_next (rows, &error);
      g_assert_no_error (error);
    }
}

static void
test_too_many_params (void)
{
  static const char *const params[] = { "1", "2", NULL };
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_ledger_query (book->ledger, "SELECT ?1", params, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_QUERY);
}

static void
test_file_cannot_call_unseal (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autoptr (GError) error = NULL;

  raw_exec (book->path,
            "CREATE VIEW planted AS SELECT unseal (id, case_id, kind, sealed) FROM entry");
  g_assert_null (stile_ledger_query (book->ledger, "SELECT * FROM planted", NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_QUERY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/new-free", test_new_free);
  g_test_add_func ("/rows/view-reads-fields", test_view_reads_fields);
  g_test_add_func ("/rows/end-stays-the-end", test_end_stays_the_end);
  g_test_add_func ("/rows/hyphen-is-underscore", test_hyphen_is_underscore);
  g_test_add_func ("/rows/params", test_params);
  g_test_add_func ("/rows/types", test_types);
  g_test_add_func ("/rows/erased-is-null", test_erased_is_null);
  g_test_add_func ("/rows/missing-key-is-null", test_missing_key_is_null);
  g_test_add_func ("/rows/forged-is-an-error", test_forged_is_an_error);
  g_test_add_func ("/rows/lock-ends-rows", test_lock_ends_rows);
  g_test_add_func ("/rows/rows-outlive-the-ledger", test_rows_outlive_the_ledger);
  g_test_add_func ("/rows/append-while-rows-are-open", test_append_while_rows_are_open);
  g_test_add_func ("/rows/only-select", test_only_select);
  g_test_add_func ("/rows/all-of-select", test_all_of_select);
  g_test_add_func ("/rows/too-many-params", test_too_many_params);
  g_test_add_func ("/rows/file-cannot-call-unseal", test_file_cannot_call_unseal);
  return g_test_run ();
}
