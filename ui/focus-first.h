// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The action of a page that puts the focus where its work begins. It is no grab_focus: GTK 4.8
 *  calls that, too, when Tab has gone past the last part of a page, and would never come to what
 *  lies before. */
#define STILE_ACTION_FOCUS "page.focus"

/** Puts the focus where the work on @page begins; into its first part where it has no such
 *  action. */
void stile_focus_first (GtkWidget *page);

G_END_DECLS
