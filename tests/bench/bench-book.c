// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The record book as it grows: 1,000, 10,000 and 100,000 people with a whole interview each, and
 * how each figure grew from size to size. Nothing passes or fails by the clock; a goal stands
 * beside its figure, and what the same costs with a plain file (book-baseline.h). Unlocking is
 * measured without Argon2id, which takes a second for any size. The books lie in memory, and time
 * is that of the processor: our own work, whatever the disk is like and whatever else the computer
 * does. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sqlite3.h>
#include <sys/statvfs.h>

#include "advisers.h"
#include "backup.h"
#include "big-book.h"
#include "book-baseline.h"
#include "cpu-time.h"
#include "followup.h"
#include "summary.h"

#define N_ROUNDS 5
#define GIGABYTE 1e9

static const guint sizes[] = { 1000, 10000, 100000 };

enum
{
  MAKE,
  SIZE,
  UNLOCK,
  FIRST_LISTS,
  FIRST_LISTS_OF_ALL,
  COUNT_PARKED,
  LOCK,
  SIZE_OF_SUMMARY,
  LIST,
  SEARCH,
  LIST_AFTER_ENTRY,
  OPEN_PERSON,
  BACKUP,
  VERIFY,
  REKEY,
  N_FIGURES
};

static const struct
{
  const char *title;
  const char *unit;
  double goal_at_10000; /* 0: none */
  BookBaseline baseline;
} figures[N_FIGURES] = {
  [MAKE] = { "making it", "s" },
  [SIZE] = { "size per person", "kB" },
  [UNLOCK] = { "opening and unlocking, without Argon2id", "ms", 100 },
  [FIRST_LISTS] = { "reading the lists while unlocking, from the summary", "ms", 100,
                    BOOK_BASELINE_NAMES },
  [FIRST_LISTS_OF_ALL] = { "reading the lists from all entries, and keeping a summary", "ms", 0,
                           BOOK_BASELINE_NAMES },
  [COUNT_PARKED] = { "counting who was left alone, the first time", "ms", 50 },
  [LOCK] = { "locking, with a summary to be kept", "ms", 50 },
  [SIZE_OF_SUMMARY] = { "size of the summary per person", "kB" },
  [LIST] = { "People, all of them", "ms", 50, BOOK_BASELINE_NAMES },
  [SEARCH] = { "search, the slowest key press", "ms", 50, BOOK_BASELINE_SEARCH },
  [LIST_AFTER_ENTRY] = { "People after one more entry", "ms", 50, BOOK_BASELINE_NAMES },
  [OPEN_PERSON] = { "opening a person", "ms", 0, BOOK_BASELINE_ROWS },
  [BACKUP] = { "backup, read again and verified, per GB", "s", 0, BOOK_BASELINE_COPY },
  [VERIFY] = { "verifying, per GB", "s", 0, BOOK_BASELINE_HASH },
  [REKEY] = { "new keys, per 100,000 people", "s", 0, BOOK_BASELINE_KEYS },
};

typedef struct
{
  char *path;
  StileCasework *casework;
  char *case_id;
  double values[G_N_ELEMENTS (sizes)][N_FIGURES];
  double times[N_FIGURES]; /* as it was measured, in milliseconds */
} Bench;

typedef void (*Call) (Bench *bench);

