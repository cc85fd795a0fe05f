// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/interview/section-row.h"

static StileSectionRow *
make_row (void)
{
  const StileLanguages languages = { "en", NULL };
  g_autoptr (StilePhrase) phrase = stile_phrase_new_said ("Your home", NULL, &languages);
  StileSectionRow *row = STILE_SECTION_ROW (g_object_ref_sink (stile_section_row_new ()));

  stile_section_row_say (row, phrase);
  return row;
}

static void
test_new (void)
{
  g_assert_finalize_object (make_row ());
}

static void
test_says_how_far_it_is (void)
{
  g_autoptr (StileSectionRow) row = make_row ();

  stile_section_row_set_state (row, STILE_SECTION_STARTED, 5, 2);
  g_assert_true (fixture_says (row, "Your home"));
  g_assert_true (fixture_says (row, "2 of 5 answered"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Your home, 2 of 5 answered");
}

static void
test_what_is_not_begun_is_only_told_to_assistive_tools (void)
{
  g_autoptr (StileSectionRow) row = make_row ();

  stile_section_row_set_state (row, STILE_SECTION_STARTED, 5, 2);
  stile_section_row_set_state (row, STILE_SECTION_NOT_STARTED, 5, 0);
  g_assert_true (fixture_says (row, "Your home"));
  g_assert_false (fixture_says (row, "Not started"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Your home, Not started");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/section-row/new", test_new);
  g_test_add_func ("/section-row/says-how-far-it-is", test_says_how_far_it_is);
  g_test_add_func ("/section-row/what-is-not-begun-is-only-told-to-assistive-tools",
                   test_what_is_not_begun_is_only_told_to_assistive_tools);
  return g_test_run ();
}
