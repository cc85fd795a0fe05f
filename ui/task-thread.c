// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task-thread.h"

typedef struct
{
  GTask *task;
  StileTaskWork work;
  GDestroyNotify free_result;
  GThread *thread;
  GError *error;
} Run;

static gboolean
ended_cb (gpointer data)
{
  Run *run = data;
  gpointer result = g_thread_join (run->thread);

  if (result != NULL)
    g_task_return_pointer (run->task, result, run->free_result);
  else
    g_task_return_error (run->task, run->error);
  g_object_unref (run->task);
  g_free (run);
  return G_SOURCE_REMOVE;
}

static gpointer
run_in_thread (gpointer data)
{
  Run *run = data;
  GTask *task = run->task;
  g_autoptr (GSource) ended = g_idle_source_new ();
  gpointer result = run->work (g_task_get_source_object (task), g_task_get_task_data (task),
                               g_task_get_cancellable (task), &run->error);

  g_source_set_priority (ended, g_task_get_priority (task));
  g_source_set_callback (ended, ended_cb, run, NULL);
  g_source_attach (ended, g_task_get_context (task)); /* from here on the task may be gone */
  return result;
}

void
stile_task_thread_run (GTask *task, StileTaskWork work, GDestroyNotify free_result)
{
  Run *run = g_new0 (Run, 1);

  run->task = g_object_ref (task);
  run->work = work;
  run->free_result = free_result;
  run->thread = g_thread_new ("task", run_in_thread, run);
}
