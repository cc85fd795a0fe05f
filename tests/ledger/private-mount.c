// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "private-mount.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/* Once a program: mounts are no longer shared with the rest of the machine. Without root's rights,
 * a user namespace gives them where the system allows those. */
static gboolean
enter_namespace (void)
{
  static gsize entered = 0;

  if (g_once_init_enter (&entered))
    {
      gboolean done = unshare (CLONE_NEWNS) == 0 || unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0;

      done = done && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
      g_once_init_leave (&entered, done ? 1 : 2);
    }
  return entered == 1;
}

char *
private_mount_new (const char *size)
{
  g_autofree char *options = g_strconcat ("mode=0700,size=", size, NULL);
  g_autofree char *folder = NULL;

  if (!enter_namespace ())
    return NULL;
  folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  if (mount ("tmpfs", folder, "tmpfs", 0, options) == 0)
    return g_steal_pointer (&folder);
  g_rmdir (folder);
  return NULL;
}

void
private_mount_set_read_only (const char *folder, gboolean read_only)
{
  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", MS_REMOUNT | (read_only ? MS_RDONLY : 0), NULL),
                   ==, 0);
}

void
private_mount_remove (const char *folder)
{
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
  g_rmdir (folder);
}
