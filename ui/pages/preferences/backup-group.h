// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Backups": where they go, how many stay, when the last was made, and one now. */
#define STILE_TYPE_BACKUP_GROUP (stile_backup_group_get_type ())
G_DECLARE_FINAL_TYPE (StileBackupGroup, stile_backup_group, STILE, BACKUP_GROUP, AdwBin)

void stile_backup_group_open (StileBackupGroup *group, StileCasework *casework);
/** TRUE if all that was entered is in the record book. */
gboolean stile_backup_group_save (StileBackupGroup *group);
void stile_backup_group_close (StileBackupGroup *group);
/** Keeps @folder as the place of backups, as the chooser does. */
void stile_backup_group_set_folder (StileBackupGroup *group, const char *folder);
/** Whether a backup is being made. */
gboolean stile_backup_group_is_busy (StileBackupGroup *group);

G_END_DECLS
