// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "book-fixture.h"
#include "pages/preferences/number-row.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
open_row (BookFixture *fixture)
{
  fixture->widget = g_object_new (STILE_TYPE_NUMBER_ROW, "title", "Minutes", NULL);
  fixture->window = fixture_show (gtk_list_box_new ());
  gtk_list_box_append (GTK_LIST_BOX (adw_window_get_content (ADW_WINDOW (fixture->window))),
                       fixture->widget);
  stile_number_row_open (fixture->widget, stile_book_get_casework (fixture->book),
                         STILE_SETTING_IDLE_MINUTES, "Why", 1, 30, 5);
}

static guint
get_setting (BookFixture *fixture)
{
  return stile_casework_get_setting_number (stile_book_get_casework (fixture->book),
                                            STILE_SETTING_IDLE_MINUTES, 0);
}

static void
test_open (BookFixture *fixture, gconstpointer data)
{
  open_row (fixture);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (book_fixture_child (fixture, "spin_button")),
                   ==, 5);
  g_assert_true (gtk_widget_get_sensitive (book_fixture_child (fixture, "spin_button")));
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
test_change (BookFixture *fixture, gconstpointer data)
{
  guint saved = 0;
  guint i;

  open_row (fixture);
  g_signal_connect_swapped (fixture->widget, "saved", G_CALLBACK (count_cb), &saved);
  for (i = 6; i <= 12; i++)
    gtk_spin_button_set_value (book_fixture_child (fixture, "spin_button"), i);
  g_assert_cmpuint (saved, ==, 0);
  fixture_wait (is_counted, &saved);
  g_assert_cmpuint (saved, ==, 1);
  g_assert_cmpuint (get_setting (fixture), ==, 12);
}

static void
test_save_when_left (BookFixture *fixture, gconstpointer data)
{
  open_row (fixture);
  gtk_spin_button_set_value (book_fixture_child (fixture, "spin_button"), 9);
  g_assert_true (stile_number_row_save (fixture->widget));
  g_assert_cmpuint (get_setting (fixture), ==, 9);
}

static void
test_failure (BookFixture *fixture, gconstpointer data)
{
  open_row (fixture);
  gtk_spin_button_set_value (book_fixture_child (fixture, "spin_button"), 9);
  stile_book_lock (fixture->book);
  g_assert_false (stile_number_row_save (fixture->widget));
  g_assert_true (gtk_widget_has_css_class (fixture->widget, "error"));
}

static void
test_adviser (BookFixture *fixture, gconstpointer data)
{
  book_fixture_become_bert (fixture);
  open_row (fixture);
  g_assert_false (gtk_widget_get_sensitive (book_fixture_child (fixture, "spin_button")));
  g_assert_cmpstr (adw_action_row_get_subtitle (fixture->widget), ==,
                   "Why A centre manager can change this.");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/number-row/open", test_open);
  ADD ("/number-row/change", test_change);
  ADD ("/number-row/save-when-left", test_save_when_left);
  ADD ("/number-row/failure", test_failure);
  ADD ("/number-row/adviser", test_adviser);
#undef ADD
  return g_test_run ();
}
