// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "settled-layout.h"

#define FEW 40
#define MANY 400

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  GtkWidget *child;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->page = adw_bin_new ();
  fixture->child = gtk_drawing_area_new ();
  gtk_widget_set_layout_manager (fixture->page, stile_settled_layout_new ());
  gtk_widget_set_size_request (fixture->child, FEW, FEW);
  adw_bin_set_child (ADW_BIN (fixture->page), fixture->child);
  fixture->window = fixture_show (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
}

static int
get_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static gboolean
is_large (gpointer widget)
{
  return get_height (widget) == MANY;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (stile_settled_layout_new ());
}

static void
test_as_large_as_the_child (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_height (fixture->page), ==, FEW);
  gtk_widget_set_size_request (fixture->child, MANY, MANY);
  g_assert_cmpint (get_height (fixture->page), ==, MANY);
}

static void
test_child_fills_it (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (gtk_widget_get_width (fixture->child), ==, gtk_widget_get_width (fixture->page));
  g_assert_cmpint (gtk_widget_get_height (fixture->child), ==,
                   gtk_widget_get_height (fixture->page));
}

static void
test_waits_for_the_styles (Fixture *fixture, gconstpointer data)
{
  get_height (fixture->page);
  stile_settled_layout_wait (fixture->page);
  gtk_widget_set_size_request (fixture->child, MANY, MANY);
  g_assert_cmpint (get_height (fixture->page), ==, FEW);
  fixture_wait (is_large, fixture->page);
}

static void
test_hidden_child_takes_no_room (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (fixture->child, FALSE);
  g_assert_cmpint (get_height (fixture->page), ==, 0);
}

/* Nothing comes of it where no frames come. */
static void
test_out_of_a_window (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  get_height (fixture->page);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  stile_settled_layout_wait (fixture->page);
  gtk_widget_set_size_request (fixture->child, MANY, MANY);
  g_assert_cmpint (get_height (fixture->page), ==, MANY);
  g_object_unref (fixture->page);
}

static void
test_gone_while_waiting (Fixture *fixture, gconstpointer data)
{
  stile_settled_layout_wait (fixture->page);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  fixture_settle ();
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/settled-layout/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("new", test_new);
  ADD ("as-large-as-the-child", test_as_large_as_the_child);
  ADD ("child-fills-it", test_child_fills_it);
  ADD ("waits-for-the-styles", test_waits_for_the_styles);
  ADD ("hidden-child-takes-no-room", test_hidden_child_takes_no_room);
  ADD ("out-of-a-window", test_out_of_a_window);
  ADD ("gone-while-waiting", test_gone_while_waiting);
#undef ADD
  return g_test_run ();
}
