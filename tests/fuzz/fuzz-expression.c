// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as a condition, in every place a form has for one: faults inside its length, or code
 * whose value, test and number agree. */

#include <string.h>

#include "expression-private.h"
#include "form-private.h"
#include "fuzz.h"
#include "interview-private.h"
#include "scenario.h"

static void
try_expression (const StileScenario *scenario, const char *source, StilePlace place)
{
  const StileForm *form = scenario->form;
  const StileScope *scope = &scenario->interview->scoring[STILE_PASS_AS_IS]->scope;
  g_autoptr (StileArena) arena = stile_arena_new ();
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileView view = { .place = place, .n_questions = form->n_questions,
                     .n_calculates = form->n_calculates, .n_findings = form->n_findings };
  const StileExpression *expression = stile_expression_compile (
    source, &view, form, ((StileFormBox *) form)->names, arena, faults);
  g_auto (StileValue) value = { .string = "" };
  g_autofree char *text = NULL;
  double number;

  g_assert_true ((expression == NULL) == (faults->len > 0));
  for (guint i = 0; i < faults->len; i++)
    g_assert_cmpuint (((StileFault *) g_ptr_array_index (faults, i))->column, <=,
                      strlen (source) + 1);
  if (!expression)
    return;

  stile_expression_evaluate (expression, scope, &value);
  text = stile_value_to_string (&value);
  number = stile_expression_number (expression, scope);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (stile_expression_test (expression, scope), ==,
                   stile_value_to_boolean (&value));
  g_assert_true (number == stile_value_to_number (&value) || number != number);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  static StileScenario *scenario;
  g_autofree char *source = g_strndup ((const char *) data, length);

  if (!scenario)
    {
      scenario = stile_scenario_new ("assess/forms/sleep-and-money.xml");
      stile_scenario_load (scenario, "{\"sleep\": \"friends\", \"owed\": [\"rent\", \"power\"], "
                                     "\"nights\": 30, \"short\": {\"declined\": true}}");
      stile_result_free (stile_result_new (scenario->interview));
    }

  /* Attributes of a form are UTF-8: what is not never gets here. */
  if (g_utf8_validate (source, -1, NULL))
    for (int place = STILE_PLACE_RELEVANT; place <= STILE_PLACE_REFERRAL; place++)
      try_expression (scenario, source, (StilePlace) place);

  return 0;
}
