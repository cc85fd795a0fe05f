// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Words of a feed that would not stay in their place on a screen, on paper or in a terminal. */

#include <string.h>

#include "fixture.h"

static void
test_html_is_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"x\", \"name\": \"<b>Debt</b> &amp; money\", \"status\": \"active\","
      " \"description\": \"<p>For  people <u>under</u> 18</p><ul><li>One<li>Two</ul>"
      "<style>p{}</style>5 &lt; 6 &#8211; &pound;2 & more<!-- hidden -->\"}]");
  g_autoptr (StileService) service = fixture_load (fixture, "x");

  g_assert_cmpstr (service->name, ==, "Debt & money");
  g_assert_cmpstr (service->description, ==,
                   "For people under 18\n\n- One\n- Two\n5 < 6 – £2 & more");
}

/* Each of them looks for an end that is not there. */
static void
test_tags_without_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) feed = g_string_new ("[{\"id\": \"x\", \"name\": \"X\","
                                           " \"status\": \"active\", \"description\": \"");
  g_autoptr (StileImportReport) report = NULL;
  g_autoptr (StileService) service = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (feed, "<a");
  g_string_append (feed, "\"}]");
  report = fixture_import (fixture, "feed.json", feed->str);
  service = fixture_load (fixture, "x");
  g_assert_true (g_str_has_prefix (service->description, "<a<a"));
}

/* They would be drawn over the lines above; the tones of Vietnamese stay. */
static void
test_piles_of_accents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) feed = g_string_new ("[{\"id\": \"x\", \"status\": \"active\","
                                           " \"name\": \"Vie\xcc\x82\xcc\xa3t e");
  g_autoptr (StileImportReport) report = NULL;
  g_autoptr (StileService) service = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (feed, "\xcc\x81");
  g_string_append (feed, "\"}]");
  report = fixture_import (fixture, "feed.json", feed->str);
  service = fixture_load (fixture, "x");
  g_assert_cmpstr (service->name, ==,
                   "Vie\xcc\x82\xcc\xa3t e\xcc\x81\xcc\x81\xcc\x81\xcc\x81");
  assert_tells (report, "name", "cannot be shown");
}

/* What a line of the report quotes as it stood there: names of files, headings of columns. */
static void
test_report_has_no_escapes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "evil\033[31m.csv", "id,name,status,\033[31mred,\xe2\x80\xae\na,A,active,x,y\n");
  g_autofree char *text = stile_import_report_to_text (report);

  assert_tells (report, " [31mred", "Nobody knows this column");
  g_assert_null (strchr (text, '\033'));
  g_assert_null (strstr (text, "\xe2\x80\xae"));
}

/* 60 letters of three bytes each, not 60 bytes. */
static void
test_quotes_end_at_a_letter (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "status", "postal_code", "phones" };
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *feed = NULL;
  g_autoptr (StileImportReport) report = NULL;

  for (guint i = 0; i < 70; i++)
    g_string_append (word, "अ");
  feed = g_strdup_printf ("[{\"id\": \"x\", \"name\": \"X\", \"status\": \"%s\","
                          " \"phones\": [{\"number\": \"%s\"}],"
                          " \"locations\": [{\"addresses\": [{\"postal_code\": \"%s\"}]}]}]",
                          word->str, word->str, word->str);
  report = fixture_import (fixture, "feed.json", feed);
  g_string_truncate (word, 60 * strlen ("अ"));
  g_string_append (word, "…”");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    assert_tells (report, fields[i], word->str);
}

static void
test_no_direction_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "feed.json",
                      "[{\"id\": \"x\", \"name\": \"X\\u202e\\u0007 Y\", \"status\": \"active\"}]");
  g_autoptr (StileService) service = fixture_load (fixture, "x");

  g_assert_cmpstr (service->name, ==, "X Y");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/import-text/html-is-text", test_html_is_text);
  add_test ("/import-text/tags-without-end", test_tags_without_end);
  add_test ("/import-text/piles-of-accents", test_piles_of_accents);
  add_test ("/import-text/report-has-no-escapes", test_report_has_no_escapes);
  add_test ("/import-text/quotes-end-at-a-letter", test_quotes_end_at_a_letter);
  add_test ("/import-text/no-direction-marks", test_no_direction_marks);
  return g_test_run ();
}
