// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "backup.h"

G_BEGIN_DECLS

/** What a backup holds, and what becomes of the record book that is here now. */
#define STILE_TYPE_BACKUP_VIEW (stile_backup_view_get_type ())
G_DECLARE_FINAL_TYPE (StileBackupView, stile_backup_view, STILE, BACKUP_VIEW, AdwBin)

void stile_backup_view_show (StileBackupView *view, const char *path, const StileBackupLook *look);
/** Where reading begins. */
void stile_backup_view_focus (StileBackupView *view);

G_END_DECLS
