// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers from outside that are broken, huge or meant to do harm: a sentence, nothing changed. */

#include <string.h>

#include "scenario.h"

static StileScenario *
new_scenario (void)
{
  return stile_scenario_new ("assess/forms/every-type.xml");
}

static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = stile_answers_parse ("{}", 2, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
}

#define TOO_DEEP "The answers are nested too deep. They are one JSON object of plain values."
#define NO_COMMENTS "The answers are not JSON: it has no comments, and its strings stand in \"."

static const struct
{
  const char *json;
  const char *sentence; /* how it begins */
} broken[] = {
  { "", "The answers are empty. Without any answers write {}." },
  { "  \n", "The answers are empty. Without any answers write {}." },
  { "{", "The answers are not JSON: " },
  { "{\"one\": }", "The answers are not JSON: " },
  { "{\"one\": \"red\"", "The answers are not JSON: " },
  { "{\"one\": \"red", "The answers are not JSON: " },
  { "{\"one\": \"red\"}}", "The answers are not JSON: " },
  { "{\"one\": tru}", "The answers are not JSON: " },
  { "one: red", "The answers are not JSON: " },
  { "\xff\xfe{\0}\0", "The answers are not UTF-8 text." },
  { "{} // done", NO_COMMENTS },
  { "/* \" */ {}", NO_COMMENTS },
  { "{'one': 'red'}", NO_COMMENTS },
};

static void
test_broken (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node
    = stile_answers_parse (broken[row].json, strlen (broken[row].json), &error);

  g_assert_null (node);
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON);
  if (!g_str_has_prefix (error->message, broken[row].sentence))
    g_assert_cmpstr (error->message, ==, broken[row].sentence);
}

static void
assert_refused (const char *json, gsize length, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = stile_answers_parse (json, length, &error);

  g_assert_null (node);
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_deep_arrays (void)
{
  g_autofree char *json = g_strnfill (1000000, '[');

  assert_refused (json, 1000000, TOO_DEEP);
}

static void
test_deep_objects (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (json, "{\"one\":");

  assert_refused (json->str, json->len, TOO_DEEP);
}

static void
test_brackets_in_strings_are_words (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autofree char *brackets = g_strnfill (1000, '[');
  g_autofree char *json = g_strdup_printf ("{\"words\": \"\\\"%s // '\"}", brackets);

  stile_scenario_load (scenario, json);
  g_assert_true (g_str_has_prefix (
    stile_interview_get_answer (scenario->interview, stile_scenario_index (scenario, "words"))
      ->text,
    "\"[["));
}

static void
test_too_large (void)
{
  gsize length = 17 * 1024 * 1024;
  g_autofree char *json = g_strnfill (length, ' ');

  assert_refused (json, length, "The answers are larger than 16 MiB.");
}

static void
test_nul_byte (void)
{
  assert_refused ("{\"one\": \0\"red\"}", 15,
                  "The answers are not UTF-8 text. Save them as UTF-8.");
}

/* ---- JSON, but not answers ---- */

static const struct
{
  const char *json;
  const char *sentence;
} unfit[] = {
  { "\"red\"", "The answers must be one JSON object, such as {\"sleep\": \"friends\"}." },
  { "null", "The answers must be one JSON object, such as {\"sleep\": \"friends\"}." },
  { "{\"\": 1}", "Question “”: the form “every-type” has no question with this id. Correct the id "
                 "or leave the answer out." },
  { "{\"one\": {\"declined\": {\"declined\": true}}}",
    "Question “one”: an answer that is an object must be {\"declined\": true} or "
    "{\"unknown\": true}." },
  { "{\"one\": \"re\\u0000d\"}", "Question “one”: There is no answer “re” to choose." },
  { "{\"count\": 1e400}", "Question “count”: This number is too large. Please check it." },
  { "{\"count\": -9223372036854775808}",
    "Question “count”: This number is too large. Please check it." },
  { "{\"day\": \"9999999-01-01\"}",
    "Question “day”: Please give the date as year, month and day, like 1990-01-31." },
};

static void
assert_unfit (const char *json, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (JsonNode) node = stile_answers_parse (json, strlen (json), &error);
  guint answered;

  g_assert_no_error (error);
  g_assert_false (stile_interview_load_json (scenario->interview, node, &error));
  g_assert_cmpstr (error->message, ==, sentence);
  stile_interview_get_progress (scenario->interview, NULL, &answered);
  g_assert_cmpuint (answered, ==, 0);
}

static void
test_unfit (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);

  assert_unfit (unfit[row].json, unfit[row].sentence);
}

static void
test_long_words_are_shortened (void)
{
  g_autofree char *word = g_strnfill (100000, 'x');
  g_autofree char *short_word = g_strndup (word, 39);
  g_autofree char *json = g_strdup_printf ("{\"many\": [\"%s\"]}", word);
  g_autofree char *sentence
    = g_strdup_printf ("Question “many”: There is no answer “%s…” to choose.", short_word);

  assert_unfit (json, sentence);
}

static void
test_long_text_is_refused (void)
{
  g_autofree char *text = g_strnfill (STILE_ANSWER_MAX_CHARS + 1, 'x');
  g_autofree char *json = g_strdup_printf ("{\"words\": \"%s\"}", text);

  assert_unfit (json, "Question “words”: This text is too long. Please keep it under 100000 "
                      "letters.");
}

static void
test_many_elements (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (GString) json = g_string_new ("{\"many\": [\"tea\"");

  for (guint i = 0; i < 100000; i++)
    g_string_append (json, ",\"tea\"");
  g_string_append (json, "]}");

  stile_scenario_load (scenario, json->str);
  g_assert_cmpstr (
    stile_interview_get_answer (scenario->interview, stile_scenario_index (scenario, "many"))
      ->text,
    ==, "tea");
}

static void
test_no_json_at_all (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_interview_load_json (scenario->interview, NULL, &error));
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_JSON);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers-hostile/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *name = g_strdup_printf ("/answers-hostile/broken/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_broken);
    }
  g_test_add_func ("/answers-hostile/deep-arrays", test_deep_arrays);
  g_test_add_func ("/answers-hostile/deep-objects", test_deep_objects);
  g_test_add_func ("/answers-hostile/brackets-in-strings", test_brackets_in_strings_are_words);
  g_test_add_func ("/answers-hostile/too-large", test_too_large);
  g_test_add_func ("/answers-hostile/nul-byte", test_nul_byte);
  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++)
    {
      g_autofree char *name = g_strdup_printf ("/answers-hostile/unfit/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_unfit);
    }
  g_test_add_func ("/answers-hostile/long-words", test_long_words_are_shortened);
  g_test_add_func ("/answers-hostile/long-text", test_long_text_is_refused);
  g_test_add_func ("/answers-hostile/many-elements", test_many_elements);
  g_test_add_func ("/answers-hostile/no-json", test_no_json_at_all);

  return g_test_run ();
}
