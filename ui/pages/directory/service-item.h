// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "directory.h"

G_BEGIN_DECLS

/** A service, to be shown in a list. */
#define STILE_TYPE_SERVICE_ITEM (stile_service_item_get_type ())
G_DECLARE_FINAL_TYPE (StileServiceItem, stile_service_item, STILE, SERVICE_ITEM, GObject)

/** Takes @row over. */
StileServiceItem *stile_service_item_new (StileServiceRow *row);
/** Borrowed. */
const StileServiceRow *stile_service_item_get_row (StileServiceItem *item);

G_END_DECLS
