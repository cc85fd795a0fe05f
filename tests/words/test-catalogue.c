// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue.h"

#include "made-up-catalogue.h"

static const char polish[] = "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;";
static const char lines[] = "msgid \"Continue\"\nmsgstr \"Dalej\"\n"
                            "msgid \"Back\"\nmsgstr \"\"\n"
                            "msgctxt \"in a date\"\nmsgid \"May\"\nmsgstr \"maja\"\n"
                            "msgid \"%u day\"\nmsgid_plural \"%u days\"\n"
                            "msgstr[0] \"%u dzień\"\nmsgstr[1] \"%u dni\"\nmsgstr[2] \"%u dni.\"\n";

static StileCatalogue *
new_catalogue (void)
{
  g_autoptr (GBytes) mo = made_up_catalogue_new ("pl", polish, lines);

  return stile_catalogue_new (mo);
}

static void
test_new (void)
{
  g_autoptr (StileCatalogue) catalogue = new_catalogue ();

  g_assert_nonnull (catalogue);
}

static void
test_words (void)
{
  g_autoptr (StileCatalogue) catalogue = new_catalogue ();

  g_assert_cmpstr (stile_catalogue_get (catalogue, NULL, "Continue"), ==, "Dalej");
  g_assert_null (stile_catalogue_get (catalogue, NULL, "Back"));
  g_assert_null (stile_catalogue_get (catalogue, NULL, "Never heard of"));
}

static void
test_words_in_context (void)
{
  g_autoptr (StileCatalogue) catalogue = new_catalogue ();

  g_assert_cmpstr (stile_catalogue_get (catalogue, "in a date", "May"), ==, "maja");
  g_assert_null (stile_catalogue_get (catalogue, NULL, "May"));
}

static void
test_plurals (void)
{
  g_autoptr (StileCatalogue) catalogue = new_catalogue ();

  g_assert_cmpstr (stile_catalogue_get_plural (catalogue, "%u day", 1), ==, "%u dzień");
  g_assert_cmpstr (stile_catalogue_get_plural (catalogue, "%u day", 3), ==, "%u dni");
  g_assert_cmpstr (stile_catalogue_get_plural (catalogue, "%u day", 5), ==, "%u dni.");
  g_assert_null (stile_catalogue_get_plural (catalogue, "%u week", 5));
}

static void
test_head (void)
{
  g_autoptr (StileCatalogue) catalogue = new_catalogue ();
  g_autofree char *language = stile_catalogue_dup_head (catalogue, "Language");
  g_autofree char *review = stile_catalogue_dup_head (catalogue, "X-Stile-Review");

  g_assert_cmpstr (language, ==, "pl");
  g_assert_cmpstr (review, ==, "draft");
  g_assert_null (stile_catalogue_dup_head (catalogue, "Lang"));
}

/* Whatever is wrong with a file, reading it ends. */
static void
test_damaged_files (void)
{
  g_autoptr (GBytes) mo = made_up_catalogue_new ("pl", polish, lines);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (mo, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (bytes, size);
      g_autoptr (GBytes) shorter = g_bytes_new (bytes, i);
      g_autoptr (GBytes) other = NULL;
      g_autoptr (StileCatalogue) cut = stile_catalogue_new (shorter);
      g_autoptr (StileCatalogue) changed = NULL;

      damaged[i] ^= 0xff;
      other = g_bytes_new_take (g_steal_pointer (&damaged), size);
      changed = stile_catalogue_new (other);
      if (cut)
        g_assert_null (stile_catalogue_get (cut, NULL, "Never heard of"));
      if (changed)
        {
          stile_catalogue_get (changed, "in a date", "May");
          stile_catalogue_get_plural (changed, "%u day", 5);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/new", test_new);
  g_test_add_func ("/catalogue/words", test_words);
  g_test_add_func ("/catalogue/words-in-context", test_words_in_context);
  g_test_add_func ("/catalogue/plurals", test_plurals);
  g_test_add_func ("/catalogue/head", test_head);
  g_test_add_func ("/catalogue/damaged-files", test_damaged_files);
  return g_test_run ();
}
