// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STILE_TYPE_ERROR_SUMMARY (stile_error_summary_get_type ())
G_DECLARE_FINAL_TYPE (StileErrorSummary, stile_error_summary, STILE, ERROR_SUMMARY, AdwBin)

/** Everything that keeps a page from going on, at its top: hidden while there is nothing. */
void stile_error_summary_clear (StileErrorSummary *summary);

/** Adds a sentence; pressing it goes to @field (not owned, may be NULL). */
void stile_error_summary_add (StileErrorSummary *summary, const char *sentence, GtkWidget *field);

gboolean stile_error_summary_is_empty (StileErrorSummary *summary);

/** Takes the focus, so that the summary is seen and read out first. */
void stile_error_summary_present (StileErrorSummary *summary);

G_END_DECLS
