// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Feeds that are broken, foreign, or meant to do harm. */

#include <math.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include "fixture.h"

#define A "{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\"}"
#define B "{\"id\": \"b\", \"name\": \"B\", \"status\": \"active\"}"

/* ---- Records that spoil no other ---- */

typedef struct
{
  const char *name;
  const char *feed;
  const char *services; /* what is in the directory then */
  const char *says;     /* of the record, or of the file */
  gboolean cut;
} Breakage;

static const Breakage breakages[] = {
  { "not-json", "[" A ", {\"id\": oops}, " B "]", "A, B", "is not JSON", FALSE },
  { "not-an-object", "[" A ", 7, \"x\", [1], null, " B "]", "A, B", "This is no record", FALSE },
  { "no-name", "[{\"id\": \"x\", \"status\": \"active\"}, " B "]", "B", "no name", FALSE },
  { "empty-name", "[{\"id\": \"x\", \"name\": \" \", \"status\": \"active\"}, " B "]", "B",
    "no name", FALSE },
  { "name-nobody-sees",
    "[{\"id\": \"x\", \"name\": \"\xe2\x80\x8b\xe2\x80\x8d\", \"status\": \"active\"}, " B "]",
    "B", "no name", FALSE },
  { "no-service", "[{\"id\": \"x\", \"name\": \"A term\"}, " B "]", "B", "no service", FALSE },
  { "id-twice", "[" A ", {\"id\": \"a\", \"name\": \"Other\", \"status\": \"active\"}, " B "]",
    "A, B", "used twice, by “A” and by “Other”", FALSE },
  { "cut-in-record", "[" A ", " B ", {\"id\": \"c\", \"name\": \"C", "A, B", "breaks off", TRUE },
  { "cut-between", "{\"contents\": [" A ", " B ", ", "A, B", "breaks off", TRUE },
  { "cut-after-list", "{\"contents\": [" A ", " B "]", "A, B", "breaks off", TRUE },
  { "open-quote", "[\n  {\n    \"id\": \"x,\n    \"name\": \"X\"\n  },\n  " A ",\n  " B "\n]",
    "A, B", "do not match", FALSE },
  { "open-bracket", "[\n  {\"id\": \"x\", \"phones\": [{\n  " A ",\n  " B "\n]", "A, B",
    "do not match", FALSE },
  { "extra-bracket", "[" A "}, " B "]", "A, B", "do not match", TRUE },
  { "after-the-end", "[" A "] and " B, "A, B", "do not match", TRUE },
};

static gboolean
tells_anywhere (const StileImportReport *report, const char *words)
{
  for (guint i = 0; i < report->lines->len; i++)
    if (strstr (((StileImportLine *) report->lines->pdata[i])->what, words))
      return TRUE;
  return FALSE;
}

static void
test_breakage (Fixture *fixture, gconstpointer data)
{
  const Breakage *breakage = data;
  g_autoptr (StileImportReport) report = fixture_import (fixture, "feed.json", breakage->feed);

  assert_list (fixture, NULL, breakage->services);
  g_assert_true (tells_anywhere (report, breakage->says));
  g_assert_cmpint (report->cut, ==, breakage->cut);
}

/* ---- Fields ---- */

typedef struct
{
  const char *name;
  const char *fields; /* of a service */
  const char *field;  /* that the report names */
  const char *says;
} Repair;

