// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "advisers.h"
#include "book.h"
#include "summary.h"

/* Books that earlier versions made, each by the code of its time: books/README.md. */

#define BEN "Ben Okafor"
#define BENS_PASSPHRASE "blue kettle on the stove"
#define FORM "d804c924b358740e83755c66a58e06e2cc74a3a71752549e467f1f101bf95be8"

typedef struct
{
  int version;
  const char *person;
  const char *recovery_key;
  guint n_book_entries; /* about the book itself */
} OldBook;

static const OldBook old_books[] = {
  { 1, "01a201b6-e60a-7e9d-ab28-fecc047acb14", "YZ1P-XE9H-4WNZ-CDXB-R4R8-EMAB-TYRT", 0 },
  { 2, "01a201b6-fa2e-73d8-8476-aad9d3c84f26", "HTEA-MNZN-A494-74HP-Y6XC-K06Z-2CBB", 1 },
  { 3, "01a202f8-c6bd-74ca-9620-7a483dc364dc", "BKV9-J8BZ-HWM1-CRB6-5SDA-DKWB-D8EE", 3 },
};

/* Of one person 4 entries, of another 3 that were erased. */
#define N_KEPT 4
#define N_ERASED 3

/* A copy of one, opened, and by that brought up to date. */
static Book *
open_old_book (const OldBook *old)
{
  g_autofree char *name = g_strdup_printf ("version-%d.stile", old->version);
  g_autofree char *original =
      g_test_build_filename (G_TEST_DIST, "ledger", "books", name, NULL);
  g_autoptr (GBytes) bytes = file_bytes (original);
  Book *book = g_new0 (Book, 1);
  g_autoptr (GError) error = NULL;

  book->folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  book->path = g_build_filename (book->folder, "book.stile", NULL);
  book->recovery_key = g_strdup (old->recovery_key);
  g_file_set_contents (book->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  book->ledger = stile_ledger_open (book->path, &error);
  g_assert_no_error (error);
  return book;
}

static void
unlock_as (Book *book, const char *adviser, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_unlock (book->ledger, adviser, passphrase, &error);
  g_assert_no_error (error);
}

static void
assert_whole (Book *book)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (book->ledger, NULL);

  g_assert_cmpstr (report->first_break, ==, NULL);
  g_assert_cmpuint (report->erased, ==, N_ERASED);
  g_assert_cmpuint (report->opened, ==, report->entries - N_ERASED);
}

static void
test_new_free (gconstpointer data)
{
  const OldBook *old = data;
  g_autoptr (Book) book = open_old_book (old);
  g_autofree char *pattern = g_strdup_printf ("book.stile.version-%d.", old->version);
  g_autoptr (GDir) files = g_dir_open (book->folder, 0, NULL);
  gboolean copied = FALSE;

  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    copied |= g_str_has_prefix (name, pattern);
  g_assert_true (copied);
}

static void
test_contents (gconstpointer data)
{
  const OldBook *old = data;
  g_autoptr (Book) book = open_old_book (old);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) form = NULL;

  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  entries = stile_ledger_read_case (book->ledger, old->person, NULL);
  g_assert_cmpuint (entries->len, ==, N_KEPT);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "kept 0");
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 3)), ==, "by Ben");
  form = stile_ledger_get_form (book->ledger, FORM, NULL);
  g_assert_cmpmem (g_bytes_get_data (form, NULL), g_bytes_get_size (form), "<form/>", 7);
}

static void
test_whole (gconstpointer data)
{
  const OldBook *old = data;
  g_autoptr (Book) book = open_old_book (old);
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (book->ledger, NULL);
  g_autofree char *id = NULL;

  g_assert_cmpuint (report->entries, ==, N_KEPT + N_ERASED + old->n_book_entries);
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  assert_whole (book);
  id = book_append (book, old->person, "note", "today");
  book_reopen (book);
  assert_whole (book);
}

/* From the first unlocking on, what stands around the entries is bound as well. */
static void
test_frame (gconstpointer data)
{
  g_autoptr (Book) book = open_old_book (data);
  g_autoptr (StileLedgerReport) report = NULL;

  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  raw_exec (book->path, "UPDATE station SET name = 'Back office'");
  report = stile_ledger_verify (book->ledger, NULL);
  g_assert_nonnull (report->first_break);
}

