// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* One answer to a committed entry, against the same row inserted with plain SQLite, WAL and
 * synchronous=FULL, in the same folder. Ours is JSON, sealed, chained and indexed besides. */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "casework.h"
#include "random-answers.h"
#include "timing.h"

#define COLUMNS "id, case_id, kind, at, station, station_seq, adviser, sealed, digest, chain"
#define N_COLUMNS 10

typedef struct
{
  StileCasework *casework;
  StileForm *form;
  const StileQuestion *question;
  GPtrArray *answers; /* in turn: the same answer again is no entry */
  guint next;
  char *case_id;
  char *assessment_id;
  sqlite3 *plain;
  sqlite3_stmt *insert;
} Bench;

static void
save_answer (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  const StileAnswer *answer
    = g_ptr_array_index (bench->answers, bench->next++ % bench->answers->len);

  stile_casework_save_answer (bench->casework, bench->case_id, bench->assessment_id,
                              bench->question, answer, &error);
  g_assert_no_error (error);
}

static void
insert_row (gpointer data)
{
  Bench *bench = data;

  g_assert_cmpint (sqlite3_step (bench->insert), ==, SQLITE_DONE);
  sqlite3_reset (bench->insert);
}

static void
execute (sqlite3 *database, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* Binds the newest row of the book to the plain insert. */
static void
bind_newest_row (Bench *bench, const char *book_path)
{
  sqlite3 *book;
  sqlite3_stmt *newest;

  g_assert_cmpint (sqlite3_open_v2 (book_path, &book, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (book,
                                       "SELECT " COLUMNS " FROM entry ORDER BY seq DESC LIMIT 1",
                                       -1, &newest, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (newest), ==, SQLITE_ROW);
  for (int i = 0; i < N_COLUMNS; i++)
    sqlite3_bind_value (bench->insert, i + 1, sqlite3_column_value (newest, i));
  sqlite3_finalize (newest);
  sqlite3_close (book);
}

static void
open_book (Bench *bench, const char *path)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { .name = (char *) "A person", .language = (char *) "en" };
  char *recovery_key;
  StileLedger *ledger = stile_ledger_create (path, "Bench", "Adviser", "long enough",
                                             STILE_KEY_COST_MIN, &recovery_key, &error);

  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  bench->casework = stile_casework_new (ledger, &error);
  g_assert_no_error (error);
  stile_casework_open_case (bench->casework, &person, &bench->case_id, &error);
  g_assert_no_error (error);
  stile_casework_record_consent (bench->casework, bench->case_id, TRUE, "Yes.", &error);
  g_assert_no_error (error);
  stile_casework_start_assessment (bench->casework, bench->case_id, bench->form, "en",
                                   &bench->assessment_id, &error);
  g_assert_no_error (error);
}

static void
open_plain (Bench *bench, const char *path)
{
  g_assert_cmpint (sqlite3_open (path, &bench->plain), ==, SQLITE_OK);
  execute (bench->plain, "PRAGMA journal_mode = WAL");
  execute (bench->plain, "PRAGMA synchronous = FULL");
  execute (bench->plain, "CREATE TABLE entry (seq INTEGER PRIMARY KEY, " COLUMNS ")");
  g_assert_cmpint (sqlite3_prepare_v2 (bench->plain,
                                       "INSERT INTO entry (" COLUMNS ")"
                                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                       -1, &bench->insert, NULL),
                   ==, SQLITE_OK);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  g_autofree char *form_path
    = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  /* Not in /tmp, which may be no disk at all. */
  g_autofree char *folder
    = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "bench-commit-XXXXXX", NULL);
  g_autofree char *book = NULL, *plain = NULL;

  g_assert_nonnull (g_mkdtemp (folder));
  book = g_build_filename (folder, "book.stile", NULL);
  plain = g_build_filename (folder, "plain.sqlite", NULL);
  bench.form = stile_form_load (form_path, &error);
  g_assert_no_error (error);
  bench.question = &bench.form->questions[0];
  bench.answers = stile_list_answers (bench.question);

  open_book (&bench, book);
  open_plain (&bench, plain);
  save_answer (&bench);
  bind_newest_row (&bench, book);
  stile_bench_compare ("one answer to committed state", save_answer,
                       "plain SQLite inserting the same row", insert_row, &bench, 1000, 1);

  sqlite3_finalize (bench.insert);
  sqlite3_close (bench.plain);
  stile_casework_free (bench.casework);
  g_ptr_array_unref (bench.answers);
  stile_form_unref (bench.form);
  g_free (bench.case_id);
  g_free (bench.assessment_id);
  remove_folder (folder);
  return 0;
}
