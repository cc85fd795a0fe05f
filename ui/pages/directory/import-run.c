// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "import-run.h"

#include "task-thread.h"

/* Often enough for the eye. */
#define TELL_EVERY_USEC (G_USEC_PER_SEC / 8)

typedef struct
{
  GTask *task; /* whose work this is */
  char *path;
  char **files;
  StileImportProgress progress;
  gpointer user_data;
  gint64 told; /* when progress was last told of */
} Work;

/* One thing to tell of, on its way to the main loop. */
typedef struct
{
  GTask *task; /* keeps the work */
  guint64 bytes;
  guint64 total;
  guint records;
} News;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_strfreev (work->files);
  g_free (work);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->task);
  g_free (news);
}

static gboolean
tell_cb (gpointer data)
{
  const News *news = data;
  const Work *work = g_task_get_task_data (news->task);

  if (!g_task_get_completed (news->task))
    work->progress (news->bytes, news->total, news->records, work->user_data);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(), which calls it in this thread where the other one is not in its main
 * loop just then. */
static void
progress_cb (guint64 bytes, guint64 total, guint records, gpointer data)
{
  Work *work = data;
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  News *news;

  if (now - work->told < TELL_EVERY_USEC)
    return;
  work->told = now;
  news = g_new (News, 1);
  *news = (News){ g_object_ref (work->task), bytes, total, records };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, news, news_free);
  g_source_attach (source, g_task_get_context (work->task));
}

static gpointer
run_in_thread (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  g_autoptr (StileDirectory) directory = stile_directory_open (work->path, error);

  if (directory == NULL)
    return NULL;
  return stile_directory_import (directory, (const char *const *) work->files, progress_cb, work,
                                 cancellable, error);
}

void
stile_import_run_async (const char *path, const char *const *files, GCancellable *cancellable,
                        StileImportProgress progress, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->task = task;
  work->path = g_strdup (path);
  work->files = g_strdupv ((char **) files);
  work->progress = progress;
  work->user_data = user_data;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  /* Whoever stopped it in the very last moment hears of what was imported all the same. */
  g_task_set_check_cancellable (task, FALSE);
  stile_task_thread_run (task, run_in_thread, (GDestroyNotify) stile_import_report_free);
}

StileImportReport *
stile_import_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
