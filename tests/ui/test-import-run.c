// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/directory/import-run.h"

#define SERVICES "[{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\"}]"

typedef struct
{
  char *folder;
  StileDirectory *directory; /* as the window has it open */
  guint told;
  StileImportReport *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  path = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  fixture->directory = stile_directory_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->report, stile_import_report_free);
  stile_directory_close (fixture->directory);
  fixture_remove_folder (fixture->folder);
}

static void
progress_cb (guint64 bytes, guint64 total, guint records, gpointer data)
{
  ((Fixture *) data)->told++;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Fixture *) data)->report = stile_import_run_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->report != NULL;
}

static void
start (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "services.json", NULL);
  const char *const files[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, SERVICES, -1, NULL));
  stile_import_run_async (stile_directory_get_path (fixture->directory), files, NULL, progress_cb,
                          done_cb, fixture);
}

static guint
count_services (Fixture *fixture)
{
  g_autofree char *imported_at = NULL;
  g_autoptr (GError) error = NULL;
  guint services = 0;

  stile_directory_get_size (fixture->directory, &services, &imported_at, &error);
  g_assert_no_error (error);
  return services;
}

static void
test_imports (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  fixture_wait (is_done, fixture);
  g_assert_cmpuint (fixture->report->services, ==, 1);
  g_assert_cmpuint (fixture->told, >, 0);
}

/* Progress is shown by widgets, which no other thread may touch. */
static void
test_tells_only_in_the_loop (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  while (count_services (fixture) == 0)
    g_usleep (1000);
  g_assert_cmpuint (fixture->told, ==, 0);
  fixture_wait (is_done, fixture);
  g_assert_cmpuint (fixture->told, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import-run/imports", Fixture, NULL, set_up, test_imports, tear_down);
  g_test_add ("/import-run/tells-only-in-the-loop", Fixture, NULL, set_up,
              test_tells_only_in_the_loop, tear_down);
  return g_test_run ();
}
