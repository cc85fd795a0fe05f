// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. Splits a stream of CSV (RFC 4180) into rows. What parts the cells (comma,
 * semicolon or tab) is what the first line has most of. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STILE_CSV_ROW_MAX_BYTES (256 * 1024)

/** Is given each row that is not blank: its cells as char *, and the number of its line. Of one
 *  that is too large, @cells is NULL. FALSE stops. */
typedef gboolean (*StileCsvRowFound) (GPtrArray *cells, guint row, gpointer data);

typedef struct _StileCsvScanner StileCsvScanner;

/** Nothing is read yet. */
StileCsvScanner *stile_csv_scanner_new (StileCsvRowFound found, gpointer data);
void stile_csv_scanner_free (StileCsvScanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileCsvScanner, stile_csv_scanner_free)

/** The next bytes. FALSE where @found said to stop. */
gboolean stile_csv_scanner_push (StileCsvScanner *scanner, const char *bytes, gsize length);
/** There are no more. @cut: they end within quotes. */
gboolean stile_csv_scanner_end (StileCsvScanner *scanner, gboolean *cut);

G_END_DECLS
