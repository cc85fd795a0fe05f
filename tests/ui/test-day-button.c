// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "widgets/day-button.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static const char *
get_label (StileDayButton *button)
{
  gpointer menu_button = fixture_child (button, STILE_TYPE_DAY_BUTTON, "menu_button");

  return gtk_menu_button_get_label (menu_button);
}

static void
test_new (void)
{
  StileDayButton *button = g_object_new (STILE_TYPE_DAY_BUTTON, "title", "From", NULL);
  GDate day;

  g_object_ref_sink (button);
  g_assert_cmpstr (get_label (button), ==, "From: any day");
  g_assert_false (stile_day_button_get_day (button, &day));
  g_object_unref (button);
}

static void
test_required (void)
{
  StileDayButton *button = g_object_new (STILE_TYPE_DAY_BUTTON, "required", TRUE, NULL);
  gpointer any_button = fixture_child (button, STILE_TYPE_DAY_BUTTON, "any_button");

  g_object_ref_sink (button);
  g_assert_false (gtk_widget_get_visible (any_button));
  g_object_unref (button);
}

static void
test_set (void)
{
  StileDayButton *button = g_object_new (STILE_TYPE_DAY_BUTTON, "title", "From", NULL);
  guint changed = 0;
  GDate day;

  g_object_ref_sink (button);
  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_cb), &changed);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 3, G_DATE_MARCH, 2026);
  stile_day_button_set_day (button, &day);
  g_assert_cmpstr (get_label (button), ==, "From: 3 March 2026");
  g_assert_cmpuint (changed, ==, 0);
  stile_day_button_clear (button);
  g_assert_cmpstr (get_label (button), ==, "From: any day");
  g_object_unref (button);
}

static void
test_choose (void)
{
  StileDayButton *button = g_object_new (STILE_TYPE_DAY_BUTTON, "title", "From", NULL);
  GtkWindow *window = fixture_show (button);
  gpointer calendar = fixture_child (button, STILE_TYPE_DAY_BUTTON, "calendar");
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 2, 28, 0, 0, 0);
  gpointer menu_button = fixture_child (button, STILE_TYPE_DAY_BUTTON, "menu_button");
  guint changed = 0;
  GDate day;

  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_cb), &changed);
  gtk_calendar_select_day (calendar, time);
  g_assert_cmpuint (changed, ==, 0); /* leafing through months chooses nothing */
  fixture_press (gtk_menu_button_get_popover (menu_button), "_This day");
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (stile_day_button_get_day (button, &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 28);
  g_assert_cmpint (g_date_get_month (&day), ==, G_DATE_FEBRUARY);
  fixture_press (gtk_menu_button_get_popover (menu_button), "_Any day");
  g_assert_cmpuint (changed, ==, 2);
  g_assert_false (stile_day_button_get_day (button, &day));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/day-button/new", test_new);
  g_test_add_func ("/day-button/required", test_required);
  g_test_add_func ("/day-button/set", test_set);
  g_test_add_func ("/day-button/choose", test_choose);
  return g_test_run ();
}
