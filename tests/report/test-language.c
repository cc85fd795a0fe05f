// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document.h"

static void
test_new (void)
{
  g_autofree char *language = stile_language_dup_interface ();

  g_assert_cmpstr (language, ==, "en");
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/new", test_new);
  g_test_add_func ("/language/direction-by-tag", test_direction_by_tag);
  return g_test_run ();
}
