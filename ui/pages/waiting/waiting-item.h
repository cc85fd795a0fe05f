// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "followup.h"

G_BEGIN_DECLS

/** Somebody who was left alone, as a list model holds them. */
#define STILE_TYPE_WAITING_ITEM (stile_waiting_item_get_type ())
G_DECLARE_FINAL_TYPE (StileWaitingItem, stile_waiting_item, STILE, WAITING_ITEM, GObject)

/** Takes @parked over. */
StileWaitingItem *stile_waiting_item_new (StileParked *parked);
const StileParked *stile_waiting_item_get_parked (StileWaitingItem *item);

/** For how long: "29 days"; "Not known" where a clock was wrong. Free with g_free. */
char *stile_waiting_describe_days (const StileParked *parked);

/** "3 people are waiting too long"; NULL for none. Free with g_free. */
char *stile_waiting_describe_count (guint count);

G_END_DECLS
