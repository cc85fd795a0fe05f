// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made-up-catalogue.h"
#include "scenario.h"
#include "words.h"

static StileScenario *
new_scenario (void)
{
  return stile_scenario_new ("assess/forms/every-type.xml");
}

static void
test_new (void)
{
  g_autoptr (StileAnswer) answer = stile_answer_new_state (STILE_ANSWER_DECLINED);

  g_assert_cmpint (answer->state, ==, STILE_ANSWER_DECLINED);
  g_assert_null (answer->text);
}

/* ---- What was typed ---- */

typedef struct
{
  const char *question;
  const char *typed;
  const char *stored; /* NULL: unanswered */
} Accepted;

static const Accepted accepted[] = {
  { "one", "red", "red" },
  { "one", " green ", "green" },
  { "one", "", NULL },
  { "many", "milk tea", "tea milk" },
  { "many", "tea-milk", "tea-milk" },
  { "many", "tea  tea", "tea" },
  { "many", "nothing", "nothing" },
  { "many", "   ", NULL },
  { "sure", "yes", "yes" },
  { "sure", "no", "no" },
  { "count", "12", "12" },
  { "count", " 12\n", "12" },
  { "count", "+12", "12" },
  { "count", "-3", "-3" },
  { "count", "\xE2\x88\x92" "3", "-3" },
  { "count", "007", "7" },
  { "count", "-0", "0" },
  { "count", "١٢", "12" },
  { "count", "999999999999999", "999999999999999" },
  { "weight", "2.5", "2.5" },
  { "weight", "2.50", "2.5" },
  { "weight", ".5", "0.5" },
  { "weight", "5.", "5" },
  { "weight", "0.1", "0.1" },
  { "weight", "0.000001", "0.000001" },
  { "weight", "3.14159265358979323846", "3.14159265358979" },
  { "day", "1990-01-31", "1990-01-31" },
  { "day", " 2024-02-29 ", "2024-02-29" },
  { "words", "  as typed ", "  as typed " },
  { "words", " \t ", NULL },
  { "words", "你好", "你好" },
  { "remark", "anything", NULL },
};

static void
test_accepted (gconstpointer data)
{
  const Accepted *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileAnswer) answer = stile_answer_new (
    stile_form_find_question (scenario->form, row->question), row->typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, row->stored);
  g_assert_cmpint (answer->state, ==,
                   row->stored ? STILE_ANSWER_ANSWERED : STILE_ANSWER_UNANSWERED);
}

typedef struct
{
  const char *question;
  const char *typed;
  const char *sentence;
} Refused;

static const Refused refused[] = {
  { "one", "blue", "There is no answer “blue” to choose." },
  { "one", "red green", "Please choose only one answer." },
  { "sure", "true", "There is no answer “true” to choose." },
  { "many", "tea nothing", "“Nothing” cannot be chosen together with another answer." },
  { "many", "te", "There is no answer “te” to choose." },
  { "count", "twelve", "Please give a whole number in figures, like 12." },
  { "count", "1.5", "Please give a whole number, like 12." },
  { "count", "1.", "Please give a whole number, like 12." },
  { "count", "1 200", "Please write the number without spaces or commas, like 1200." },
  { "count", "1\xE2\x80\xAF" "200",
    "Please write the number without spaces or commas, like 1200." },
  { "count", "1,200", "Please write the number without spaces or commas, like 1200." },
  { "count", "1e3", "Please give a whole number in figures, like 12." },
  { "count", "0x10", "Please give a whole number in figures, like 12." },
  { "count", "--1", "Please give a whole number in figures, like 12." },
  { "count", "-", "Please give a whole number in figures, like 12." },
  { "count", "1000000000000000", "This number is too large. Please check it." },
  { "count", "\xff", "Please give a whole number in figures, like 12." },
  { "weight", "nan", "Please give a number in figures, like 12." },
  { "weight", "inf", "Please give a number in figures, like 12." },
  { "weight", ".", "Please give a number in figures, like 12." },
  { "weight", "1.2.3", "Please give a number in figures, like 12." },
  { "weight", "-99999999999999999999", "This number is too large. Please check it." },
  { "day", "31.1.1990", "Please give the date as year, month and day, like 1990-01-31." },
  { "day", "1990-1-31", "Please give the date as year, month and day, like 1990-01-31." },
  { "day", "1990-01-3x", "Please give the date as year, month and day, like 1990-01-31." },
  { "day", "2023-02-29", "This date does not exist. Please check the day and the month." },
  { "day", "0000-01-01", "This date does not exist. Please check the day and the month." },
  { "words", "\xc3\x28", "This text has characters that cannot be read." },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileAnswer) answer = stile_answer_new (
    stile_form_find_question (scenario->form, row->question), row->typed, &error);

  g_assert_null (answer);
  g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, row->sentence);
}

static void
test_number_is_what_is_written (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileAnswer) answer = stile_answer_new (
    stile_form_find_question (scenario->form, "weight"), "0.1000000000000000055", NULL);

  g_assert_cmpstr (answer->text, ==, "0.1");
  g_assert_true (answer->number == 0.1);
}

