// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Urgent help here": the centre's own words and numbers under each alert of a form. */
#define STILE_TYPE_ALERTS_GROUP (stile_alerts_group_get_type ())
G_DECLARE_FINAL_TYPE (StileAlertsGroup, stile_alerts_group, STILE, ALERTS_GROUP, AdwBin)

/** Shows the alerts of the first of @forms that has any. @casework outlives the group, or is taken
 *  from it by stile_alerts_group_close(). */
void stile_alerts_group_open (StileAlertsGroup *group, StileCasework *casework, GPtrArray *forms);
/** TRUE if all that stands in the fields is in the record book. Where it is not, the field that
 *  could not be saved has the focus. */
gboolean stile_alerts_group_save (StileAlertsGroup *group);
void stile_alerts_group_close (StileAlertsGroup *group);

G_END_DECLS
