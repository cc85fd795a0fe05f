// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** What a person may ask of those who keep their record, as a menu: to see all of it and who looked
 *  at it, to have it corrected, to have it erased. What cannot be done now says why not.
 *
 *  Signals: "changed", when something was corrected; "erased", when the person is gone. */
#define STILE_TYPE_PERSON_ACTIONS (stile_person_actions_get_type ())
G_DECLARE_FINAL_TYPE (StilePersonActions, stile_person_actions, STILE, PERSON_ACTIONS, AdwBin)

/** @casework outlives it, or is taken from it by stile_person_actions_close(). */
void stile_person_actions_open (StilePersonActions *actions, StileCasework *casework,
                                const StileCase *person_file);
void stile_person_actions_close (StilePersonActions *actions);

G_END_DECLS
