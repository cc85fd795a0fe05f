// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** Everybody in the record book: searched as you type, in groups. */
#define STILE_TYPE_PEOPLE_PAGE (stile_people_page_get_type ())
G_DECLARE_FINAL_TYPE (StilePeoplePage, stile_people_page, STILE, PEOPLE_PAGE, AdwBin)

/** Reads the list anew; search and group stay as they were until the page is closed. */
gboolean stile_people_page_open (StilePeoplePage *page, StileCasework *casework, GError **error);
/** Drops the list. */
void stile_people_page_close (StilePeoplePage *page);

G_END_DECLS
