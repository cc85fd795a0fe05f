// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

#include <string.h>

static const struct
{
  const char *tag;
  const char *name;
} cases[] = {
  { "en", "English" },   { "pl", "Polski" },   { "cy", "Cymraeg" },     { "UR", "اردو" },
  { "pt-BR", "Português (BR)" }, { "PT_br", "Português (br)" }, { "zh-Hant", "中文 (Hant)" },
  { "ckb", "کوردیی ناوەندی" }, { "tlh", "tlh" }, { "", "" },
};

static void
test_own_name (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (stile_language_get_own_name (cases[i].tag), ==, cases[i].name);
}

static void
test_choices (void)
{
  static const char *const first[] = { "pl", "tlh", "UR", NULL };
  g_auto (GStrv) choices = stile_language_dup_choices (first);
  guint i, polish = 0, urdu = 0;

  g_assert_cmpstr (choices[0], ==, "pl");
  g_assert_cmpstr (choices[1], ==, "tlh");
  g_assert_true (g_strv_contains ((const char *const *) choices, "am"));
  for (i = 0; choices[i] != NULL; i++)
    {
      polish += strcmp (choices[i], "pl") == 0;
      urdu += g_ascii_strcasecmp (choices[i], "ur") == 0;
    }
  g_assert_cmpuint (polish, ==, 1);
  g_assert_cmpuint (urdu, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/own-name", test_own_name);
  g_test_add_func ("/language/choices", test_choices);
  return g_test_run ();
}
