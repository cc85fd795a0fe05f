// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "private-mount.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

/* In a new user namespace the user has no name until this gives them theirs. */
static gboolean
keep_own_ids (uid_t user, gid_t group)
{
  g_autofree char *users = g_strdup_printf ("%u %u 1", user, user);
  g_autofree char *groups = g_strdup_printf ("%u %u 1", group, group);
  const char *const files[][2] = { { "/proc/self/uid_map", users },
                                   { "/proc/self/setgroups", "deny" },
                                   { "/proc/self/gid_map", groups } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      int file = g_open (files[i][0], O_WRONLY | O_CLOEXEC, 0);
      ssize_t length = strlen (files[i][1]);
      gboolean written = file >= 0 && write (file, files[i][1], length) == length;

      if (file >= 0)
        close (file);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

/* Mounts are no longer shared with the rest of the machine. Without root's rights, a user namespace
 * gives them where the system allows those. */
static gboolean
leave_shared_mounts (void)
{
  uid_t user = geteuid ();
  gid_t group = getegid ();

  if (unshare (CLONE_NEWNS) != 0
      && (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || !keep_own_ids (user, group)))
    return FALSE;
  return mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/* Once a program. */
static gboolean
enter_namespace (void)
{
  static gsize entered = 0;

  if (g_once_init_enter (&entered))
    g_once_init_leave (&entered, leave_shared_mounts () ? 1 : 2);
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
