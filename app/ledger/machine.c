// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "machine.h"

#include <stdlib.h>
#include <string.h>

/* Disks lie on others a few layers deep (RAID, LVM, dm-crypt); this ends loops in bad data. */
#define MAX_LAYERS 16

/* Fields of a line of /proc/self/mountinfo, see proc(5). Behind "-" follow type and source. */
enum
{
  MOUNT_DEVICE = 2,
  MOUNT_POINT = 4,
};

typedef struct
{
  char *point;
  char *device; /* "major:minor" */
  char *type;
  char *source;
} Mount;

static void
mount_clear (Mount *mount)
{
  g_free (mount->point);
  g_free (mount->device);
  g_free (mount->type);
  g_free (mount->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mount, mount_clear)

/* The weakest of several: all of them have to be encrypted. */
static StileEncryption
weaker (StileEncryption a, StileEncryption b)
{
  if (a == STILE_ENCRYPTION_NOTHING)
    return b;
  if (b == STILE_ENCRYPTION_NOTHING)
    return a;
  if (a == STILE_ENCRYPTION_NO || b == STILE_ENCRYPTION_NO)
    return STILE_ENCRYPTION_NO;
  return MIN (a, b);
}

static char **
read_lines (const char *root, const char *path)
{
  g_autofree char *file = g_build_filename (root, path, NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (file, &text, NULL, NULL) ? g_strsplit (text, "\n", -1) : NULL;
}

/* ---- A block device, as a folder of /sys ---- */

static StileEncryption look_at_device (const char *folder, guint layers);

/* All devices that are linked to in a folder; NOTHING where there are none. */
static StileEncryption
look_at_all (const char *folder, guint layers)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  StileEncryption all = STILE_ENCRYPTION_NOTHING;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *device = g_build_filename (folder, name, NULL);
      all = weaker (all, look_at_device (device, layers + 1));
    }

  return all;
}

