// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** What a centre sets for itself. Each group of it is a widget of its own in this folder, which
 *  saves what is entered as soon as its field is left. */
#define STILE_TYPE_PREFERENCES_PAGE (stile_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (StilePreferencesPage, stile_preferences_page, STILE, PREFERENCES_PAGE, AdwBin)

/** With the @forms on this computer, and a sentence for each that cannot be read in @problems. */
void stile_preferences_page_open (StilePreferencesPage *page, StileCasework *casework,
                                  GPtrArray *forms, GPtrArray *problems);
/** TRUE if all that was entered is in the record book. Where it is not, the page says why, beside
 *  the field. */
gboolean stile_preferences_page_save (StilePreferencesPage *page);
void stile_preferences_page_close (StilePreferencesPage *page);

G_END_DECLS
