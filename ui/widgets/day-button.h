// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A button that says which day is chosen, if any, and offers a calendar. Properties: "title", of
 *  what it is the day; "required", that "any day" is none to choose. Signal "changed", when the
 *  person chose. */
#define STILE_TYPE_DAY_BUTTON (stile_day_button_get_type ())
G_DECLARE_FINAL_TYPE (StileDayButton, stile_day_button, STILE, DAY_BUTTON, AdwBin)

/** FALSE: any day. */
gboolean stile_day_button_get_day (StileDayButton *button, GDate *day);
/** Shows @day, NULL for any day, without a signal. */
void stile_day_button_set_day (StileDayButton *button, const GDate *day);
void stile_day_button_clear (StileDayButton *button);

G_END_DECLS
