// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book-baseline.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include "cpu-time.h"

#define BLOCK_BYTES 65536
#define N_ROUNDS 5

const char *
book_baseline_get_title (BookBaseline baseline)
{
  static const char *const titles[BOOK_N_BASELINES] = {
    [BOOK_BASELINE_NAMES] = "plain SQLite with names that are not sealed",
    [BOOK_BASELINE_SEARCH] = "LIKE in plain SQLite",
    [BOOK_BASELINE_ROWS] = "reading the sealed rows",
    [BOOK_BASELINE_COPY] = "copying the file",
    [BOOK_BASELINE_HASH] = "BLAKE2b over the file",
    [BOOK_BASELINE_KEYS] = "changing every key's row in plain SQLite",
  };

  return titles[baseline];
}

/* Also gives back how many rows there were. */
static guint
run (sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement;
  guint n_rows = 0;
  int state;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while ((state = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
      n_rows++;
    }
  g_assert_cmpint (state, ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  return n_rows;
}

static double
measure (sqlite3 *database, const char *sql)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double started = stile_get_cpu_time ();

      g_assert_cmpuint (run (database, sql), >, 0);
      best = MIN (best, stile_get_cpu_time () - started);
    }
  return best;
}

static void
measure_names (guint n_people, double values[BOOK_N_BASELINES])
{
  g_autofree char *fill = g_strdup_printf (
      "INSERT INTO person SELECT 'id-' || value, 'Mina Storey ' || value, 'R-' || value, value"
      " FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n"
      " WHERE value < %u) SELECT value FROM n)",
      n_people);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (":memory:", &database), ==, SQLITE_OK);
  run (database, "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, reference TEXT, seq INT)");
  run (database, fill);
  values[BOOK_BASELINE_NAMES]
      = measure (database, "SELECT id, name, reference FROM person ORDER BY seq DESC");
  values[BOOK_BASELINE_SEARCH]
      = measure (database, "SELECT id, name, reference FROM person WHERE name LIKE '%mina%'"
                           " AND name LIKE '%sto%' ORDER BY seq DESC");
  sqlite3_close (database);
}

static void
measure_rows (const char *path, double values[BOOK_N_BASELINES])
{
  double started;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  values[BOOK_BASELINE_ROWS]
      = measure (database, "SELECT id, kind, at, adviser, sealed FROM entry"
                           " WHERE case_id = (SELECT max (case_id) FROM entry"
                           " WHERE case_id <> 'book')");
  started = stile_get_cpu_time ();
  run (database, "UPDATE case_key SET wrapped = randomblob (72)");
  values[BOOK_BASELINE_KEYS] = stile_get_cpu_time () - started;
  sqlite3_close (database);
}

static void
read_file (const char *path, int copy, crypto_generichash_state *hash)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
  guint8 block[BLOCK_BYTES];
  ssize_t length;

  g_assert_cmpint (file, >=, 0);
  while ((length = read (file, block, sizeof block)) > 0)
    {
      if (copy >= 0)
        g_assert_cmpint (write (copy, block, (size_t) length), ==, length);
      else
        crypto_generichash_update (hash, block, (unsigned long long) length);
    }
  g_assert_cmpint (length, ==, 0);
  close (file);
}

static void
measure_bytes (const char *path, double values[BOOK_N_BASELINES])
{
  g_autofree char *copied = g_strconcat (path, ".copy", NULL);
  int copy = g_open (copied, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  double started = stile_get_cpu_time ();
  crypto_generichash_state hash;
  guint8 digest[crypto_generichash_BYTES];

  g_assert_cmpint (copy, >=, 0);
  read_file (path, copy, NULL);
  values[BOOK_BASELINE_COPY] = stile_get_cpu_time () - started;
  close (copy);
  g_unlink (copied);

  started = stile_get_cpu_time ();
  crypto_generichash_init (&hash, NULL, 0, sizeof digest);
  read_file (path, -1, &hash);
  crypto_generichash_final (&hash, digest, sizeof digest);
  values[BOOK_BASELINE_HASH] = stile_get_cpu_time () - started;
}

void
book_baseline_measure (const char *path, guint n_people, double values[BOOK_N_BASELINES])
{
  measure_names (n_people, values);
  measure_bytes (path, values);
  measure_rows (path, values);
}