static gboolean
has_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static StileEncryption
look_at_device (const char *folder, guint layers)
{
  g_autofree char *uuid_path = g_build_filename (folder, "dm", "uuid", NULL);
  g_autofree char *slaves = g_build_filename (folder, "slaves", NULL);
  g_autofree char *whole = g_build_filename (folder, "..", NULL);
  g_autofree char *uuid = NULL;
  StileEncryption below;

  if (layers > MAX_LAYERS || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return STILE_ENCRYPTION_UNKNOWN;
  if (g_file_get_contents (uuid_path, &uuid, NULL, NULL) && g_str_has_prefix (uuid, "CRYPT-"))
    return STILE_ENCRYPTION_YES;
  if (has_file (folder, "partition"))
    return look_at_device (whole, layers + 1);
  below = look_at_all (slaves, layers);
  if (below != STILE_ENCRYPTION_NOTHING)
    return below;

  /* A disk one can touch. Others (loop, network) are not told apart here. */
  return has_file (folder, "device") ? STILE_ENCRYPTION_NO : STILE_ENCRYPTION_UNKNOWN;
}

/* "/dev/mapper/name" is a link to the node that /sys knows. */
static char *
dup_node_name (const char *root, const char *node)
{
  g_autofree char *path = g_build_filename (root, node, NULL);
  g_autofree char *resolved = realpath (path, NULL);

  return g_path_get_basename (resolved ? resolved : path);
}

static StileEncryption
look_at_node (const char *root, const char *node)
{
  g_autofree char *name = dup_node_name (root, node);
  g_autofree char *folder = g_build_filename (root, "sys/class/block", name, NULL);

  return look_at_device (folder, 0);
}

/* ---- A mounted file system ---- */

/* A file system of btrfs may lie on several devices; mountinfo names one. */
static StileEncryption
look_at_btrfs (const char *root, const char *source)
{
  g_autofree char *node = dup_node_name (root, source);
  g_autofree char *folder = g_build_filename (root, "sys/fs/btrfs", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *devices = g_build_filename (folder, name, "devices", NULL);
      if (has_file (devices, node))
        return look_at_all (devices, 0);
    }

  return STILE_ENCRYPTION_UNKNOWN;
}

static StileEncryption
look_at_mount (const char *root, const Mount *mount)
{
  g_autofree char *folder = g_build_filename (root, "sys/dev/block", mount->device, NULL);

  if (strcmp (mount->type, "ecryptfs") == 0)
    return STILE_ENCRYPTION_YES;
  if (strcmp (mount->type, "btrfs") == 0)
    return look_at_btrfs (root, mount->source);
  return look_at_device (folder, 0);
}

static gboolean
holds (const char *point, const char *path)
{
  gsize length = strlen (point);

  return strcmp (point, "/") == 0
         || (strncmp (point, path, length) == 0 && (path[length] == '\0' || path[length] == '/'));
}

static gboolean
mount_read (Mount *mount, const char *line)
{
  const char *behind = strstr (line, " - ");
  g_auto (GStrv) fields = g_strsplit (line, " ", MOUNT_POINT + 2);
  g_auto (GStrv) rest = behind ? g_strsplit (behind + strlen (" - "), " ", 3) : NULL;

  if (!rest || g_strv_length (rest) < 2 || g_strv_length (fields) <= MOUNT_POINT)
    return FALSE;

  mount->device = g_strdup (fields[MOUNT_DEVICE]);
  mount->point = g_strcompress (fields[MOUNT_POINT]); /* a blank is written \040 */
  mount->type = g_strdup (rest[0]);
  mount->source = g_strcompress (rest[1]);
  return TRUE;
}

/* The real path of what is there of @path, seen from @root. */
static char *
dup_existing (const char *root, const char *path)
{
  g_autofree char *candidate = g_build_filename (root, path, NULL);
  g_autofree char *real_root = realpath (root, NULL);
  g_autofree char *real = NULL;

  while (!(real = realpath (candidate, NULL)) && strlen (candidate) > strlen (root))
    {
      char *parent = g_path_get_dirname (candidate);
      g_free (candidate);
      candidate = parent;
    }

  if (!real || !real_root || strcmp (real_root, "/") == 0)
    return g_strdup (real ? real : "/");
  return g_build_filename ("/", real + strlen (real_root), NULL);
}

static StileEncryption
look_at_path (const char *root, const char *path)
{
  g_autofree char *existing = dup_existing (root, path);
  g_auto (GStrv) lines = read_lines (root, "proc/self/mountinfo");
  g_auto (Mount) nearest = { NULL };

  /* Of several on one point the last covers the others. */
  for (guint i = 0; lines && lines[i]; i++)
    {
      g_auto (Mount) mount = { NULL };
      if (!mount_read (&mount, lines[i]) || !holds (mount.point, existing)
          || (nearest.point && strlen (mount.point) < strlen (nearest.point)))
        continue;
      mount_clear (&nearest);
      nearest = mount;
      mount = (Mount) { NULL };
    }

  return nearest.point ? look_at_mount (root, &nearest) : STILE_ENCRYPTION_UNKNOWN;
}

/* ---- Swap ---- */

/* zram keeps what is swapped out in memory, unless it was given a disk to pass some of it on to. */
static StileEncryption
look_at_zram (const char *root, const char *name)
{
  g_autofree char *path = g_build_filename ("sys/class/block", name, "backing_dev", NULL);
  g_auto (GStrv) lines = read_lines (root, path);

  return !lines || !g_str_has_prefix (lines[0], "/") ? STILE_ENCRYPTION_NOTHING
                                                     : look_at_node (root, lines[0]);
}

static StileEncryption
look_at_swap (const char *root, const char *line)
{
  g_autofree char *path = g_strndup (line, strcspn (line, " \t"));
  const char *type = line + strlen (path) + strspn (line + strlen (path), " \t");
  g_autofree char *plain = g_strcompress (path);
  g_autofree char *name = g_path_get_basename (plain);

  if (g_str_has_prefix (type, "file"))
    return look_at_path (root, plain);
  if (g_str_has_prefix (name, "zram"))
    return look_at_zram (root, name);
  return look_at_node (root, plain);
}

static StileEncryption
look_at_swaps (const char *root)
{
  g_auto (GStrv) lines = read_lines (root, "proc/swaps");
  StileEncryption all = STILE_ENCRYPTION_NOTHING;

  if (!lines)
    return STILE_ENCRYPTION_UNKNOWN;

  for (guint i = 1; lines[0] && lines[i]; i++) /* the first is the head of the table */
    if (*lines[i] != '\0')
      all = weaker (all, look_at_swap (root, lines[i]));
  return all;
}

StileMachine
stile_machine_look_in (const char *root, const char *path)
{
  return (StileMachine) { .disk = look_at_path (root, path), .swap = look_at_swaps (root) };
}

StileMachine
stile_machine_look (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return stile_machine_look_in ("/", absolute);
}
