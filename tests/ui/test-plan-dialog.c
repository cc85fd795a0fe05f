// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "audit.h"
#include "document.h"
#include "made-up-catalogue.h"
#include "pages/result/plan-dialog.h"
#include "paper-buttons.h"
#include "paper-language.h"
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
test_focus (AssessmentFixture *fixture, gconstpointer data)
{
  StilePlanDialog *dialog = open_dialog (fixture);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog))
                 == get_child (get_child (dialog, "paper_buttons"), "print_button"));
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

/* ---- In which language ---- */

static void
choose (StilePlanDialog *dialog, guint language)
{
  GtkWidget *choice = get_child (dialog, "language");

  gtk_drop_down_set_selected (get_child (choice, "choice"), language);
}

/* The titles of the plan, one for each language it is in. */
static char *
dup_titles (StilePlanDialog *dialog)
{
  StileDocument *plan = stile_paper_view_get_document (get_child (dialog, "plan"));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < stile_document_get_n_paragraphs (plan); i++)
    {
      StileStyle style;
      const char *language;
      const char *title = stile_document_get_paragraph (plan, i, &style, &language);

      if (style == STILE_STYLE_TITLE)
        g_string_append_printf (titles, "%s (%s)\n", title, language);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
test_in_either_language_or_both (AssessmentFixture *fixture, gconstpointer data)
{
  StilePlanDialog *dialog;
  g_autofree char *theirs = NULL, *ours = NULL, *both = NULL;

  assessment_fixture_start_in (fixture, "pl");
  dialog = open_dialog (fixture);
  theirs = dup_titles (dialog);
  choose (dialog, 1);
  ours = dup_titles (dialog);
  choose (dialog, 2);
  both = dup_titles (dialog);
  g_assert_cmpstr (theirs, ==, "Twój plan (pl)\n");
  g_assert_cmpstr (ours, ==, "Your plan (en)\n");
  g_assert_cmpstr (both, ==, "Twój plan (pl)\nYour plan (en)\n");
}

static void
test_one_language_is_no_choice (AssessmentFixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (get_child (open_dialog (fixture), "language")));
}

/* Somebody who reads what nobody has words in was asked in English: nothing is said to be in theirs
 * that is not. */
static void
test_language_without_words (AssessmentFixture *fixture, gconstpointer data)
{
  StilePlanDialog *dialog;
  g_autofree char *titles = NULL;

  assessment_fixture_start_in (fixture, "tr");
  dialog = open_dialog (fixture);
  titles = dup_titles (dialog);
  g_assert_cmpstr (titles, ==, "Your plan (en)\n");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "language")));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  made_up_catalogue_install ("pl", NULL, "msgid \"Your plan\"\nmsgstr \"Twój plan\"\n");
#define ADD(path, func) \
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, func, \
              assessment_fixture_tear_down)
  ADD ("/plan-dialog/shows-the-plan", test_shows_the_plan);
  ADD ("/plan-dialog/focus", test_focus);
  ADD ("/plan-dialog/looking-is-not-printing", test_looking_is_not_printing);
  ADD ("/plan-dialog/pdf-is-noted", test_pdf_is_noted);
  ADD ("/plan-dialog/private-parts-on-demand", test_private_parts_on_demand);
  ADD ("/plan-dialog/in-either-language-or-both", test_in_either_language_or_both);
  ADD ("/plan-dialog/one-language-is-no-choice", test_one_language_is_no_choice);
  ADD ("/plan-dialog/language-without-words", test_language_without_words);
#undef ADD
  return g_test_run ();
}
