// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. */

#pragma once

#include "store.h"

G_BEGIN_DECLS

struct _StileDirectory
{
  StileStore *store;
};

StileImportReport *stile_import_report_new (void);

/** Words as FTS5 is asked for them, all of which must occur, each at the beginning of a word; NULL
 *  where @search has none. Free with g_free. */
char *stile_directory_dup_search (const char *search);

/** Why nobody can be sent to a service now, or NULL. Free with g_free. */
char *stile_directory_dup_closed (const char *status, gboolean paused, const char *paused_reason);

G_END_DECLS
