// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "form.h"

G_BEGIN_DECLS

/** Where a person decides: confirm the proposed category, or choose another with a reason. Emits
 *  "decide" (const char *category id, const char *reason or NULL) when that is complete, and
 *  "change" when a decision that is told shall be another: stile_decision_panel_ask_again() is
 *  due. */
#define STILE_TYPE_DECISION_PANEL (stile_decision_panel_get_type ())
G_DECLARE_FINAL_TYPE (StileDecisionPanel, stile_decision_panel, STILE, DECISION_PANEL, AdwBin)

/** Asks about the category @proposed of @form, which outlives the panel's use of it. */
void stile_decision_panel_ask (StileDecisionPanel *panel, const StileForm *form, guint proposed,
                               const char *language);
/** Asks which category of @form fits better than the one that was @decided. To be called after
 *  stile_decision_panel_tell(), to which the person can go back. */
void stile_decision_panel_ask_again (StileDecisionPanel *panel, const StileForm *form,
                                     guint decided, const char *language);
/** Shows what was decided, as a sentence. NULL empties the panel. */
void stile_decision_panel_tell (StileDecisionPanel *panel, const char *decision);
/** Says why the decision was not kept. What was entered stays. */
void stile_decision_panel_refuse (StileDecisionPanel *panel, const char *sentence);

G_END_DECLS
