// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "casework.h"

G_BEGIN_DECLS

/** A row of the list of people, as a list model holds it. */
#define STILE_TYPE_PERSON_ITEM (stile_person_item_get_type ())
G_DECLARE_FINAL_TYPE (StilePersonItem, stile_person_item, STILE, PERSON_ITEM, GObject)

/** Takes @row over. */
StilePersonItem *stile_person_item_new (StilePersonRow *row);
const StilePersonRow *stile_person_item_get_row (StilePersonItem *item);

/** How things stand with a person, in words; @reminder, of their referrals, or NULL. Free with
 *  g_free. */
char *stile_person_row_describe (const StilePersonRow *row, const char *reminder);

/** How many of @rows (of StilePersonRow) are in @group. */
guint stile_person_rows_count (GPtrArray *rows, StilePeopleGroup group);

G_END_DECLS
