// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "random-answers.h"
#include "scenario.h"

static StileScenario *
new_scenario (void)
{
  return stile_scenario_new ("assess/forms/every-type.xml");
}

static char *
to_text (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

/* ---- There ---- */

typedef struct
{
  const char *question;
  const char *typed;
  const char *json;
} Written;

static const Written written[] = {
  { "one", "red", "\"red\"" },
  { "many", "milk tea", "[\"tea\",\"milk\"]" },
  { "many", "tea", "[\"tea\"]" },
  { "sure", "yes", "\"yes\"" },
  { "count", "30", "30" },
  { "count", "-1", "-1" },
  { "weight", "30.0", "30" },
  { "weight", "2.5", "2.5" },
  { "day", "1990-01-31", "\"1990-01-31\"" },
  { "words", "a \"b\"", "\"a \\\"b\\\"\"" },
  { "one", "", "null" },
};

static void
test_written (gconstpointer data)
{
  const Written *row = data;
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *question = stile_form_find_question (scenario->form, row->question);
  g_autoptr (StileAnswer) answer = stile_answer_new (question, row->typed, NULL);
  g_autoptr (JsonNode) node = stile_answer_to_json (answer, question);
  g_autofree char *text = to_text (node);

  g_assert_cmpstr (text, ==, row->json);
}

static void
test_states_written (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *question = stile_form_find_question (scenario->form, "many");
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  g_autoptr (StileAnswer) unknown = stile_answer_new_state (STILE_ANSWER_UNKNOWN);
  g_autoptr (JsonNode) first = stile_answer_to_json (declined, question);
  g_autoptr (JsonNode) second = stile_answer_to_json (unknown, question);
  g_autofree char *first_text = to_text (first);
  g_autofree char *second_text = to_text (second);

  g_assert_cmpstr (first_text, ==, "{\"declined\":true}");
  g_assert_cmpstr (second_text, ==, "{\"unknown\":true}");
}

/* ---- And back ---- */

static void
test_back_again (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();

  for (guint i = 0; i < scenario->form->n_questions; i++)
    {
      const StileQuestion *question = &scenario->form->questions[i];
      g_autoptr (GPtrArray) answers = stile_list_answers (question);

      for (guint j = 0; question->type != STILE_QUESTION_NOTE && j < answers->len; j++)
        {
          g_autoptr (GError) error = NULL;
          StileAnswer *answer = g_ptr_array_index (answers, j);
          g_autoptr (JsonNode) node = stile_answer_to_json (answer, question);
          g_autoptr (StileAnswer) again = stile_answer_from_json (node, question, &error);

          g_assert_no_error (error);
          g_assert_true (stile_answer_equal (answer, again));
          g_assert_true (answer->number == again->number);
        }
    }
}

typedef struct
{
  const char *question;
  const char *json;
  const char *stored; /* NULL: unanswered */
} Read;

static const Read read_back[] = {
  { "many", "[]", NULL },
  { "many", "null", NULL },
  { "words", "\"  \"", NULL },
  { "count", "30.0", "30" },
  { "weight", "-0.0", "0" },
  { "many", "[\"milk\", \"tea\"]", "tea milk" },
};

static StileAnswer *
read_json (const char *json, const char *id, GError **error)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return stile_answer_from_json (node, stile_form_find_question (scenario->form, id), error);
}

static void
test_read (gconstpointer data)
{
  const Read *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = read_json (row->json, row->question, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, row->stored);
}

#define WANTED(what, got) \
  "the answer must be " what ", {\"declined\": true} or {\"unknown\": true}, not " got "."
#define STATES "an answer that is an object must be {\"declined\": true} or {\"unknown\": true}."

static const struct
{
  const char *question;
  const char *json;
  const char *sentence;
} wrong[] = {
  { "one", "3", WANTED ("a string", "Integer") },
  { "one", "[\"red\"]", WANTED ("a string", "JsonArray") },
  { "one", "\"blue\"", "There is no answer “blue” to choose." },
  { "sure", "true", WANTED ("a string", "Boolean") },
  { "many", "\"tea\"", WANTED ("an array of choice ids", "String") },
  { "many", "[1]", WANTED ("an array of choice ids", "Integer") },
  { "many", "[[\"tea\"]]", WANTED ("an array of choice ids", "JsonArray") },
  { "many", "[\"tea milk\"]", "There is no answer “tea milk” to choose." },
  { "many", "[\"tea\", \"nothing\"]",
    "“Nothing” cannot be chosen together with another answer." },
  { "count", "\"30\"", WANTED ("a number", "String") },
  { "count", "30.5", "Please give a whole number, like 12." },
  { "weight", "1e300", "This number is too large. Please check it." },
  { "day", "\"1990-02-30\"", "This date does not exist. Please check the day and the month." },
  { "day", "\" 1990-02-20\"",
    "Please give the date as year, month and day, like 1990-01-31." },
  { "words", "5", WANTED ("a string", "Integer") },
  { "one", "{}", STATES },
  { "one", "{\"declined\": false}", STATES },
  { "one", "{\"declined\": true, \"unknown\": true}", STATES },
  { "one", "{\"declined\": \"yes\"}", STATES },
  { "one", "{\"refused\": true}", STATES },
  { "remark", "\"read\"", "this is a note, which has no answer. Leave it out." },
};

static void
test_wrong (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = read_json (wrong[row].json, wrong[row].question, &error);

  g_assert_null (answer);
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, wrong[row].sentence);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *name = g_strdup_printf ("/answer-json/written/%u", i);

      g_test_add_data_func (name, &written[i], test_written);
    }
  g_test_add_func ("/answer-json/states-written", test_states_written);
  g_test_add_func ("/answer-json/back-again", test_back_again);
  for (guint i = 0; i < G_N_ELEMENTS (read_back); i++)
    {
      g_autofree char *name = g_strdup_printf ("/answer-json/read/%u", i);

      g_test_add_data_func (name, &read_back[i], test_read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *name = g_strdup_printf ("/answer-json/wrong/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_wrong);
    }

  return g_test_run ();
}