static double
measure (Bench *bench, Call call)
{
  double started = stile_get_cpu_time ();

  call (bench);
  return stile_get_cpu_time () - started;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The middle one of a few. */
static double
measure_often (Bench *bench, Call call)
{
  double samples[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    samples[i] = measure (bench, call);
  qsort (samples, N_ROUNDS, sizeof *samples, compare);
  return samples[N_ROUNDS / 2];
}

/* ---- What is measured ---- */

static void
unlock (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger;

  g_clear_pointer (&bench->casework, stile_casework_free);
  ledger = stile_ledger_open (bench->path, &error);
  g_assert_no_error (error);
  bench->casework = stile_casework_new (ledger, &error);
  g_assert_no_error (error);
  stile_ledger_unlock (ledger, BIG_BOOK_ADVISER, BIG_BOOK_PASSPHRASE, &error);
  g_assert_no_error (error);
}

static guint
list_people (Bench *bench, const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = stile_casework_list_people (bench->casework, STILE_PEOPLE_ALL, search, &error);

  g_assert_no_error (error);
  if (rows->len > 0 && !bench->case_id)
    bench->case_id = g_strdup (((StilePersonRow *) g_ptr_array_index (rows, 0))->case_id);
  return rows->len;
}

static void
list_everyone (Bench *bench)
{
  list_people (bench, NULL);
}

/* What the thread does that unlocks; the lists themselves are other figures. */
static void
read_after_unlock (Bench *bench)
{
  stile_casework_forget (bench->casework);
  stile_casework_read_ahead (bench->casework);
}

static void
drop_summary (Bench *bench)
{
  sqlite3 *file = NULL;

  g_assert_cmpint (sqlite3_open (bench->path, &file), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (file, "DELETE FROM summary", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (file);
}

static double
get_bytes_of_summary (Bench *bench)
{
  StileLedger *ledger = stile_casework_get_ledger (bench->casework);
  g_autoptr (StileSummary) people = stile_ledger_load_summary (ledger, "people");
  g_autoptr (StileSummary) parked = stile_ledger_load_summary (ledger, "parked");

  return (double) (people->length + parked->length);
}

static void
count_parked (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = stile_casework_list_parked (bench->casework, &error);

  g_assert_no_error (error);
}

/* Entries of a day or two, so that it is worth it. */
static void
write_contacts (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) content = json_from_string ("{\"how\":\"phone\"}", NULL);
  StileEntryDraft drafts[2000];

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    drafts[i] = (StileEntryDraft){ bench->case_id, "contact", content };
  stile_ledger_append_all (stile_casework_get_ledger (bench->casework), drafts,
                           G_N_ELEMENTS (drafts), NULL, &error);
  g_assert_no_error (error);
  read_after_unlock (bench);
}

static void
lock (Bench *bench)
{
  stile_casework_lock (bench->casework);
}

/* As typed: each press lists again. */
static double
measure_search (Bench *bench)
{
  static const char typed[] = "mina sto";
  double worst = 0;

  for (gsize length = 1; length <= strlen (typed); length++)
    {
      g_autofree char *search = g_strndup (typed, length);
      double started = stile_get_cpu_time ();

      g_assert_cmpuint (list_people (bench, search), >, 0);
      worst = MAX (worst, stile_get_cpu_time () - started);
    }
  return worst;
}

static void
write_and_list (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  stile_casework_record_contact (bench->casework, bench->case_id, "phone", "Called.", &error);
  g_assert_no_error (error);
  list_people (bench, NULL);
}

static void
open_person (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileCase) person_file
      = stile_casework_load_case (bench->casework, bench->case_id, &error);

  g_assert_no_error (error);
}

static void
back_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (bench->path, ".backup", NULL);
  g_autoptr (StileBackup) backup = stile_ledger_backup_to_file (
      stile_casework_get_ledger (bench->casework), path, NULL, &error);

  g_assert_no_error (error);
  g_unlink (path);
}

static void
verify (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedgerReport) report
      = stile_ledger_verify (stile_casework_get_ledger (bench->casework), &error);

  g_assert_no_error (error);
  g_assert_null (report->first_break);
}

static void
rekey (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  stile_ledger_rekey (stile_casework_get_ledger (bench->casework), NULL, NULL, &recovery_key,
                      &error);
  g_assert_no_error (error);
  stile_secret_free (recovery_key);
}

/* ---- One size after the other ---- */

static void
print_figure (const Bench *bench, guint size, guint figure, const double *baselines)
{
  BookBaseline baseline = figures[figure].baseline;

  printf ("book of %u people: %s: %.1f %s", sizes[size], figures[figure].title,
          bench->values[size][figure], figures[figure].unit);
  if (figures[figure].goal_at_10000 > 0 && sizes[size] == 10000)
    printf (" (goal: %.0f)", figures[figure].goal_at_10000);
  if (baseline != BOOK_BASELINE_NONE)
    printf (", %.1f times %s (%.1f ms for this book)",
            bench->times[figure] / baselines[baseline], book_baseline_get_title (baseline),
            baselines[baseline]);
  printf ("\n");
  fflush (stdout);
}

