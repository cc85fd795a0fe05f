// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "service-item.h"

G_BEGIN_DECLS

/** A service as a line of a list: what it is called and does, where, and how much room it has. */
#define STILE_TYPE_SERVICE_LINE (stile_service_line_get_type ())
G_DECLARE_FINAL_TYPE (StileServiceLine, stile_service_line, STILE, SERVICE_LINE, AdwBin)

StileServiceLine *stile_service_line_new (void);
/** Shows @item as it is on @today. */
void stile_service_line_set_item (StileServiceLine *line, StileServiceItem *item,
                                  const GDate *today);

G_END_DECLS
