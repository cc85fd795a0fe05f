// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Tables for spreadsheets: CSV as in RFC 4180, in UTF-8. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/** Appends @cells, NULL-terminated, as one row. A text that a spreadsheet would take for a formula
 *  gets an apostrophe in front, which spreadsheets do not show. */
void stile_csv_append_row (GString *csv, const char *const *cells);

/** The people who were left alone, of StileParked (followup.h), below a header of "person",
 *  "since", "days", "support" and "reason"; where the day is not known, "since" and "days" are
 *  empty. It names people: stile_casework_record_export (…, STILE_WHAT_PARKED) goes before it. Free
 *  with g_free. */
char *stile_parked_to_csv (GPtrArray *list);

G_END_DECLS
