// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "window-fixture.h"

/* The daily backup, as whoever works meanwhile sees it. */

#define STICK "stick" /* the folder for backups, in the fixture's */

static StileBook *
make_book (Fixture *fixture)
{
  g_autofree char *stick = g_build_filename (fixture->folder, STICK, NULL);
  StileBook *book = fixture_make_book (fixture->folder);
  g_autoptr (GError) error = NULL;

  stile_casework_put_setting (stile_book_get_casework (book), STILE_SETTING_BACKUP_FOLDER, stick,
                              &error);
  g_assert_no_error (error);
  return book;
}

static gboolean
says_missing (gpointer fixture)
{
  return fixture_says (((Fixture *) fixture)->window, "please plug that in");
}

static GtkWidget *
find_of_type (GtkWidget *widget, const char *type)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);
  return found;
}

static gboolean
is_quiet (gpointer fixture)
{
  return find_of_type (GTK_WIDGET (((Fixture *) fixture)->window), "AdwToastWidget") == NULL;
}

static gboolean
has_backup (gpointer stick)
{
  g_autoptr (GDir) dir = g_dir_open (stick, 0, NULL);
  const char *name = g_dir_read_name (dir);

  return name != NULL && g_str_has_suffix (name, ".stile");
}

static void
test_missing_stick_is_said_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = make_book (fixture);
  GtkWidget *toast;

  window_work_with (fixture, book);
  fixture_wait (says_missing, fixture);
  toast = find_of_type (GTK_WIDGET (fixture->window), "AdwToastWidget");
  g_signal_emit_by_name (find_of_type (toast, "GtkButton"), "clicked");
  fixture_wait (is_quiet, fixture);

  window_activate (fixture, "lock");
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  fixture_settle ();
  g_assert_true (is_quiet (fixture));
}

/* As soon as it is there, at the next look: here, at the next unlocking. */
static void
test_stick_comes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->folder, STICK, NULL);
  g_autoptr (StileBook) book = make_book (fixture);

  window_work_with (fixture, book);
  fixture_wait (says_missing, fixture);
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  window_activate (fixture, "lock");
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  fixture_wait (has_backup, stick);
  fixture_remove_folder (g_steal_pointer (&stick));
}

/* It is the adviser's, and in their language: not for a page on which a claimant answers. */
static void
test_claimant_is_not_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = make_book (fixture);

  window_work_with (fixture, book);
  fixture_wait (says_missing, fixture);
  window_open_interview (fixture, book);
  fixture_wait (is_quiet, fixture);
  window_activate (fixture, "people");
  fixture_wait (says_missing, fixture);
}

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = fixture_start_application ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, application, window_set_up, func, window_tear_down)
  ADD ("/window-backup/missing-stick-is-said-once", test_missing_stick_is_said_once);
  ADD ("/window-backup/stick-comes", test_stick_comes);
  ADD ("/window-backup/claimant-is-not-told", test_claimant_is_not_told);
#undef ADD
  return g_test_run ();
}
