// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

static const struct
{
  const char *tag;
  const char *name;
} cases[] = {
  { "en", "English" },   { "pl", "Polski" },   { "cy", "Cymraeg" },     { "pt-BR", "Português" },
  { "PT_br", "Português" }, { "ckb", "کوردیی ناوەندی" }, { "tlh", "tlh" }, { "", "" },
};

static void
test_own_name (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (stile_language_get_own_name (cases[i].tag), ==, cases[i].name);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/own-name", test_own_name);
  return g_test_run ();
}
