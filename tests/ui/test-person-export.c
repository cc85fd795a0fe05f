// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <glib/gstdio.h>

#include "audit.h"
#include "pages/person/person-export.h"

typedef struct
{
  char *folder;
  StileBook *book;
  char *case_id;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->case_id = fixture_add_person (fixture->book, "Ada Lovelace", NULL);
  fixture->path = g_build_filename (fixture->folder, "record", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->book);
  g_free (fixture->case_id);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
write_file (Fixture *fixture, StilePersonExport shape)
{
  g_autoptr (GError) error = NULL;

  stile_person_export_write (stile_book_get_casework (fixture->book), fixture->case_id, shape,
                             fixture->path, &error);
  g_assert_no_error (error);
}

static guint
count_exports (Fixture *fixture)
{
  StileAuditFilter filter = { .case_id = fixture->case_id, .kind = "export" };
  g_autoptr (GPtrArray) lines
      = stile_casework_list_audit (stile_book_get_casework (fixture->book), &filter, NULL);

  return lines->len;
}

static void
assert_private (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  write_file (fixture, STILE_PERSON_EXPORT_JSON);
  assert_private (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  node = json_from_string (text, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "case"), ==,
                   fixture->case_id);
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_file (fixture, STILE_PERSON_EXPORT_PDF);
  assert_private (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
}

static void
test_is_written_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_exports (fixture), ==, 0);
  write_file (fixture, STILE_PERSON_EXPORT_JSON);
  g_assert_cmpuint (count_exports (fixture), ==, 1);
  write_file (fixture, STILE_PERSON_EXPORT_PDF);
  g_assert_cmpuint (count_exports (fixture), ==, 2);
}

/* A file that was there, for everybody to read, does not lend its permissions. */
static void
test_over_another (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  write_file (fixture, STILE_PERSON_EXPORT_JSON);
  assert_private (fixture->path);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stile_book_lock (fixture->book);
  g_assert_false (stile_person_export_write (stile_book_get_casework (fixture->book),
                                             fixture->case_id, STILE_PERSON_EXPORT_JSON,
                                             fixture->path, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_chooser_names_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkFileChooserNative) chooser
      = stile_person_export_new_chooser (NULL, STILE_PERSON_EXPORT_PDF);
  g_autofree char *name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));

  g_assert_cmpstr (name, ==, "record.pdf");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/person-export/json", test_json);
  ADD ("/person-export/pdf", test_pdf);
  ADD ("/person-export/is-written-down", test_is_written_down);
  ADD ("/person-export/over-another", test_over_another);
  ADD ("/person-export/locked", test_locked);
  ADD ("/person-export/chooser-names-nobody", test_chooser_names_nobody);
#undef ADD
  return g_test_run ();
}
