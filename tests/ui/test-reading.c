// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading.h"

#include "fixture.h"

typedef struct
{
  StileForm *form;
  StileReading *reading;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "three-languages.xml", NULL);
  g_autoptr (GError) error = NULL;

  fixture->form = stile_form_load (path, &error);
  g_assert_no_error (error);
  fixture->reading = stile_reading_new ();
  stile_reading_start (fixture->reading, "one", fixture->form, "ur", 100);
  g_signal_connect_swapped (fixture->reading, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (fixture->reading);
  stile_form_unref (fixture->form);
}

static void
assert_languages (Fixture *fixture, const char *first, const char *second)
{
  StileLanguages languages = stile_reading_get_languages (fixture->reading);

  g_assert_cmpstr (languages.first, ==, first);
  g_assert_cmpstr (languages.second, ==, second);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  assert_languages (fixture, "ur", "en");
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  stile_reading_set_view (fixture->reading, STILE_VIEW_CLAIMANT);
  assert_languages (fixture, "ur", NULL);
  stile_reading_swap (fixture->reading);
  assert_languages (fixture, "en", NULL);
  stile_reading_set_view (fixture->reading, STILE_VIEW_ADVISER_FIRST);
  assert_languages (fixture, "en", "ur");
  stile_reading_swap (fixture->reading);
  assert_languages (fixture, "ur", "en");
  g_assert_cmpuint (fixture->n_changes, ==, 4);
}

static void
test_one_language_where_they_are_the_same (Fixture *fixture, gconstpointer data)
{
  stile_reading_start (fixture->reading, "two", fixture->form, "en-GB", 100);
  assert_languages (fixture, "en-GB", NULL);
  g_assert_false (stile_reading_has_two_languages (fixture->reading));
}

static void
test_a_language_nobody_has (Fixture *fixture, gconstpointer data)
{
  stile_reading_start (fixture->reading, "two", fixture->form, "ps", 100);
  assert_languages (fixture, "en", NULL);
}

static void
test_stays_for_the_same_assessment (Fixture *fixture, gconstpointer data)
{
  stile_reading_swap (fixture->reading);
  stile_reading_set_percent (fixture->reading, 200);
  stile_reading_start (fixture->reading, "one", fixture->form, "ur", 100);
  assert_languages (fixture, "en", "ur");
  g_assert_cmpuint (stile_reading_get_percent (fixture->reading), ==, 200);
  stile_reading_start (fixture->reading, "two", fixture->form, "ur", 150);
  assert_languages (fixture, "ur", "en");
  g_assert_cmpuint (stile_reading_get_percent (fixture->reading), ==, 150);
}

static void
test_steps_of_size (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int step;
    guint percent;
  } table[] = { { 1, 150 }, { 1, 200 }, { 1, 200 }, { -1, 150 }, { 0, 100 }, { -1, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      stile_reading_step_percent (fixture->reading, table[i].step);
      g_assert_cmpuint (stile_reading_get_percent (fixture->reading), ==, table[i].percent);
    }
}

static void
test_dresses_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref_sink (page);
  stile_reading_dress (fixture->reading, page);
  g_assert_true (gtk_widget_has_css_class (page, "in-ur"));
  gtk_widget_activate_action (page, "reading.larger", NULL);
  g_assert_true (gtk_widget_has_css_class (page, "percent-150"));
  g_assert_false (gtk_widget_has_css_class (page, "percent-100"));
  gtk_widget_activate_action (page, "reading.swap", NULL);
  g_assert_true (gtk_widget_has_css_class (page, "in-other"));
  g_assert_false (gtk_widget_has_css_class (page, "in-ur"));
  g_assert_finalize_object (page);
}

static void
test_direction_while_the_page_is_seen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;

  stile_reading_dress (fixture->reading, page);
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_LTR);
  window = fixture_show (page);
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_RTL);
  stile_reading_swap (fixture->reading);
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_LTR);
  stile_reading_swap (fixture->reading);
  gtk_window_destroy (window);
  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_LTR);
}

#define add(Path, Func) g_test_add (Path, Fixture, NULL, set_up, Func, tear_down)

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  add ("/reading/new", test_new);
  add ("/reading/views", test_views);
  add ("/reading/one-language-where-they-are-the-same", test_one_language_where_they_are_the_same);
  add ("/reading/a-language-nobody-has", test_a_language_nobody_has);
  add ("/reading/stays-for-the-same-assessment", test_stays_for_the_same_assessment);
  add ("/reading/steps-of-size", test_steps_of_size);
  add ("/reading/dresses-pages", test_dresses_pages);
  add ("/reading/direction-while-the-page-is-seen", test_direction_while_the_page_is_seen);
  return g_test_run ();
}
