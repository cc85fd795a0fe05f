// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as public data about services: a sentence and the directory as it was, or services that
 * can be listed, searched and read, and a report that adds up. The first byte says what the rest is
 * called. */

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "directory.h"
#include "fuzz.h"
#include "service-match.h"

static char *folder;
static StileDirectory *directory;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
tidy (void)
{
  static const char *const names[] = { "feed.json", "feed.csv", "feed.zip", "directory.sqlite" };

  stile_directory_close (directory);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of (names[i]);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (directory)
    return;
  folder = g_dir_make_tmp ("stile-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  path = path_of ("directory.sqlite");
  directory = stile_directory_open (path, &error);
  g_assert_no_error (error);
  atexit (tidy);
}

static const char *
name_feed (uint8_t first)
{
  switch (first)
    {
    case 'z':
      return "feed.zip";
    case 'c':
      return "feed.csv";
    default:
      return "feed.json";
    }
}

static void
assert_text (const char *text)
{
  g_assert_true (!text || g_utf8_validate (text, -1, NULL));
}

static void
assert_report (const StileImportReport *report)
{
  g_autofree char *text = stile_import_report_to_text (report);
  g_autofree char *csv = stile_import_report_to_csv (report);
  g_autofree char *imported_at = NULL;
  guint services;

  assert_text (text);
  assert_text (csv);
  g_assert_cmpuint (report->records, >=, report->left_out);
  g_assert_cmpuint (report->services, >=, 1);
  g_assert_cmpuint (report->n_lines, >=, report->lines->len);
  g_assert_true (stile_directory_get_size (directory, &services, &imported_at, NULL));
  g_assert_cmpuint (report->services, ==, services);
}

static void
read_service (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileService) service = stile_directory_load_service (directory, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (service->name);
  assert_text (service->name);
  assert_text (service->description);
}

static void
read_services (void)
{
  const StileDirectoryFilter everything = { 0 };
  const StileServiceWish wish = { .keyword = "advice" };
  const StileMatchQuery query
      = { .wishes = &wish, .n_wishes = 1, .age = 30, .postcode = "LN1", .language = "pl" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = stile_directory_list (directory, &everything, &error);
  g_autoptr (GPtrArray) matches = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const StileServiceRow *row = g_ptr_array_index (rows, i);

      assert_text (row->summary);
      read_service (row->id);
    }
  matches = stile_directory_match (directory, &query, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileImportReport) report = NULL;

  if (length == 0)
    return 0;
  set_up ();
  path = path_of (name_feed (data[0]));
  g_file_set_contents_full (path, (const char *) data + 1, (gssize) length - 1,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);

  report = stile_directory_import (directory, (const char *const[]){ path, NULL }, NULL, NULL, NULL,
                                   &error);
  if (report)
    {
      assert_report (report);
      read_services ();
      return 0;
    }
  g_assert_nonnull (error);
  assert_text (error->message);
  return 0;
}
