// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The file that is written: whole, readable by its owner alone, and known for what it is. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "document.h"

typedef struct
{
  char *folder;
  char *path;
  StileDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.pdf", NULL);
  fixture->document = stile_document_new ("Your plan", "ar");
  stile_document_add (fixture->document, STILE_STYLE_TITLE, "خطتك", "ar");
  stile_document_add (fixture->document, STILE_STYLE_BODY, "Secret Storey", "en");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stile_document_free (fixture->document);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left in it */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
write_and_read (Fixture *fixture, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  stile_document_write_pdf (fixture->document, fixture->path, &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_holds (const char *bytes, gsize length, const char *words)
{
  g_test_message ("%s", words);
  g_assert_nonnull (memmem (bytes, length, words, strlen (words)));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = write_and_read (fixture, &length);

  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
  g_assert_cmpstr (bytes + length - 6, ==, "%%EOF\n");
}

static void
test_says_what_it_is (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = write_and_read (fixture, &length);

  assert_holds (bytes, length, "/Title (Your plan)");
  assert_holds (bytes, length, "/Lang (ar)");
  assert_holds (bytes, length, "/DisplayDocTitle true");
  assert_holds (bytes, length, "/Marked true");
  assert_holds (bytes, length, "/S /H1");
  assert_holds (bytes, length, "/FontFile");
}

/* The last cross-reference names the catalogue, and both stand where they are said to stand. */
static void
test_offsets_are_true (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = write_and_read (fixture, &length);
  const char *startxref = g_strrstr (bytes + length - 40, "startxref");
  g_autofree char *head = NULL;
  guint table, number, offset;

  g_assert_cmpint (sscanf (startxref, "startxref %u", &table), ==, 1);
  g_assert_cmpuint (table, <, length);
  g_assert_cmpint (sscanf (bytes + table, "xref\n%u 1\n%u 00000 n", &number, &offset), ==, 2);
  head = g_strdup_printf ("%u 0 obj\n<< /Lang (ar)", number);
  g_assert_true (g_str_has_prefix (bytes + offset, head));
}

static void
test_only_its_owner_can_read_it (Fixture *fixture, gconstpointer data)
{
  gsize length;
  GStatBuf status;

  g_file_set_contents_full (fixture->path, "old", -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL);
  g_free (write_and_read (fixture, &length));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);

  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (length, >, 1000);
}

static void
test_folder_that_is_not_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "no", "plan.pdf", NULL);

  g_assert_false (stile_document_write_pdf (fixture->document, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_folder_in_its_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (stile_document_write_pdf (fixture->document, fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
}

static void
test_strange_language (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *bytes = NULL;

  stile_document_free (fixture->document);
  fixture->document = stile_document_new ("Your plan", "en) /Evil (");
  stile_document_add (fixture->document, STILE_STYLE_BODY, "Text", "en) /Evil (");
  bytes = write_and_read (fixture, &length);

  g_assert_null (memmem (bytes, length, "/Evil", 5));
  g_assert_null (memmem (bytes, length, "/Lang", 5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/pdf/new", test_new);
  ADD ("/pdf/says-what-it-is", test_says_what_it_is);
  ADD ("/pdf/offsets-are-true", test_offsets_are_true);
  ADD ("/pdf/only-its-owner-can-read-it", test_only_its_owner_can_read_it);
  ADD ("/pdf/folder-that-is-not-there", test_folder_that_is_not_there);
  ADD ("/pdf/folder-in-its-place", test_folder_in_its_place);
  ADD ("/pdf/strange-language", test_strange_language);
  return g_test_run ();
}
