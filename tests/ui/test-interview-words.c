// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/interview/interview-words.h"

static void
test_progress (void)
{
  static const struct
  {
    const char *question;
    const char *words;
  } table[] = {
    { "welcome", "About 7 questions in all" },
    { "sleep", "Question 1 of about 7" },
    { "notice", "Question 2 of about 7" },
    { "since", "Question 3 of about 7" },
    { "benefit", "Question 7 of about 7" },
  };
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) interview =
    assessment_fixture_new_interview (form, "{\"sleep\": \"home\"}");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint question = stile_form_find_question (form, table[i].question)->index;
      g_autofree char *words = stile_interview_words_dup_progress (interview, question);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static void
test_section (void)
{
  static const struct
  {
    StileSectionState state;
    const char *words;
  } table[] = {
    { STILE_SECTION_NOT_STARTED, "Not started" },
    { STILE_SECTION_STARTED, "3 of 5 answered" },
    { STILE_SECTION_DONE, "Done" },
    { STILE_SECTION_SKIPPED, "Nothing to ask here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = stile_interview_words_dup_section (table[i].state, 5, 3);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static void
test_saved (void)
{
  g_autofree char *nothing = stile_interview_words_dup_saved (STILE_SAVE_NOTHING, NULL);
  g_autofree char *waiting = stile_interview_words_dup_saved (STILE_SAVE_WAITING, NULL);
  g_autofree char *saved = stile_interview_words_dup_saved (STILE_SAVE_SAVED, NULL);
  g_autofree char *failed =
    stile_interview_words_dup_saved (STILE_SAVE_FAILED, "The disk is full.");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (waiting, ==, "Not saved yet");
  g_assert_cmpstr (saved, ==, "Saved");
  g_assert_cmpstr (failed, ==,
                   "The disk is full. Your answer is kept here, and saving is tried again.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview-words/progress", test_progress);
  g_test_add_func ("/interview-words/section", test_section);
  g_test_add_func ("/interview-words/saved", test_saved);
  return g_test_run ();
}
