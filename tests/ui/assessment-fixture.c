// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"

StileForm *
assessment_fixture_load_form (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "small-form.xml", NULL);
  g_autoptr (GError) error = NULL;
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

StileInterview *
assessment_fixture_new_interview (StileForm *form, const char *answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (answers, &error);
  StileInterview *interview;
  GDate started;

  g_assert_no_error (error);
  g_date_clear (&started, 1);
  g_date_set_dmy (&started, 22, G_DATE_NOVEMBER, 2026);
  interview = stile_interview_new (form, &started);
  stile_interview_load_json (interview, node, &error);
  g_assert_no_error (error);
  return interview;
}

void
assessment_fixture_start_in (AssessmentFixture *fixture, const char *language)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->assessment_id, g_free);
  stile_casework_start_assessment (assessment_fixture_get_casework (fixture), fixture->case_id,
                                   fixture->form, language, &fixture->assessment_id, &error);
  g_assert_no_error (error);
}

void
assessment_fixture_set_up (AssessmentFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileCasework *casework;

  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->form = assessment_fixture_load_form ();
  fixture->case_id = fixture_add_person (fixture->book, "Ada", NULL);
  fixture->went = g_string_new (NULL);

  casework = assessment_fixture_get_casework (fixture);
  stile_casework_record_consent (casework, fixture->case_id, TRUE, "Notice", &error);
  g_assert_no_error (error);
  assessment_fixture_start_in (fixture, "en");
}

void
assessment_fixture_tear_down (AssessmentFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->book);
  g_clear_pointer (&fixture->form, stile_form_unref);
  g_clear_pointer (&fixture->case_id, g_free);
  g_clear_pointer (&fixture->assessment_id, g_free);
  g_string_free (fixture->went, TRUE);
  fixture_remove_folder (fixture->folder);
}

StileCasework *
assessment_fixture_get_casework (AssessmentFixture *fixture)
{
  return stile_book_get_casework (fixture->book);
}

static void
went_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AssessmentFixture *fixture = data;

  g_string_append_printf (fixture->went, "%s%s", fixture->went->len > 0 ? " " : "",
                          g_action_get_name (G_ACTION (action)));
  if (parameter != NULL && g_variant_is_of_type (parameter, G_VARIANT_TYPE ("(sss)")))
    {
      const char *question;

      g_variant_get_child (parameter, 2, "&s", &question);
      g_string_append_printf (fixture->went, " (%s)", question);
    }
}

void
assessment_fixture_show (AssessmentFixture *fixture, gpointer page)
{
  static const GActionEntry actions[] = {
    { .name = "person", .activate = went_cb, .parameter_type = "s" },
    { .name = "interview", .activate = went_cb, .parameter_type = "(sss)" },
    { .name = "check-answers", .activate = went_cb, .parameter_type = "(ss)" },
    { .name = "result", .activate = went_cb, .parameter_type = "(ss)" },
    { .name = "hide", .activate = went_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  fixture->window = fixture_show (page);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
}

gpointer
assessment_fixture_get_child (gpointer widget, const char *id)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);
}

void
assessment_fixture_answer (AssessmentFixture *fixture, const char *question, const char *text)
{
  const StileQuestion *asked = stile_form_find_question (fixture->form, question);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = NULL;

  if (g_str_equal (text, "declined"))
    answer = stile_answer_new_state (STILE_ANSWER_DECLINED);
  else if (g_str_equal (text, "unknown"))
    answer = stile_answer_new_state (STILE_ANSWER_UNKNOWN);
  else
    answer = stile_answer_new (asked, text, &error);
  g_assert_no_error (error);
  stile_casework_save_answer (assessment_fixture_get_casework (fixture), fixture->case_id,
                              fixture->assessment_id, asked, answer, &error);
  g_assert_no_error (error);
}

StileCase *
assessment_fixture_load (AssessmentFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StileCase *person_file = stile_casework_load_case (assessment_fixture_get_casework (fixture),
                                                     fixture->case_id, &error);

  g_assert_no_error (error);
  return person_file;
}

char *
assessment_fixture_dup_answer (AssessmentFixture *fixture, const char *question)
{
  g_autoptr (StileCase) person_file = assessment_fixture_load (fixture);
  const StileAssessment *assessment =
    stile_case_find_assessment (person_file, fixture->assessment_id);
  const StileAnswer *answer = g_hash_table_lookup (assessment->answers, question);

  if (answer == NULL)
    return NULL;
  return stile_answer_to_words (answer, stile_form_find_question (fixture->form, question), NULL);
}

void
assessment_fixture_finish (AssessmentFixture *fixture)
{
  g_autoptr (StileCase) person_file = assessment_fixture_load (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (
    stile_case_find_assessment (person_file, fixture->assessment_id), &error);

  g_assert_no_error (error);
  stile_casework_finish_assessment (assessment_fixture_get_casework (fixture), fixture->case_id,
                                    fixture->assessment_id, interview, &error);
  g_assert_no_error (error);
}
