// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/interview/interview-steps.h"

/* The id of a question, or "none". */
static const char *
name (const StileForm *form, int question)
{
  return question == STILE_NONE ? "none" : form->questions[question].id;
}

static void
test_start (void)
{
  static const struct
  {
    const char *answers;
    const char *start;
  } table[] = {
    { "{}", "welcome" },
    { "{\"sleep\": \"home\"}", "notice" },
    { "{\"sleep\": {\"declined\": true}}", "nights" },
    { "{\"benefit\": \"uc\"}", "sleep" },
    { "{\"sleep\": \"home\", \"notice\": \"no\", \"since\": \"2020-01-01\", \"owed\": [\"rent\"],"
      " \"rate\": 5, \"say\": {\"unknown\": true}, \"benefit\": \"uc\"}",
      "benefit" },
  };
  g_autoptr (StileForm) form = assessment_fixture_load_form ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (StileInterview) interview =
        assessment_fixture_new_interview (form, table[i].answers);

      g_assert_cmpstr (name (form, stile_interview_steps_find_start (interview)), ==,
                       table[i].start);
    }
}

static void
test_wanted (void)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) interview =
    assessment_fixture_new_interview (form, "{\"sleep\": \"home\"}");

  g_assert_cmpstr (name (form, stile_interview_steps_find_wanted (interview, "benefit")), ==,
                   "benefit");
  g_assert_cmpint (stile_interview_steps_find_wanted (interview, "nights"), ==, STILE_NONE);
  g_assert_cmpint (stile_interview_steps_find_wanted (interview, "unheard-of"), ==, STILE_NONE);
  g_assert_cmpint (stile_interview_steps_find_wanted (interview, NULL), ==, STILE_NONE);
}

static void
test_in_section (void)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) interview = assessment_fixture_new_interview (
    form, "{\"sleep\": \"home\", \"notice\": \"no\", \"since\": \"2020-01-01\","
          " \"owed\": [\"rent\"]}");
  static const char *const found[] = { "welcome", "rate", "benefit" };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    g_assert_cmpstr (name (form, stile_interview_steps_find_in_section (interview, i)), ==,
                     found[i]);
}

static void
test_newly_open (void)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) interview =
    assessment_fixture_new_interview (form, "{\"sleep\": \"home\", \"notice\": \"no\"}");
  g_autofree gboolean *before = stile_interview_steps_dup_open (interview);
  const StileQuestion *sleep = stile_form_find_question (form, "sleep");
  g_autoptr (StileAnswer) friends = stile_answer_new (sleep, "friends", NULL);

  g_assert_cmpint (stile_interview_steps_find_newly_open (interview, before), ==, STILE_NONE);
  stile_interview_set_answer (interview, sleep->index, friends);
  g_assert_cmpstr (name (form, stile_interview_steps_find_newly_open (interview, before)), ==,
                   "nights");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interview-steps/start", test_start);
  g_test_add_func ("/interview-steps/wanted", test_wanted);
  g_test_add_func ("/interview-steps/in-section", test_in_section);
  g_test_add_func ("/interview-steps/newly-open", test_newly_open);
  return g_test_run ();
}
