// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Published instruments, scored by the real program. Each folder of tests/form/instruments is a
 * form with vectors whose results are published or follow from the published rules by hand. */

#include <stdio.h>
#include <string.h>

#include "stilectl.h"

/* Of each, at least. */
#define FEWEST_VECTORS 6

static const char *const instruments[] = {
  "audit", "audit-c", "core-10",   "gad-7", "k10", "oswestry", "phq-9", "self-sufficiency-matrix",
  "wg-ss", "who-5",   "whodas-12", "wsas",
};

static char *
instruments_folder (void)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "form", "instruments", NULL);
}

static char *
instrument_folder (const char *name)
{
  g_autofree char *folder = instruments_folder ();

  return g_build_filename (folder, name, NULL);
}

/* Neither errors nor warnings. */
static void
test_no_faults (gconstpointer name)
{
  g_autofree char *form = instrument_folder (name);
  g_autoptr (Run) run = run_stilectl (NULL, "check", form, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
}

static void
test_vectors (gconstpointer name)
{
  g_autofree char *form = instrument_folder (name);
  g_autoptr (Run) run = run_stilectl (NULL, "test", form, NULL);
  g_autofree char *wanted = NULL;
  guint passed = 0;

  assert_exit (run, 0);
  /* Nothing but the summary: all hold, and every outcome is reached. */
  g_assert_cmpint (sscanf (run->out, "%*[^:]: %u passed", &passed), ==, 1);
  wanted = g_strdup_printf ("%s: %u passed, 0 failed\n", (const char *) name, passed);
  g_assert_cmpstr (run->out, ==, wanted);
  g_assert_cmpuint (passed, >=, FEWEST_VECTORS);
}

/* A new folder must be named above, so that it cannot be forgotten, nor one go missing unseen. */
static void
test_none_forgotten (void)
{
  g_autofree char *folder = instruments_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
        known = known || strcmp (instruments[i], name) == 0;
      if (strchr (name, '.'))
        continue;
      g_assert_true (known);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (instruments));
}

/* The vectors can fail: one expectation turned wrong is found. */
static void
test_wrong_result_is_found (void)
{
  g_autofree char *audit = instrument_folder ("audit");
  g_autofree char *path = g_build_filename (audit, "form.xml", NULL);
  g_autofree char *xml = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *examples = NULL;
  g_autofree char *example = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *json = NULL;
  char *folder = new_folder ();
  g_autoptr (Run) run = NULL;

  g_assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  parts = g_strsplit (xml, "level=\"zone-2\" from=\"8\"", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  changed = g_strjoinv ("level=\"zone-2\" from=\"9\"", parts);
  copy = write_file (folder, "form.xml", changed, -1);
  examples = g_build_filename (folder, "examples", NULL);
  g_assert_cmpint (g_mkdir_with_parents (examples, 0700), ==, 0);
  example = g_build_filename (audit, "examples", "eight-is-zone-2.json", NULL);
  g_assert_true (g_file_get_contents (example, &json, NULL, NULL));
  g_free (example);
  example = write_file (examples, "eight.json", json, -1);
  run = run_stilectl (NULL, "test", folder, NULL);

  assert_exit (run, 1);
  assert_contains (run->out, "domains[alcohol].level: expected \"zone-2\", got \"zone-1\"\n");
  remove_folder (g_steal_pointer (&examples));
  remove_folder (folder);
}

static void
add_tests (const char *name)
{
  g_autofree char *no_faults = g_strdup_printf ("/instruments/%s/no-faults", name);
  g_autofree char *vectors = g_strdup_printf ("/instruments/%s/vectors", name);

  g_test_add_data_func (no_faults, name, test_no_faults);
  g_test_add_data_func (vectors, name, test_vectors);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instruments/none-forgotten", test_none_forgotten);
  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
    add_tests (instruments[i]);
  g_test_add_func ("/instruments/wrong-result-is-found", test_wrong_result_is_found);

  return g_test_run ();
}
