// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/preview/preview-answers.h"

#define GIVEN "{\"sleep\": \"friends\", \"nights\": 30, \"since\": \"2026-01-02\", " \
              "\"owed\": [\"rent\"], \"rate\": 1.5, \"say\": {\"declined\": true}}"

/* The form of the fixture with @old replaced by @new. */
static StileForm *
change_form (const StileForm *form, const char *old, const char *new)
{
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (form->xml, NULL),
                                               (gssize) g_bytes_get_size (form->xml));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GBytes) xml = NULL;
  StileForm *changed;

  g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
  xml = g_bytes_new (text->str, text->len);
  changed = stile_form_parse (xml, faults);
  g_assert_nonnull (changed);
  return changed;
}

/* What is left of GIVEN after a change of the form. */
static void
assert_carried (const char *old, const char *new, const char *expected)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) before = assessment_fixture_new_interview (form, GIVEN);
  g_autoptr (StileForm) changed = change_form (form, old, new);
  g_autoptr (StileInterview) after = assessment_fixture_new_interview (changed, "{}");
  g_autoptr (StileInterview) wanted = assessment_fixture_new_interview (changed, expected);
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (JsonNode) answers = NULL;
  g_autofree char *found_text = NULL;
  g_autofree char *wanted_text = NULL;

  stile_preview_carry_answers (before, after);
  found = stile_interview_answers_to_json (after, TRUE);
  answers = stile_interview_answers_to_json (wanted, TRUE);
  found_text = json_to_string (found, FALSE);
  wanted_text = json_to_string (answers, FALSE);
  g_assert_cmpstr (found_text, ==, wanted_text);
}

static void
test_other_words (void)
{
  assert_carried ("Since when?", "From which day?", GIVEN);
}

static void
test_choice_that_is_gone (void)
{
  assert_carried ("id=\"friends\"", "id=\"others\"",
                  "{\"since\": \"2026-01-02\", \"nights\": 30, \"owed\": [\"rent\"], "
                  "\"rate\": 1.5, \"say\": {\"declined\": true}}");
}

static void
test_question_of_another_type (void)
{
  assert_carried ("id=\"since\" type=\"date\"", "id=\"since\" type=\"integer\"",
                  "{\"sleep\": \"friends\", \"nights\": 30, \"owed\": [\"rent\"], \"rate\": 1.5, "
                  "\"say\": {\"declined\": true}}");
}

static void
test_narrower_constraint (void)
{
  assert_carried ("&lt;= 3650", "&lt;= 29",
                  "{\"sleep\": \"friends\", \"since\": \"2026-01-02\", \"owed\": [\"rent\"], "
                  "\"rate\": 1.5, \"say\": {\"declined\": true}}");
}

static void
test_question_that_became_a_note (void)
{
  assert_carried ("id=\"say\" type=\"text\"", "id=\"say\" type=\"note\"",
                  "{\"sleep\": \"friends\", \"nights\": 30, \"since\": \"2026-01-02\", "
                  "\"owed\": [\"rent\"], \"rate\": 1.5}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview-answers/other-words", test_other_words);
  g_test_add_func ("/preview-answers/choice-that-is-gone", test_choice_that_is_gone);
  g_test_add_func ("/preview-answers/question-of-another-type", test_question_of_another_type);
  g_test_add_func ("/preview-answers/narrower-constraint", test_narrower_constraint);
  g_test_add_func ("/preview-answers/question-that-became-a-note",
                   test_question_that_became_a_note);
  return g_test_run ();
}
