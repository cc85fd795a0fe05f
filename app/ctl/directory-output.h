// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What "stilectl directory" writes to stdout. */

#pragma once

#include "service-match.h"

G_BEGIN_DECLS

/** How an import went: what was found, then the numbers. */
void stile_directory_output_report (const StileImportReport *report);
void stile_directory_output_report_as_json (const StileImportReport *report);

/** A list, of StileServiceRow. */
void stile_directory_output_rows (GPtrArray *rows);
void stile_directory_output_rows_as_json (GPtrArray *rows);

/** A service in full. */
void stile_directory_output_service (const StileService *service, const StileOverlay *overlay);

/** Services with their reasons, of StileMatch. */
void stile_directory_output_matches (GPtrArray *matches);
void stile_directory_output_matches_as_json (GPtrArray *matches);

G_END_DECLS
