// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Mounts that only the test program sees, and that go when it ends. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A new folder on a disk of its own of @size ("1m"). NULL where this machine does not let us
 *  mount. Free with g_free; give it back with private_mount_remove(). */
char *private_mount_new (const char *size);
/** Makes it read-only, or writable again. */
void private_mount_set_read_only (const char *folder, gboolean read_only);
/** Unmounts and removes it. */
void private_mount_remove (const char *folder);

G_END_DECLS
