// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("stile-directory-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  fixture->directory = stile_directory_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)))
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);

          remove_all (inner);
        }
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->directory, stile_directory_close);
  remove_all (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

char *
fixture_write (Fixture *fixture, const char *name, const char *bytes, gssize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

StileImportReport *
fixture_import_bytes (Fixture *fixture, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = fixture_write (fixture, name, bytes, length);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  StileImportReport *report =
      stile_directory_import (fixture->directory, paths, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

StileImportReport *
fixture_import (Fixture *fixture, const char *name, const char *text)
{
  return fixture_import_bytes (fixture, name, text, -1);
}

void
fixture_refuse (Fixture *fixture, const char *name, const char *text, gint code)
{
  g_autofree char *path = fixture_write (fixture, name, text, -1);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_directory_import (fixture->directory, paths, NULL, NULL, NULL, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, code);
}

char *
fixture_list (Fixture *fixture, const char *search)
{
  const StileDirectoryFilter filter = { .search = search };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = stile_directory_list (fixture->directory, &filter, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const StileServiceRow *) rows->pdata[i])->name);
  return g_string_free (names, FALSE);
}

StileService *
fixture_load (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  StileService *service = stile_directory_load_service (fixture->directory, id, &error);

  g_assert_no_error (error);
  return service;
}

gboolean
fixture_tells (const StileImportReport *report, const char *field, const char *words)
{
  for (guint i = 0; i < report->lines->len; i++)
    {
      const StileImportLine *line = report->lines->pdata[i];

      if (g_strcmp0 (line->field, field) == 0 && strstr (line->what, words))
        return TRUE;
      g_test_message ("%s: %s", line->field, line->what);
    }
  return FALSE;
}
