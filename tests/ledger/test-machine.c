// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Whether disk and swap are encrypted, in made-up folders that look like "/" of a computer. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "machine.h"

#define MOUNT(device, point, type, source)                                                         \
  "30 1 " device " / " point " rw - " type " " source " rw\n"
#define SWAPS "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"

typedef struct
{
  char *root;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("stile-machine-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)))
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          remove_tree (child);
        }
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->root);
  g_free (fixture->root);
}

static void
write_file (Fixture *fixture, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_build_filename (fixture->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (full, text, -1, &error);
  g_assert_no_error (error);
}

/* @target is seen from "/". */
static void
link_to (Fixture *fixture, const char *path, const char *target)
{
  g_autofree char *full = g_build_filename (fixture->root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);
  g_autofree char *real = g_build_filename (fixture->root, target, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (symlink (real, full), ==, 0);
}

/* A block device: @place is its folder under /sys/devices. */
static void
add_device (Fixture *fixture, const char *number, const char *place)
{
  g_autofree char *folder = g_build_filename ("sys/devices", place, NULL);
  g_autofree char *full = g_build_filename (fixture->root, folder, NULL);
  g_autofree char *name = g_path_get_basename (place);
  g_autofree char *by_number = g_build_filename ("sys/dev/block", number, NULL);
  g_autofree char *by_name = g_build_filename ("sys/class/block", name, NULL);
  g_autofree char *node = g_build_filename ("dev", name, NULL);

  g_mkdir_with_parents (full, 0700);
  link_to (fixture, by_number, folder);
  link_to (fixture, by_name, folder);
  write_file (fixture, node, "");
}

static void
add_disk (Fixture *fixture, const char *number, const char *name)
{
  g_autofree char *device = g_build_filename ("sys/devices", name, "device", NULL);

  add_device (fixture, number, name);
  write_file (fixture, device, "");
}

static void
add_partition (Fixture *fixture, const char *number, const char *place)
{
  g_autofree char *partition = g_build_filename ("sys/devices", place, "partition", NULL);

  add_device (fixture, number, place);
  write_file (fixture, partition, "1\n");
}

/* One that lies on others. @uuid says what it is; @below is the place of one of them. */
static void
add_mapped (Fixture *fixture, const char *number, const char *name, const char *uuid,
            const char *below)
{
  g_autofree char *dm_uuid = g_build_filename ("sys/devices", name, "dm/uuid", NULL);
  g_autofree char *slave_name = g_path_get_basename (below);
  g_autofree char *slave = g_build_filename ("sys/devices", name, "slaves", slave_name, NULL);
  g_autofree char *place = g_build_filename ("sys/devices", below, NULL);

  add_device (fixture, number, name);
  write_file (fixture, dm_uuid, uuid);
  link_to (fixture, slave, place);
}

static void
add_slave (Fixture *fixture, const char *name, const char *below)
{
  g_autofree char *slave_name = g_path_get_basename (below);
  g_autofree char *slave = g_build_filename ("sys/devices", name, "slaves", slave_name, NULL);
  g_autofree char *place = g_build_filename ("sys/devices", below, NULL);

  link_to (fixture, slave, place);
}

/* sda with sda1, not encrypted, and sda2 under LUKS as dm-0. */
static void
add_usual_disk (Fixture *fixture)
{
  add_disk (fixture, "8:0", "sda");
  add_partition (fixture, "8:1", "sda/sda1");
  add_partition (fixture, "8:2", "sda/sda2");
  add_mapped (fixture, "253:0", "dm-0", "CRYPT-LUKS2-0123-sda2_crypt\n", "sda/sda2");
}

static void
set_mounts (Fixture *fixture, const char *mounts)
{
  write_file (fixture, "proc/self/mountinfo", mounts);
}

static StileEncryption
look_at_disk (Fixture *fixture, const char *path)
{
  return stile_machine_look_in (fixture->root, path).disk;
}

static StileEncryption
look_at_swap (Fixture *fixture, const char *swaps)
{
  write_file (fixture, "proc/swaps", swaps);
  return stile_machine_look_in (fixture->root, "/").swap;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  StileMachine machine = stile_machine_look_in (fixture->root, "/home/book.stile");

  g_assert_cmpint (machine.disk, ==, STILE_ENCRYPTION_UNKNOWN);
  g_assert_cmpint (machine.swap, ==, STILE_ENCRYPTION_UNKNOWN);
}

static void
test_partition (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("8:1", "/", "ext4", "/dev/sda1"));
  g_assert_cmpint (look_at_disk (fixture, "/home/book.stile"), ==, STILE_ENCRYPTION_NO);
}

static void
test_luks (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("253:0", "/", "ext4", "/dev/mapper/sda2_crypt"));
  g_assert_cmpint (look_at_disk (fixture, "/home/book.stile"), ==, STILE_ENCRYPTION_YES);
}

