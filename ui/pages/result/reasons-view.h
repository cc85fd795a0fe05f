// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "result.h"

G_BEGIN_DECLS

/** Why a result is what it is, unfolded on demand: the answers behind each domain, the rules behind
 *  the findings and the category, and the single answers that would change it. */
#define STILE_TYPE_REASONS_VIEW (stile_reasons_view_get_type ())
G_DECLARE_FINAL_TYPE (StileReasonsView, stile_reasons_view, STILE, REASONS_VIEW, AdwBin)

/** @result need not outlive the call; NULL empties the view. */
void stile_reasons_view_show (StileReasonsView *view, const StileResult *result,
                              const char *language);

G_END_DECLS
