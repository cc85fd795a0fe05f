// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "person-item.h"

G_BEGIN_DECLS

/** One person in the list, as it is seen. */
#define STILE_TYPE_PEOPLE_ROW (stile_people_row_get_type ())
G_DECLARE_FINAL_TYPE (StilePeopleRow, stile_people_row, STILE, PEOPLE_ROW, AdwBin)

StilePeopleRow *stile_people_row_new (void);
/** Shows @item, with @reminder or NULL; recycled by the list for another one later. */
void stile_people_row_set_item (StilePeopleRow *row, StilePersonItem *item, const char *reminder,
                                GDateTime *now);

G_END_DECLS