static void
test_lvm_on_luks (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  add_mapped (fixture, "253:1", "dm-1", "LVM-0123\n", "dm-0");
  set_mounts (fixture, MOUNT ("253:1", "/", "ext4", "/dev/mapper/vg-root"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_YES);
}

/* A volume over two disks is as weak as the weaker. */
static void
test_lvm_half_on_luks (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  add_mapped (fixture, "253:1", "dm-1", "LVM-0123\n", "dm-0");
  add_slave (fixture, "dm-1", "sda/sda1");
  set_mounts (fixture, MOUNT ("253:1", "/", "ext4", "/dev/mapper/vg-root"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_NO);
}

static void
test_partition_on_luks (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  add_partition (fixture, "259:0", "dm-0/dm-0p1");
  set_mounts (fixture, MOUNT ("259:0", "/", "ext4", "/dev/dm-0p1"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_YES);
}

/* A disk that nobody can touch: a file, or one elsewhere. */
static void
test_loop (Fixture *fixture, gconstpointer data)
{
  add_device (fixture, "7:0", "virtual/loop0");
  set_mounts (fixture, MOUNT ("7:0", "/", "ext4", "/dev/loop0"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_UNKNOWN);
}

static void
test_endless_layers (Fixture *fixture, gconstpointer data)
{
  add_device (fixture, "253:0", "dm-0");
  add_slave (fixture, "dm-0", "dm-0");
  set_mounts (fixture, MOUNT ("253:0", "/", "ext4", "/dev/dm-0"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_UNKNOWN);
}

static void
test_network (Fixture *fixture, gconstpointer data)
{
  set_mounts (fixture, MOUNT ("0:51", "/", "nfs4", "server:/home"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_UNKNOWN);
}

static void
test_ecryptfs (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("8:1", "/", "ext4", "/dev/sda1")
                         MOUNT ("0:51", "/home/mina", "ecryptfs", "/home/.ecryptfs/mina"));
  write_file (fixture, "home/mina/book.stile", "");
  g_assert_cmpint (look_at_disk (fixture, "/home/mina/book.stile"), ==, STILE_ENCRYPTION_YES);
}

static void
test_btrfs (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  link_to (fixture, "dev/mapper/sda2_crypt", "dev/dm-0");
  link_to (fixture, "sys/fs/btrfs/0123/devices/dm-0", "sys/devices/dm-0");
  set_mounts (fixture, MOUNT ("0:25", "/", "btrfs", "/dev/mapper/sda2_crypt"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_YES);

  link_to (fixture, "sys/fs/btrfs/0123/devices/sda1", "sys/devices/sda/sda1");
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_NO);
}

static void
test_nearest_mount (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("253:0", "/", "ext4", "/dev/mapper/sda2_crypt")
                         MOUNT ("8:1", "/media/a\\040stick", "ext4", "/dev/sda1"));
  write_file (fixture, "media/a stick/book.stile", "");
  write_file (fixture, "media/a stick of mine/book.stile", "");

  g_assert_cmpint (look_at_disk (fixture, "/media/a stick/book.stile"), ==, STILE_ENCRYPTION_NO);
  g_assert_cmpint (look_at_disk (fixture, "/media/a stick of mine/book.stile"), ==,
                   STILE_ENCRYPTION_YES);
}

static void
test_covered_mount (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("8:1", "/", "ext4", "/dev/sda1")
                         MOUNT ("253:0", "/", "ext4", "/dev/mapper/sda2_crypt"));
  g_assert_cmpint (look_at_disk (fixture, "/"), ==, STILE_ENCRYPTION_YES);
}

/* The folder that is there, wherever links lead, decides of a book that is to be made. */
static void
test_book_to_be_made (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("253:0", "/", "ext4", "/dev/mapper/sda2_crypt")
                         MOUNT ("8:1", "/media", "ext4", "/dev/sda1"));
  write_file (fixture, "media/books/other", "");
  link_to (fixture, "home", "media/books");
  g_assert_cmpint (look_at_disk (fixture, "/home/new/book.stile"), ==, STILE_ENCRYPTION_NO);
}

static void
test_swap_nowhere (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (look_at_swap (fixture, SWAPS), ==, STILE_ENCRYPTION_NOTHING);
}

static void
test_swap_partition (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  g_assert_cmpint (look_at_swap (fixture, SWAPS "/dev/sda1 partition\t8\t0\t-2\n"), ==,
                   STILE_ENCRYPTION_NO);
  g_assert_cmpint (look_at_swap (fixture, SWAPS "/dev/dm-0 partition\t8\t0\t-2\n"), ==,
                   STILE_ENCRYPTION_YES);
}

static void
test_swap_file (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  set_mounts (fixture, MOUNT ("253:0", "/", "ext4", "/dev/mapper/sda2_crypt")
                         MOUNT ("8:1", "/var", "ext4", "/dev/sda1"));
  write_file (fixture, "swap file", "");
  write_file (fixture, "var/swap", "");
  g_assert_cmpint (look_at_swap (fixture, SWAPS "/swap\\040file file\t\t8\t0\t-2\n"), ==,
                   STILE_ENCRYPTION_YES);
  g_assert_cmpint (look_at_swap (fixture, SWAPS "/var/swap file\t\t8\t0\t-2\n"), ==,
                   STILE_ENCRYPTION_NO);
}

static void
test_swap_in_memory (Fixture *fixture, gconstpointer data)
{
  static const char zram[] = SWAPS "/dev/zram0 partition\t8\t0\t100\n";

  add_usual_disk (fixture);
  add_device (fixture, "252:0", "virtual/zram0");
  g_assert_cmpint (look_at_swap (fixture, zram), ==, STILE_ENCRYPTION_NOTHING);
  write_file (fixture, "sys/class/block/zram0/backing_dev", "none\n");
  g_assert_cmpint (look_at_swap (fixture, zram), ==, STILE_ENCRYPTION_NOTHING);
  write_file (fixture, "sys/class/block/zram0/backing_dev", "/dev/sda1\n");
  g_assert_cmpint (look_at_swap (fixture, zram), ==, STILE_ENCRYPTION_NO);
}

static void
test_swap_on_two (Fixture *fixture, gconstpointer data)
{
  add_usual_disk (fixture);
  add_device (fixture, "252:0", "virtual/zram0");
  g_assert_cmpint (look_at_swap (fixture, SWAPS "/dev/zram0 partition\t8\t0\t100\n"
                                                "/dev/dm-0 partition\t8\t0\t-2\n"),
                   ==, STILE_ENCRYPTION_YES);
  g_assert_cmpint (look_at_swap (fixture, SWAPS "/dev/dm-0 partition\t8\t0\t-2\n"
                                                "/dev/sda1 partition\t8\t0\t-3\n"),
                   ==, STILE_ENCRYPTION_NO);
}

static void
test_safe (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    StileMachine machine;
    gboolean safe;
  } cases[] = {
    { { STILE_ENCRYPTION_YES, STILE_ENCRYPTION_YES }, TRUE },
    { { STILE_ENCRYPTION_YES, STILE_ENCRYPTION_NOTHING }, TRUE },
    { { STILE_ENCRYPTION_YES, STILE_ENCRYPTION_NO }, FALSE },
    { { STILE_ENCRYPTION_YES, STILE_ENCRYPTION_UNKNOWN }, FALSE },
    { { STILE_ENCRYPTION_NO, STILE_ENCRYPTION_YES }, FALSE },
    { { STILE_ENCRYPTION_UNKNOWN, STILE_ENCRYPTION_NOTHING }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (stile_machine_is_safe (&cases[i].machine), ==, cases[i].safe);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    StileMachine machine;
    const char *disk;
    const char *swap;
  } cases[] = {
    { { STILE_ENCRYPTION_YES, STILE_ENCRYPTION_YES }, "is encrypted", "is encrypted" },
    { { STILE_ENCRYPTION_NO, STILE_ENCRYPTION_NO }, "disk is not encrypted",
      "not encrypted (swap)" },
    { { STILE_ENCRYPTION_UNKNOWN, STILE_ENCRYPTION_UNKNOWN }, "could not find", "could not find" },
    { { STILE_ENCRYPTION_YES, STILE_ENCRYPTION_NOTHING }, "is encrypted", "never moves" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = stile_machine_dup_words (&cases[i].machine);

      g_assert_cmpuint (g_strv_length (words), ==, 2);
      g_assert_nonnull (strstr (words[0], cases[i].disk));
      g_assert_nonnull (strstr (words[1], cases[i].swap));
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/machine/new", test_new },
    { "/machine/partition", test_partition },
    { "/machine/luks", test_luks },
    { "/machine/lvm-on-luks", test_lvm_on_luks },
    { "/machine/lvm-half-on-luks", test_lvm_half_on_luks },
    { "/machine/partition-on-luks", test_partition_on_luks },
    { "/machine/loop", test_loop },
    { "/machine/endless-layers", test_endless_layers },
    { "/machine/network", test_network },
    { "/machine/ecryptfs", test_ecryptfs },
    { "/machine/btrfs", test_btrfs },
    { "/machine/nearest-mount", test_nearest_mount },
    { "/machine/covered-mount", test_covered_mount },
    { "/machine/book-to-be-made", test_book_to_be_made },
    { "/machine/swap-nowhere", test_swap_nowhere },
    { "/machine/swap-partition", test_swap_partition },
    { "/machine/swap-file", test_swap_file },
    { "/machine/swap-in-memory", test_swap_in_memory },
    { "/machine/swap-on-two", test_swap_on_two },
    { "/machine/safe", test_safe },
    { "/machine/words", test_words },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