static const Repair repairs[] = {
  { "html", "\"description\": \"<p>Free &amp; open</p><script>x()</script>\"", "description",
    "HTML" },
  { "far-future", "\"last_modified\": \"2999-01-01\"", "last_modified", "has not come yet" },
  { "no-day", "\"last_modified\": \"2026-02-30\"", "last_modified", "is no day" },
  { "above-maximum", "\"capacities\": [{\"available\": 12, \"maximum\": 10}]", "capacities",
    "12 of at most 10" },
  { "ages", "\"minimum_age\": 60, \"maximum_age\": 18", "maximum_age", "Both were left out" },
  { "negative-age", "\"minimum_age\": -4", "minimum_age", "cannot be" },
  { "age-in-words", "\"minimum_age\": \"young\"", "minimum_age", "is no number" },
  { "latitude", "\"locations\": [{\"latitude\": 100, \"longitude\": 1}]", "latitude", "cannot be" },
  { "nowhere", "\"locations\": [{\"latitude\": 0, \"longitude\": 0}]", "latitude", "in the sea" },
  { "postcode", "\"locations\": [{\"addresses\": [{\"postal_code\": \"ABC 1234\"}]}]",
    "postal_code", "no postcode" },
  { "e-mail", "\"email\": \"ann-example_org\"", "email", "no e-mail address" },
  { "url", "\"url\": \"javascript:alert(1)\"", "url", "no web address" },
  { "url-without-scheme", "\"url\": \"example.org/help\"", "url", "https://" },
  { "phone", "\"phones\": [{\"number\": \"ask\"}]", "phones", "no phone number" },
  { "language", "\"languages\": [{\"id\": \"1\"}]", "languages", "neither code nor name" },
  { "list-for-text", "\"description\": [\"x\"]", "description", "a list where words belong" },
  { "text-for-list", "\"phones\": \"01632 960001\"", "phones", "no list" },
  { "escape", "\"description\": \"\\u001b[31mred\"", "description", "cannot be shown" },
  { "direction", "\"description\": \"a\\u202egnp.exe\"", "description", "cannot be shown" },
  { "escape-in-number", "\"minimum_age\": \"\\u001b[31m\"", "minimum_age", "“ [31m”" },
  { "surrogate", "\"description\": \"half \\ud800 of it\"", NULL, "halves of letters" },
};

static void
test_repair (Fixture *fixture, gconstpointer data)
{
  const Repair *repair = data;
  g_autofree char *feed = g_strdup_printf (
      "[{\"id\": \"x\", \"name\": \"X\", \"status\": \"active\", %s}]", repair->fields);
  g_autoptr (StileImportReport) report = fixture_import (fixture, "feed.json", feed);

  g_assert_cmpuint (report->services, ==, 1);
  assert_tells (report, repair->field, repair->says);
}

static void
test_far_future_is_not_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "feed.json",
                      "[{\"id\": \"x\", \"name\": \"X\", \"status\": \"active\", "
                      "\"last_modified\": \"2999-01-01\"}]");
  g_autoptr (StileService) service = fixture_load (fixture, "x");

  g_assert_null (service->updated);
}

/* ---- Encodings ---- */

#define WELSH "[{\"id\": \"x\", \"name\": \"Tŷ Café\", \"status\": \"active\"}]"

static void
test_encoding (Fixture *fixture, gconstpointer data)
{
  const char *charset = data;
  gboolean is_utf_8 = strcmp (charset, "UTF-8") == 0;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (StileImportReport) report = NULL;
  g_autofree char *converted = NULL;
  gsize length;

  converted = g_convert ("\xef\xbb\xbf" WELSH, -1, charset, "UTF-8", NULL, &length, NULL);
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
  report = fixture_import_bytes (fixture, "feed.json", (const char *) bytes->data, bytes->len);
  assert_list (fixture, "cafe", "Tŷ Café");
  g_assert_cmpint (tells_anywhere (report, "It was converted"), ==, !is_utf_8);
}

static void
test_utf_16_without_mark (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *converted = g_convert (WELSH, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (StileImportReport) report =
      fixture_import_bytes (fixture, "feed.json", converted, (gssize) length);

  assert_list (fixture, "cafe", "Tŷ Café");
}

static void
test_latin_1 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "feed.json",
                      "[{\"id\": \"x\", \"name\": \"Caf\xe9 \x80 5\", \"status\": \"active\"}]");

  assert_list (fixture, NULL, "Café € 5");
  assert_tells (report, NULL, "Windows-1252");
}

