// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reading and checking a form, against the parsing of its XML and the compiling of its conditions
 * alone: libxml2's tree and XPath, nothing checked, no sums of points, nothing kept. The digest of
 * the file is worked out when somebody asks for it, so it has a line of its own. */

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
load_with_digest (gpointer data)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (data, faults);

  g_assert_nonnull (stile_form_get_digest (form));
}

static void
parse_and_compile (gpointer data)
{
  stile_xpath_baseline_load (data);
}

static void
compare (const char *what, GBytes *xml, guint rounds)
{
  g_autofree char *title = g_strdup_printf ("load of %s", what);
  g_autofree char *full = g_strdup_printf ("load of %s with its digest", what);

  stile_bench_compare (title, load, BASELINE, parse_and_compile, xml, rounds, 1);
  stile_bench_compare (full, load_with_digest, BASELINE, parse_and_compile, xml, rounds, 1);
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

  compare ("quick-needs", small, 200);
  for (guint n = 100; n <= 10000; n *= 10)
    {
      g_autoptr (GBytes) big = stile_big_form_new (n);
      g_autofree char *what = g_strdup_printf ("a form of %u questions", n);

      compare (what, big, MAX (11, 20000 / n));
    }
  return 0;
}