/* The first adviser is the manager, also where another one is the first to open it. */
static void
test_roles (gconstpointer data)
{
  g_autoptr (Book) book = open_old_book (data);
  g_autoptr (GPtrArray) advisers = stile_ledger_list_advisers (book->ledger, NULL);

  g_assert_cmpuint (advisers->len, ==, 2);
  g_assert_cmpint (((StileAdviser *) g_ptr_array_index (advisers, 0))->role, ==,
                   STILE_ROLE_MANAGER);
  g_assert_cmpint (((StileAdviser *) g_ptr_array_index (advisers, 1))->role, ==,
                   STILE_ROLE_ADVISER);
  unlock_as (book, BEN, BENS_PASSPHRASE);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_ADVISER);
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_MANAGER);
}

/* The last version whose slots were of another shape. */
#define LAST_WITH_OLD_SLOTS 2

/* A slot gets today's shape when its passphrase is here, and only then can it do what that can. */
static void
test_slots_are_renewed (gconstpointer data)
{
  const OldBook *old = data;
  g_autoptr (Book) book = open_old_book (old);
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *hex =
      raw_get (book->path, "SELECT hex (wrapped) FROM key_slot WHERE adviser = 'Maja Nowak'");
  char *recovery_key = NULL;
  g_autoptr (GError) error = NULL;

  if (old->version > LAST_WITH_OLD_SLOTS)
    {
      g_test_skip ("Its slots have the shape of today.");
      return;
    }
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  g_assert_false (file_has_hex (book->path, hex) || file_has_hex (log, hex));
  g_assert_false (stile_ledger_rekey (book->ledger, NULL, NULL, &recovery_key, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NOT_YET);
  g_assert_nonnull (strstr (error->message, BEN));
  g_clear_error (&error);

  unlock_as (book, BEN, BENS_PASSPHRASE);
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  g_assert_true (stile_ledger_rekey (book->ledger, NULL, NULL, &recovery_key, &error));
  stile_secret_free (recovery_key);
  assert_whole (book);
}

/* What later versions keep beside the entries finds its place. */
static void
test_summary (gconstpointer data)
{
  const OldBook *old = data;
  g_autoptr (Book) book = open_old_book (old);
  guint8 bytes[] = "short";
  StileSummary summary = { .seq = N_KEPT + N_ERASED + old->n_book_entries,
                           .bytes = bytes,
                           .length = sizeof bytes };
  g_autoptr (StileSummary) kept = NULL;

  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  g_assert_null (stile_ledger_load_summary (book->ledger, "list"));
  g_assert_true (stile_ledger_keep_summary (book->ledger, "list", &summary));
  kept = stile_ledger_load_summary (book->ledger, "list");
  g_assert_cmpmem (kept->bytes, kept->length, bytes, sizeof bytes);
}

/* Sheets that were printed then open the book now. */
static void
test_recovery_key (gconstpointer data)
{
  g_autoptr (Book) book = open_old_book (data);
  g_autofree char *words = stile_recovery_key_to_words (book->recovery_key);
  char *new_key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_test_recovery_key (book->ledger, words, &error));
  g_assert_true (stile_ledger_recover (book->ledger, book->recovery_key, BOOK_ADVISER,
                                       "a brand new one", &new_key, &error));
  g_assert_no_error (error);
  g_assert_true (stile_ledger_test_recovery_key (book->ledger, new_key, NULL));
  g_assert_false (stile_ledger_test_recovery_key (book->ledger, words, NULL));
  stile_secret_free (new_key);
  assert_whole (book);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc function;
  } tests[] = {
    { "new-free", test_new_free },
    { "contents", test_contents },
    { "whole", test_whole },
    { "frame", test_frame },
    { "roles", test_roles },
    { "slots-are-renewed", test_slots_are_renewed },
    { "recovery-key", test_recovery_key },
    { "summary", test_summary },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (old_books); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path =
            g_strdup_printf ("/old-books/version-%d/%s", old_books[i].version, tests[j].name);
        g_test_add_data_func (path, &old_books[i], tests[j].function);
      }
  return g_test_run ();
}