static void
test_decimal_sign_of_the_language (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileAnswer) answer = NULL;
  g_autofree char *words = NULL;

  answer = stile_answer_new (stile_form_find_question (scenario->form, "weight"), "2,5", NULL);
  words = stile_answer_to_words (answer, stile_form_find_question (scenario->form, "weight"),
                                 NULL);

  g_assert_cmpstr (answer->text, ==, "2.5");
  g_assert_cmpstr (words, ==, "2,5");
}

static void
test_longest_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *words = stile_form_find_question (scenario->form, "words");
  g_autofree char *longest = g_strnfill (STILE_ANSWER_MAX_CHARS, 'a');
  g_autofree char *longer = g_strnfill (STILE_ANSWER_MAX_CHARS + 1, 'a');
  g_autoptr (StileAnswer) answer = stile_answer_new (words, longest, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, longest);
  g_assert_null (stile_answer_new (words, longer, &error));
  g_assert_cmpstr (error->message, ==,
                   "This text is too long. Please keep it under 100000 letters.");
}

/* ---- Values ---- */

static void
test_equal (void)
{
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  g_autoptr (StileAnswer) unknown = stile_answer_new_state (STILE_ANSWER_UNKNOWN);
  g_autoptr (StileAnswer) copy = stile_answer_copy (declined);

  g_assert_true (stile_answer_equal (declined, copy));
  g_assert_false (stile_answer_equal (declined, unknown));
}

static void
test_has_choice (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  g_autoptr (StileAnswer) answer = stile_answer_new (
    stile_form_find_question (scenario->form, "many"), "tea-milk milk", NULL);
  g_autoptr (StileAnswer) unknown = stile_answer_new_state (STILE_ANSWER_UNKNOWN);

  g_assert_true (stile_answer_has_choice (answer, "tea-milk"));
  g_assert_true (stile_answer_has_choice (answer, "milk"));
  g_assert_false (stile_answer_has_choice (answer, "tea"));
  g_assert_false (stile_answer_has_choice (unknown, "milk"));
}

/* ---- In words ---- */

typedef struct
{
  const char *question;
  const char *typed;
  const char *language;
  const char *words;
} Words;

static const Words in_words[] = {
  { "one", "red", NULL, "Red" },
  { "one", "red", "pl", "Czerwony" },
  { "one", "green", "pl", "Green" },
  { "many", "milk tea", NULL, "Tea, Milk" },
  { "sure", "yes", NULL, "Yes" },
  { "sure", "no", NULL, "No" },
  { "count", "30", NULL, "30" },
  { "weight", "2.5", NULL, "2.5" },
  { "day", "1990-01-31", NULL, "31 January 1990" },
  { "day", "2026-03-05", NULL, "5 March 2026" },
  { "words", " as typed", NULL, " as typed" },
  { "one", "", NULL, "Not answered" },
};

static void
test_in_words (gconstpointer data)
{
  const Words *row = data;
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *question = stile_form_find_question (scenario->form, row->question);
  g_autoptr (StileAnswer) answer = stile_answer_new (question, row->typed, NULL);
  g_autofree char *words = stile_answer_to_words (answer, question, row->language);

  g_assert_cmpstr (words, ==, row->words);
}

static void
test_states_in_words (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ();
  const StileQuestion *question = stile_form_find_question (scenario->form, "one");
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  g_autoptr (StileAnswer) unknown = stile_answer_new_state (STILE_ANSWER_UNKNOWN);
  g_autofree char *first = stile_answer_to_words (declined, question, NULL);
  g_autofree char *second = stile_answer_to_words (unknown, question, NULL);

  g_assert_cmpstr (first, ==, "Prefer not to say");
  g_assert_cmpstr (second, ==, "Don’t know");
}

static void
add_rows (const char *path, gconstpointer rows, gsize size, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("/answer/%s/%u", path, i);

      g_test_add_data_func (name, (const char *) rows + i * size, test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install ("pl", NULL,
                             "msgctxt \"between whole and fraction\"\nmsgid \".\"\n"
                             "msgstr \",\"\n");

  g_test_add_func ("/answer/new", test_new);
  add_rows ("accepted", accepted, sizeof *accepted, G_N_ELEMENTS (accepted), test_accepted);
  add_rows ("refused", refused, sizeof *refused, G_N_ELEMENTS (refused), test_refused);
  g_test_add_func ("/answer/number-is-what-is-written", test_number_is_what_is_written);
  g_test_add_func ("/answer/decimal-sign-of-the-language", test_decimal_sign_of_the_language);
  g_test_add_func ("/answer/longest-text", test_longest_text);
  g_test_add_func ("/answer/equal", test_equal);
  g_test_add_func ("/answer/has-choice", test_has_choice);
  add_rows ("in-words", in_words, sizeof *in_words, G_N_ELEMENTS (in_words), test_in_words);
  g_test_add_func ("/answer/states-in-words", test_states_in_words);

  return g_test_run ();
}
