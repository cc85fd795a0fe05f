// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as a record book or a backup: a sentence, or a book of which all that opens can be
 * read. */

#include <glib/gstdio.h>

#include "book.h"
#include "fuzz.h"

static char *
book_path (void)
{
  static char *folder;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("stile-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  return g_build_filename (folder, "book.stile", NULL);
}

static void
write_book (const char *path, const uint8_t *data, size_t length)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = beside (path, suffixes[i]);
      g_unlink (file);
    }
  g_file_set_contents_full (path, (const char *) data, length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

static void
assert_sentence (GError **error)
{
  g_assert_nonnull (*error);
  g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
  g_clear_error (error);
}

static void
read_book (StileLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, &error);
  g_autoptr (GPtrArray) entries = NULL;

  if (report == NULL)
    assert_sentence (&error);
  entries = stile_ledger_read_all (ledger, 0, 0, &error);
  if (entries == NULL)
    assert_sentence (&error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) person = stile_ledger_read_case (ledger, entry->case_id, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *path = book_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (StileLedgerReport) locked = NULL;

  write_book (path, data, length);
  ledger = stile_ledger_open (path, &error);
  if (ledger == NULL)
    {
      assert_sentence (&error);
      return 0;
    }
  locked = stile_ledger_verify (ledger, NULL);
  if (!stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error))
    assert_sentence (&error);
  else
    read_book (ledger);
  return 0;
}
