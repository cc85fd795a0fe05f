// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario.h"

#include <string.h>

static StileScenario *
new_for_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  StileScenario *scenario = g_new0 (StileScenario, 1);
  GDate started;

  g_date_clear (&started, 1);
  g_date_set_dmy (&started, 22, G_DATE_NOVEMBER, 2026);
  scenario->form = stile_form_load (path, &error);
  g_assert_no_error (error);
  scenario->interview = stile_interview_new (scenario->form, &started);

  return scenario;
}

StileScenario *
stile_scenario_new (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("G_TEST_SRCDIR"), path, NULL);

  return new_for_path (full);
}

StileScenario *
stile_scenario_new_shipped (const char *form_id)
{
  g_autofree char *full
    = g_build_filename (g_getenv ("STILE_FORMS"), form_id, "form.xml", NULL);

  return new_for_path (full);
}

void
stile_scenario_free (StileScenario *scenario)
{
  stile_interview_free (scenario->interview);
  stile_form_unref (scenario->form);
  g_free (scenario);
}

guint
stile_scenario_index (const StileScenario *scenario, const char *question)
{
  const StileQuestion *found = stile_form_find_question (scenario->form, question);

  if (!found)
    g_error ("The form has no question “%s”", question);

  return found->index;
}

void
stile_scenario_answer (StileScenario *scenario, const char *question, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = NULL;
  guint index = stile_scenario_index (scenario, question);

  answer = stile_answer_new (&scenario->form->questions[index], text, &error);
  g_assert_no_error (error);
  stile_interview_set_answer (scenario->interview, index, answer);
}

static void
set_state (StileScenario *scenario, const char *question, StileAnswerState state)
{
  g_autoptr (StileAnswer) answer = stile_answer_new_state (state);

  stile_interview_set_answer (scenario->interview, stile_scenario_index (scenario, question),
                              answer);
}

void
stile_scenario_decline (StileScenario *scenario, const char *question)
{
  set_state (scenario, question, STILE_ANSWER_DECLINED);
}

void
stile_scenario_do_not_know (StileScenario *scenario, const char *question)
{
  set_state (scenario, question, STILE_ANSWER_UNKNOWN);
}

void
stile_scenario_load (StileScenario *scenario, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answers = stile_answers_parse (json, strlen (json), &error);

  g_assert_no_error (error);
  stile_interview_load_json (scenario->interview, answers, &error);
  g_assert_no_error (error);
}

gboolean
stile_scenario_is_relevant (const StileScenario *scenario, const char *question)
{
  return stile_interview_is_relevant (scenario->interview,
                                      stile_scenario_index (scenario, question));
}

char *
stile_scenario_dup_result (const StileScenario *scenario)
{
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  return stile_result_to_json (result);
}
