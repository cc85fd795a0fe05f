// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A disk that can lose its power. SQLite writes through it to real files, and it remembers what was
 * synced and what was only written: at a cut, each write since the last sync is on the disk, or
 * not, or in part, by chance. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Becomes SQLite's way to files, for the rest of the program. Its syncs don't wait for the real
 *  disk. */
void power_cut_install (void);

/** The power is cut in the midst of what the disk does, @n_operations writes from now: @on_cut is
 *  called then, and may save what is left. */
void power_cut_plan (guint n_operations, void (*on_cut) (gpointer data), gpointer data);

/** Writes what would be left of the database at @path, and of its log, to @copy. */
void power_cut_save (const char *path, const char *copy);

/** Forgets the files of @path. */
void power_cut_forget (const char *path);

G_END_DECLS
