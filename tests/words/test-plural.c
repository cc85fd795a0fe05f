// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plural.h"

#define ENGLISH "nplurals=2; plural=(n != 1);"
#define POLISH \
  "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
#define ARABIC \
  "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 " \
  ": 5;"
#define WELSH "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;"

static void
test_new (void)
{
  g_autoptr (StilePlural) plural = stile_plural_new (POLISH);

  g_assert_nonnull (plural);
  g_assert_cmpuint (stile_plural_get_n_forms (plural), ==, 3);
}

static void
test_rules_of_languages (void)
{
  static const struct
  {
    const char *rule;
    gulong n;
    guint form;
  } table[] = {
    { ENGLISH, 0, 1 }, { ENGLISH, 1, 0 }, { ENGLISH, 2, 1 },  { POLISH, 1, 0 },  { POLISH, 2, 1 },
    { POLISH, 5, 2 },  { POLISH, 12, 2 }, { POLISH, 22, 1 },  { POLISH, 0, 2 },  { ARABIC, 0, 0 },
    { ARABIC, 1, 1 },  { ARABIC, 2, 2 },  { ARABIC, 3, 3 },   { ARABIC, 11, 4 }, { ARABIC, 100, 5 },
    { WELSH, 8, 3 },   { WELSH, 3, 2 },   { "nplurals=1; plural=0;", 7, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (StilePlural) plural = stile_plural_new (table[i].rule);

      g_test_message ("%s for %lu", table[i].rule, table[i].n);
      g_assert_cmpuint (stile_plural_choose (plural, table[i].n), ==, table[i].form);
    }
}

static void
test_operators_of_c (void)
{
  static const struct
  {
    const char *expression;
    gulong value;
  } table[] = {
    { "1+2*3", 7 },     { "(1+2)*3", 9 },  { "7-2-1", 4 },    { "!0", 1 },      { "!n", 0 },
    { "1<2", 1 },       { "2<=1", 0 },     { "2>1", 1 },      { "1>=2", 0 },    { "0||n", 1 },
    { "1&&0||1", 1 },   { "1?2?3:4:5", 3 }, { "0?1:0?2:3", 3 }, { "9/2%3", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *rule = g_strdup_printf ("nplurals=16; plural=%s;", table[i].expression);
      g_autoptr (StilePlural) plural = stile_plural_new (rule);

      g_test_message ("%s", table[i].expression);
      g_assert_cmpuint (stile_plural_choose (plural, 10), ==, table[i].value);
    }
}

static void
test_refuses_what_is_no_rule (void)
{
  static const char *const rules[] = {
    "", "nplurals=2;", "plural=n;", "nplurals=0; plural=0;", "nplurals=99; plural=0;",
    "nplurals=2; plural=;", "nplurals=2; plural=n n;", "nplurals=2; plural=(n;",
    "nplurals=2; plural=n ? 1;", "nplurals=2; plural=m;", "nplurals=2; plural=n/0;",
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *deep_rule = g_strdup_printf ("nplurals=2; plural=%s", deep);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_test_message ("%s", rules[i]);
      g_assert_null (stile_plural_new (rules[i]));
    }
  g_assert_null (stile_plural_new (deep_rule));
}

static void
test_a_form_that_is_not_there (void)
{
  g_autoptr (StilePlural) plural = stile_plural_new ("nplurals=2; plural=n;");

  g_assert_cmpuint (stile_plural_choose (plural, 5), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plural/new", test_new);
  g_test_add_func ("/plural/rules-of-languages", test_rules_of_languages);
  g_test_add_func ("/plural/operators-of-c", test_operators_of_c);
  g_test_add_func ("/plural/refuses-what-is-no-rule", test_refuses_what_is_no_rule);
  g_test_add_func ("/plural/a-form-that-is-not-there", test_a_form_that_is_not_there);
  return g_test_run ();
}
