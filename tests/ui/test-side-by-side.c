// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "widgets/side-by-side.h"

typedef struct
{
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *both;
} Pair;

static Pair
pair_new (void)
{
  Pair pair = { .first = gtk_label_new ("First"), .second = gtk_label_new ("Second") };

  pair.both = g_object_new (STILE_TYPE_SIDE_BY_SIDE, "first", pair.first, "second", pair.second,
                            NULL);
  return pair;
}

static graphene_rect_t
get_bounds (GtkWidget *child, GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, within, &bounds));
  return bounds;
}

static void
allocate (const Pair *pair, int width)
{
  int height;

  gtk_widget_measure (pair->both, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (pair->both, width, height, -1, NULL);
}

static void
test_new (void)
{
  Pair pair = pair_new ();

  g_assert_finalize_object (g_object_ref_sink (pair.both));
}

static void
test_wide (void)
{
  Pair pair = pair_new ();
  GtkWindow *window = fixture_show (pair.both);

  allocate (&pair, 1000);
  g_assert_cmpfloat (get_bounds (pair.second, pair.both).origin.x, >, 500);
  g_assert_cmpfloat (get_bounds (pair.second, pair.both).origin.y, ==, 0);
  gtk_window_destroy (window);
}

static void
test_narrow (void)
{
  Pair pair = pair_new ();
  GtkWindow *window = fixture_show (pair.both);

  allocate (&pair, 600);
  g_assert_cmpfloat (get_bounds (pair.second, pair.both).origin.x, ==, 0);
  g_assert_cmpfloat (get_bounds (pair.second, pair.both).origin.y, >, 0);
  gtk_window_destroy (window);
}

/* A column of letters twice as large needs to be twice as wide. */
static void
test_large_letters (void)
{
  Pair pair = pair_new ();
  GtkWindow *window = fixture_show (pair.both);
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  allocate (&pair, 1000);
  g_assert_cmpfloat (get_bounds (pair.second, pair.both).origin.x, ==, 0);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (window);
}

static void
test_right_to_left (void)
{
  Pair pair = pair_new ();
  GtkWindow *window = fixture_show (pair.both);

  gtk_widget_set_direction (pair.both, GTK_TEXT_DIR_RTL);
  allocate (&pair, 1000);
  g_assert_cmpfloat (get_bounds (pair.second, pair.both).origin.x, ==, 0);
  g_assert_cmpfloat (get_bounds (pair.first, pair.both).origin.x, >, 500);
  gtk_window_destroy (window);
}

static void
test_alone (void)
{
  Pair pair = pair_new ();
  GtkWindow *window = fixture_show (pair.both);

  gtk_widget_set_visible (pair.second, FALSE);
  allocate (&pair, 1000);
  g_assert_cmpfloat (get_bounds (pair.first, pair.both).size.width, ==, 1000);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/side-by-side/new", test_new);
  g_test_add_func ("/side-by-side/wide", test_wide);
  g_test_add_func ("/side-by-side/narrow", test_narrow);
  g_test_add_func ("/side-by-side/large-letters", test_large_letters);
  g_test_add_func ("/side-by-side/right-to-left", test_right_to_left);
  g_test_add_func ("/side-by-side/alone", test_alone);
  return g_test_run ();
}
