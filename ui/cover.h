// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "reading.h"

G_BEGIN_DECLS

/** What is seen instead of everything private while the screen is hidden. */
#define STILE_TYPE_COVER (stile_cover_get_type ())
G_DECLARE_FINAL_TYPE (StileCover, stile_cover, STILE, COVER, AdwBin)

/** It is in place of a claimant's page, read like this: in the same language, as large, and with no
 *  way to another window where they are alone. NULL: of anything else, which is the adviser's. */
void stile_cover_stand_for (StileCover *cover, StileReading *reading);

G_END_DECLS
