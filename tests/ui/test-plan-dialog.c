// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "audit.h"
#include "document.h"
#include "pages/result/plan-dialog.h"
#include "paper-buttons.h"
#include "widgets/paper-view.h"

#define get_child assessment_fixture_get_child

static StilePlanDialog *
open_dialog (AssessmentFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StilePlanDialog *dialog;

  assessment_fixture_answer (fixture, "sleep", "nowhere");
  assessment_fixture_answer (fixture, "owed", "rent");
  assessment_fixture_finish (fixture);
  assessment_fixture_show (fixture, gtk_label_new (NULL));
  dialog = stile_plan_dialog_new (fixture->window, assessment_fixture_get_casework (fixture),
                                  fixture->case_id, fixture->assessment_id, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle ();
  return dialog;
}

static guint
count_lines (AssessmentFixture *fixture, const char *kind)
{
  const StileAuditFilter filter = { .case_id = fixture->case_id, .kind = kind };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines
    = stile_casework_list_audit (assessment_fixture_get_casework (fixture), &filter, &error);

  g_assert_no_error (error);
  return lines->len;
}

static void
test_shows_the_plan (AssessmentFixture *fixture, gconstpointer data)
{
  StilePlanDialog *dialog = open_dialog (fixture);
  StileDocument *plan = stile_paper_view_get_document (get_child (dialog, "plan"));

  g_assert_cmpstr (stile_document_get_paragraph (plan, 0, NULL, NULL), ==, "Your plan");
  g_assert_cmpint (gtk_widget_get_height (get_child (dialog, "plan")), >, 0);
}

static void
test_looking_is_not_printing (AssessmentFixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  g_assert_cmpuint (count_lines (fixture, "print"), ==, 0);
  g_assert_cmpuint (count_lines (fixture, "export"), ==, 0);
}

static void
test_pdf_is_noted (AssessmentFixture *fixture, gconstpointer data)
{
  StilePlanDialog *dialog = open_dialog (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "plan.pdf", NULL);
  g_autoptr (GError) error = NULL;

  stile_paper_buttons_write (get_child (dialog, "paper_buttons"), path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_lines (fixture, "export"), ==, 1);
}

/* The private parts are on the paper only when somebody asks. */
static void
test_private_parts_on_demand (AssessmentFixture *fixture, gconstpointer data)
{
  StilePlanDialog *dialog = open_dialog (fixture);
  GtkWidget *row = adw_bin_get_child (get_child (dialog, "private_bin"));
  guint before = stile_document_get_n_paragraphs (
    stile_paper_view_get_document (get_child (dialog, "plan")));

  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), TRUE);
  g_assert_cmpuint (stile_document_get_n_paragraphs (
                      stile_paper_view_get_document (get_child (dialog, "plan"))),
                    >, before);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, func, \
              assessment_fixture_tear_down)
  ADD ("/plan-dialog/shows-the-plan", test_shows_the_plan);
  ADD ("/plan-dialog/looking-is-not-printing", test_looking_is_not_printing);
  ADD ("/plan-dialog/pdf-is-noted", test_pdf_is_noted);
  ADD ("/plan-dialog/private-parts-on-demand", test_private_parts_on_demand);
#undef ADD
  return g_test_run ();
}
