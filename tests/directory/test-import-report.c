// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "fixture.h"

static StileImportReport *
import_faulty (Fixture *fixture)
{
  return fixture_import (fixture, "feed.json",
                         "[{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\"},"
                         " {\"id\": \"=1+1\", \"name\": \"Say \\\"hello\\\", all\","
                         "  \"status\": \"active\", \"minimum_age\": -4},"
                         " {\"id\": \"＝1\", \"name\": \"Wide\", \"status\": \"active\","
                         "  \"minimum_age\": -4}]");
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  const StileImportLine line = { .source = (char *) "a.json",
                                 .record = 3,
                                 .id = (char *) "7",
                                 .field = (char *) "url",
                                 .what = (char *) "It was left out." };
  const StileImportLine whole = { .source = (char *) "a.json", .what = (char *) "It is empty." };
  g_autofree char *text = stile_import_line_to_text (&line);
  g_autofree char *short_text = stile_import_line_to_text (&whole);

  g_assert_cmpstr (text, ==, "a.json:3: 7: url: It was left out.");
  g_assert_cmpstr (short_text, ==, "a.json: It is empty.");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = import_faulty (fixture);
  g_autofree char *text = stile_import_report_to_text (report);

  g_assert_nonnull (strstr (text, "minimum_age: "));
  g_assert_nonnull (strstr (text, "Services now: 3 (new: 3, gone: 0)\n"));
}

static void
test_kept (void)
{
  const StileImportReport report = { .kept = 2, .cut = TRUE };
  const StileImportReport nothing_kept = { .kept = 0, .cut = TRUE };
  g_autofree char *words = stile_import_report_dup_kept (&report);

  g_assert_null (stile_import_report_dup_kept (&nothing_kept));

  g_assert_cmpstr (words, ==,
                   "Not everything could be read, so 2 services that were not in it stayed.");
}

/* What a feed says must not become a formula in a spreadsheet. */
static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = import_faulty (fixture);
  g_autofree char *csv = stile_import_report_to_csv (report);

  g_assert_true (g_str_has_prefix (csv, "file,record,id,field,what\r\n"));
  g_assert_nonnull (strstr (csv, ",\"2\",\"'=1+1\",\"minimum_age\",\""));
  g_assert_nonnull (strstr (csv, ",\"3\",\"'＝1\",\"minimum_age\",\""));
  g_assert_true (g_str_has_suffix (csv, "\"\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/import-report/line", test_line);
  add_test ("/import-report/text", test_text);
  g_test_add_func ("/import-report/kept", test_kept);
  add_test ("/import-report/csv", test_csv);
  return g_test_run ();
}