static void
test_latin_1_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "ours.csv", "id,name,status\n1,Caf\xe9,active\n");

  assert_list (fixture, NULL, "Café");
  assert_tells (report, NULL, "Windows-1252");
}

/* ---- Bombs ---- */

static void
test_latin_1_header (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report
      = fixture_import (fixture, "ours.csv", "id,name,caf\xe9,status\na,A,x,active\n");

  assert_list (fixture, NULL, "A");
  assert_tells (report, "café", "Nobody knows this column");
}

static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) feed = g_string_new ("[" A ", {\"id\": ");
  g_autoptr (StileImportReport) report = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (feed, '[');
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (feed, ']');
  g_string_append (feed, "}, " B "]");
  report = fixture_import (fixture, "feed.json", feed->str);
  assert_list (fixture, NULL, "A, B");
  assert_tells (report, NULL, "64 levels");
}

static void
test_huge_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) feed = g_string_new ("[" A ", {\"id\": \"");
  g_autoptr (StileImportReport) report = NULL;

  for (guint i = 0; i < 5 * 1024 * 1024; i++)
    g_string_append_c (feed, 'x');
  g_string_append (feed, "\", \"name\": \"Big\"}, " B "]");
  report = fixture_import (fixture, "feed.json", feed->str);
  assert_list (fixture, NULL, "A, B");
  assert_tells (report, NULL, "4 megabytes");
}

static void
test_huge_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) feed = g_string_new ("id,name,status\n1,A,active\n2,\"open");
  g_autoptr (StileImportReport) report = NULL;

  for (guint i = 0; i < 300 * 1024; i++)
    g_string_append_c (feed, 'x');
  g_string_append (feed, "\n3,B,active\n");
  report = fixture_import (fixture, "ours.csv", feed->str);
  assert_list (fixture, NULL, "A, B");
  assert_tells (report, NULL, "a quote may be missing");
}

/* ---- Zips ---- */

typedef struct
{
  const char *name;
  const char *text;
  gsize zeros; /* behind it */
} Packed;

static char *
write_zip (Fixture *fixture, const Packed *pages, guint n_pages)
{
  char *path = g_build_filename (fixture->folder, "feed.zip", NULL);
  struct archive *archive = archive_write_new ();
  static const char zeros[65536];

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression-level=1");
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_pages; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (pages[i].text);

      archive_entry_set_pathname (entry, pages[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) (length + pages[i].zeros));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, pages[i].text, length);
      for (gsize left = pages[i].zeros; left > 0; left -= MIN (left, sizeof zeros))
        archive_write_data (archive, zeros, MIN (left, sizeof zeros));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return path;
}

static StileImportReport *
import_path (Fixture *fixture, const char *path, GError **error)
{
  const char *const paths[] = { path, NULL };

  return stile_directory_import (fixture->directory, paths, NULL, NULL, NULL, error);
}

static void
test_zip (Fixture *fixture, gconstpointer data)
{
  const Packed pages[] = { { "page/1.json", "[" A "]" },
                           { "2.csv", "id,name,status\nb,B,active" } };
  g_autofree char *path = write_zip (fixture, pages, G_N_ELEMENTS (pages));
  g_autoptr (GError) error = NULL;
  g_autoptr (StileImportReport) report = import_path (fixture, path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->sources, ==, 2);
  g_assert_false (report->cut);
  assert_list (fixture, NULL, "A, B");
}

