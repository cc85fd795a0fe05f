// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "directory.h"

G_BEGIN_DECLS

/** Which services are wanted: kind of help, language, distance, room, known, paused. Signal
 *  "changed", when the person chose. */
#define STILE_TYPE_SERVICE_FILTERS (stile_service_filters_get_type ())
G_DECLARE_FINAL_TYPE (StileServiceFilters, stile_service_filters, STILE, SERVICE_FILTERS, AdwBin)

/** Offers what @directory has; what was chosen before stays chosen where it still can be. @postcode
 *  is the centre's, or NULL: then there are no distances. */
gboolean stile_service_filters_open (StileServiceFilters *filters, StileDirectory *directory,
                                     const char *postcode, GError **error);
/** Everything, without a signal. */
void stile_service_filters_clear (StileServiceFilters *filters);

/** Writes what is chosen into @filter; its texts are borrowed until something else is chosen. */
void stile_service_filters_fill (StileServiceFilters *filters, StileDirectoryFilter *filter);
/** How many choices leave something out. */
guint stile_service_filters_count (StileServiceFilters *filters);

G_END_DECLS
