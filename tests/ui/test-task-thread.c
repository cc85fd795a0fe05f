// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "task-thread.h"

/* GLib's own thread and the main loop let go of a task at nearly the same moment, in any order. */
#define TIMES 300

typedef struct
{
  GThread *worked_in;
  GThread *called_in;
  GThread *ended_in; /* what the task was about */
  char *result;
  GError *error;
} Fixture;

static gpointer
work (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  ((Fixture *) data)->worked_in = g_thread_self ();
  return g_strdup ("done");
}

static gpointer
work_in_vain (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "There was nothing to do.");
  return NULL;
}

static void
ended_cb (gpointer data, GObject *object)
{
  ((Fixture *) data)->ended_in = g_thread_self ();
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->called_in = g_thread_self ();
  g_assert_null (fixture->ended_in);
  fixture->result = g_task_propagate_pointer (G_TASK (result), &fixture->error);
}

static gboolean
is_ended (gpointer data)
{
  return ((Fixture *) data)->ended_in != NULL;
}

static void
run (Fixture *fixture, StileTaskWork what)
{
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GTask) task = g_task_new (source, NULL, called_cb, fixture);

  g_object_weak_ref (source, ended_cb, fixture);
  g_task_set_task_data (task, fixture, NULL);
  stile_task_thread_run (task, what, g_free);
}

static void
test_lets_go_in_the_loop (void)
{
  for (guint i = 0; i < TIMES; i++)
    {
      Fixture fixture = { NULL };

      run (&fixture, work);
      fixture_wait (is_ended, &fixture);
      g_assert_cmpstr (fixture.result, ==, "done");
      g_assert_true (fixture.worked_in != g_thread_self ());
      g_assert_true (fixture.called_in == g_thread_self ());
      g_assert_true (fixture.ended_in == g_thread_self ());
      g_free (fixture.result);
    }
}

static void
test_error (void)
{
  Fixture fixture = { NULL };

  run (&fixture, work_in_vain);
  fixture_wait (is_ended, &fixture);
  g_assert_null (fixture.result);
  g_assert_error (fixture.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_error_free (fixture.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task-thread/lets-go-in-the-loop", test_lets_go_in_the_loop);
  g_test_add_func ("/task-thread/error", test_error);
  return g_test_run ();
}
