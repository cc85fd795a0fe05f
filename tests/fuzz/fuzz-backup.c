// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as a backup that is looked at and restored over a book: a sentence, and the book is as
 * it was, or a book that is whole. */

#include <glib/gstdio.h>

#include "backup.h"
#include "book.h"
#include "fuzz.h"

#define HEADER 100 /* of an SQLite file */

static Book *original;

static void
make_original (void)
{
  if (original != NULL)
    return;
  original = book_new ();
  g_free (book_append (original, STILE_LEDGER_BOOK, "note", "something"));
  g_clear_pointer (&original->ledger, stile_ledger_close);
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (g_str_equal (error->message, ""));
}

/* Nobody may think that they know of a file what nobody can know. */
static void
look (const char *backup, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackupLook) seen = stile_ledger_look_at_backup (backup, place, &error);

  if (seen == NULL)
    assert_sentence (error);
  else
    g_assert_true (seen->has_book && !seen->is_broken && seen->advisers != NULL);
}

static void
restore (const char *backup, const char *place)
{
  StileRestore what = { .backup = backup,
                        .book = place,
                        .adviser = BOOK_ADVISER,
                        .passphrase = BOOK_PASSPHRASE,
                        .replace_newer = TRUE };
  g_autoptr (GBytes) before = file_bytes (place);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_restore (&what, &restored, &error);
  g_autoptr (StileLedgerReport) report = NULL;

  if (ledger == NULL)
    {
      assert_sentence (error);
      after = file_bytes (place);
      /* What holds the place may be told to have no log: that is all. */
      g_assert_cmpmem ((const guint8 *) g_bytes_get_data (before, NULL) + HEADER,
                       g_bytes_get_size (before) - HEADER,
                       (const guint8 *) g_bytes_get_data (after, NULL) + HEADER,
                       g_bytes_get_size (after) - HEADER);
      return;
    }
  report = stile_ledger_verify (ledger, NULL);
  g_assert_true (report != NULL && report->first_break == NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (Book) book = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  make_original ();
  book = book_copy (original);
  backup = beside (book->path, ".backup");
  g_file_set_contents_full (backup, (const char *) data, length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  look (backup, book->path);
  restore (backup, book->path);
  return 0;
}
