// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: a service that is being put together. */

#pragma once

#include "service.h"

G_BEGIN_DECLS

/** All texts of a service but its id and its name. */
#define STILE_SERVICE_N_TEXTS 14
extern const gsize stile_service_texts[STILE_SERVICE_N_TEXTS];
/** One of them, to read or to set. */
char **stile_service_get_text (StileService *service, guint index);

/** Leaves of each phone, place, term… only the first. */
void stile_service_drop_repeats (StileService *service);

/** Adds what @other knows and @service does not; takes it out of @other. */
void stile_service_merge (StileService *service, StileService *other);

G_END_DECLS
