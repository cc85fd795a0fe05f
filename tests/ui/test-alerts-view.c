// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "made-up-catalogue.h"
#include "pages/preferences/alert-words.h"
#include "pages/result/alert-card.h"
#include "pages/result/alerts-view.h"
#include "words.h"

static StileForm *
load_form (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "three-alerts.xml", NULL);
  g_autoptr (GError) error = NULL;
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

static StileAlertsView *
show (StileForm *form, const char *answers, StileCasework *casework)
{
  g_autoptr (StileInterview) interview = assessment_fixture_new_interview (form, answers);
  g_autoptr (StileResult) result = stile_result_new (interview);
  StileAlertsView *view = g_object_ref_sink (g_object_new (STILE_TYPE_ALERTS_VIEW, NULL));

  stile_alerts_view_show (view, result, casework, "en");
  return view;
}

static gpointer
get_card (StileAlertsView *view)
{
  return gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (view)));
}

static gpointer
get_row (StileAlertsView *view, int index)
{
  GtkWidget *list = gtk_widget_get_last_child (adw_bin_get_child (ADW_BIN (view)));

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);
}

static void
assert_row (StileAlertsView *view, int index, const char *title, gboolean open)
{
  g_assert_cmpstr (adw_preferences_row_get_title (get_row (view, index)), ==, title);
  g_assert_cmpint (adw_expander_row_get_expanded (get_row (view, index)), ==, open);
}

static void
test_no_alert (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = load_form ();
  StileAlertsView *view = show (form, "{\"lacks\": [\"none\"]}", NULL);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view)));
  g_assert_finalize_object (view);
}

static void
test_one_alert_is_a_card (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = load_form ();
  StileAlertsView *view = show (form, "{\"lacks\": [\"heat\"]}", NULL);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view)));
  g_assert_null (gtk_widget_get_next_sibling (get_card (view)));
  g_assert_finalize_object (view);
}

static void
test_most_urgent_first (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = load_form ();
  StileAlertsView *view = show (form, "{\"lacks\": [\"heat\", \"bed\", \"food\"]}", NULL);

  g_assert_cmpstr (gtk_label_get_label (assessment_fixture_get_child (get_card (view), "label")),
                   ==, "No bed");
  assert_row (view, 0, "No food", FALSE);
  assert_row (view, 1, "No heat", FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (get_row (view, 1)), ==, "Do this today");
  g_assert_finalize_object (view);
}

static void
test_words_of_the_centre_stay_open_for_now (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = load_form ();
  StileCasework *casework = assessment_fixture_get_casework (fixture);
  StileAlertsView *view;

  stile_casework_put_alert_words (casework, form, stile_form_find_alert (form, "food"), "Ask Jo.",
                                  NULL);
  stile_casework_put_alert_words (casework, form, stile_form_find_alert (form, "heat"), "Ask Al.",
                                  NULL);
  view = show (form, "{\"lacks\": [\"heat\", \"bed\", \"food\"]}", casework);
  assert_row (view, 0, "No food", TRUE);
  assert_row (view, 1, "No heat", FALSE);
  g_assert_finalize_object (view);
}

static void
assert_within (GtkWidget *widget, GtkWidget *holder)
{
  graphene_rect_t box;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, holder, &box));
      g_assert_cmpint ((int) (box.origin.x + box.size.width), <=, gtk_widget_get_width (holder));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_within (child, holder);
}

static void
test_words_stay_inside_the_card (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = load_form ();
  const StileAlert *alert = stile_form_find_alert (form, "bed");
  const char *local = "Call the duty desk, 01632 960 123. After six, ring twice.";
  GtkWidget *card = g_object_ref_sink (stile_alert_card_new (alert, "bn", local));
  int height, least;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  for (int width = least; width < least + 600; width++)
    {
      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (card, width, height, -1, NULL);
      assert_within (card, card);
    }
  g_assert_finalize_object (card);
}

#define NUMBER "\u2066" "0808 808 8000\u2069"
#define OWN_NUMBER "\u2066" "020 7946 0000\u2069"

/* On a page that runs from the right the groups of a number to call keep their order. */
static void
test_numbers_to_call (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  g_autoptr (StileForm) form = load_form ();
  const StileAlert *alert = stile_form_find_alert (form, "heat");
  GtkWidget *card = g_object_ref_sink (stile_alert_card_new (alert, "ur", "آدا، 020 7946 0000"));
  StileCasework *casework = assessment_fixture_get_casework (fixture);
  g_autoptr (StileInterview) interview
    = assessment_fixture_new_interview (form, "{\"lacks\": [\"heat\", \"bed\"]}");
  g_autoptr (StileResult) result = stile_result_new (interview);
  StileAlertsView *view = g_object_ref_sink (g_object_new (STILE_TYPE_ALERTS_VIEW, NULL));
  GtkWidget *words = g_object_ref_sink (stile_alert_words_new (casework, form, alert, "ur"));

  g_assert_true (fixture_says (words, NUMBER));
  g_assert_true (fixture_says (card, NUMBER));
  g_assert_true (fixture_says (card, OWN_NUMBER));
  stile_casework_put_alert_words (casework, form, alert, "آدا، 020 7946 0000", NULL);
  stile_alerts_view_show (view, result, casework, "ur");
  g_assert_true (fixture_says (get_row (view, 0), NUMBER));
  g_assert_true (fixture_says (get_row (view, 0), OWN_NUMBER));
  g_object_unref (words);
  g_object_unref (card);
  g_object_unref (view);
}

static void
test_nothing_is_left (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = load_form ();
  StileAlertsView *view = show (form, "{\"lacks\": [\"bed\"]}", NULL);

  stile_alerts_view_show (view, NULL, NULL, NULL);
  g_assert_null (adw_bin_get_child (ADW_BIN (view)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view)));
  g_assert_finalize_object (view);
}

static void
add (const char *path, void (*test) (AssessmentFixture *, gconstpointer))
{
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, test,
              assessment_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  made_up_catalogue_install ("ur", NULL, "msgid \"Back\"\nmsgstr \"واپس\"\n");
  made_up_catalogue_install ("ur", NULL, "msgid \"Back\"\nmsgstr \"واپس\"\n");
  fixture_init (&argc, &argv);
  add ("/alerts-view/no-alert", test_no_alert);
  add ("/alerts-view/one-alert-is-a-card", test_one_alert_is_a_card);
  add ("/alerts-view/most-urgent-first", test_most_urgent_first);
  add ("/alerts-view/words-of-the-centre-stay-open-for-now",
       test_words_of_the_centre_stay_open_for_now);
  add ("/alerts-view/numbers-to-call", test_numbers_to_call);
  add ("/alerts-view/words-stay-inside-the-card", test_words_stay_inside_the_card);
  add ("/alerts-view/nothing-is-left", test_nothing_is_left);
  return g_test_run ();
}
