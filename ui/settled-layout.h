// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* On X11, GTK 4.8 measures a window twice when its styles change: at once, with the styles from
 * before, and again when the new ones are known. The first is for nothing; where every word of a
 * page gets another face, as when its language is switched, it is a third of the work. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Lays out one child, as GtkBinLayout does. */
#define STILE_TYPE_SETTLED_LAYOUT (stile_settled_layout_get_type ())
G_DECLARE_FINAL_TYPE (StileSettledLayout, stile_settled_layout, STILE, SETTLED_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *stile_settled_layout_new (void);

/** From now until the styles of its window are known again, @widget, whose layout this is, says
 *  that it is as large as it was. */
void stile_settled_layout_wait (GtkWidget *widget);

G_END_DECLS
