// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tip.h"

#include "fixture.h"

static void
test_new (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());

  g_assert_null (stile_tip_get (button));
  stile_tip_set (button, "Back to the question before");
  g_assert_cmpstr (stile_tip_get (button), ==, "Back to the question before");
  g_assert_finalize_object (button);
}

static void
test_is_asked_for_by_the_pointer (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shows = FALSE;

  stile_tip_set (button, "Back & <forth>");
  g_assert_true (gtk_widget_get_has_tooltip (button));
  g_signal_emit_by_name (button, "query-tooltip", 0, 0, FALSE, tooltip, &shows);
  g_assert_true (shows);
  g_object_unref (tooltip);
  g_assert_finalize_object (button);
}

static void
test_is_told_to_assistive_tools (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());

  stile_tip_set (button, "Back");
  stile_tip_set (button, "Wstecz");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Wstecz");
  g_assert_finalize_object (button);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/tip/new", test_new);
  g_test_add_func ("/tip/is-asked-for-by-the-pointer", test_is_asked_for_by_the_pointer);
  g_test_add_func ("/tip/is-told-to-assistive-tools", test_is_told_to_assistive_tools);
  return g_test_run ();
}
