// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "new-passphrase.h"

#include "ledger.h"

static const struct
{
  guint length;
  gboolean good;
} lengths[] = {
  { 0, FALSE },
  { STILE_PASSPHRASE_MIN - 1, FALSE },
  { STILE_PASSPHRASE_MIN, TRUE },
  { STILE_PASSPHRASE_MAX, TRUE },
  { STILE_PASSPHRASE_MAX + 1, FALSE },
  { 10000, FALSE },
};

static void
test_length (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *passphrase = g_strnfill (lengths[i].length, 'x');

      g_assert_cmpint (stile_new_passphrase_find_fault (passphrase) == NULL, ==, lengths[i].good);
    }
}

static void
test_repeat (void)
{
  g_assert_null (stile_new_passphrase_find_repeat_fault ("one two three", "one two three"));
  g_assert_nonnull (stile_new_passphrase_find_repeat_fault ("one two three", "one two thre"));
  g_assert_cmpstr (stile_new_passphrase_find_repeat_fault ("one two three", ""), ==,
                   "Type the passphrase a second time.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/new-passphrase/length", test_length);
  g_test_add_func ("/new-passphrase/repeat", test_repeat);
  return g_test_run ();
}
