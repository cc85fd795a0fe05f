// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "power-cut.h"

#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

/* A write, or with no bytes a new length, that no sync has followed yet. */
typedef struct
{
  gint64 offset;
  GBytes *bytes;
} Change;

/* What the disk knows of a file: by its name, because two connections may have it open. */
typedef struct
{
  GByteArray *synced;
  GPtrArray *changes;
} Disk;

typedef struct
{
  sqlite3_file base;
  Disk *disk;         /* NULL for temporary files */
  sqlite3_file *real; /* behind this */
} CutFile;

static sqlite3_vfs *real_vfs;
static GHashTable *disks; /* name → Disk */

static guint planned;
static void (*planned_cut) (gpointer data);
static gpointer planned_data;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
  g_free (change);
}

static void
disk_free (gpointer data)
{
  Disk *disk = data;

  g_byte_array_unref (disk->synced);
  g_ptr_array_unref (disk->changes);
  g_free (disk);
}

static Disk *
disk_for (const char *name)
{
  Disk *disk = g_hash_table_lookup (disks, name);

  if (disk == NULL)
    {
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_file_get_contents (name, &contents, &length, NULL);
      disk = g_new0 (Disk, 1);
      disk->synced = g_byte_array_new ();
      if (contents != NULL)
        g_byte_array_append (disk->synced, (const guint8 *) contents, length);
      disk->changes = g_ptr_array_new_with_free_func (change_free);
      g_hash_table_insert (disks, g_strdup (name), disk);
    }
  return disk;
}

static void
set_length (GByteArray *file, gsize length)
{
  gsize before = file->len;

  g_byte_array_set_size (file, length);
  if (length > before)
    memset (file->data + before, 0, length - before);
}

static void
apply (GByteArray *file, const Change *change, gsize length)
{
  if (change->bytes == NULL)
    {
      set_length (file, change->offset);
      return;
    }
  if (change->offset + length > file->len)
    set_length (file, change->offset + length);
  memcpy (file->data + change->offset, g_bytes_get_data (change->bytes, NULL), length);
}

static void
note_change (Disk *disk, gint64 offset, const void *bytes, gsize length)
{
  Change *change = g_new0 (Change, 1);

  if (disk == NULL)
    {
      g_free (change);
      return;
    }
  change->offset = offset;
  change->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_ptr_array_add (disk->changes, change);
  if (planned > 0 && --planned == 0)
    planned_cut (planned_data);
}

/* Each change since the last sync: whole, in part, or not at all. */
static GByteArray *
leave_by_chance (Disk *disk)
{
  GByteArray *left = g_byte_array_sized_new (disk->synced->len);

  g_byte_array_append (left, disk->synced->data, disk->synced->len);
  for (guint i = 0; i < disk->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (disk->changes, i);
      gsize length = change->bytes != NULL ? g_bytes_get_size (change->bytes) : 0;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          break;
        case 1:
          length -= length > SECTOR ? SECTOR * g_test_rand_int_range (0, length / SECTOR) : 0;
          apply (left, change, length);
          break;
        default:
          apply (left, change, length);
        }
    }
  return left;
}

static int
cut_close (sqlite3_file *file)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xClose (cut->real);
}

static int
cut_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xRead (cut->real, bytes, length, offset);
}

static int
cut_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  CutFile *cut = (CutFile *) file;

  note_change (cut->disk, offset, bytes, length);
  return cut->real->pMethods->xWrite (cut->real, bytes, length, offset);
}

static int
cut_truncate (sqlite3_file *file, sqlite3_int64 length)
{
  CutFile *cut = (CutFile *) file;

  note_change (cut->disk, length, NULL, 0);
  return cut->real->pMethods->xTruncate (cut->real, length);
}

static int
cut_sync (sqlite3_file *file, int flags)
{
  CutFile *cut = (CutFile *) file;

  for (guint i = 0; cut->disk != NULL && i < cut->disk->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (cut->disk->changes, i);
      apply (cut->disk->synced, change,
             change->bytes != NULL ? g_bytes_get_size (change->bytes) : 0);
    }
  if (cut->disk != NULL)
    g_ptr_array_set_size (cut->disk->changes, 0);
  return SQLITE_OK;
}

static int
cut_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xFileSize (cut->real, size);
}

static int
cut_lock (sqlite3_file *file, int level)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xLock (cut->real, level);
}

static int
cut_unlock (sqlite3_file *file, int level)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xUnlock (cut->real, level);
}

static int
cut_check_reserved_lock (sqlite3_file *file, int *result)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xCheckReservedLock (cut->real, result);
}

static int
cut_file_control (sqlite3_file *file, int operation, void *argument)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xFileControl (cut->real, operation, argument);
}

static int
cut_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

/* A disk of which nothing good may be supposed. */
static int
cut_device_characteristics (sqlite3_file *file)
{
  return 0;
}

static int
cut_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xShmMap (cut->real, page, size, extend, memory);
}

static int
cut_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xShmLock (cut->real, offset, n, flags);
}

static void
cut_shm_barrier (sqlite3_file *file)
{
  CutFile *cut = (CutFile *) file;

  cut->real->pMethods->xShmBarrier (cut->real);
}

static int
cut_shm_unmap (sqlite3_file *file, int delete_flag)
{
  CutFile *cut = (CutFile *) file;

  return cut->real->pMethods->xShmUnmap (cut->real, delete_flag);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = cut_close,
  .xRead = cut_read,
  .xWrite = cut_write,
  .xTruncate = cut_truncate,
  .xSync = cut_sync,
  .xFileSize = cut_file_size,
  .xLock = cut_lock,
  .xUnlock = cut_unlock,
  .xCheckReservedLock = cut_check_reserved_lock,
  .xFileControl = cut_file_control,
  .xSectorSize = cut_sector_size,
  .xDeviceCharacteristics = cut_device_characteristics,
  .xShmMap = cut_shm_map,
  .xShmLock = cut_shm_lock,
  .xShmBarrier = cut_shm_barrier,
  .xShmUnmap = cut_shm_unmap,
};

static int
cut_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  CutFile *cut = (CutFile *) file;
  int code;

  cut->real = (sqlite3_file *) (cut + 1);
  cut->base.pMethods = NULL;
  cut->disk = name != NULL ? disk_for (name) : NULL;
  code = real_vfs->xOpen (real_vfs, name, cut->real, flags, out_flags);
  if (cut->real->pMethods != NULL)
    cut->base.pMethods = &methods;
  return code;
}

static int
cut_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  g_hash_table_remove (disks, name);
  return real_vfs->xDelete (real_vfs, name, sync);
}

void
power_cut_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  disks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disk_free);
  vfs = *real_vfs;
  vfs.szOsFile += sizeof (CutFile);
  vfs.zName = "power-cut";
  vfs.xOpen = cut_open;
  vfs.xDelete = cut_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
power_cut_plan (guint n_operations, void (*on_cut) (gpointer data), gpointer data)
{
  planned = n_operations;
  planned_cut = on_cut;
  planned_data = data;
}

void
power_cut_save (const char *path, const char *copy)
{
  static const char *const suffixes[] = { "", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      Disk *disk = g_hash_table_lookup (disks, from);
      g_autoptr (GByteArray) left = disk != NULL ? leave_by_chance (disk) : NULL;

      if (left != NULL)
        g_file_set_contents (to, (const char *) left->data, left->len, NULL);
    }
}

void
power_cut_forget (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_hash_table_remove (disks, path);
  g_hash_table_remove (disks, log);
}
