// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A directory of 5,000 made-up services: reading it, searching at every key press, and matching 25
 * referrals of a real form; beside bare FTS5 over the same words, and bare json-glib over the same
 * bytes. */

#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "form-library.h"
#include "made-up-services.h"
#include "service-match.h"
#include "timing.h"

#define N_SERVICES 5000
#define N_REFERRALS 25

typedef struct
{
  char *folder;
  char *feed; /* its path */
  char *text;
  StileDirectory *directory;
  sqlite3 *bare;
  sqlite3_stmt *bare_search;
  GPtrArray *forms;
  const StileReferralRule *rules[N_REFERRALS];
} Bench;

/* ---- Reading ---- */

static void
import (gpointer data)
{
  Bench *bench = data;
  const char *const paths[] = { bench->feed, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StileImportReport) report =
      stile_directory_import (bench->directory, paths, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->services, ==, N_SERVICES);
}

static void
parse (gpointer data)
{
  Bench *bench = data;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, bench->text, -1, NULL));
}

/* ---- Searching ---- */

/* What is in the field after each key press. */
static const char *const typed[] = {
  "h", "ho", "hou", "hous", "housi", "housin", "housing", "housing a", "housing ad", "housing adv"
};
static const char *const typed_for_fts5[] = { "\"h\"*",
                                              "\"ho\"*",
                                              "\"hou\"*",
                                              "\"hous\"*",
                                              "\"housi\"*",
                                              "\"housin\"*",
                                              "\"housing\"*",
                                              "\"housing\"* \"a\"*",
                                              "\"housing\"* \"ad\"*",
                                              "\"housing\"* \"adv\"*" };

static void
search (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const StileDirectoryFilter filter = { .search = typed[i], .most = 50 };
      g_autoptr (GPtrArray) rows = stile_directory_list (bench->directory, &filter, NULL);

      g_assert_cmpuint (rows->len, >, 0);
    }
}

static guint
ask_fts5 (Bench *bench, const char *question)
{
  guint rows = 0;

  sqlite3_bind_text (bench->bare_search, 1, question, -1, SQLITE_STATIC);
  while (sqlite3_step (bench->bare_search) == SQLITE_ROW)
    rows++;
  sqlite3_reset (bench->bare_search);
  return rows;
}

static void
search_bare (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_for_fts5); i++)
    g_assert_cmpuint (ask_fts5 (data, typed_for_fts5[i]), >, 0);
}

/* ---- Matching ---- */

static void
match (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < N_REFERRALS; i++)
    {
      StileServiceWish wishes[16];
      StileMatchQuery query = {
        .wishes = wishes, .language = "pl", .age = 34, .postcode = "QC4", .most = 10
      };
      g_autoptr (GPtrArray) matches = NULL;

      for (; query.n_wishes < bench->rules[i]->n_services; query.n_wishes++)
        {
          const StileServiceHint *hint = &bench->rules[i]->services[query.n_wishes];

          wishes[query.n_wishes] = (StileServiceWish){ .vocabulary = hint->taxonomy,
                                                       .term = hint->term,
                                                       .keyword = hint->keyword };
        }
      matches = stile_directory_match (bench->directory, &query, NULL);
      g_assert_cmpuint (matches->len, >, 0);
    }
}

/* One question a keyword, and nothing but the ten best by its own rank. */
static void
match_bare (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < N_REFERRALS; i++)
    for (guint j = 0; j < bench->rules[i]->n_services; j++)
      if (bench->rules[i]->services[j].keyword)
        {
          g_autofree char *question =
              g_strdup_printf ("\"%s\"", bench->rules[i]->services[j].keyword);

          ask_fts5 (bench, question);
        }
}

/* ---- The whole ---- */

static void
find_rules (Bench *bench)
{
  const StileForm *form = NULL;

  bench->forms = stile_form_library_load (stile_form_library_get_folder (), NULL);
  for (guint i = 0; i < bench->forms->len; i++)
    if (strcmp (((const StileForm *) bench->forms->pdata[i])->id, "early-needs") == 0)
      form = bench->forms->pdata[i];
  g_assert_nonnull (form);
  g_assert_cmpuint (form->n_referrals, >=, N_REFERRALS);
  for (guint i = 0; i < N_REFERRALS; i++)
    bench->rules[i] = &form->referrals[i];
}

static void
open_bare (Bench *bench, const char *path)
{
  g_assert_cmpint (sqlite3_open (path, &bench->bare), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (bench->bare,
                                       "SELECT rowid, name FROM word WHERE word MATCH ?"
                                       " ORDER BY rank LIMIT 50",
                                       -1, &bench->bare_search, NULL),
                   ==, SQLITE_OK);
}

static void
print_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("peak memory after one import: %.1f MB, %.2f times the 150 MB that are allowed\n",
          (double) usage.ru_maxrss / 1024, (double) usage.ru_maxrss / 1024 / 150);
}

int
main (void)
{
  Bench bench = { .folder = g_dir_make_tmp ("stile-bench-XXXXXX", NULL) };
  g_autofree char *path = g_build_filename (bench.folder, "directory.sqlite", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (bench.folder);

  bench.feed = g_build_filename (bench.folder, "feed.json", NULL);
  bench.text = stile_made_up_services (N_SERVICES);
  g_assert_true (g_file_set_contents (bench.feed, bench.text, -1, NULL));
  bench.directory = stile_directory_open (path, NULL);
  g_assert_nonnull (bench.directory);
  import (&bench);
  print_memory ();
  open_bare (&bench, path);
  find_rules (&bench);

  stile_bench_compare ("import of 5,000 services again", import, "json-glib alone", parse, &bench,
                       3, 1);
  stile_bench_compare ("search, ten key presses", search, "FTS5 alone", search_bare, &bench, 21, 1);
  stile_bench_compare ("match of 25 referrals", match, "FTS5 alone, keywords only", match_bare,
                       &bench, 21, 1);

  sqlite3_finalize (bench.bare_search);
  sqlite3_close (bench.bare);
  stile_directory_close (bench.directory);
  g_ptr_array_unref (bench.forms);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "feed.json", "directory.sqlite", "directory.sqlite-wal",
                                           "directory.sqlite-shm" };
      g_autoptr (GFile) file = g_file_get_child (folder, names[i]);

      g_file_delete (file, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
  g_free (bench.feed);
  g_free (bench.text);
  g_free (bench.folder);
  return 0;
}
