// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* An interview told with the ids of the form, so that a test reads like one. Whatever does not
 * work as told ends the test. */

#pragma once

#include "result.h"

G_BEGIN_DECLS

typedef struct
{
  StileForm *form;
  StileInterview *interview;
} StileScenario;

/** The form in @path, below tests/. It starts on 22 November 2026. */
StileScenario *stile_scenario_new (const char *path);
/** One of the project's own forms. */
StileScenario *stile_scenario_new_shipped (const char *form_id);
void stile_scenario_free (StileScenario *scenario);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileScenario, stile_scenario_free)

/** As typed or chosen; "" takes the answer back. */
void stile_scenario_answer (StileScenario *scenario, const char *question, const char *text);
void stile_scenario_decline (StileScenario *scenario, const char *question);
void stile_scenario_do_not_know (StileScenario *scenario, const char *question);
/** All answers at once, as JSON. */
void stile_scenario_load (StileScenario *scenario, const char *json);

guint stile_scenario_index (const StileScenario *scenario, const char *question);
gboolean stile_scenario_is_relevant (const StileScenario *scenario, const char *question);
/** Free with g_free. */
char *stile_scenario_dup_result (const StileScenario *scenario);

G_END_DECLS
