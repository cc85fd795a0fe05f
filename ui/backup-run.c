// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup-run.h"

#include <glib/gi18n-lib.h>

#include "task-thread.h"
#include "whole-backup.h"

#define LOOK_SECONDS (10 * 60)

/* ---- One backup ---- */

typedef struct
{
  StileLedger *ledger; /* of its own */
  char *folder;
  guint keep;
  char *left_out;
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->ledger, stile_ledger_close);
  g_free (work->folder);
  g_free (work->left_out);
  g_free (work);
}

static gpointer
run_in_thread (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  StileBackup *backup = stile_whole_backup_to_folder (work->ledger, work->folder, work->keep,
                                                      &work->left_out, cancellable, error);

  g_clear_pointer (&work->ledger, stile_ledger_close); /* and its keys with it */
  return backup;
}

void
stile_backup_run_async (StileCasework *casework, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  work->folder = g_strdup (stile_casework_get_setting (casework, STILE_SETTING_BACKUP_FOLDER));
  work->keep = stile_casework_get_setting_number (casework, STILE_SETTING_BACKUP_KEEP,
                                                  STILE_BACKUP_USUAL_KEEP);
  if (work->folder == NULL)
    {
      g_task_return_new_error (task, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                               _("Choose a folder for the backups first."));
      return;
    }
  work->ledger = stile_ledger_duplicate (stile_casework_get_ledger (casework), &error);
  if (work->ledger != NULL)
    stile_task_thread_run (task, run_in_thread, (GDestroyNotify) stile_backup_free);
  else
    g_task_return_error (task, error);
}

StileBackup *
stile_backup_run_finish (GAsyncResult *result, char **left_out, GError **error)
{
  StileBackup *backup = g_task_propagate_pointer (G_TASK (result), error);

  if (backup != NULL)
    {
      Work *work = g_task_get_task_data (G_TASK (result));

      *left_out = g_steal_pointer (&work->left_out);
    }
  return backup;
}

/* ---- Every day ---- */

struct _StileDailyBackup
{
  GObject parent_instance;

  StileCasework *casework; /* NULL while stopped */
  StileBookInUse in_use;   /* or NULL */
  guint timer;
  gboolean busy;
  char *said; /* the last trouble, until a backup succeeds */
};

G_DEFINE_FINAL_TYPE (StileDailyBackup, stile_daily_backup, G_TYPE_OBJECT)

static guint failed_signal;

/* NULL: all went well. */
static void
say (StileDailyBackup *self, const char *trouble)
{
  if (g_strcmp0 (self->said, trouble) == 0)
    return;
  g_free (self->said);
  self->said = g_strdup (trouble);
  if (trouble != NULL)
    g_signal_emit (self, failed_signal, 0, trouble);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileDailyBackup) self = data;
  g_autofree char *left_out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackup) backup = stile_backup_run_finish (result, &left_out, &error);

  self->busy = FALSE;
  say (self, backup != NULL ? left_out : error->message);
}

static gboolean
look_cb (gpointer data)
{
  StileDailyBackup *self = data;
  StileLedger *ledger = stile_casework_get_ledger (self->casework);

  if (!self->busy && !(self->in_use != NULL && self->in_use ()) && stile_ledger_is_unlocked (ledger)
      && stile_casework_get_setting (self->casework, STILE_SETTING_BACKUP_FOLDER) != NULL
      && stile_ledger_backup_is_due (ledger))
    {
      self->busy = TRUE;
      stile_backup_run_async (self->casework, made_cb, g_object_ref (self));
    }
  return G_SOURCE_CONTINUE;
}

void
stile_daily_backup_start (StileDailyBackup *daily, StileCasework *casework)
{
  stile_daily_backup_stop (daily);
  daily->casework = casework;
  daily->timer = g_timeout_add_seconds (LOOK_SECONDS, look_cb, daily);
  look_cb (daily);
}

void
stile_daily_backup_stop (StileDailyBackup *daily)
{
  g_clear_handle_id (&daily->timer, g_source_remove);
  daily->casework = NULL;
}

gboolean
stile_daily_backup_is_busy (StileDailyBackup *daily)
{
  return daily->busy;
}

static void
stile_daily_backup_dispose (GObject *object)
{
  stile_daily_backup_stop (STILE_DAILY_BACKUP (object));
  G_OBJECT_CLASS (stile_daily_backup_parent_class)->dispose (object);
}

static void
stile_daily_backup_finalize (GObject *object)
{
  g_clear_pointer (&STILE_DAILY_BACKUP (object)->said, g_free);
  G_OBJECT_CLASS (stile_daily_backup_parent_class)->finalize (object);
}

static void
stile_daily_backup_class_init (StileDailyBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stile_daily_backup_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_daily_backup_finalize;
  failed_signal = g_signal_new ("failed", STILE_TYPE_DAILY_BACKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
stile_daily_backup_init (StileDailyBackup *daily)
{
}

StileDailyBackup *
stile_daily_backup_new (StileBookInUse in_use)
{
  StileDailyBackup *daily = g_object_new (STILE_TYPE_DAILY_BACKUP, NULL);

  daily->in_use = in_use;
  return daily;
}
