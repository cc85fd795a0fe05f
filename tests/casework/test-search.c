// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework-private.h"

static void
test_new (void)
{
  g_autofree char *folded = stile_search_fold ("");

  g_assert_cmpstr (folded, ==, "");
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } table[] = {
    { "Mina STOREY", "mina storey" },
    { "Łucja Świerszcz", "lucja swierszcz" },
    { "Ștefan", "stefan" },
    { "Straße", "strasse" },
    { "ŞÜKRÜ İnci Işık", "sukru inci isik" },
    { "Ævintýri Øst Đặng", "aevintyri ost dang" },
    { "O’Fiction", "o'fiction" },
    { "Ｍｉｎａ", "mina" },
    { "ОЛЕНА Їжак", "олена іжак" },
    { "Ἀθήνα", "αθηνα" },
    /* Vowel signs are letters here, not accents. */
    { "\u0915\u093f\u0930\u0923", "\u0915\u093f\u0930\u0923" },
    /* Voicing marks too: ga is not ka. */
    { "\u304c", "\u304b\u3099" },
    /* Arabic without vowel points and tatweel; Persian and Urdu letters as the Arabic ones. */
    { "\u0645\u064f\u062d\u0640\u0645\u0651\u062f", "\u0645\u062d\u0645\u062f" },
    { "\u0639\u0644\u06cc", "\u0639\u0644\u064a" },
    { "\u06a9", "\u0643" },
    /* Joiners cannot be seen, so nobody types them. */
    { "a\u200db\u200c", "ab" },
    { "a\u00a0b\tc", "a b c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *folded = stile_search_fold (table[i].text);
      g_assert_cmpstr (folded, ==, table[i].folded);
    }
}

static void
test_every_word_must_occur (void)
{
  static const struct
  {
    const char *words[4];
    gboolean matches;
  } table[] = {
    { { NULL }, TRUE },
    { { "mina" }, TRUE },
    { { "sto", "mi" }, TRUE },
    { { "mina", "", "d-1" }, TRUE },
    { { "mina", "nobody" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (stile_search_matches ("mina storey d-1", table[i].words), ==,
                     table[i].matches);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/new", test_new);
  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/every-word-must-occur", test_every_word_must_occur);
  return g_test_run ();
}
