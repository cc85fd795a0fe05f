// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: how a service lies in the tables. */

#pragma once

#include "service.h"
#include "store.h"

G_BEGIN_DECLS

/** What the directory has under an id. */
typedef struct
{
  gint64 n;      /* 0: nothing */
  gint64 import; /* the import that brought it last */
} StileSaved;

/** Looks an id up. */
gboolean stile_saving_find (StileStore *store, const char *id, StileSaved *saved, GError **error);
/** Writes a service, in place of what was saved at @n (0: a new one). */
gboolean stile_saving_put (StileStore *store, const StileService *service, gint64 n, gint64 import,
                           GError **error);
/** The service in full, as it was written. UNKNOWN where there is none. */
StileService *stile_saving_load (StileStore *store, const char *id, GError **error);
/** Takes out what @import did not bring; says how many. */
gboolean stile_saving_remove_others (StileStore *store, gint64 import, guint *removed,
                                     GError **error);

/** The days in "6 weeks" or "2-3 months", the longest of them; STILE_NOT_KNOWN where the words do
 *  not say. */
int stile_saving_get_days (const char *words);

G_END_DECLS
