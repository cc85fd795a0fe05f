// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "error-summary.h"
#include "pages/referral/service-picker.h"
#include "pages/result/result-page.h"

#define get_child assessment_fixture_get_child

static StileResultPage *
open_page (AssessmentFixture *fixture)
{
  StileResultPage *page = g_object_new (STILE_TYPE_RESULT_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  assessment_fixture_show (fixture, page);
  stile_result_page_open (page, assessment_fixture_get_casework (fixture),
                          stile_book_get_directory (fixture->book), fixture->case_id,
                          fixture->assessment_id, &error);
  g_assert_no_error (error);
  fixture_settle ();
  return page;
}

static StileResultPage *
open_finished (AssessmentFixture *fixture, const char *sleep)
{
  assessment_fixture_answer (fixture, "sleep", sleep);
  assessment_fixture_finish (fixture);
  return open_page (fixture);
}

static const char *
get_text (StileResultPage *page, const char *id)
{
  return gtk_label_get_label (get_child (page, id));
}

static gboolean
is_shown (StileResultPage *page, const char *id)
{
  return gtk_widget_get_visible (get_child (page, id));
}

static void
press (gpointer widget, const char *id)
{
  g_signal_emit_by_name (get_child (widget, id), "clicked");
  fixture_settle ();
}

static void
test_new (AssessmentFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_object_ref_sink (g_object_new (STILE_TYPE_RESULT_PAGE, NULL)));
}

static void
test_unfinished_is_refused (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = g_object_ref_sink (g_object_new (STILE_TYPE_RESULT_PAGE, NULL));
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_result_page_open (page, assessment_fixture_get_casework (fixture),
                                          stile_book_get_directory (fixture->book),
                                          fixture->case_id, fixture->assessment_id, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
  g_assert_finalize_object (page);
}

static void
test_category_in_words (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");

  g_assert_cmpstr (get_text (page, "category"), ==, "Close support");
  g_assert_cmpstr (get_text (page, "meaning"), ==, "One worker stays with you.");
  g_assert_cmpstr (get_text (page, "because"), ==, "Housing comes first.");
}

static void
test_what_is_not_there_is_not_shown (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "home");

  g_assert_false (is_shown (page, "because"));
  g_assert_false (is_shown (page, "findings_group"));
  g_assert_false (is_shown (page, "referrals_group"));
  g_assert_null (adw_bin_get_child (get_child (page, "alerts")));
}

/* The most urgent alert. */
static GtkWidget *
get_card (StileResultPage *page)
{
  return gtk_widget_get_first_child (adw_bin_get_child (get_child (page, "alerts")));
}

static void
test_alert_says_what_to_do (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  GtkWidget *card = get_card (page);

  g_assert_cmpstr (gtk_label_get_label (get_child (card, "urgency")), ==, "Do this now");
  g_assert_cmpstr (gtk_label_get_label (get_child (card, "label")), ==, "Nowhere to sleep tonight");
  g_assert_cmpstr (gtk_label_get_label (get_child (card, "action")), ==,
                   "Call the duty officer before the person leaves.");
}

static void
test_alert_says_whom_to_call_here (AssessmentFixture *fixture, gconstpointer data)
{
  const StileAlert *alert = stile_form_find_alert (fixture->form, "no-bed");
  StileResultPage *page;
  GtkWidget *card;

  stile_casework_put_alert_words (assessment_fixture_get_casework (fixture), fixture->form, alert,
                                  "Town Hall\n01632 960 001", NULL);
  page = open_finished (fixture, "nowhere");
  card = get_card (page);
  g_assert_true (gtk_widget_get_visible (get_child (card, "local")));
  g_assert_cmpstr (gtk_label_get_label (get_child (card, "local")), ==,
                   "Town Hall\n01632 960 001");
}

static void
test_alert_without_words_of_the_centre (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  GtkWidget *card = get_card (page);

  g_assert_false (gtk_widget_get_visible (get_child (card, "local")));
}

static gboolean
has_focus_within (gpointer row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));

  return focus != NULL && gtk_widget_is_ancestor (focus, row);
}

static void
test_referral_is_made (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_child (page, "referrals"), 0));
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;

  g_assert_true (fixture_says (row, "No service in the directory fits."));
  press (row, "make");
  g_assert_false (gtk_widget_get_visible (get_child (row, "choosing")));
  fixture_wait (has_focus_within, row);
  person_file = assessment_fixture_load (fixture);
  g_assert_cmpuint (person_file->referrals->len, ==, 1);
  referral = g_ptr_array_index (person_file->referrals, 0);
  g_assert_cmpstr (referral->referral, ==, "housing-advice");
  g_assert_cmpstr (referral->status, ==, STILE_REFERRAL_DRAFT);
}

