// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "advisers.h"
#include "pages/preferences/key-dialog.h"
#include "window-fixture.h"

/* Nobody is at the desk, for as long as the centre has set. */

static gint64 away; /* seconds more than the computer has counted since its start */

/* This stands before the one of the C library. */
int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int result = (int) syscall (SYS_clock_gettime, clock, now);

  if (result == 0 && clock == CLOCK_BOOTTIME)
    now->tv_sec += away;
  return result;
}

static void
set_minutes (Fixture *fixture, StileBook *book, const char *minutes)
{
  g_autoptr (GError) error = NULL;

  stile_casework_put_setting (stile_book_get_casework (book), STILE_SETTING_IDLE_MINUTES, minutes,
                              &error);
  g_assert_no_error (error);
  window_activate (fixture, "apply-settings");
}

static gboolean
is_locked (gpointer fixture)
{
  return g_str_equal (window_get_seen (fixture), "StileUnlockPage");
}

static gboolean
set_true_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Longer than the time between two looks at the clock. */
static void
wait_for_a_look (void)
{
  gboolean later = FALSE;

  g_timeout_add (2500, set_true_cb, &later);
  fixture_wait (is_true, &later);
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);

  window_work_with (fixture, book);
  set_minutes (fixture, book, "5");
  window_open_interview (fixture, book);
  away += 200;
  wait_for_a_look ();
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  away += 120;
  fixture_wait (is_locked, fixture);
  g_assert_false (stile_book_is_unlocked (book));
  g_assert_false (window_is_enabled (fixture, "people"));

  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_cmpstr (window_get_page (fixture), ==, "StileInterviewPage");
  g_assert_true (fixture_says (fixture->window, "Where did you sleep last night?"));
}

/* While new keys are made, nothing takes the old ones away; afterwards the time starts again. */
static void
test_not_while_keys_are_made (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  StileKeyDialog *dialog;
  GtkSpinner *spinner;

  window_work_with (fixture, book);
  set_minutes (fixture, book, "1");
  dialog = stile_key_dialog_new (GTK_WINDOW (fixture->window), stile_book_get_ledger (book),
                                 STILE_KEY_TASK_REKEY);
  gtk_window_present (GTK_WINDOW (dialog));
  spinner = GTK_SPINNER (fixture_child (dialog, STILE_TYPE_KEY_DIALOG, "spinner"));
  gtk_spinner_set_spinning (spinner, TRUE);
  away += 61;
  wait_for_a_look ();
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  window_activate (fixture, "lock");
  g_assert_true (stile_book_is_unlocked (book));
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));

  gtk_spinner_set_spinning (spinner, FALSE);
  away += 61;
  fixture_wait (is_locked, fixture);
}

static gboolean
is_key_shown (gpointer data)
{
  return stile_key_dialogs_show_key ();
}

/* A new recovery key that was on the screen is there again for whoever made it. An adviser who
 * comes instead does not see it, and hears that it may be lost. */
static void
test_new_key_is_concealed (Fixture *fixture, gconstpointer data)
{
  static const char sentence[] = "nobody said that it is on paper";
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  StileLedger *ledger = stile_book_get_ledger (book);
  StileKeyDialog *dialog;

  stile_ledger_add_adviser (ledger, "Ben", "blue kettle on the stove", STILE_ROLE_ADVISER, NULL);
  window_work_with (fixture, book);
  dialog = stile_key_dialog_new (GTK_WINDOW (fixture->window), ledger, STILE_KEY_TASK_NEW_SHEET);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_press (dialog, "_Make a new sheet");
  fixture_wait (is_key_shown, NULL);

  window_activate (fixture, "lock");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_false (fixture_says (fixture->window, sentence));

  window_activate (fixture, "lock");
  window_unlock (fixture, 1, "blue kettle on the stove");
  g_assert_false (is_key_shown (NULL));
  g_assert_true (fixture_says (fixture->window, sentence));
}

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = fixture_start_application ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, application, window_set_up, func, window_tear_down)
  ADD ("/window-idle/lock", test_lock);
  ADD ("/window-idle/not-while-keys-are-made", test_not_while_keys_are_made);
  ADD ("/window-idle/new-key-is-concealed", test_new_key_is_concealed);
#undef ADD
  return g_test_run ();
}
