// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Two things side by side where there is room for both, else one under the other. Properties
 *  "first" and "second": the widgets, set once. */
#define STILE_TYPE_SIDE_BY_SIDE (stile_side_by_side_get_type ())
G_DECLARE_FINAL_TYPE (StileSideBySide, stile_side_by_side, STILE, SIDE_BY_SIDE, GtkWidget)

G_END_DECLS
