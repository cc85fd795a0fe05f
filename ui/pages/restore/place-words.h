// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backup.h"

G_BEGIN_DECLS

/** What becomes of the record book that is here now, in sentences for the person who is about to
 *  put a backup in its place, seen from @now. Free with g_free. */
char *stile_place_to_words (const StileBackupLook *look, GDateTime *now);

/** Whether something may be lost, so that somebody has to say that they want it all the same. */
gboolean stile_place_may_lose (const StileBackupLook *look);

G_END_DECLS