/* With the directory of the demo. */
static GtkWidget *
open_with_services (AssessmentFixture *fixture)
{
  StileDirectory *directory = stile_book_get_directory (fixture->book);
  g_autoptr (GError) error = NULL;
  StileResultPage *page;

  g_assert_true (stile_directory_import_demo (directory, &error));
  g_assert_no_error (error);
  page = open_finished (fixture, "nowhere");
  return GTK_WIDGET (gtk_list_box_get_row_at_index (get_child (page, "referrals"), 0));
}

static GtkWidget *
get_service (GtkWidget *row, guint index)
{
  GtkWidget *picker = adw_bin_get_child (get_child (row, "services"));
  GtkWidget *child = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (picker)));

  for (guint i = 0; i < index; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Whoever made it goes on there, and has not to look for it. */
static void
test_made_is_in_sight (AssessmentFixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_with_services (fixture);
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  gtk_widget_grab_focus (get_child (row, "make"));
  fixture_settle ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_service (row, 0)), TRUE);
  fixture_press (row, "Make this referral");
  fixture_wait (has_focus_within, row);
  fixture_settle ();
  g_assert_true (has_focus_within (row));
  g_assert_true (gtk_widget_compute_bounds (gtk_root_get_focus (gtk_widget_get_root (row)),
                                            scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     (float) gtk_widget_get_height (scroller));
}

static void
test_several_services_are_several_drafts (AssessmentFixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_with_services (fixture);
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_service (row, 0)), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_service (row, 2)), TRUE);
  fixture_press (row, "Make 2 referrals");
  fixture_settle ();
  person_file = assessment_fixture_load (fixture);
  g_assert_cmpuint (person_file->referrals->len, ==, 2);
  referral = g_ptr_array_index (person_file->referrals, 0);
  g_assert_cmpstr (referral->status, ==, STILE_REFERRAL_DRAFT);
  g_assert_nonnull (referral->service_id);
  g_assert_nonnull (referral->contact);
}

static void
test_three_services_at_first (AssessmentFixture *fixture, gconstpointer data)
{
  GtkWidget *row = open_with_services (fixture);
  GtkWidget *more = get_service (row, 3);
  GtkWidget *box = gtk_widget_get_parent (more);
  guint n_rows = 0;

  g_assert_false (GTK_IS_TOGGLE_BUTTON (more));
  g_signal_emit_by_name (more, "clicked");
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child), n_rows++)
    g_assert_true (GTK_IS_TOGGLE_BUTTON (child));
  g_assert_cmpuint (n_rows, >, 3);
}

static void
test_paused_service_comes_last_and_cannot_be_chosen (AssessmentFixture *fixture,
                                                     gconstpointer data)
{
  GtkWidget *row = open_with_services (fixture);
  GtkWidget *page = gtk_widget_get_ancestor (row, STILE_TYPE_RESULT_PAGE);
  const char *first = NULL;
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *last;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_service (row, 0)), TRUE);
  chosen = stile_service_picker_list_chosen (
    STILE_SERVICE_PICKER (adw_bin_get_child (get_child (row, "services"))));
  first = g_ptr_array_index (chosen, 0);
  overlay->paused = TRUE;
  overlay->paused_reason = g_strdup ("Full until spring");
  stile_directory_put_overlay (stile_book_get_directory (fixture->book), first, overlay, &error);
  g_assert_no_error (error);

  stile_result_page_open (STILE_RESULT_PAGE (page), assessment_fixture_get_casework (fixture),
                          stile_book_get_directory (fixture->book), fixture->case_id,
                          fixture->assessment_id, &error);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_child (page, "referrals"), 0));
  g_signal_emit_by_name (get_service (row, 3), "clicked");
  last = gtk_widget_get_last_child (gtk_widget_get_parent (get_service (row, 0)));
  g_assert_false (gtk_widget_get_sensitive (last));
  g_assert_nonnull (strstr (gtk_label_get_label (get_child (last, "detail")),
                            "Full until spring"));
}

static void
test_referral_made_before_is_shown (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page;
  GtkWidget *row;
  g_autoptr (GError) error = NULL;

  assessment_fixture_answer (fixture, "sleep", "nowhere");
  assessment_fixture_finish (fixture);
  stile_casework_refer (assessment_fixture_get_casework (fixture), fixture->case_id,
                        fixture->assessment_id, "housing-advice", NULL, NULL, &error);
  g_assert_no_error (error);
  page = open_page (fixture);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_child (page, "referrals"), 0));
  g_assert_false (gtk_widget_get_visible (get_child (row, "choosing")));
  g_assert_nonnull (gtk_widget_get_first_child (get_child (row, "made")));
}

