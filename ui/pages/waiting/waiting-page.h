// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Waiting too long": people with a great need who were left alone, longest first, and why. */
#define STILE_TYPE_WAITING_PAGE (stile_waiting_page_get_type ())
G_DECLARE_FINAL_TYPE (StileWaitingPage, stile_waiting_page, STILE, WAITING_PAGE, AdwBin)

gboolean stile_waiting_page_open (StileWaitingPage *page, StileCasework *casework,
                                  GError **error);
/** Drops the list. */
void stile_waiting_page_close (StileWaitingPage *page);

G_END_DECLS
