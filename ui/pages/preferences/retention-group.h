// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Keeping records": for how many months after the last contact, and who is due. */
#define STILE_TYPE_RETENTION_GROUP (stile_retention_group_get_type ())
G_DECLARE_FINAL_TYPE (StileRetentionGroup, stile_retention_group, STILE, RETENTION_GROUP, AdwBin)

void stile_retention_group_open (StileRetentionGroup *group, StileCasework *casework);
/** TRUE if all that was entered is in the record book. */
gboolean stile_retention_group_save (StileRetentionGroup *group);
void stile_retention_group_close (StileRetentionGroup *group);

G_END_DECLS