static void
test_zip_that_leads_outside (Fixture *fixture, gconstpointer data)
{
  const Packed pages[] = { { "../../evil.json", "[" A "]" },
                           { "/etc/evil.json", "[" A "]" },
                           { "2.json", "[" B "]" } };
  g_autofree char *path = write_zip (fixture, pages, G_N_ELEMENTS (pages));
  g_autoptr (StileImportReport) report = import_path (fixture, path, NULL);
  g_autofree char *evil = g_build_filename (fixture->folder, "..", "..", "evil.json", NULL);

  g_assert_nonnull (report);
  assert_list (fixture, NULL, "B");
  assert_tells (report, NULL, "leads out of the zip");
  g_assert_false (g_file_test (evil, G_FILE_TEST_EXISTS));
}

static void
test_zip_bomb (Fixture *fixture, gconstpointer data)
{
  const Packed pages[] = { { "1.json", "[" A "]", 1100 * 1024 * 1024 } };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  stile_import_report_free (fixture_import (fixture, "feed.json", "[" B "]"));
  path = write_zip (fixture, pages, G_N_ELEMENTS (pages));
  g_assert_null (import_path (fixture, path, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "more than a gigabyte"));
  assert_list (fixture, NULL, "B");
}

static void
test_damaged_zip (Fixture *fixture, gconstpointer data)
{
  const Packed pages[] = { { "1.json", "[" A "]" }, { "2.json", "[" B "]" } };
  g_autofree char *path = write_zip (fixture, pages, G_N_ELEMENTS (pages));
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 30; i < length; i++)
    bytes[i] ^= 0x55;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_null (import_path (fixture, path, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_INPUT);
}

/* ---- Nothing at all ---- */

static const char *const nothings[] = {
  "",     "   ",      "{}",     "[]", "null", "<html></html>", "{\"contents\": []}",
  "[[[[", "\xff\xfe", "{\"a\"",
};

/* Nobody will ever write to it. */
static void
test_pipe_in_a_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = fixture_write (fixture, "feeds/1.json", "[" A "]", -1);
  g_autofree char *feeds = g_path_get_dirname (feed);
  g_autofree char *pipe = g_build_filename (feeds, "0.json", NULL);
  g_autoptr (StileImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  report = stile_directory_import (fixture->directory, (const char *const[]){ feeds, NULL }, NULL,
                                   NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->services, ==, 1);
  assert_tells (report, NULL, "This is no file");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  stile_import_report_free (fixture_import (fixture, "feed.json", "[" A "]"));
  for (guint i = 0; i < G_N_ELEMENTS (nothings); i++)
    fixture_refuse (fixture, "nothing.json", nothings[i], STILE_DIRECTORY_ERROR_INPUT);
  assert_list (fixture, NULL, "A");
}

