// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bad-disk.h"

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
} DiskFile;

static sqlite3_vfs *real_vfs;
static GHashTable *disks; /* name → Disk */

static void (*watch) (gpointer data);
static gpointer watch_data;

/* What shall fail: the operation of this kind that brings @countdown to nought. */
static struct
{
  guint countdown; /* 0: nothing */
  BadDiskOperation operation;
  int code;
  gboolean lasting;
  gboolean happened;
} failure;

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
  if (watch != NULL)
    watch (watch_data);
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

/* SQLITE_OK where this operation goes well. */
static int
failure_of (BadDiskOperation operation)
{
  if (failure.countdown == 0 || failure.operation != operation)
    return SQLITE_OK;
  if (failure.countdown > 1)
    {
      failure.countdown--;
      return SQLITE_OK;
    }
  failure.happened = TRUE;
  if (!failure.lasting)
    failure.countdown = 0;
  return failure.code;
}

static int
disk_close (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xClose (self->real);
}

static int
disk_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  DiskFile *self = (DiskFile *) file;
  int code = self->disk != NULL ? failure_of (BAD_DISK_READ) : SQLITE_OK;

  return code != SQLITE_OK ? code
                           : self->real->pMethods->xRead (self->real, bytes, length, offset);
}

static int
disk_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  DiskFile *self = (DiskFile *) file;
  int code = self->disk != NULL ? failure_of (BAD_DISK_WRITE) : SQLITE_OK;
  int written = code == SQLITE_OK ? length : length / 2;
  int real_code;

  if (self->disk != NULL && failure_of (BAD_DISK_LOST_WRITE) != SQLITE_OK)
    return SQLITE_OK;
  note_change (self->disk, offset, bytes, written);
  real_code = self->real->pMethods->xWrite (self->real, bytes, written, offset);
  return code != SQLITE_OK ? code : real_code;
}

static int
disk_truncate (sqlite3_file *file, sqlite3_int64 length)
{
  DiskFile *self = (DiskFile *) file;
  int code = self->disk != NULL ? failure_of (BAD_DISK_TRUNCATE) : SQLITE_OK;

  if (code != SQLITE_OK)
    return code;
  note_change (self->disk, length, NULL, 0);
  return self->real->pMethods->xTruncate (self->real, length);
}

static int
disk_sync (sqlite3_file *file, int flags)
{
  Disk *disk = ((DiskFile *) file)->disk;
  int code = disk != NULL ? failure_of (BAD_DISK_SYNC) : SQLITE_OK;

  if (disk == NULL || code != SQLITE_OK)
    return code;
  for (guint i = 0; i < disk->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (disk->changes, i);
      apply (disk->synced, change, change->bytes != NULL ? g_bytes_get_size (change->bytes) : 0);
    }
  g_ptr_array_set_size (disk->changes, 0);
  return SQLITE_OK;
}

static int
disk_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xFileSize (self->real, size);
}

static int
disk_lock (sqlite3_file *file, int level)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xLock (self->real, level);
}

static int
disk_unlock (sqlite3_file *file, int level)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xUnlock (self->real, level);
}

static int
disk_check_reserved_lock (sqlite3_file *file, int *result)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xCheckReservedLock (self->real, result);
}

static int
disk_file_control (sqlite3_file *file, int operation, void *argument)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xFileControl (self->real, operation, argument);
}

static int
disk_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

/* A disk of which nothing good may be supposed. */
static int
disk_device_characteristics (sqlite3_file *file)
{
  return 0;
}

static int
disk_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xShmMap (self->real, page, size, extend, memory);
}

static int
disk_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xShmLock (self->real, offset, n, flags);
}

static void
disk_shm_barrier (sqlite3_file *file)
{
  DiskFile *self = (DiskFile *) file;

  self->real->pMethods->xShmBarrier (self->real);
}

static int
disk_shm_unmap (sqlite3_file *file, int delete_flag)
{
  DiskFile *self = (DiskFile *) file;

  return self->real->pMethods->xShmUnmap (self->real, delete_flag);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = disk_close,
  .xRead = disk_read,
  .xWrite = disk_write,
  .xTruncate = disk_truncate,
  .xSync = disk_sync,
  .xFileSize = disk_file_size,
  .xLock = disk_lock,
  .xUnlock = disk_unlock,
  .xCheckReservedLock = disk_check_reserved_lock,
  .xFileControl = disk_file_control,
  .xSectorSize = disk_sector_size,
  .xDeviceCharacteristics = disk_device_characteristics,
  .xShmMap = disk_shm_map,
  .xShmLock = disk_shm_lock,
  .xShmBarrier = disk_shm_barrier,
  .xShmUnmap = disk_shm_unmap,
};

static int
disk_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  DiskFile *self = (DiskFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  self->base.pMethods = NULL;
  self->disk = name != NULL ? disk_for (name) : NULL;
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;
  return code;
}

static int
disk_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  g_hash_table_remove (disks, name);
  return real_vfs->xDelete (real_vfs, name, sync);
}

void
bad_disk_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  disks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disk_free);
  vfs = *real_vfs;
  vfs.szOsFile += sizeof (DiskFile);
  vfs.zName = "bad-disk";
  vfs.xOpen = disk_open;
  vfs.xDelete = disk_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
bad_disk_watch (void (*on_change) (gpointer data), gpointer data)
{
  watch = on_change;
  watch_data = data;
}

void
bad_disk_fail (BadDiskOperation operation, guint k, int code, gboolean lasting)
{
  failure.countdown = k;
  failure.operation = operation;
  failure.code = code;
  failure.lasting = lasting;
  failure.happened = FALSE;
}

gboolean
bad_disk_has_failed (void)
{
  return failure.happened;
}

void
bad_disk_heal (void)
{
  failure.countdown = 0;
}

void
bad_disk_save (const char *path, const char *copy)
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
bad_disk_forget (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_hash_table_remove (disks, path);
  g_hash_table_remove (disks, log);
}
