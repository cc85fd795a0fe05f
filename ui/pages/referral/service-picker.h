// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "service-match.h"

G_BEGIN_DECLS

/** The services that fit a referral, the best first, each with why: three at first, and all of them
 *  on demand. Any number can be chosen, but none that nobody can be sent to now. Signal "changed",
 *  when the choice is another. */
#define STILE_TYPE_SERVICE_PICKER (stile_service_picker_get_type ())
G_DECLARE_FINAL_TYPE (StileServicePicker, stile_service_picker, STILE, SERVICE_PICKER, AdwBin)

/** @matches: of StileMatch, as stile_directory_match() orders them; kept. */
GtkWidget *stile_service_picker_new (GPtrArray *matches);

/** The ids of those that are chosen, in their order, as a new GPtrArray of borrowed texts. */
GPtrArray *stile_service_picker_list_chosen (StileServicePicker *picker);

G_END_DECLS
