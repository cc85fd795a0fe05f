// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "waiting-item.h"

G_BEGIN_DECLS

/** One person in the list, as it is seen, and what can be done at once. The page has the actions
 *  "waiting.contact" and "waiting.moved-on", of a case id. */
#define STILE_TYPE_WAITING_ROW (stile_waiting_row_get_type ())
G_DECLARE_FINAL_TYPE (StileWaitingRow, stile_waiting_row, STILE, WAITING_ROW, AdwBin)

StileWaitingRow *stile_waiting_row_new (void);
/** Shows @item; recycled by the list for another one later. */
void stile_waiting_row_set_item (StileWaitingRow *row, StileWaitingItem *item);

G_END_DECLS
