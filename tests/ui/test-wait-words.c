// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/unlock/wait-words.h"

static void
test_words (void)
{
  static const struct
  {
    guint seconds;
    const char *end;
  } table[] = {
    { 1, "in 1 second." },
    { 59, "in 59 seconds." },
    { 60, "in 1 minute." },
    { 61, "in 1 minute and 1 second." },
    { 125, "in 2 minutes and 5 seconds." },
    { 900, "in 15 minutes." },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = stile_wait_to_words (table[i].seconds);

      g_test_message ("%s", words);
      g_assert_true (g_str_has_suffix (words, table[i].end));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wait-words/words", test_words);
  return g_test_run ();
}
