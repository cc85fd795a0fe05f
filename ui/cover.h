// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** What is seen instead of everything private while the screen is hidden. */
#define STILE_TYPE_COVER (stile_cover_get_type ())
G_DECLARE_FINAL_TYPE (StileCover, stile_cover, STILE, COVER, AdwBin)

G_END_DECLS
