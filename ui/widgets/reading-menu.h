// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "reading.h"

G_BEGIN_DECLS

/** How a page is read, for pointers: a button for the other language, where there are two, and a
 *  menu for all the ways to show them and the size of the text. */
#define STILE_TYPE_READING_MENU (stile_reading_menu_get_type ())
G_DECLARE_FINAL_TYPE (StileReadingMenu, stile_reading_menu, STILE, READING_MENU, AdwBin)

/** Follows @reading from now on. */
void stile_reading_menu_set_reading (StileReadingMenu *menu, StileReading *reading);

G_END_DECLS
