// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Prepares the menus in @page, which is about to come into the window: that of a GtkMenuButton
 *  with a model is made when it is opened. One that came with its page would get the keys of its
 *  items (their accelerators) late, and GTK 4.8 makes a controller for them then, of which it lets
 *  go twice (update_accel() in gtkmodelbutton.c). */
void stile_menus_prepare (GtkWidget *page);

/** Closes the menus in @page, which is about to leave the window. One that leaves open would go on
 *  taking the keys; and where it was ever open and has a GtkStack inside, as menus and calendars
 *  have, it would make all of its page readable again over AT-SPI (GTK 4.8). So the menus of
 *  buttons and text fields are thrown away, too: a GtkMenuButton is prepared, or makes its popover
 *  itself (gtk_menu_button_set_create_popup_func()). */
void stile_menus_close (GtkWidget *page);

G_END_DECLS
