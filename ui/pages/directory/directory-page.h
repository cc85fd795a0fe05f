// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

/** The local services: search, filters, and a way to import others. */
#define STILE_TYPE_DIRECTORY_PAGE (stile_directory_page_get_type ())
G_DECLARE_FINAL_TYPE (StileDirectoryPage, stile_directory_page, STILE, DIRECTORY_PAGE, AdwBin)

/** Lists the services, as they were searched and filtered before. @problem says why the directory
 *  cannot be used, or is NULL. */
gboolean stile_directory_page_open (StileDirectoryPage *page, StileCasework *casework,
                                    StileDirectory *directory, const char *problem,
                                    GError **error);
/** Takes search and filters back. */
void stile_directory_page_clear (StileDirectoryPage *page);
/** Drops all services; search and filters stay for when the page comes back. */
void stile_directory_page_close (StileDirectoryPage *page);

G_END_DECLS
