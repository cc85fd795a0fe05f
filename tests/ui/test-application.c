// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <signal.h>

#include "book-fixture.h"
#include "pages/preferences/key-dialog.h"

#define WORKS_MS 300

static void
test_new (BookFixture *fixture, gconstpointer data)
{
  StileApplication *application = stile_application_new ();

  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
  g_assert_finalize_object (application);
}

static gboolean
ended_cb (gpointer spinner)
{
  gtk_spinner_set_spinning (spinner, FALSE);
  return G_SOURCE_REMOVE;
}

/* As while a thread makes new keys. */
static gboolean
end_meanwhile_cb (gpointer data)
{
  BookFixture *fixture = data;
  GtkSpinner *spinner;

  fixture->widget = stile_key_dialog_new (NULL, book_fixture_get_ledger (fixture),
                                          STILE_KEY_TASK_REKEY);
  fixture->window = fixture->widget;
  spinner = book_fixture_child (fixture, "spinner");
  gtk_spinner_set_spinning (spinner, TRUE);
  g_timeout_add (WORKS_MS, ended_cb, spinner);
  g_assert_cmpint (raise (SIGTERM), ==, 0);
  return G_SOURCE_REMOVE;
}

/* The end of the session comes at any moment: the book is not closed under the thread. */
static void
test_end_waits_for_the_thread (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (StileApplication) application = stile_application_new ();
  char *arguments[] = { (char *) "stile", (char *) "--demo", NULL };

  g_idle_add (end_meanwhile_cb, fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 2, arguments), ==, 0);
  g_assert_nonnull (fixture->widget);
  g_assert_false (stile_key_dialog_is_busy (fixture->widget));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/application/new", test_new);
  ADD ("/application/end-waits-for-the-thread", test_end_waits_for_the_thread);
#undef ADD
  return g_test_run ();
}
