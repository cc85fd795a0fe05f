// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Closes the menus in @page, which is about to leave the window. One that leaves open would go on
 *  taking the keys; and one that was ever open would make all of its page readable again over
 *  AT-SPI (GTK 4.8), so that the main menu and those of text fields are thrown away, too. */
void stile_menus_close (GtkWidget *page);

G_END_DECLS
