// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text-private.h"

static const StileTranslation translations[] = {
  { "en-GB", "Money" }, { "pl", "Pieniądze" }, { "pt", "Dinheiro" }, { "zh-Hant", "錢" },
};
static const StileText text = { G_N_ELEMENTS (translations), translations };

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    gboolean is_translated;
  } rows[] = {
    { NULL, "Money", TRUE },       { "en-GB", "Money", TRUE },    { "EN-gb", "Money", TRUE },
    { "en", "Money", TRUE },       { "en-US", "Money", TRUE },    { "pl", "Pieniądze", TRUE },
    { "pl-PL", "Pieniądze", TRUE }, { "pt-BR", "Dinheiro", TRUE }, { "zh-Hant-TW", "錢", TRUE },
    { "zh", "Money", FALSE },      { "cy", "Money", FALSE },      { "p", "Money", FALSE },
    { "", "Money", FALSE },        { "plx", "Money", FALSE },     { "-", "Money", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean is_translated = !rows[i].is_translated;

      g_test_message ("%s", rows[i].language);
      g_assert_cmpstr (stile_text_get (&text, rows[i].language, &is_translated), ==, rows[i].text);
      g_assert_cmpint (is_translated, ==, rows[i].is_translated);
    }
}

static void
test_no_text (void)
{
  gboolean is_translated = TRUE;

  g_assert_null (stile_text_get (NULL, "pl", &is_translated));
  g_assert_false (is_translated);
}

static void
test_language_tags (void)
{
  static const char *const good[] = { "en", "pt-BR", "zh-Hant-TW", "sr-Latn", "kmr", "de-1996" };
  static const char *const bad[] = { "", "e", "en_GB", "en-", "-en", "en--GB", "abcdefghi", "e1" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (stile_language_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (stile_language_is_valid (bad[i]));
}

static void
test_blanks (void)
{
  static const char *const rows[][2] = {
    { "", "" },     { " \n\t ", "" },      { "one", "one" },
    { " a  b ", "a b" }, { "a\r\n\tb", "a b" }, { "ż\nó", "ż ó" },
    /* A no-break space is there on purpose. */
    { "5\u00a0km", "5\u00a0km" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normal = stile_text_normalize (g_strdup (rows[i][0]));

      g_assert_cmpstr (normal, ==, rows[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/no-text", test_no_text);
  g_test_add_func ("/text/language-tags", test_language_tags);
  g_test_add_func ("/text/blanks", test_blanks);
  return g_test_run ();
}
