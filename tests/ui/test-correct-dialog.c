// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/interview/state-choice.h"
#include "pages/person/correct-dialog.h"

#define QUESTION "owed"
#define BEFORE_WORDS "Rent"

static void
count_cb (guint *count)
{
  *count += 1;
}

static StileCorrectDialog *
open_dialog (AssessmentFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StileCorrectDialog *dialog = stile_correct_dialog_new (
      NULL, assessment_fixture_get_casework (fixture), fixture->case_id, &error);

  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (dialog);
  gtk_window_present (fixture->window);
  fixture_settle ();
  return dialog;
}

static gpointer
child (AssessmentFixture *fixture, const char *id)
{
  return fixture_child (fixture->window, STILE_TYPE_CORRECT_DIALOG, id);
}

/* The row of the question @label. */
static GtkListBoxRow *
find_row (AssessmentFixture *fixture, const char *label)
{
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (child (fixture, "questions"), i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), label))
      return row;
  return NULL;
}

static const char *
get_label (AssessmentFixture *fixture, const char *question)
{
  return stile_text_get (stile_form_find_question (fixture->form, question)->label, "en", NULL);
}

static void
choose_question (AssessmentFixture *fixture, const char *question)
{
  GtkListBoxRow *row = find_row (fixture, get_label (fixture, question));

  g_assert_nonnull (row);
  g_signal_emit_by_name (child (fixture, "questions"), "row-activated", row);
}

static void
finish (AssessmentFixture *fixture)
{
  assessment_fixture_answer (fixture, "sleep", "home");
  assessment_fixture_answer (fixture, QUESTION, "rent");
  assessment_fixture_finish (fixture);
}

static GtkWidget *
get_focus (AssessmentFixture *fixture)
{
  return gtk_window_get_focus (fixture->window);
}

static void
test_focus (AssessmentFixture *fixture, gconstpointer data)
{
  StileCorrectDialog *dialog;
  gpointer list;

  finish (fixture);
  dialog = open_dialog (fixture);
  list = child (fixture, "questions");
  g_assert_true (get_focus (fixture) == GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  choose_question (fixture, QUESTION);
  fixture_press (dialog, "_Another question");
  g_assert_true (get_focus (fixture)
                 == GTK_WIDGET (find_row (fixture, get_label (fixture, QUESTION))));
}

static void
test_not_finished (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_correct_dialog_new (NULL, assessment_fixture_get_casework (fixture),
                                           fixture->case_id, &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE);
}

static void
test_correct (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;
  guint corrected = 0;
  StileCorrectDialog *dialog;

  finish (fixture);
  dialog = open_dialog (fixture);
  g_signal_connect_swapped (dialog, "corrected", G_CALLBACK (count_cb), &corrected);
  choose_question (fixture, QUESTION);
  g_assert_nonnull (strstr (gtk_label_get_label (child (fixture, "before_label")), BEFORE_WORDS));
  stile_state_choice_choose (child (fixture, "state_choice"), STILE_ANSWER_DECLINED);
  gtk_editable_set_text (child (fixture, "reason_row"), "Was misheard");
  fixture_press (dialog, "_Save");
  fixture->window = NULL;
  g_assert_cmpuint (corrected, ==, 1);
  after = assessment_fixture_dup_answer (fixture, QUESTION);
  g_assert_cmpstr (after, !=, BEFORE_WORDS);
}

static void
test_needs_a_reason (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  finish (fixture);
  open_dialog (fixture);
  choose_question (fixture, QUESTION);
  stile_state_choice_choose (child (fixture, "state_choice"), STILE_ANSWER_DECLINED);
  fixture_press (fixture->window, "_Save");
  g_assert_true (gtk_widget_get_visible (child (fixture, "reason_error")));
  after = assessment_fixture_dup_answer (fixture, QUESTION);
  g_assert_cmpstr (after, ==, BEFORE_WORDS);
}

static void
test_same_answer (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;
  guint events;

  finish (fixture);
  person_file = assessment_fixture_load (fixture);
  events = person_file->events->len;
  open_dialog (fixture);
  choose_question (fixture, QUESTION);
  gtk_editable_set_text (child (fixture, "reason_row"), "No reason");
  fixture_press (fixture->window, "_Save");
  g_clear_pointer (&person_file, stile_case_free);
  person_file = assessment_fixture_load (fixture);
  g_assert_cmpuint (person_file->events->len, ==, events);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, func,                      \
              assessment_fixture_tear_down)
  ADD ("/correct-dialog/focus", test_focus);
  ADD ("/correct-dialog/not-finished", test_not_finished);
  ADD ("/correct-dialog/correct", test_correct);
  ADD ("/correct-dialog/needs-a-reason", test_needs_a_reason);
  ADD ("/correct-dialog/same-answer", test_same_answer);
#undef ADD
  return g_test_run ();
}
