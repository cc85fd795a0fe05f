// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

#include <glib/gstdio.h>

#include "migration.h"

Book *
book_new (void)
{
  Book *book = g_new0 (Book, 1);
  g_autoptr (GError) error = NULL;

  book->folder = g_dir_make_tmp ("stile-test-XXXXXX", &error);
  g_assert_no_error (error);
  book->path = g_build_filename (book->folder, "book.stile", NULL);
  book->ledger = stile_ledger_create (book->path, "Front desk", BOOK_ADVISER, BOOK_PASSPHRASE,
                                      STILE_KEY_COST_MIN, &book->recovery_key, &error);
  g_assert_no_error (error);
  return book;
}

Book *
book_copy (const Book *original)
{
  Book *book = g_new0 (Book, 1);
  g_autoptr (GBytes) bytes = file_bytes (original->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (original->ledger);
  book->folder = g_dir_make_tmp ("stile-test-XXXXXX", &error);
  g_assert_no_error (error);
  book->path = g_build_filename (book->folder, "book.stile", NULL);
  g_file_set_contents (book->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return book;
}

void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
book_free (Book *book)
{
  g_clear_pointer (&book->ledger, stile_ledger_close);
  remove_folder (book->folder);
  stile_secret_free (book->recovery_key);
  g_free (book->path);
  g_free (book->folder);
  g_free (book);
}

void
book_reopen (Book *book)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&book->ledger, stile_ledger_close);
  book->ledger = stile_ledger_open (book->path, &error);
  g_assert_no_error (error);
  stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error);
  g_assert_no_error (error);
}

char *
book_append (Book *book, const char *case_id, const char *kind, const char *text)
{
  g_autoptr (JsonNode) content = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  json_node_take_object (content, json_object_new ());
  json_object_set_string_member (json_node_get_object (content), "text", text);
  stile_ledger_append (book->ledger, case_id, kind, content, &id, &error);
  g_assert_no_error (error);
  return id;
}

char *
book_put_long_form (Book *book)
{
  g_autofree char *text = g_strnfill (50000, 'f');
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
  char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, xml);
  g_autoptr (GError) error = NULL;

  stile_ledger_put_form (book->ledger, digest, "long-form", "1", xml, &error);
  g_assert_no_error (error);
  return digest;
}

JsonNode *
json_object_node (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

const char *
entry_text (const StileEntry *entry)
{
  return json_object_get_string_member (json_node_get_object (entry->content), "text");
}

char **
dup_scripts_and (const char *more)
{
  g_auto (GStrv) scripts = stile_migration_dup_scripts ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) scripts);
  g_strv_builder_add (builder, more);
  return g_strv_builder_end (builder);
}

static sqlite3 *
raw_open (const char *path)
{
  sqlite3 *file = NULL;

  g_assert_cmpint (sqlite3_open (path, &file), ==, SQLITE_OK);
  sqlite3_exec (file, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  return file;
}

void
raw_exec (const char *path, const char *sql)
{
  sqlite3 *file = raw_open (path);
  char *fault = NULL;

  sqlite3_exec (file, sql, NULL, NULL, &fault);
  g_assert_cmpstr (fault, ==, NULL);
  sqlite3_close (file);
}

char *
raw_get (const char *path, const char *sql)
{
  sqlite3 *file = raw_open (path);
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (file, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (file);
  return text;
}

void
raw_flip (const char *path, const char *column, gint64 seq, int byte)
{
  sqlite3 *file = NULL;
  sqlite3_blob *blob = NULL;
  guint8 value;

  raw_exec (path, RAW_DROP_GUARDS);
  file = raw_open (path);
  g_assert_cmpint (sqlite3_blob_open (file, "main", "entry", column, seq, 1, &blob), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_blob_read (blob, &value, 1, byte), ==, SQLITE_OK);
  value ^= 1;
  g_assert_cmpint (sqlite3_blob_write (blob, &value, 1, byte), ==, SQLITE_OK);
  sqlite3_blob_close (blob);
  sqlite3_close (file);
}

GBytes *
file_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

gboolean
file_has_bytes (const char *path, gconstpointer bytes, gsize length)
{
  g_autofree char *contents = NULL;
  gsize size = 0;

  g_file_get_contents (path, &contents, &size, NULL);
  return contents != NULL && memmem (contents, size, bytes, length) != NULL;
}

gboolean
file_has_hex (const char *path, const char *hex)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (const char *digit = hex; digit[0] != '\0' && digit[1] != '\0'; digit += 2)
    {
      guint8 byte = g_ascii_xdigit_value (digit[0]) << 4 | g_ascii_xdigit_value (digit[1]);
      g_byte_array_append (bytes, &byte, 1);
    }
  return file_has_bytes (path, bytes->data, bytes->len);
}

char *
beside (const char *path, const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}
