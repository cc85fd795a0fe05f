// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "script.h"

static void
test_new (void)
{
  g_assert_cmpstr (stile_language_get_fonts (NULL), ==, "Noto Sans, sans-serif");
}

static void
test_direction_by_tag (void)
{
  static const struct
  {
    const char *tag;
    gboolean is_right_to_left;
  } table[] = {
    { "en", FALSE },   { "ar", TRUE },        { "fa", TRUE },       { "ur", TRUE },
    { "ur-PK", TRUE }, { "ps", TRUE },        { "he", TRUE },       { "yi", TRUE },
    { "sd", TRUE },    { "ug", TRUE },        { "dv", TRUE },       { "ckb", TRUE },
    { "AR", TRUE },    { "UR-pk", TRUE },     { "ku", FALSE },      { "ku-Arab", TRUE },
    { "pa", FALSE },   { "pa-Arab", TRUE },   { "az-Latn", FALSE }, { "ar-Latn", FALSE },
    { "ti", FALSE },   { "zh-Hant", FALSE },  { "uk", FALSE },      { "ta", FALSE },
    { "so", FALSE },   { "tlh-xxxx", FALSE }, { "", FALSE },        { NULL, FALSE },
    { "-", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].tag);
      g_assert_cmpint (stile_language_is_right_to_left (table[i].tag), ==,
                       table[i].is_right_to_left);
    }
}

static void
test_fonts_by_tag (void)
{
  const char *urdu = stile_language_get_fonts ("ur");

  g_assert_true (g_str_has_prefix (urdu, "Noto Sans, Noto Nastaliq Urdu,")); /* digits, letters */
  g_assert_cmpstr (stile_language_get_fonts ("UR-pk"), ==, urdu);
  g_assert_true (g_str_has_prefix (stile_language_get_fonts ("fa"), "Noto Sans Arabic,"));
  g_assert_true (g_str_has_prefix (stile_language_get_fonts ("gu"), "Noto Sans Gujarati,"));
  g_assert_cmpstr (stile_language_get_fonts ("pl"), ==, "Noto Sans, sans-serif");
}

static void
test_languages_with_fonts (void)
{
  const char *const *tags = stile_language_get_with_fonts ();

  g_assert_true (g_strv_contains (tags, "ur"));
  g_assert_false (g_strv_contains (tags, "pl"));
}

static void
test_same_language (void)
{
  g_assert_true (stile_language_is_same ("en", "en-GB"));
  g_assert_true (stile_language_is_same ("EN_us", "en"));
  g_assert_false (stile_language_is_same ("en", "enm"));
  g_assert_false (stile_language_is_same ("pa", "pl"));
}

static void
test_direction_of_lines (void)
{
  static const struct
  {
    const char *text;
    const char *tag;
    const char *directed;
  } table[] = {
    { "آپ کا گھر", "ur", "آپ کا گھر" },
    { "NHS کا نمبر", "ur", "\u200FNHS کا نمبر" },
    { "Your home", "en", "Your home" },
    { "اردو is spoken", "en", "\u200Eاردو is spoken" },
    { "Ring twice.", "ur", "\u200F\u2068Ring twice.\u2069" },
    { "Text only, 07700 900 187", "ur",
      "\u200F\u2068Text only, \u2066" "07700 900 187\u2069\u2069" },
    { "دوبارہ فون کریں۔", "en", "\u200E\u2068دوبارہ فون کریں۔\u2069" },
    { "020 7946 0000", "ur", "\u2066" "020 7946 0000\u2069" },
    { "پولیس 999، مدد +44 20 7946 0000.", "ur", "پولیس 999، مدد \u2066+44 20 7946 0000\u2069." },
    { "1990-01-31", "ur", "\u2066" "1990-01-31\u2069" },
    { "تاریخ 1990-01-31۔", "ur", "تاریخ \u2066" "1990-01-31\u2069۔" },
    { "فون 020-7946-0000", "ur", "فون \u2066" "020-7946-0000\u2069" },
    { "فون (020) 7946 0000۔", "ur", "فون \u2066(020) 7946 0000\u2069۔" },
    { "فون +44 (0)20 7946-0000", "ur", "فون \u2066+44 (0)20 7946-0000\u2069" },
    { "(فون 020 7946 0000) (2)", "ur", "(فون \u2066" "020 7946 0000\u2069) (2)" },
    { "پتہ QA8 6VE، 020 7946 12B", "ur", "پتہ QA8 6VE، \u2066" "020 7946\u2069 12B" },
    { "3-5 دن، 10-12 ہفتے", "ur", "3-5 دن، 10-12 ہفتے" },
    { "Note: فون 020 7946 0000", "en", "Note: فون \u2066" "020 7946 0000\u2069" },
    { "30", "en", "30" },
    { "5 people, 020 7946 0000", "en", "5 people, 020 7946 0000" },
    { "2. Your home", "en", "2. Your home" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *directed = stile_language_direct (table[i].text, table[i].tag);

      g_assert_cmpstr (directed, ==, table[i].directed);
    }
}

static void
test_isolates (void)
{
  g_autofree char *isolated = stile_language_isolate ("020 7946 0000");

  g_assert_cmpstr (isolated, ==, "\u2068" "020 7946 0000\u2069");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script/new", test_new);
  g_test_add_func ("/script/direction-by-tag", test_direction_by_tag);
  g_test_add_func ("/script/fonts-by-tag", test_fonts_by_tag);
  g_test_add_func ("/script/languages-with-fonts", test_languages_with_fonts);
  g_test_add_func ("/script/same-language", test_same_language);
  g_test_add_func ("/script/direction-of-lines", test_direction_of_lines);
  g_test_add_func ("/script/isolates", test_isolates);
  return g_test_run ();
}
