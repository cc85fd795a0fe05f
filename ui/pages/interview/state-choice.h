// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "answer.h"
#include "phrase.h"

G_BEGIN_DECLS

/** "Prefer not to say" and "Don't know", which are there for every question and always in sight.
 *  Emits "chosen" when the person chose one of them. */
#define STILE_TYPE_STATE_CHOICE (stile_state_choice_get_type ())
G_DECLARE_FINAL_TYPE (StileStateChoice, stile_state_choice, STILE, STATE_CHOICE, AdwBin)

/** Declined or unknown; unanswered while neither is chosen. */
StileAnswerState stile_state_choice_get_state (StileStateChoice *choice);
/** Shows a state without a signal; any other than those two shows neither. */
void stile_state_choice_set_state (StileStateChoice *choice, StileAnswerState state);
/** Says both in these languages. */
void stile_state_choice_say (StileStateChoice *choice, const StileLanguages *languages);
/** Chooses for the person, who pressed a key: declined or unknown. */
void stile_state_choice_choose (StileStateChoice *choice, StileAnswerState state);

G_END_DECLS
