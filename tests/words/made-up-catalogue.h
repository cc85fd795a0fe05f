// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Catalogues for tests, which need no translator and stay as they are. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A .mo of the lines of a PO file; a head with @plurals (NULL: none) is put before them. */
GBytes *made_up_catalogue_new (const char *language, const char *plurals, const char *lines);

/** The same as that language of a throw-away folder, which STILE_LOCALES then names. To be called
 *  before anything is said in it. */
void made_up_catalogue_install (const char *language, const char *plurals, const char *lines);

G_END_DECLS
