// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "result.h"

G_BEGIN_DECLS

/** The needs of a person, drawn: a row for each domain with its name, a bar of levels, and the same
 *  in words. */
#define STILE_TYPE_NEEDS_PROFILE (stile_needs_profile_get_type ())
G_DECLARE_FINAL_TYPE (StileNeedsProfile, stile_needs_profile, STILE, NEEDS_PROFILE, AdwBin)

/** Draws @result, which need not outlive the call; NULL empties the profile. */
void stile_needs_profile_show (StileNeedsProfile *profile, const StileResult *result,
                               const char *language);

G_END_DECLS
