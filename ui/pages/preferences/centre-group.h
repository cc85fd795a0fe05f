// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Local services": the postcode of the centre, from which services are near or far. It is kept in
 *  the record book when its field is left. Who is no manager sees it and why it stays. */
#define STILE_TYPE_CENTRE_GROUP (stile_centre_group_get_type ())
G_DECLARE_FINAL_TYPE (StileCentreGroup, stile_centre_group, STILE, CENTRE_GROUP, AdwBin)

void stile_centre_group_open (StileCentreGroup *group, StileCasework *casework);
/** TRUE if what was entered is in the record book; else the group says why not. */
gboolean stile_centre_group_save (StileCentreGroup *group);
void stile_centre_group_close (StileCentreGroup *group);

G_END_DECLS
