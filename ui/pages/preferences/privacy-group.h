// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Privacy": when the book locks itself, and what this computer does for what leaves it. */
#define STILE_TYPE_PRIVACY_GROUP (stile_privacy_group_get_type ())
G_DECLARE_FINAL_TYPE (StilePrivacyGroup, stile_privacy_group, STILE, PRIVACY_GROUP, AdwBin)

void stile_privacy_group_open (StilePrivacyGroup *group, StileCasework *casework);
/** TRUE if all that was entered is in the record book. */
gboolean stile_privacy_group_save (StilePrivacyGroup *group);
void stile_privacy_group_close (StilePrivacyGroup *group);

G_END_DECLS
