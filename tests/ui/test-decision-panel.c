// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "error-summary.h"
#include "pages/result/decision-panel.h"

#define get_child assessment_fixture_get_child

typedef struct
{
  StileForm *form;
  StileDecisionPanel *panel;
  GtkWindow *window;
  char *decided; /* "category: reason" */
} Fixture;

static void
decide_cb (Fixture *fixture, const char *category, const char *reason)
{
  g_free (fixture->decided);
  fixture->decided = g_strdup_printf ("%s: %s", category, reason != NULL ? reason : "none");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->form = assessment_fixture_load_form ();
  fixture->panel = g_object_new (STILE_TYPE_DECISION_PANEL, NULL);
  g_signal_connect_swapped (fixture->panel, "decide", G_CALLBACK (decide_cb), fixture);
  stile_decision_panel_ask (fixture->panel, fixture->form, 1, NULL);
  fixture->window = fixture_show (fixture->panel);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  stile_form_unref (fixture->form);
  g_free (fixture->decided);
}

static void
press (gpointer button)
{
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static void
choose (Fixture *fixture, guint row)
{
  GtkWidget *child = gtk_widget_get_first_child (get_child (fixture->panel, "categories"));

  for (guint i = 0; i < row; i++)
    child = gtk_widget_get_next_sibling (child);
  press (child);
}

static void
give_reason (Fixture *fixture, const char *reason)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (fixture->panel, "reason")), reason,
                            -1);
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  press (get_child (fixture->panel, "confirm"));
  g_assert_cmpstr (fixture->decided, ==, "guided: none");
}

static void
test_another_with_reason (Fixture *fixture, gconstpointer data)
{
  press (get_child (fixture->panel, "another"));
  choose (fixture, 0);
  choose (fixture, 1);
  give_reason (fixture, "  She told me more.\n");
  fixture_press (fixture->panel, "Save this decision");
  g_assert_cmpstr (fixture->decided, ==, "light: She told me more.");
}

static void
test_what_is_missing_is_said (Fixture *fixture, gconstpointer data)
{
  StileErrorSummary *summary = get_child (fixture->panel, "summary");

  press (get_child (fixture->panel, "another"));
  fixture_press (fixture->panel, "Save this decision");
  fixture_settle ();
  g_assert_null (fixture->decided);
  gtk_test_accessible_assert_property (summary, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "There is a problem. Choose the category that fits better. "
                                       "Say in a few words why it fits better.");
}

static void
test_reason_is_required (Fixture *fixture, gconstpointer data)
{
  press (get_child (fixture->panel, "another"));
  choose (fixture, 0);
  give_reason (fixture, " \n ");
  fixture_press (fixture->panel, "Save this decision");
  g_assert_null (fixture->decided);
}

static void
test_refusal_keeps_what_was_entered (Fixture *fixture, gconstpointer data)
{
  press (get_child (fixture->panel, "another"));
  choose (fixture, 0);
  give_reason (fixture, "She told me more.");
  stile_decision_panel_refuse (fixture->panel, "The disk is full.");
  fixture_press (fixture->panel, "Save this decision");
  g_assert_cmpstr (fixture->decided, ==, "close: She told me more.");
}

static void
test_tell (Fixture *fixture, gconstpointer data)
{
  stile_decision_panel_tell (fixture->panel, "Anna decided.");
  g_assert_cmpstr (gtk_label_get_label (get_child (fixture->panel, "decision")), ==,
                   "Anna decided.");
  g_assert_null (gtk_widget_get_root (get_child (fixture->panel, "asking")));
}

static void
test_change_needs_another_category_and_a_reason (Fixture *fixture, gconstpointer data)
{
  stile_decision_panel_tell (fixture->panel, "Anna decided.");
  stile_decision_panel_ask_again (fixture->panel, fixture->form, 0, NULL);
  g_assert_false (gtk_widget_get_visible (get_child (fixture->panel, "confirm")));
  choose (fixture, 0);
  fixture_press (fixture->panel, "Save this decision");
  g_assert_null (fixture->decided);
  give_reason (fixture, "It was too much.");
  fixture_press (fixture->panel, "Save this decision");
  g_assert_cmpstr (fixture->decided, ==, "guided: It was too much.");
}

static void
test_decision_can_stay (Fixture *fixture, gconstpointer data)
{
  stile_decision_panel_tell (fixture->panel, "Anna decided.");
  stile_decision_panel_ask_again (fixture->panel, fixture->form, 0, NULL);
  press (get_child (fixture->panel, "keep"));
  g_assert_cmpstr (gtk_label_get_label (get_child (fixture->panel, "decision")), ==,
                   "Anna decided.");
  g_assert_null (gtk_widget_get_root (get_child (fixture->panel, "asking")));
  g_assert_null (fixture->decided);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  add ("/decision-panel/confirm", test_confirm);
  add ("/decision-panel/another-with-reason", test_another_with_reason);
  add ("/decision-panel/what-is-missing-is-said", test_what_is_missing_is_said);
  add ("/decision-panel/reason-is-required", test_reason_is_required);
  add ("/decision-panel/refusal-keeps-what-was-entered", test_refusal_keeps_what_was_entered);
  add ("/decision-panel/tell", test_tell);
  add ("/decision-panel/change-needs-another-category-and-a-reason",
       test_change_needs_another_category_and_a_reason);
  add ("/decision-panel/decision-can-stay", test_decision_can_stay);
  return g_test_run ();
}
