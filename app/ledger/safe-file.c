// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "database.h"
#include "words.h"

gboolean
stile_file_fail (const char *path, GError **error)
{
  int fault = errno;

  switch (fault)
    {
    case EEXIST:
      stile_database_refuse_to_replace (path, error);
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_FULL,
                           _("There is no space left on the disk. Nothing was lost. Please make "
                             "some space and try again."));
      break;
    case EROFS:
    case EACCES:
    case EPERM:
      g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_READ_ONLY,
                   /* Translators: a file, and the fault in the words of the system. */
                   _("“%s” can’t be written: %s."), path, g_strerror (fault));
      break;
    default:
      g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_IO,
                   /* Translators: a file, and the fault in the words of the system. */
                   _("“%s” could not be read or written: %s."), path, g_strerror (fault));
    }
  return FALSE;
}

int
stile_folder_hold (const char *folder, GError **error)
{
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file < 0)
    {
      stile_file_fail (folder, error);
      return -1;
    }
  if (flock (file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return file;

  close (file);
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_BUSY,
               /* Translators: a folder. */
               _("Another program is working in “%s”. Please try again in a moment."), folder);
  return -1;
}

gboolean
stile_file_settle (const char *path, GError **error)
{
  int file = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean settled;

  if (file < 0)
    return stile_file_fail (path, error);
  settled = fsync (file) == 0 || stile_file_fail (path, error);
  posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
  close (file);
  return settled;
}

static gboolean
settle_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean settled;

  if (file < 0)
    return stile_file_fail (folder, error);
  /* Some file systems have no way to do this for a folder, and need none. */
  settled = fsync (file) == 0 || errno == EINVAL || stile_file_fail (folder, error);
  close (file);
  return settled;
}

/* Some file systems can't refuse by themselves. */
static gboolean
rename_to_new (const char *path, const char *name)
{
  if (renameat2 (AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (!g_file_test (name, G_FILE_TEST_EXISTS))
    return g_rename (path, name) == 0;
  errno = EEXIST;
  return FALSE;
}

gboolean
stile_file_rename (const char *path, const char *name, gboolean replace, GError **error)
{
  if (replace ? g_rename (path, name) == 0 : rename_to_new (path, name))
    return settle_folder_of (name, error);
  return stile_file_fail (name, error);
}

static const char *const logs[] = { "-journal", "-wal", "-shm" };

gboolean
stile_file_put_logs_aside (const char *path, const char *aside, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *log = g_strconcat (path, logs[i], NULL);
      g_autofree char *name = g_strconcat (aside, logs[i], NULL);

      if (g_rename (log, name) != 0 && errno != ENOENT)
        return stile_file_fail (log, error);
    }
  return TRUE;
}

void
stile_file_remove_database (const char *path)
{
  g_unlink (path);
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *file = g_strconcat (path, logs[i], NULL);
      g_unlink (file);
    }
}
