// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

static void
test_new (void)
{
  StilePerson person = { .name = (char *) "Mina",
                         .needs = (char *) "Quiet room",
                         .read_aloud = TRUE };
  g_autoptr (StilePerson) copy = stile_person_copy (&person);

  g_assert_cmpstr (copy->name, ==, "Mina");
  g_assert_cmpstr (copy->needs, ==, "Quiet room");
  g_assert_true (copy->read_aloud);
  g_assert_null (copy->reference);
}

static void
test_title (void)
{
  StilePerson named = { .name = (char *) "Mina", .reference = (char *) "D-1" };
  StilePerson unnamed = { .reference = (char *) "D-1" };

  g_assert_cmpstr (stile_person_get_title (&named), ==, "Mina");
  g_assert_cmpstr (stile_person_get_title (&unnamed), ==, "D-1");
}

static void
test_every_field_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = {
    .name = (char *) "Mina",
    .reference = (char *) "D-1",
    .language = (char *) "pt-BR",
    .read_aloud = TRUE,
    .larger_text = TRUE,
    .interpreter = TRUE,
    .needs = (char *) "One\nTwo",
  };
  g_autofree char *case_id = NULL;
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (person_file->person->name, ==, "Mina");
  g_assert_cmpstr (person_file->person->reference, ==, "D-1");
  g_assert_cmpstr (person_file->person->language, ==, "pt-BR");
  g_assert_true (person_file->person->read_aloud);
  g_assert_true (person_file->person->larger_text);
  g_assert_true (person_file->person->interpreter);
  g_assert_cmpstr (person_file->person->needs, ==, "One\nTwo");
}

static void
test_size_of_text_comes_back (Fixture *fixture, gconstpointer data)
{
  static const guint percents[] = { 100, 150, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (GError) error = NULL;
      StilePerson person = { .name = (char *) "Mina" };
      g_autofree char *case_id = NULL;
      g_autoptr (StileCase) person_file = NULL;

      stile_person_set_text_percent (&person, percents[i]);
      g_assert_cmpint (person.larger_text, ==, percents[i] > 100);
      stile_casework_open_case (fixture->casework, &person, &case_id, &error);
      g_assert_no_error (error);
      person_file = fixture_load (fixture, case_id);
      g_assert_cmpuint (stile_person_get_text_percent (person_file->person), ==, percents[i]);
    }
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    StilePerson person;
    const char *words;
  } refusals[] = {
    { { 0 }, "name or a reference" },
    { { .name = (char *) "", .reference = (char *) "  " }, "name or a reference" },
    { { .name = (char *) "\u200f\u200b" }, "name or a reference" },
    { { .name = (char *) "Mina\aStorey" }, "The name" },
    { { .name = (char *) "Mina\nStorey" }, "The name" },
    { { .name = (char *) "Mina\u2028Storey" }, "The name" },
    { { .name = (char *) "Mina\xc2\x85 Storey" }, "The name" },
    { { .name = (char *) "Mina \xff" }, "The name" },
    { { .name = (char *) "Mina", .reference = (char *) "\x7f" }, "The reference" },
    { { .name = (char *) "Mina", .language = (char *) "not a tag" }, "language" },
    { { .name = (char *) "Mina", .language = (char *) "en_GB" }, "language" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *case_id = NULL;

      fixture_assert_refused (
          stile_casework_open_case (fixture->casework, &refusals[i].person, &case_id, &error),
          &error, STILE_CASEWORK_ERROR_INPUT, refusals[i].words);
      g_assert_null (case_id);
    }
}

static void
test_longest_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  StilePerson person = { 0 };
  g_autofree char *case_id = NULL;
  g_autofree char *no_case = NULL;

  for (guint i = 0; i < STILE_NAME_MAX_CHARS; i++)
    g_string_append (name, "ż");
  person.name = name->str;
  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  g_assert_no_error (error);

  g_string_append (name, "ż");
  person.name = name->str;
  fixture_assert_refused (stile_casework_open_case (fixture->casework, &person, &no_case, &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "500");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/new", test_new);
  g_test_add_func ("/person/title", test_title);
  fixture_add ("/person/every-field-comes-back", test_every_field_comes_back);
  fixture_add ("/person/size-of-text-comes-back", test_size_of_text_comes_back);
  fixture_add ("/person/refusals", test_refusals);
  fixture_add ("/person/longest-name", test_longest_name);
  return g_test_run ();
}
