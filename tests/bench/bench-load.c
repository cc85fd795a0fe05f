// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reading and checking a form, against the parsing of its XML and the compiling of its conditions
 * alone: libxml2's tree and XPath, nothing checked, no sums of points, nothing kept. The digest of
 * the file is worked out when somebody asks for it, so it has a line of its own. */

#include "big-form.h"
#include "form-translate.h"
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

/* ---- In many languages ---- */

typedef struct
{
  GBytes *one;
  GBytes *many;
} Languages;

static void
load_one (gpointer data)
{
  load (((Languages *) data)->one);
}

static void
load_many (gpointer data)
{
  load (((Languages *) data)->many);
}

static StileForm *
parse (GBytes *xml)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form = stile_form_parse (xml, faults);

  g_assert_nonnull (form);
  return form;
}

/* The form with one more language, which says the same in the same words. */
static GBytes *
add_language (GBytes *xml, const char *tag)
{
  g_autoptr (StileForm) form = parse (xml);
  g_autoptr (GBytes) template = stile_form_make_template (form);
  g_autofree char *text = g_strndup (g_bytes_get_data (template, NULL),
                                     g_bytes_get_size (template));
  g_autoptr (GRegex) message = g_regex_new ("msgid (\".+\")\nmsgstr \"\"", 0, 0, NULL);
  g_autofree char *filled = g_regex_replace (message, text, -1, 0, "msgid \\1\nmsgstr \\1", 0,
                                             NULL);
  g_autofree char *language = g_strdup_printf ("Language: %s", tag);
  g_auto (GStrv) parts = g_strsplit (filled, "Language: ", 2);
  g_autofree char *named = g_strjoinv (language, parts);
  g_autoptr (GBytes) po = g_bytes_new (named, strlen (named));
  g_autoptr (StilePoFile) catalogue = stile_po_file_parse (po, tag, NULL);

  g_assert_nonnull (catalogue);
  return stile_form_translate (form, catalogue, NULL, NULL);
}

static void
compare_languages (const char *id, guint n_languages, guint rounds)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "assessment-forms", id,
                                                 "form.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = stile_form_read (path, &error);
  g_autoptr (GBytes) many = NULL;
  Languages languages;
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  many = g_bytes_ref (one);
  for (guint i = 1; i < n_languages; i++)
    {
      g_autoptr (GBytes) before = many;
      const char tag[] = { 'q', 'a' + i, '\0' };

      many = add_language (before, tag);
    }
  languages = (Languages) { one, many };
  title = g_strdup_printf ("load of %s in %u languages, %" G_GSIZE_FORMAT " kB", id, n_languages,
                           g_bytes_get_size (many) / 1000);
  stile_bench_compare (title, load_many, "it in one language", load_one, &languages, rounds, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) small = NULL;
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "assessment-forms", "quick-needs", "form.xml",
                                NULL);
  small = stile_form_read (path, &error);
  g_assert_no_error (error);

  compare ("quick-needs", small, 200);
  compare_languages ("quick-needs", 13, 100);
  compare_languages ("early-needs", 7, 50);
  for (guint n = 100; n <= 10000; n *= 10)
    {
      g_autoptr (GBytes) big = stile_big_form_new (n);
      g_autofree char *what = g_strdup_printf ("a form of %u questions", n);

      compare (what, big, MAX (11, 20000 / n));
    }
  return 0;
}
