// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The record book as it grows: 1,000, 10,000 and 100,000 people with a whole interview each, and
 * how each figure grew from size to size. Nothing passes or fails by the clock; a goal stands
 * beside its figure. Unlocking is measured without Argon2id, which takes a second for any size. The
 * books lie in memory, and time is that of the processor: our own work, whatever the disk is like
 * and whatever else the computer does. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>

#include "advisers.h"
#include "big-book.h"

#define N_ROUNDS 5
#define GIGABYTE 1e9

static const guint sizes[] = { 1000, 10000, 100000 };

enum
{
  MAKE,
  SIZE,
  UNLOCK,
  FIRST_LIST,
  LIST,
  SEARCH,
  LIST_AFTER_ENTRY,
  OPEN_PERSON,
  VERIFY,
  REKEY,
  N_FIGURES
};

static const struct
{
  const char *title;
  const char *unit;
  double goal_at_10000; /* 0: none */
} figures[N_FIGURES] = {
  [MAKE] = { "making it", "s" },
  [SIZE] = { "size per person", "kB" },
  [UNLOCK] = { "opening and unlocking, without Argon2id", "ms", 100 },
  [FIRST_LIST] = { "People for the first time after unlocking", "ms" },
  [LIST] = { "People, all of them", "ms", 50 },
  [SEARCH] = { "search, the slowest key press", "ms", 50 },
  [LIST_AFTER_ENTRY] = { "People after one more entry", "ms", 50 },
  [OPEN_PERSON] = { "opening a person", "ms" },
  [VERIFY] = { "verifying, per GB", "s" },
  [REKEY] = { "new keys, per 100,000 people", "s" },
};

typedef struct
{
  char *path;
  StileCasework *casework;
  char *case_id;
  double values[G_N_ELEMENTS (sizes)][N_FIGURES];
} Bench;

typedef void (*Call) (Bench *bench);

/* In microseconds. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
measure (Bench *bench, Call call)
{
  gint64 started = get_cpu_time ();

  call (bench);
  return (get_cpu_time () - started) / 1e3;
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

static void
list_after_unlock (Bench *bench)
{
  stile_casework_forget (bench->casework);
  list_people (bench, NULL);
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
      gint64 started = get_cpu_time ();

      g_assert_cmpuint (list_people (bench, search), >, 0);
      worst = MAX (worst, (get_cpu_time () - started) / 1e3);
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
print_figure (guint size, guint figure, const double *values)
{
  printf ("book of %u people: %s: %.1f %s", sizes[size], figures[figure].title, values[figure],
          figures[figure].unit);
  if (figures[figure].goal_at_10000 > 0 && sizes[size] == 10000)
    printf (" (goal: %.0f)", figures[figure].goal_at_10000);
  printf ("\n");
  fflush (stdout);
}

static void
measure_size (Bench *bench, StileForm *form, guint size)
{
  double *values = bench->values[size];
  double bytes;
  GStatBuf status;
  gint64 started = get_cpu_time ();

  big_book_make (bench->path, form, sizes[size]);
  values[MAKE] = (get_cpu_time () - started) / 1e6;
  g_assert_cmpint (g_stat (bench->path, &status), ==, 0);
  bytes = status.st_size;
  values[SIZE] = bytes / sizes[size] / 1e3;

  values[UNLOCK] = measure_often (bench, unlock);
  values[FIRST_LIST] = measure (bench, list_after_unlock);
  values[LIST] = measure_often (bench, list_everyone);
  values[SEARCH] = measure_search (bench);
  values[LIST_AFTER_ENTRY] = measure_often (bench, write_and_list);
  values[OPEN_PERSON] = measure_often (bench, open_person);
  values[VERIFY] = measure (bench, verify) / 1e3 / (bytes / GIGABYTE);
  values[REKEY] = measure (bench, rekey) / 1e3 * 100000 / sizes[size];
  for (guint i = 0; i < N_FIGURES; i++)
    print_figure (size, i, values);

  g_clear_pointer (&bench->casework, stile_casework_free);
  g_clear_pointer (&bench->case_id, g_free);
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

/* Half as much again for the log beside the book. */
static gboolean
fits (const Bench *bench, const char *folder, guint size)
{
  double per_person = size > 0 ? bench->values[size - 1][SIZE] * 1e3 : 0;

  return has_room (folder, 1.5 * per_person * sizes[size]);
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
