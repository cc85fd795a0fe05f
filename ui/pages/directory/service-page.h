// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

/** A service in full: what the directory says, what the centre knows, and how referrals to it
 *  went. */
#define STILE_TYPE_SERVICE_PAGE (stile_service_page_get_type ())
G_DECLARE_FINAL_TYPE (StileServicePage, stile_service_page, STILE, SERVICE_PAGE, AdwBin)

gboolean stile_service_page_open (StileServicePage *page, StileCasework *casework,
                                  StileDirectory *directory, const char *id, GError **error);
/** Drops all that is shown. */
void stile_service_page_close (StileServicePage *page);

G_END_DECLS
