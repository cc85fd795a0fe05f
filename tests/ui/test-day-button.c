// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "menus.h"
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

static GtkWidget *
open_calendar (StileDayButton *button)
{
  gpointer menu_button = fixture_child (button, STILE_TYPE_DAY_BUTTON, "menu_button");

  gtk_menu_button_popup (menu_button);
  fixture_settle ();
  return GTK_WIDGET (gtk_menu_button_get_popover (menu_button));
}

static GtkWidget *
find_calendar (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_CALENDAR (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_calendar (child);
  return found;
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

static gboolean
has_label (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, label))
      return TRUE;
  return FALSE;
}

static void
test_required (void)
{
  StileDayButton *button = g_object_new (STILE_TYPE_DAY_BUTTON, "required", TRUE, NULL);
  GtkWindow *window = fixture_show (button);
  GtkWidget *popover = open_calendar (button);

  g_assert_true (has_label (popover, "_This day"));
  g_assert_false (has_label (popover, "_Any day"));
  gtk_window_destroy (window);
  fixture_settle ();
}

/* It opens at the day that was chosen, also after it was thrown away with its page. */
static void
test_calendar_comes_again (void)
{
  StileDayButton *button = g_object_new (STILE_TYPE_DAY_BUTTON, "title", "From", NULL);
  GtkWindow *window = fixture_show (button);
  GtkWidget *popover = NULL;
  GDate day;

  g_set_weak_pointer (&popover, open_calendar (button));
  stile_menus_close (GTK_WIDGET (button));
  fixture_settle ();
  g_assert_null (popover);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 3, G_DATE_MARCH, 2025);
  stile_day_button_set_day (button, &day);
  fixture_press (open_calendar (button), "_This day");
  g_assert_true (stile_day_button_get_day (button, &day));
  g_assert_cmpint (g_date_get_month (&day), ==, G_DATE_MARCH);
  g_assert_cmpint (g_date_get_year (&day), ==, 2025);
  gtk_window_destroy (window);
  fixture_settle ();
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
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 2, 28, 0, 0, 0);
  GtkWidget *popover = open_calendar (button);
  guint changed = 0;
  GDate day;

  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_cb), &changed);
  gtk_calendar_select_day (GTK_CALENDAR (find_calendar (popover)), time);
  g_assert_cmpuint (changed, ==, 0); /* leafing through months chooses nothing */
  fixture_press (popover, "_This day");
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (stile_day_button_get_day (button, &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 28);
  g_assert_cmpint (g_date_get_month (&day), ==, G_DATE_FEBRUARY);
  fixture_press (open_calendar (button), "_Any day");
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
  g_test_add_func ("/day-button/calendar-comes-again", test_calendar_comes_again);
  g_test_add_func ("/day-button/set", test_set);
  g_test_add_func ("/day-button/choose", test_choose);
  return g_test_run ();
}
