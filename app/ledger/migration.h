// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: numbered SQL scripts that bring a book from one version to the next. */

#pragma once

#include "database.h"

G_BEGIN_DECLS

/** The scripts built into the program, first version first; NULL-terminated, free with
 *  g_strfreev. */
char **stile_migration_dup_scripts (void);

/** Runs those of @scripts the book has not had yet, each in one transaction that also counts up
 *  user_version. A book that is not new is copied first, to a file beside it whose name says the
 *  version (mode 0600). On FALSE the book is in the last version that went well. */
gboolean stile_migration_run (StileDatabase *db, const char *const *scripts, GError **error);

G_END_DECLS
