// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: where distances are measured from, worked out without a map. */

#pragma once

#include "match-rank.h"
#include "store.h"

G_BEGIN_DECLS

/** Fills @origin, which must be zeros, from a postcode or its first part; NULL, or what is none,
 *  leaves it as it is. The place is roughly the middle of the district, from the services in it
 *  that have coordinates. */
gboolean stile_origin_find (StileStore *store, const char *postcode, StileOrigin *origin,
                            GError **error);
void stile_origin_clear (StileOrigin *origin);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StileOrigin, stile_origin_clear)

G_END_DECLS
