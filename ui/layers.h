// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What fills the window: one layer at a time, or the cover over all of them. A layer that is left
 * goes with its menus and dialogs, also for assistive technology, and comes back as it was:
 * dialogs, focus, and what was being typed. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _StileLayers StileLayers;

/** @frame is empty and gets what is shown. Somebody else must hold the layers and @cover, too. */
StileLayers *stile_layers_new (AdwBin *frame, GtkWidget *cover);
void stile_layers_free (StileLayers *layers);

/** Shows @layer, at once or as soon as the cover goes. */
void stile_layers_show (StileLayers *layers, GtkWidget *layer);
/** The layer that is seen, or would be without the cover. */
GtkWidget *stile_layers_get_layer (StileLayers *layers);

/** Lets go of what @layer had when it was left: its dialogs are closed, its focus is not looked for
 *  again. */
void stile_layers_forget (StileLayers *layers, GtkWidget *layer);

void stile_layers_set_hidden (StileLayers *layers, gboolean hidden);
gboolean stile_layers_get_hidden (StileLayers *layers);

G_END_DECLS
