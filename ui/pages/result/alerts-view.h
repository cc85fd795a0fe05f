// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casework.h"
#include <adwaita.h>

G_BEGIN_DECLS

/** What cannot wait, without pushing the rest of the result off the screen: the most urgent in
 *  full, and of each other one a row that opens. The most urgent first. */
#define STILE_TYPE_ALERTS_VIEW (stile_alerts_view_get_type ())
G_DECLARE_FINAL_TYPE (StileAlertsView, stile_alerts_view, STILE, ALERTS_VIEW, AdwBin)

/** Shows the alerts of @result in @language, each with the centre's own words where @casework,
 *  which may be NULL, has some. A row with such words for an alert of now is open. NULL @result:
 *  none. */
void stile_alerts_view_show (StileAlertsView *view, const StileResult *result,
                             StileCasework *casework, const char *language);

G_END_DECLS
