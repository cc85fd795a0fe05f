// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Steps in a row, one for each level above the lowest, drawn by the style sheet: full up to a
 *  level, striped on to the highest it could be, empty beyond. Stripes and outlines say it without
 *  colour. */
#define STILE_TYPE_LEVEL_BAR (stile_level_bar_get_type ())
G_DECLARE_FINAL_TYPE (StileLevelBar, stile_level_bar, STILE, LEVEL_BAR, GtkWidget)

/** Levels count from 0, the lowest; a @level below 0 fills nothing. @words is what the bar says to
 *  those who do not see it. */
GtkWidget *stile_level_bar_new (guint n_levels, int level, int highest, const char *words);

G_END_DECLS
