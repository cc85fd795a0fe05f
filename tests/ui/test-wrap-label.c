// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "widgets/wrap-label.h"

#define SENTENCE "You can have a break or stop at any time."
#define WORD "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"

static GtkWidget *
show_label (const char *text)
{
  GtkWidget *label = g_object_new (STILE_TYPE_WRAP_LABEL, "label", text, NULL);

  fixture_show (label);
  return label;
}

static void
destroy (GtkWidget *label)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (label)));
}

static int
get_width (GtkWidget *label)
{
  int minimum, natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  return minimum;
}

static int
get_height (GtkWidget *label, int width)
{
  int minimum;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_new (void)
{
  GtkWidget *label = g_object_ref_sink (g_object_new (STILE_TYPE_WRAP_LABEL, NULL));

  g_assert_true (GTK_IS_LABEL (label));
  g_assert_cmpstr (gtk_widget_get_css_name (label), ==, "label");
  g_assert_finalize_object (label);
}

static void
test_same_width_whatever_it_says (void)
{
  GtkWidget *label = show_label ("");
  int width = get_width (label);

  g_assert_cmpint (width, >, 40);
  g_assert_cmpint (width, <, 160);
  gtk_label_set_label (GTK_LABEL (label), SENTENCE);
  g_assert_cmpint (get_width (label), ==, width);
  gtk_label_set_label (GTK_LABEL (label), WORD);
  g_assert_cmpint (get_width (label), ==, width);
  destroy (label);
}

static void
test_width_grows_with_its_letters (void)
{
  GtkWidget *small = show_label (SENTENCE);
  GtkWidget *large = g_object_new (STILE_TYPE_WRAP_LABEL, "css-classes",
                                   (const char *[]) { "title-1", NULL }, NULL);

  fixture_show (large);
  g_assert_cmpint (get_width (large), >, get_width (small));
  destroy (small);
  destroy (large);
}

static void
test_wraps (void)
{
  GtkWidget *label = show_label (SENTENCE);

  g_assert_cmpint (get_height (label, 100), >, 2 * get_height (label, 1000));
  destroy (label);
}

/* It would lie over its neighbours. */
static void
test_breaks_words_that_are_wider_than_it (void)
{
  GtkWidget *label = show_label (WORD);
  int width = get_width (label);
  PangoRectangle ink;

  g_assert_cmpint (get_height (label, width), >, 2 * get_height (label, 1000));
  gtk_widget_allocate (label, width, get_height (label, width), -1, NULL);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (label)), NULL, &ink);
  g_assert_cmpint (ink.width, <=, width);
  destroy (label);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/wrap-label/new", test_new);
  g_test_add_func ("/wrap-label/same-width-whatever-it-says", test_same_width_whatever_it_says);
  g_test_add_func ("/wrap-label/width-grows-with-its-letters", test_width_grows_with_its_letters);
  g_test_add_func ("/wrap-label/wraps", test_wraps);
  g_test_add_func ("/wrap-label/breaks-words-that-are-wider-than-it",
                   test_breaks_words_that_are_wider_than_it);
  return g_test_run ();
}
