// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/people/person-item.h"
#include "words.h"

static void
test_new (void)
{
  StilePersonRow *row = g_new0 (StilePersonRow, 1);
  g_autoptr (StilePersonItem) item = stile_person_item_new (row);

  g_assert_true (stile_person_item_get_row (item) == row);
}

static const struct
{
  StilePersonRow row;
  const char *words;
  const char *reminder;
} cases[] = {
  { { .assessment_id = NULL }, "No assessment yet" },
  { { .assessment_id = (char *) "a", .in_progress = TRUE }, "In progress" },
  { { .assessment_id = (char *) "a", .to_decide = TRUE, .category = (char *) "Guided" },
    "To decide" },
  { { .assessment_id = (char *) "a", .category = (char *) "Guided" }, "Guided" },
  { { .assessment_id = (char *) "a" }, "Decided" },
  { { .assessment_id = (char *) "a", .category = (char *) "Guided", .open_referrals = 1 },
    "\u2068Guided\u2069 · 1 referral not taken up" },
  { { .assessment_id = (char *) "a", .category = (char *) "Guided", .open_referrals = 2 },
    "\u2068Guided\u2069 · 2 referrals not taken up" },
  { { .assessment_id = (char *) "a", .category = (char *) "Guided", .open_referrals = 2 },
    "\u2068Guided\u2069 · 2 referrals not taken up · No reply in 10 days", "No reply in 10 days" },
};

static void
test_describe (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stile_person_row_describe (&cases[i].row, cases[i].reminder);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Urdu is read from the right, whatever the words of the form. */
static void
test_describe_from_the_right (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  const StilePersonRow row = { .assessment_id = (char *) "a",
                               .category = (char *) "Guided",
                               .open_referrals = 2 };
  g_autofree char *words = stile_person_row_describe (&row, NULL);

  g_assert_true (g_str_has_prefix (words, "\u200f\u2068Guided\u2069 · 2 "));
}

static void
test_count (void)
{
  StilePersonRow started = { .in_progress = TRUE, .open_referrals = 3 };
  StilePersonRow finished = { .to_decide = TRUE };
  StilePersonRow new = { NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_add (rows, &started);
  g_ptr_array_add (rows, &finished);
  g_ptr_array_add (rows, &new);
  g_assert_cmpuint (stile_person_rows_count (rows, STILE_PEOPLE_ALL), ==, 3);
  g_assert_cmpuint (stile_person_rows_count (rows, STILE_PEOPLE_IN_PROGRESS), ==, 1);
  g_assert_cmpuint (stile_person_rows_count (rows, STILE_PEOPLE_TO_DECIDE), ==, 1);
  g_assert_cmpuint (stile_person_rows_count (rows, STILE_PEOPLE_REFERRAL_OPEN), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-item/new", test_new);
  g_test_add_func ("/person-item/describe", test_describe);
  g_test_add_func ("/person-item/describe-from-the-right", test_describe_from_the_right);
  g_test_add_func ("/person-item/count", test_count);
  return g_test_run ();
}