static void
test_confirm (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;

  press (get_child (page, "decision_panel"), "confirm");
  person_file = assessment_fixture_load (fixture);
  assessment = stile_case_find_assessment (person_file, fixture->assessment_id);
  g_assert_cmpstr (assessment->decided, ==, "close");
  g_assert_cmpstr (assessment->decided_by, ==, FIXTURE_ADVISER);
  g_assert_nonnull (
    strstr (gtk_label_get_label (get_child (get_child (page, "decision_panel"), "decision")),
            "Anna confirmed “Close support”."));
}

static guint
count_decisions (const StileCase *person_file)
{
  guint n_decisions = 0;

  for (guint i = 0; i < person_file->events->len; i++)
    {
      const StileEvent *event = g_ptr_array_index (person_file->events, i);

      if (g_str_has_prefix (event->title, "Confirmed")
          || g_str_has_prefix (event->title, "Another category chosen"))
        n_decisions++;
    }
  return n_decisions;
}

static void
test_decision_is_changed_and_both_are_kept (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  gpointer panel = get_child (page, "decision_panel");
  g_autoptr (StileCase) person_file = NULL;

  press (panel, "confirm");
  press (panel, "change");
  g_signal_emit_by_name (gtk_widget_get_first_child (get_child (panel, "categories")), "clicked");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (panel, "reason")),
                            "It was too much.", -1);
  fixture_press (panel, "Save this decision");
  person_file = assessment_fixture_load (fixture);
  g_assert_cmpstr (stile_case_find_assessment (person_file, fixture->assessment_id)->decided, !=,
                   "close");
  g_assert_nonnull (strstr (gtk_label_get_label (get_child (panel, "decision")),
                            "instead of “Close support”. The reason: It was too much."));
  g_assert_cmpuint (count_decisions (person_file), ==, 2);
}

static void
test_locked_book_refuses_the_decision (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  gpointer panel = get_child (page, "decision_panel");

  stile_ledger_lock (stile_book_get_ledger (fixture->book));
  press (panel, "confirm");
  g_assert_false (stile_error_summary_is_empty (get_child (panel, "summary")));
}

static void
test_locked_book_refuses_the_referral (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_child (page, "referrals"), 0));

  stile_ledger_lock (stile_book_get_ledger (fixture->book));
  press (row, "make");
  g_assert_false (stile_error_summary_is_empty (get_child (page, "summary")));
  g_assert_true (gtk_widget_get_visible (get_child (row, "choosing")));
}

static void
test_close_forgets (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "nowhere");

  stile_result_page_close (page);
  g_assert_cmpstr (get_text (page, "category"), ==, "");
  g_assert_null (adw_bin_get_child (get_child (page, "alerts")));
  g_assert_null (gtk_list_box_get_row_at_index (get_child (page, "referrals"), 0));
  g_assert_null (adw_bin_get_child (get_child (page, "needs_profile")));
}

static void
test_answers_can_be_seen (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = open_finished (fixture, "home");

  gtk_widget_activate_action (GTK_WIDGET (page), "result.answers", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "result.back", NULL);
  g_assert_cmpstr (fixture->went->str, ==, "check-answers person");
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
  fixture_init (&argc, &argv);
  add ("/result-page/new", test_new);
  add ("/result-page/unfinished-is-refused", test_unfinished_is_refused);
  add ("/result-page/category-in-words", test_category_in_words);
  add ("/result-page/what-is-not-there-is-not-shown", test_what_is_not_there_is_not_shown);
  add ("/result-page/alert-says-what-to-do", test_alert_says_what_to_do);
  add ("/result-page/alert-says-whom-to-call-here", test_alert_says_whom_to_call_here);
  add ("/result-page/alert-without-words-of-the-centre", test_alert_without_words_of_the_centre);
  add ("/result-page/referral-is-made", test_referral_is_made);
  add ("/result-page/made-is-in-sight",
       test_made_is_in_sight);
  add ("/result-page/several-services-are-several-drafts",
       test_several_services_are_several_drafts);
  add ("/result-page/three-services-at-first", test_three_services_at_first);
  add ("/result-page/paused-service-comes-last-and-cannot-be-chosen",
       test_paused_service_comes_last_and_cannot_be_chosen);
  add ("/result-page/referral-made-before-is-shown", test_referral_made_before_is_shown);
  add ("/result-page/confirm", test_confirm);
  add ("/result-page/decision-is-changed-and-both-are-kept",
       test_decision_is_changed_and_both_are_kept);
  add ("/result-page/locked-book-refuses-the-decision", test_locked_book_refuses_the_decision);
  add ("/result-page/locked-book-refuses-the-referral", test_locked_book_refuses_the_referral);
  add ("/result-page/close-forgets", test_close_forgets);
  add ("/result-page/answers-can-be-seen", test_answers_can_be_seen);
  return g_test_run ();
}
