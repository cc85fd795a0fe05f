// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Words are long in some languages and large on some desktops, and libadwaita 1.2 does not always
 * make room for them. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** From now on, in every window:
 *  - a page that holds its width (AdwClamp), and a dialog, is as many times wider as letters are
 *    larger than usual, as far as there is room;
 *  - the title of a group wraps, and so do the buttons of a header bar that would make the window
 *    wider than a small screen;
 *  - what wraps in a row (AdwActionRow) stays inside of it. */
void stile_fit_words_watch (void);

/** How many times larger letters are than usual; never smaller, so that lines don't get shorter
 *  than they were drawn. */
double stile_fit_words_get_scale (void);

G_END_DECLS
