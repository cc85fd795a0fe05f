// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: a spreadsheet of services. Its first row names the columns; README.md lists
 * them. A row becomes the same record that a feed would have, and is read as one. */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

/** The columns that a header names, for the rows below; columns that nobody knows are told. A new
 *  GPtrArray of borrowed strings, NULL where a column is unknown; NULL where none is called
 *  "name". */
GPtrArray *stile_csv_read_header (const StileReading *reading, GPtrArray *cells);
/** One row as a record of HSDS 3.1, a new reference. */
JsonObject *stile_csv_read_row (const StileReading *reading, GPtrArray *columns, GPtrArray *cells);

G_END_DECLS
