// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is known of a service, fact by fact, in lists of rows. */

#pragma once

#include <adwaita.h>

#include "directory.h"
#include "followup.h"

G_BEGIN_DECLS

/** One fact as a row: what it is, and under it what is known. What came from a feed is shown as the
 *  text it is. */
GtkWidget *stile_fact_row_new (const char *title, const char *text);

/** Replaces the rows of @list by what the directory says of a service. */
void stile_service_facts_show (GtkListBox *list, const StileService *service);
/** By what the centre knows itself. There is one row at least. */
void stile_service_facts_show_overlay (GtkListBox *list, const StileOverlay *overlay,
                                       const GDate *today);
/** By how referrals to it went; @figures NULL: nobody was ever referred there. */
void stile_service_facts_show_figures (GtkListBox *list, const StileServiceFigures *figures);

void stile_service_facts_clear (GtkListBox *list);

G_END_DECLS