/* Why nothing came of it is told, not what was smaller and stood before. */
static void
test_reason (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *text, *reason;
  } table[] = {
    { "a.csv", "id,title\n1,Food bank\n", "The first row must name the columns" },
    { "b.json", "{\"id\": \"a\", \"x\": \"caf\xe9\"}", "There is no service in this record" },
    { "c.json", "[]", "so the directory stays as it was." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = fixture_write (fixture, table[i].name, table[i].text, -1);
      g_autoptr (GError) error = NULL;

      g_assert_null (import_path (fixture, path, &error));
      g_assert_nonnull (strstr (error->message, table[i].reason));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (import_path (fixture, "/nowhere/feed.json", &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_MISSING);
}

/* Every beginning of a feed is read without harm, and never more than is in it. */
/* ---- Folders that did not arrive whole ---- */

static char *
write_folder (Fixture *fixture, const char *name, const char *second)
{
  g_autofree char *first = fixture_write (fixture, "in/page-1.json", "[" A "]", -1);
  g_autofree char *path = fixture_write (fixture, name, second, -1);

  return g_path_get_dirname (first);
}

typedef struct
{
  const char *name;
  const char *page; /* what came in place of the second */
  const char *says;
} Missing;

static const Missing missing[] = {
  { "empty-page", "", "is empty" },
  { "note-of-the-server", "<html>503 Service Unavailable</html>", "neither JSON nor CSV" },
};

static void
test_page_that_did_not_arrive (Fixture *fixture, gconstpointer data)
{
  const Missing *row = data;
  g_autofree char *folder = write_folder (fixture, "in/page-2.json", "[" B "]");
  g_autofree char *again = NULL;
  g_autoptr (StileImportReport) first = import_path (fixture, folder, NULL);
  g_autoptr (StileImportReport) second = NULL;

  again = write_folder (fixture, "in/page-2.json", row->page);
  second = import_path (fixture, again, NULL);
  assert_list (fixture, NULL, "A, B");
  g_assert_true (second->cut);
  assert_tells (second, NULL, row->says);
}

static void
test_folder_too_deep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = write_folder (fixture, "in/1/2/3/4/5/6/7/8/page-2.json", "[" B "]");
  g_autoptr (StileImportReport) report = import_path (fixture, folder, NULL);

  assert_list (fixture, NULL, "A");
  g_assert_true (report->cut);
  assert_tells (report, NULL, "too deep");
}

static void
test_every_cut (Fixture *fixture, gconstpointer data)
{
  const char *feed =
      "{\"contents\": [" A ", {\"id\": \"\\ud83d\\ude00\", \"name\": \"C\"}, " B "]}";

  for (gsize length = 0; length <= strlen (feed); length++)
    {
      g_autofree char *path = fixture_write (fixture, "cut.json", feed, (gssize) length);
      g_autoptr (GError) error = NULL;
      g_autoptr (StileImportReport) report = import_path (fixture, path, &error);

      g_assert_true (report ? report->cut == (length < strlen (feed))
                            : error->code == STILE_DIRECTORY_ERROR_INPUT);
    }
  assert_list (fixture, NULL, "A, B");
}

int
main (int argc, char **argv)
{
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (breakages); i++)
    {
      g_autofree char *path = g_strconcat ("/import-hostile/breakage/", breakages[i].name, NULL);

      g_test_add (path, Fixture, &breakages[i], fixture_set_up, test_breakage, fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autofree char *path = g_strconcat ("/import-hostile/repair/", repairs[i].name, NULL);

      g_test_add (path, Fixture, &repairs[i], fixture_set_up, test_repair, fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *path = g_strconcat ("/import-hostile/encoding/", charsets[i], NULL);

      g_test_add (path, Fixture, charsets[i], fixture_set_up, test_encoding, fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autofree char *path = g_strconcat ("/import-hostile/missing/", missing[i].name, NULL);

      g_test_add (path, Fixture, &missing[i], fixture_set_up, test_page_that_did_not_arrive,
                  fixture_tear_down);
    }
  add_test ("/import-hostile/folder-too-deep", test_folder_too_deep);
  add_test ("/import-hostile/far-future-is-not-known", test_far_future_is_not_known);
  add_test ("/import-hostile/utf-16-without-mark", test_utf_16_without_mark);
  add_test ("/import-hostile/latin-1", test_latin_1);
  add_test ("/import-hostile/latin-1-csv", test_latin_1_csv);
  add_test ("/import-hostile/latin-1-header", test_latin_1_header);
  add_test ("/import-hostile/deep", test_deep);
  add_test ("/import-hostile/huge-record", test_huge_record);
  add_test ("/import-hostile/huge-row", test_huge_row);
  add_test ("/import-hostile/zip", test_zip);
  add_test ("/import-hostile/zip-that-leads-outside", test_zip_that_leads_outside);
  add_test ("/import-hostile/zip-bomb", test_zip_bomb);
  add_test ("/import-hostile/damaged-zip", test_damaged_zip);
  add_test ("/import-hostile/pipe-in-a-folder", test_pipe_in_a_folder);
  add_test ("/import-hostile/nothing", test_nothing);
  add_test ("/import-hostile/reason", test_reason);
  add_test ("/import-hostile/no-file", test_missing);
  add_test ("/import-hostile/every-cut", test_every_cut);
  return g_test_run ();
}
