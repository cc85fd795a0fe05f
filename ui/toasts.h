// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** What the adviser is told in passing, in their language, until they have read it. While a
 *  claimant's page is seen it waits, and so does what stands already. */
typedef struct _StileToasts StileToasts;

/** @overlay outlives them. */
StileToasts *stile_toasts_new (AdwToastOverlay *overlay);
void stile_toasts_free (StileToasts *toasts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileToasts, stile_toasts_free)

void stile_toasts_say (StileToasts *toasts, const char *sentence);
void stile_toasts_set_waiting (StileToasts *toasts, gboolean is_waiting);

G_END_DECLS
