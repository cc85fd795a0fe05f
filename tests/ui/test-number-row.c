// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "fixture.h"
#include "pages/preferences/number-row.h"

typedef struct
{
  char *folder;
  StileBook *book;
  gpointer widget;
  GtkWindow *window;
} Fixture;

static StileLedger *
get_ledger (Fixture *fixture)
{
  return stile_book_get_ledger (fixture->book);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->widget, G_OBJECT_TYPE (fixture->widget), id);
}

static void
become_bert (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (get_ledger (fixture), "Bert", "four five six", STILE_ROLE_ADVISER,
                            &error);
  g_assert_no_error (error);
  stile_book_lock (fixture->book);
  stile_ledger_unlock (get_ledger (fixture), "Bert", "four five six", &error);
  g_assert_no_error (error);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
open_row (Fixture *fixture)
{
  fixture->widget = g_object_new (STILE_TYPE_NUMBER_ROW, "title", "Minutes", NULL);
  fixture->window = fixture_show (gtk_list_box_new ());
  gtk_list_box_append (GTK_LIST_BOX (adw_window_get_content (ADW_WINDOW (fixture->window))),
                       fixture->widget);
  stile_number_row_open (fixture->widget, stile_book_get_casework (fixture->book),
                         STILE_SETTING_IDLE_MINUTES, "Why", 1, 30, 5);
}

static guint
get_setting (Fixture *fixture)
{
  return stile_casework_get_setting_number (stile_book_get_casework (fixture->book),
                                            STILE_SETTING_IDLE_MINUTES, 0);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_row (fixture);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (child (fixture, "spin_button")), ==, 5);
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "spin_button")));
  g_assert_true (stile_number_row_save (fixture->widget));
  g_assert_cmpuint (get_setting (fixture), ==, 0); /* what nobody changed is not set */
}

static gboolean
is_counted (gpointer count)
{
  return *(guint *) count > 0;
}

/* Many steps are one entry, a moment after the last. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  guint saved = 0;
  guint i;

  open_row (fixture);
  g_signal_connect_swapped (fixture->widget, "saved", G_CALLBACK (count_cb), &saved);
  for (i = 6; i <= 12; i++)
    gtk_spin_button_set_value (child (fixture, "spin_button"), i);
  g_assert_cmpuint (saved, ==, 0);
  fixture_wait (is_counted, &saved);
  g_assert_cmpuint (saved, ==, 1);
  g_assert_cmpuint (get_setting (fixture), ==, 12);
}

static void
test_save_when_left (Fixture *fixture, gconstpointer data)
{
  open_row (fixture);
  gtk_spin_button_set_value (child (fixture, "spin_button"), 9);
  g_assert_true (stile_number_row_save (fixture->widget));
  g_assert_cmpuint (get_setting (fixture), ==, 9);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  open_row (fixture);
  gtk_spin_button_set_value (child (fixture, "spin_button"), 9);
  stile_book_lock (fixture->book);
  g_assert_false (stile_number_row_save (fixture->widget));
  g_assert_true (gtk_widget_has_css_class (fixture->widget, "error"));
}

static void
test_adviser (Fixture *fixture, gconstpointer data)
{
  become_bert (fixture);
  open_row (fixture);
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "spin_button")));
  g_assert_cmpstr (adw_action_row_get_subtitle (fixture->widget), ==,
                   "Why A centre manager can change this.");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/number-row/open", test_open);
  ADD ("/number-row/change", test_change);
  ADD ("/number-row/save-when-left", test_save_when_left);
  ADD ("/number-row/failure", test_failure);
  ADD ("/number-row/adviser", test_adviser);
#undef ADD
  return g_test_run ();
}