static void
measure_book (Bench *bench)
{
  double *times = bench->times;

  times[UNLOCK] = measure_often (bench, unlock);
  drop_summary (bench);
  times[FIRST_LISTS_OF_ALL] = measure (bench, read_after_unlock);
  times[FIRST_LISTS] = measure_often (bench, read_after_unlock);
  times[SIZE_OF_SUMMARY] = get_bytes_of_summary (bench);
  times[COUNT_PARKED] = measure (bench, count_parked);
  times[LIST] = measure_often (bench, list_everyone);
  times[SEARCH] = measure_search (bench);
  times[LIST_AFTER_ENTRY] = measure_often (bench, write_and_list);
  times[OPEN_PERSON] = measure_often (bench, open_person);
  write_contacts (bench);
  times[LOCK] = measure (bench, lock);
  unlock (bench);
  times[BACKUP] = measure (bench, back_up);
  times[VERIFY] = measure (bench, verify);
  times[REKEY] = measure (bench, rekey);
  g_clear_pointer (&bench->casework, stile_casework_free);
  g_clear_pointer (&bench->case_id, g_free);
}

static double
get_bytes (const Bench *bench)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (bench->path, &status), ==, 0);
  return status.st_size;
}

static void
measure_size (Bench *bench, StileForm *form, guint size)
{
  double *values = bench->values[size];
  double baselines[BOOK_N_BASELINES];
  double bytes, started = stile_get_cpu_time ();

  big_book_make (bench->path, form, sizes[size]);
  values[MAKE] = (stile_get_cpu_time () - started) / 1e3;
  bytes = get_bytes (bench);
  measure_book (bench);
  memcpy (values + UNLOCK, bench->times + UNLOCK, (N_FIGURES - UNLOCK) * sizeof *values);
  values[SIZE] = bytes / sizes[size] / 1e3;
  values[SIZE_OF_SUMMARY] /= sizes[size] * 1e3;
  values[BACKUP] /= 1e3 * bytes / GIGABYTE;
  values[VERIFY] /= 1e3 * bytes / GIGABYTE;
  values[REKEY] *= 1e-3 * 100000 / sizes[size];
  book_baseline_measure (bench->path, sizes[size], baselines);
  for (guint i = 0; i < N_FIGURES; i++)
    print_figure (bench, size, i, baselines);
  g_unlink (bench->path);
}

/* "× 10.2" for ten times the people is growth in proportion. */
static void
print_growth (const Bench *bench, guint n_sizes)
{
  for (guint figure = 0; figure < N_FIGURES; figure++)
    {
      printf ("growth for ten times the people: %s:", figures[figure].title);
      for (guint i = 1; i < n_sizes; i++)
        printf (" × %.1f", bench->values[i][figure] / bench->values[i - 1][figure]);
      printf ("\n");
    }
}

static gboolean
has_room (const char *folder, double bytes)
{
  struct statvfs status;

  return statvfs (folder, &status) == 0
         && (double) status.f_bavail * (double) status.f_frsize > bytes;
}

/* The book, its backup or its copy, and half as much again for the log beside it. */
static gboolean
fits (const Bench *bench, const char *folder, guint size)
{
  double per_person = size > 0 ? bench->values[size - 1][SIZE] * 1e3 : 0;

  return has_room (folder, 2.5 * per_person * sizes[size]);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  const char *place = has_room ("/dev/shm", 1) ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *folder = g_build_filename (place, "stile-bench-XXXXXX", NULL);
  g_autofree char *form_path
      = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  StileForm *form = stile_form_load (form_path, &error);
  guint size = 0;

  g_assert_no_error (error);
  g_assert_nonnull (g_mkdtemp (folder));
  bench.path = g_build_filename (folder, "book.stile", NULL);
  for (; size < G_N_ELEMENTS (sizes) && fits (&bench, folder, size); size++)
    measure_size (&bench, form, size);
  if (size < G_N_ELEMENTS (sizes))
    printf ("book of %u people: there is no room for it in %s\n", sizes[size], place);
  print_growth (&bench, size);

  g_rmdir (folder);
  g_free (bench.path);
  stile_form_unref (form);
  return 0;
}
