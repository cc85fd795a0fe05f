// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A disk that can lose its power, fill up, or fail. SQLite works through it on real files, and it
 * remembers what was synced and what was only written: at a power cut, each write since the last
 * sync is on the disk, or not, or in part, by chance. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BAD_DISK_READ,
  BAD_DISK_WRITE,
  BAD_DISK_SYNC,
  BAD_DISK_TRUNCATE,
  BAD_DISK_LOST_WRITE, /* a write that is called done and is not; its code does not matter */
} BadDiskOperation;

/** Becomes SQLite's way to files, for the rest of the program. Its syncs don't wait for the real
 *  disk. */
void bad_disk_install (void);

/** @on_change is called in the midst of each write and each change of length, which may or may not
 *  have reached the disk: a good moment for a power cut. NULL ends that. */
void bad_disk_watch (void (*on_change) (gpointer data), gpointer data);

/** Writes what a power cut would leave of the database at @path, and of its log, to @copy. */
void bad_disk_save (const char *path, const char *copy);

/** Forgets the files of @path. */
void bad_disk_forget (const char *path);

/** The @k-th operation of this kind from now (1 is the next) ends with @code, one of SQLite's; with
 *  @lasting, all that follow too, until bad_disk_heal(). A write fails half-way. */
void bad_disk_fail (BadDiskOperation operation, guint k, int code, gboolean lasting);

/** Whether an operation did fail since bad_disk_fail(). */
gboolean bad_disk_has_failed (void);

/** From now all is well. */
void bad_disk_heal (void);

G_END_DECLS
