// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reading and checking a form, against the parsing of its XML and the compiling of its conditions
 * alone. */

#include "big-form.h"
#include "form.h"
#include "timing.h"
#include "xpath-baseline.h"

#define BASELINE "libxml2 parsing it and compiling its conditions"

static void
load (gpointer data)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (data, faults);

  g_assert_nonnull (form);
}

static void
parse_and_compile (gpointer data)
{
  stile_xpath_baseline_load (data);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) small = NULL;
  g_autofree char *path
    = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  char *xml;
  gsize length;

  g_file_get_contents (path, &xml, &length, &error);
  g_assert_no_error (error);
  small = g_bytes_new_take (xml, length);

  stile_bench_compare ("load of quick-needs", load, BASELINE, parse_and_compile, small, 200, 1);
  for (guint n = 100; n <= 10000; n *= 10)
    {
      g_autoptr (GBytes) big = stile_big_form_new (n);
      g_autofree char *title = g_strdup_printf ("load of a form of %u questions", n);

      stile_bench_compare (title, load, BASELINE, parse_and_compile, big,
                           MAX (11, 20000 / n), 1);
    }
  return 0;
}
