// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any change of an adviser's key slot: the bytes are laid over those of a good slot, bit by bit, so
 * that nothing but zeros leaves it as it was. It opens a whole book, or says that it does not. */

#include <string.h>

#include "book.h"
#include "fuzz.h"

static const struct
{
  const char *column;
  gsize length;
} columns[] = {
  { "salt", 16 },    { "wrapped", 104 }, { "public", 32 },
  { "sealing", 72 }, { "sender", 32 },   { "master", 72 },
};

/* ops and mem follow: so few that no try takes long. */
#define OPS_BITS 0xf
#define MEM_BITS 0xfffff

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

/* The hexadecimal digits of a column, with the next bytes of the input laid over it. */
static char *
change_column (const char *path, guint index, const uint8_t **data, size_t *left)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT hex (%s) FROM key_slot WHERE adviser <> ''", columns[index].column);
  char *digits = raw_get (path, sql);
  gsize n_bytes = MIN (*left, columns[index].length);

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint byte =
          g_ascii_xdigit_value (digits[2 * i]) << 4 | g_ascii_xdigit_value (digits[2 * i + 1]);
      g_autofree char *changed = g_strdup_printf ("%02X", byte ^ (*data)[i]);
      memcpy (digits + 2 * i, changed, 2);
    }
  *data += n_bytes;
  *left -= n_bytes;
  return digits;
}

static void
change_slot (const char *path, const uint8_t *data, size_t left)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE key_slot SET ");
  guint32 costs[2] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *digits = change_column (path, i, &data, &left);
      g_string_append_printf (sql, "%s = X'%s', ", columns[i].column, digits);
    }
  memcpy (costs, data, MIN (left, sizeof costs));
  g_string_append_printf (sql, "ops = ops + %u, mem = mem + %u WHERE adviser <> ''",
                          costs[0] & OPS_BITS, costs[1] & MEM_BITS);
  raw_exec (path, sql->str);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (Book) book = NULL;
  g_autoptr (GError) error = NULL;

  make_original ();
  book = book_copy (original);
  change_slot (book->path, data, length);
  book->ledger = stile_ledger_open (book->path, &error);
  g_assert_no_error (error);
  if (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error))
    {
      g_autoptr (StileLedgerReport) report = stile_ledger_verify (book->ledger, NULL);
      g_assert_cmpstr (report->first_break, ==, NULL);
    }
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return 0;
}
