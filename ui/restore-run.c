// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "restore-run.h"

#include "task-thread.h"
#include "whole-backup.h"

/* ---- Looking ---- */

typedef struct
{
  char *backup;
  char *book;
} Places;

static void
places_free (Places *places)
{
  g_free (places->backup);
  g_free (places->book);
  g_free (places);
}

static gpointer
look_in_thread (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  const Places *places = data;

  return stile_ledger_look_at_backup (places->backup, places->book, error);
}

void
stile_restore_look_async (const char *backup, const char *book, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Places *places = g_new (Places, 1);

  *places = (Places){ g_strdup (backup), g_strdup (book) };
  g_task_set_task_data (task, places, (GDestroyNotify) places_free);
  stile_task_thread_run (task, look_in_thread, (GDestroyNotify) stile_backup_look_free);
}

StileBackupLook *
stile_restore_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Restoring ---- */

typedef struct
{
  char *backup;
  char *book;
  char *adviser;
  char *passphrase;
  char *recovery_key;
  char *station;
  gboolean replace_newer;
  StileRestored *restored;
  char **still_to_do;
} Work;

static void
work_free (Work *work)
{
  g_free (work->backup);
  g_free (work->book);
  g_free (work->adviser);
  stile_secret_free (work->passphrase);
  stile_secret_free (work->recovery_key);
  g_free (work->station);
  stile_restored_free (work->restored);
  g_strfreev (work->still_to_do);
  g_free (work);
}

static gpointer
restore_in_thread (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  const StileRestore restore = {
    .backup = work->backup,
    .book = work->book,
    .adviser = work->adviser,
    .passphrase = work->passphrase,
    .recovery_key = work->recovery_key,
    .station = work->station,
    .replace_newer = work->replace_newer,
  };
  StileLedger *ledger
      = stile_whole_backup_restore (&restore, &work->restored, &work->still_to_do, error);
  StileCasework *casework = ledger != NULL ? stile_casework_new (ledger, error) : NULL;

  return casework != NULL ? stile_book_new (casework) : NULL;
}

void
stile_restore_run_async (const StileRestore *restore, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->backup = g_strdup (restore->backup);
  work->book = g_strdup (restore->book);
  work->adviser = g_strdup (restore->adviser);
  work->passphrase = g_strdup (restore->passphrase);
  work->recovery_key = g_strdup (restore->recovery_key);
  work->station = g_strdup (restore->station);
  work->replace_newer = restore->replace_newer;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  stile_task_thread_run (task, restore_in_thread, g_object_unref);
}

StileBook *
stile_restore_run_finish (GAsyncResult *result, StileRestored **restored, char ***still_to_do,
                          GError **error)
{
  StileBook *book = g_task_propagate_pointer (G_TASK (result), error);

  if (book != NULL)
    {
      Work *work = g_task_get_task_data (G_TASK (result));

      *restored = g_steal_pointer (&work->restored);
      *still_to_do = g_steal_pointer (&work->still_to_do);
    }
  return book;
}
