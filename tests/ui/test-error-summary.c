// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error-summary.h"
#include "field.h"
#include "fixture.h"

static void
test_new (void)
{
  StileErrorSummary *summary = g_object_ref_sink (g_object_new (STILE_TYPE_ERROR_SUMMARY, NULL));

  g_assert_true (stile_error_summary_is_empty (summary));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (summary)));
  g_assert_finalize_object (summary);
}

static void
test_leads_to_the_field (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  StileErrorSummary *summary = g_object_new (STILE_TYPE_ERROR_SUMMARY, NULL);
  GtkWidget *field = gtk_button_new ();
  GtkWidget *list;
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (summary));
  gtk_box_append (GTK_BOX (box), field);
  window = fixture_show (box);
  stile_error_summary_add (summary, "Type your name.", field);
  stile_error_summary_present (summary);
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (summary));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (summary), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "There is a problem. Type your name.");

  list = GTK_WIDGET (fixture_child (summary, STILE_TYPE_ERROR_SUMMARY, "list"));
  g_signal_emit_by_name (gtk_widget_get_first_child (list), "clicked");
  g_assert_true (gtk_window_get_focus (window) == field);

  stile_error_summary_clear (summary);
  g_assert_true (stile_error_summary_is_empty (summary));
  gtk_window_destroy (window);
}

static void
test_field (void)
{
  GtkWidget *row = g_object_ref_sink (adw_entry_row_new ());
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  stile_field_set_error (row, GTK_LABEL (label), "Type your name.");
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Type your name.");

  stile_field_set_error (row, GTK_LABEL (label), NULL);
  g_assert_false (gtk_widget_get_visible (label));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_object_unref (label);
  g_object_unref (row);
}

static void
test_field_text (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());
  g_autofree char *text = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "  Ada  Lovelace ");
  text = stile_field_dup_text (GTK_EDITABLE (entry));
  g_assert_cmpstr (text, ==, "Ada  Lovelace");
  g_object_unref (entry);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/error-summary/new", test_new);
  g_test_add_func ("/error-summary/leads-to-the-field", test_leads_to_the_field);
  g_test_add_func ("/field/error", test_field);
  g_test_add_func ("/field/text", test_field_text);
  return g_test_run ();
}
