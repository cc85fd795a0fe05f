// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>

#include "pages/directory/service-words.h"
#include "words.h"

static void
test_room (void)
{
  static const struct
  {
    int room;
    const char *words;
  } cases[] = { { STILE_NOT_KNOWN, "Room not known" }, { 0, "Full" }, { 12, "Room for 12" } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stile_service_room_to_words (cases[i].room);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_miles (void)
{
  static const struct
  {
    double miles;
    const char *words;
  } cases[] = {
    { NAN, NULL }, { 0.1, "Less than half a mile" }, { 2.34, "2.3 miles" }, { 14.4, "14 miles" }
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stile_service_miles_to_words (cases[i].miles);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_days (void)
{
  static const struct
  {
    double days;
    const char *words;
  } cases[] = { { NAN, "Not known yet" }, { 0.4, "Less than a day" }, { 1, "About 1 day" },
                { 4.6, "About 5 days" }, { 14, "About 14 days" } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stile_service_days_to_words (cases[i].days);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_row (void)
{
  const StileServiceRow row = { .name = (char *) "Food bank",
                                .organization = (char *) "Mill Trust",
                                .summary = (char *) "Emergency Food",
                                .place = (char *) "Dunford, QA4",
                                .known = TRUE,
                                .miles = 2.34,
                                .room = 3,
                                .room_at = (char *) "2026-11-20" };
  const StileServiceRow bare = { .name = (char *) "X", .room = STILE_NOT_KNOWN, .miles = NAN };
  g_autofree char *where = stile_service_row_describe (&row);
  g_autofree char *nowhere = stile_service_row_describe (&bare);
  g_autofree char *words = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  words = stile_service_row_to_words (&row, &today);
  g_assert_cmpstr (where, ==,
                   "We know them · \u2068Mill Trust\u2069 · \u2068Dunford, QA4\u2069 · 2.3 miles");
  g_assert_cmpstr (nowhere, ==, "");
  g_assert_cmpstr (words, ==,
                   "Food bank, Emergency Food, We know them · Mill Trust · Dunford, QA4 · 2.3 "
                   "miles, Room for 3, told 2 days ago");
}

static void
test_languages (void)
{
  g_autofree char *tags = NULL;
  g_autofree char *trouble = NULL;
  g_autofree char *words = NULL;

  g_assert_true (stile_service_read_languages (" polish، ro;Welsh,, ", &tags, &trouble));
  g_assert_cmpstr (tags, ==, "pl ro cy");
  g_assert_null (trouble);
  words = stile_service_languages_to_words (tags);
  g_assert_cmpstr (words, ==, "Polish, Romanian, Welsh");
}

/* Urdu is read from the right, also where the names that begin the line are Latin, and its figures
 * stay with their miles. */
static void
test_row_from_the_right (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  const StileServiceRow row = { .name = (char *) "Food bank",
                                .organization = (char *) "Mill Trust",
                                .place = (char *) "Dunford, QA4",
                                .miles = 2.3 };
  g_autofree char *where = stile_service_row_describe (&row);

  g_assert_true (
      g_str_has_prefix (where, "\u200f\u2068Mill Trust\u2069 · \u2068Dunford, QA4\u2069 · 2.3 "));
}

static void
test_no_languages (void)
{
  g_autofree char *tags = NULL;
  g_autofree char *trouble = NULL;
  g_autofree char *words = stile_service_languages_to_words (NULL);

  g_assert_true (stile_service_read_languages ("  ", &tags, &trouble));
  g_assert_null (tags);
  g_assert_cmpstr (words, ==, "");
}

static void
test_unknown_language (void)
{
  g_autofree char *tags = NULL;
  g_autofree char *trouble = NULL;

  g_assert_false (stile_service_read_languages ("Polish, Martian", &tags, &trouble));
  g_assert_nonnull (strstr (trouble, "“Martian”"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service-words/room", test_room);
  g_test_add_func ("/service-words/miles", test_miles);
  g_test_add_func ("/service-words/days", test_days);
  g_test_add_func ("/service-words/row", test_row);
  g_test_add_func ("/service-words/row-from-the-right", test_row_from_the_right);
  g_test_add_func ("/service-words/languages", test_languages);
  g_test_add_func ("/service-words/no-languages", test_no_languages);
  g_test_add_func ("/service-words/unknown-language", test_unknown_language);
  return g_test_run ();
}
