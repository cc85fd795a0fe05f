// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"
#include "assessment-fixture.h"
#include "pages/check-answers/check-answers-page.h"
#include "pages/first-start/first-start-page.h"
#include "pages/interview/interview-page.h"
#include "pages/people/people-page.h"
#include "pages/person/person-page.h"
#include "pages/person/record-dialog.h"
#include "pages/preferences/preferences-page.h"
#include "pages/preview/preview-page.h"
#include "pages/problem/problem-page.h"
#include "pages/restore/restore-page.h"
#include "pages/result/result-page.h"
#include "pages/start/start-page.h"
#include "pages/unlock/unlock-page.h"
#include "pages/waiting/waiting-page.h"
#include "pages/waiting/waiting-row.h"

/* In pixels, as WCAG 2.2 and the makers of touch screens advise. */
#define SMALLEST_TARGET 44

static gboolean
is_target (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_SEARCH_ENTRY (widget);
}

/* Inside a row, the row is what is pressed; in a title bar of another's making, nothing is ours. */
static gboolean
is_inside_a_target (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW) != NULL
         && !GTK_IS_LIST_BOX_ROW (widget);
}

static void
check_targets (GtkWidget *widget)
{
  GtkWidget *child;

  if (is_target (widget) && gtk_widget_get_mapped (widget) && !is_inside_a_target (widget))
    {
      graphene_rect_t bounds; /* with the padding, unlike gtk_widget_get_width() */

      g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
      g_test_message ("%s %g × %g", G_OBJECT_TYPE_NAME (widget), bounds.size.width,
                      bounds.size.height);
      g_assert_cmpfloat (bounds.size.height, >=, SMALLEST_TARGET);
      g_assert_cmpfloat (bounds.size.width, >=, SMALLEST_TARGET);
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_targets (child);
}

static void
test_page (gconstpointer get_type)
{
  GType type = ((GType (*) (void)) get_type) ();
  GtkWidget *page = g_object_new (type, NULL);
  GtkWindow *window = fixture_show (page);

  check_targets (page);
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
test_record_dialog (void)
{
  GtkWidget *dialog = g_object_new (STILE_TYPE_RECORD_DIALOG, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle ();
  check_targets (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_waiting_row (void)
{
  GtkWidget *row = GTK_WIDGET (stile_waiting_row_new ());
  GtkWindow *window = fixture_show (row);

  check_targets (row);
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
test_interview_page (AssessmentFixture *fixture, gconstpointer question)
{
  StileInterviewPage *page = g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  stile_interview_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                             fixture->assessment_id, question, &error);
  g_assert_no_error (error);
  assessment_fixture_show (fixture, page);
  check_targets (GTK_WIDGET (page));
}

static void
test_check_answers_page (AssessmentFixture *fixture, gconstpointer data)
{
  StileCheckAnswersPage *page = g_object_new (STILE_TYPE_CHECK_ANSWERS_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  stile_check_answers_page_open (page, assessment_fixture_get_casework (fixture), fixture->case_id,
                                 fixture->assessment_id, &error);
  g_assert_no_error (error);
  assessment_fixture_show (fixture, page);
  check_targets (GTK_WIDGET (page));
}

static void
test_result_page (AssessmentFixture *fixture, gconstpointer data)
{
  StileResultPage *page = g_object_new (STILE_TYPE_RESULT_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  assessment_fixture_answer (fixture, "sleep", "nowhere");
  assessment_fixture_finish (fixture);
  stile_result_page_open (page, assessment_fixture_get_casework (fixture),
                          stile_book_get_directory (fixture->book), fixture->case_id,
                          fixture->assessment_id, &error);
  g_assert_no_error (error);
  assessment_fixture_show (fixture, page);
  check_targets (GTK_WIDGET (page));
}

static void
test_preview_page (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "two-languages.xml", NULL);
  StilePreviewPage *page = g_object_new (STILE_TYPE_PREVIEW_PAGE, NULL);
  GtkWindow *window;

  stile_preview_page_open (page, path);
  window = fixture_show (page);
  check_targets (GTK_WIDGET (page));
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
test_preferences_page (AssessmentFixture *fixture, gconstpointer data)
{
  StilePreferencesPage *page = g_object_new (STILE_TYPE_PREFERENCES_PAGE, NULL);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  g_ptr_array_add (forms, fixture->form);
  stile_preferences_page_open (page, assessment_fixture_get_casework (fixture), forms, problems);
  assessment_fixture_show (fixture, page);
  check_targets (GTK_WIDGET (page));
}

static void
add (const char *path, gconstpointer data, void (*test) (AssessmentFixture *, gconstpointer))
{
  g_test_add (path, AssessmentFixture, data, assessment_fixture_set_up, test,
              assessment_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = fixture_start_application (); /* it loads the style */

#define ADD(name) \
  g_test_add_data_func ("/targets/" #name, stile_##name##_page_get_type, test_page)
  ADD (first_start);
  ADD (unlock);
  ADD (problem);
  ADD (people);
  ADD (start);
  ADD (person);
  ADD (restore);
  ADD (waiting);
#undef ADD
  g_test_add_func ("/targets/record_dialog", test_record_dialog);
  g_test_add_func ("/targets/waiting_row", test_waiting_row);
  g_test_add_func ("/targets/preview", test_preview_page);
  add ("/targets/interview/choices", "sleep", test_interview_page);
  add ("/targets/interview/number", "nights", test_interview_page);
  add ("/targets/interview/date", "since", test_interview_page);
  add ("/targets/check-answers", NULL, test_check_answers_page);
  add ("/targets/result", NULL, test_result_page);
  add ("/targets/preferences", NULL, test_preferences_page);
  return g_test_run ();
}
