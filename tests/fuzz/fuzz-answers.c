// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as answers: a sentence, or answers that are the same when written and read again. */

#include <string.h>

#include "fuzz.h"
#include "scenario.h"

static char *
dup_answers (const StileScenario *scenario)
{
  g_autoptr (JsonNode) answers = stile_interview_answers_to_json (scenario->interview, TRUE);

  return json_to_string (answers, FALSE);
}

static void
try_answers (StileScenario *scenario, JsonNode *answers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *again = NULL, *first_result = NULL, *second_result = NULL;

  if (!stile_interview_load_json (scenario->interview, answers, &error))
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  first = dup_answers (scenario);
  first_result = stile_scenario_dup_result (scenario);
  stile_scenario_load (scenario, first);
  again = dup_answers (scenario);
  second_result = stile_scenario_dup_result (scenario);
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first_result, ==, second_result);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  static StileScenario *every_type, *quick_needs;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answers = stile_answers_parse ((const char *) data, length, &error);

  if (!every_type)
    {
      every_type = stile_scenario_new ("assess/forms/every-type.xml");
      quick_needs = stile_scenario_new_shipped ("quick-needs");
    }

  g_assert_true ((answers == NULL) == (error != NULL));
  if (answers)
    {
      try_answers (every_type, answers);
      try_answers (quick_needs, answers);
    }

  return 0;
}
