// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/person/person-words.h"

static GDateTime *
noon (void)
{
  return g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
}

static const struct
{
  StilePerson person;
  const char *words;
} needs[] = {
  { { NULL }, "" },
  { { .language = (char *) "pl" }, "Reads Polski" },
  { { .language = (char *) "en", .read_aloud = TRUE, .larger_text = TRUE, .interpreter = TRUE,
      .needs = (char *) "sits by the door" },
    "Reads English · Read aloud · Larger text · Interpreter · sits by the door" },
};

static void
test_needs (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autofree char *words = stile_person_describe_needs (&needs[i].person);

      g_assert_cmpstr (words, ==, needs[i].words);
    }
}

static const struct
{
  StileAssessment assessment;
  const char *words;
} assessments[] = {
  { { .started_at = (char *) "2026-11-22T08:00:00.000Z" }, "In progress. Started: Today" },
  { { .finished_at = (char *) "2026-11-22T09:00:00.000Z", .proposed = (char *) "guided" },
    "To decide. Proposed: guided" },
  { { .finished_at = (char *) "2026-11-21T09:00:00.000Z", .proposed = (char *) "guided",
      .decided = (char *) "light", .decided_by = (char *) "Anna",
      .decided_at = (char *) "2026-11-21T10:00:00.000Z" },
    "light. Decided by Anna, Yesterday" },
};

static void
test_assessment (void)
{
  g_autoptr (GDateTime) now = noon ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (assessments); i++)
    {
      g_autofree char *words = stile_assessment_describe (&assessments[i].assessment, now);

      g_assert_cmpstr (words, ==, assessments[i].words);
    }
}

static void
test_title_without_form (void)
{
  const StileAssessment assessment = { .form_id = (char *) "lost-form" };

  g_assert_cmpstr (stile_assessment_get_title (&assessment), ==, "lost-form");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-words/needs", test_needs);
  g_test_add_func ("/person-words/assessment", test_assessment);
  g_test_add_func ("/person-words/title-without-form", test_title_without_form);
  return g_test_run ();
}
