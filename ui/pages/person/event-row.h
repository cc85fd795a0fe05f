// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** A line of what happened to a person, seen from @now; long words are folded away. Where they can
 *  be corrected it has a button for it: the page has the action "person.correct-words", of the id
 *  of the event. */
GtkWidget *stile_event_row_new (const StileEvent *event, GDateTime *now);

G_END_DECLS
