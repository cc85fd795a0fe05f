// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What conditions mean, as a table: each row is an expression and what string() of it is. */

#include <math.h>
#include <string.h>

#include "expression-private.h"
#include "form-private.h"

static const char small_form[] =
  "<form xmlns='urn:stile:form:1' id='small' version='1' xml:lang='en'>"
  "<title>Small</title><purpose>To try conditions.</purpose><source>None.</source>"
  "<levels><level id='none'><label>N</label></level><level id='some'><label>S</label></level>"
  "<level id='severe'><label>V</label></level></levels>"
  "<domain id='housing'><label>H</label></domain>"
  "<domain id='money'><label>M</label></domain>"
  "<domain id='health'><label>L</label></domain>"
  "<section id='s'><label>S</label>"
  "<question id='sleep' type='select_one'><label>L</label>"
  "<choice id='home'><label>H</label></choice><choice id='friends'><label>F</label></choice>"
  "</question>"
  "<question id='owed' type='select_multiple'><label>L</label>"
  "<choice id='rent'><label>R</label></choice><choice id='power'><label>P</label></choice>"
  "<choice id='car'><label>C</label></choice></question>"
  "<question id='nights' type='integer'><label>L</label></question>"
  "<question id='silent' type='integer'><label>L</label></question>"
  "<question id='born' type='date'><label>L</label></question>"
  "<question id='name' type='text'><label>L</label></question>"
  "</section>"
  "<calculate id='sum' value='$nights + 4'/>"
  "<finding id='first' when='true()'><label>F</label></finding>"
  "<finding id='second' when='true()'><label>F</label></finding>"
  "<category id='only'><label>O</label><meaning>M</meaning></category>"
  "</form>";

static StileForm *form;

/* sleep is 'friends', owed 'rent power', nights 3, silent declined, born 1990-01-31, and name
 * unknown. */
static void
get_question (const StileScope *scope, guint question, StileValue *value)
{
  static const char *const strings[] = { "friends", "rent power", NULL, "", "1990-01-31", "" };

  if (strings[question] == NULL)
    stile_value_set_number (value, 3);
  else
    stile_value_set_string (value, strings[question]);
}

static void
get_calculate (const StileScope *scope, guint calculate, StileValue *value)
{
  stile_value_set_number (value, 7);
}

static double
get_points (const StileScope *scope, guint question)
{
  return question == 0 ? 2.5 : 0;
}

static StileAnswerState
get_state (const StileScope *scope, guint question)
{
  return question == 3   ? STILE_ANSWER_DECLINED
         : question == 5 ? STILE_ANSWER_UNKNOWN
                         : STILE_ANSWER_ANSWERED;
}

/* housing is severe, money some, health cannot be scored. */
static double
get_score (const StileScope *scope, guint domain)
{
  static const double scores[] = { 9, 2.5, NAN };

  return scores[domain];
}

static int
get_level (const StileScope *scope, guint domain)
{
  static const int levels[] = { 2, 1, -1 };

  return levels[domain];
}

static gboolean
get_finding (const StileScope *scope, guint finding)
{
  return finding == 0;
}

static StileScope
make_scope (void)
{
  g_autoptr (GDate) today = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  StileScope scope = { get_question, get_calculate, get_points, get_state,
                       get_score,    get_level,     get_finding };

  scope.n_domains = 3;
  scope.self.string = "friends";
  scope.today = g_date_get_julian (today);
  return scope;
}

static char *
evaluate_in (const char *source, StilePlace place)
{
  g_autoptr (StileArena) arena = stile_arena_new ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_fault_free);
  g_auto (StileValue) value = { .string = "" };
  StileScope scope = make_scope ();
  StileView view = { .place = place, .n_questions = form->n_questions,
                     .n_calculates = form->n_calculates, .n_findings = form->n_findings };
  const StileExpression *expression = stile_expression_compile (
    source, &view, form, ((StileFormBox *) form)->names, arena, faults);

  if (expression == NULL)
    return g_strdup (((StileFault *) g_ptr_array_index (faults, 0))->tag);
  stile_expression_evaluate (expression, &scope, &value);
  g_assert_cmpint (stile_expression_test (expression, &scope), ==,
                   stile_value_to_boolean (&value));
  return stile_value_to_string (&value);
}

typedef struct
{
  const char *source;
  const char *result;
} Row;

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *result = evaluate_in (rows[i].source, STILE_PLACE_ALERT);

      g_test_message ("%s", rows[i].source);
      g_assert_cmpstr (result, ==, rows[i].result);
    }
}

#define CHECK(...) \
  do \
    { \
      static const Row rows[] = { __VA_ARGS__ }; \
\
      check_rows (rows, G_N_ELEMENTS (rows)); \
    } \
  while (FALSE)

static void
test_new_and_finalize (void)
{
  g_autoptr (StileArena) arena = stile_arena_new ();
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileView view = { .place = STILE_PLACE_ALERT };
  StileExpression *expression = stile_expression_compile (
    " 1 = 1 ", &view, form, ((StileFormBox *) form)->names, arena, faults);

  g_assert_cmpstr (stile_expression_get_source (expression), ==, " 1 = 1 ");
}

static void
test_numbers (void)
{
  CHECK ({ "1", "1" }, { "007", "7" }, { "1.", "1" }, { ".5", "0.5" }, { "0.1 + 0.2", "0.3" },
         { "1 div 3", "0.333333333333333" }, { "-0", "0" }, { "0 * -1", "0" },
         { "1000000 * 1000000 * 1000000", "1000000000000000000" },
         { "1 div 1000000000", "0.000000001" }, { "123456789.125", "123456789.125" },
         { "1 div 0", "Infinity" }, { "-1 div 0", "-Infinity" }, { "0 div 0", "NaN" });
}

static void
test_arithmetic (void)
{
  CHECK ({ "1 + 2 * 3", "7" }, { "(1 + 2) * 3", "9" }, { "10 - 4 - 3", "3" },
         { "8 div 4 div 2", "1" }, { "7 mod 3", "1" }, { "-7 mod 3", "-1" }, { "7 mod -3", "1" },
         { "1.5 mod 0.5", "0" }, { "- 2 * 3", "-6" }, { "--2", "2" }, { "---2", "-2" },
         { "2 - -2", "4" }, { "-'3'", "-3" }, { "'2' * '3'", "6" }, { "true() + true()", "2" },
         { "'x' + 1", "NaN" }, { "'' + 1", "NaN" });
}

static void
test_comparison (void)
{
  CHECK ({ "1 = 1", "true" }, { "1 != 1", "false" }, { "1 < 2", "true" }, { "2 <= 2", "true" },
         { "3 > 4", "false" }, { "4 >= 4", "true" }, { "'a' = 'a'", "true" },
         { "'a' = 'b'", "false" }, { "'1' = 1", "true" }, { "'01' = 1", "true" },
         { "'01' = '1'", "false" }, { "'10' < '9'", "false" }, { "'a' < 'b'", "false" },
         { "true() = 'x'", "true" }, { "false() = ''", "true" }, { "true() = 1", "true" },
         { "true() = 2", "true" }, { "1 = 2 = 0", "true" }, { "3 > 2 > 1", "false" },
         { "0 div 0 = 0 div 0", "false" }, { "0 div 0 != 0 div 0", "true" },
         { "1 < 2 = true()", "true" });
}

static void
test_logic (void)
{
  CHECK ({ "true() or false()", "true" }, { "true() and false()", "false" },
         { "1 or 0", "true" }, { "'' or 0", "false" }, { "'a' and 1", "true" },
         { "true() or false() and false()", "true" },
         { "(true() or false()) and false()", "false" },
         { "false() or false() or 1", "true" }, { "1 and 2 and 0", "false" },
         { "1 = 1 and 2 = 2", "true" }, { "not(0) + 1", "2" }, { "(1 or 0) + (1 and 0)", "1" });
}

/* `and`, `or`, `div` and `mod` are words like others where no operator can stand. */
static void
test_words_as_literals (void)
{
  CHECK ({ "'and' = \"and\"", "true" }, { "'it''s'", "expression-syntax" }, { "\"it's\"", "it's" },
         { "''", "" }, { "6 div 2", "3" }, { "6div 2", "3" });
}

static void
test_conversions (void)
{
  CHECK ({ "number('')", "NaN" }, { "number(' 12 ')", "12" }, { "number('1e3')", "NaN" },
         { "number('+1')", "NaN" }, { "number('-.5')", "-0.5" }, { "number('- 5')", "NaN" },
         { "number('1 2')", "NaN" }, { "number('.')", "NaN" }, { "number('-')", "NaN" },
         { "number('5.')", "5" }, { "number('0x10')", "NaN" }, { "number('Infinity')", "NaN" },
         { "number(true())", "1" }, { "boolean('false')", "true" }, { "boolean('')", "false" },
         { "boolean(0)", "false" }, { "boolean(0 div 0)", "false" }, { "boolean(-1)", "true" },
         { "string(1 div 4)", "0.25" }, { "string(true())", "true" }, { "string('x')", "x" },
         { "string(0 div 0)", "NaN" });
}

static void
test_strings (void)
{
  CHECK ({ "concat('a', 1, true())", "a1true" }, { "contains('abc', 'b')", "true" },
         { "contains('abc', '')", "true" }, { "contains('', 'a')", "false" },
         { "starts-with('abc', 'ab')", "true" }, { "starts-with('abc', 'bc')", "false" },
         { "string-length('żółw')", "4" }, { "string-length('')", "0" },
         { "string-length(100)", "3" });
}

static void
test_rounding (void)
{
  CHECK ({ "round(2.5)", "3" }, { "round(-2.5)", "-2" }, { "round(2.4)", "2" },
         { "round(-0.2)", "0" }, { "round(0.49999999999999994)", "0" }, { "round('x')", "NaN" },
         { "round(2.345, 2)", "2.35" }, { "round(1234, -2)", "1200" }, { "round(2.5, 0)", "3" },
         { "round(2.5, 'x')", "NaN" }, { "round(1 div 0)", "Infinity" },
         { "round(1 div 3, 400)", "0.333333333333333" }, { "floor(2.7)", "2" },
         { "floor(-2.1)", "-3" }, { "ceiling(2.1)", "3" }, { "ceiling(-2.7)", "-2" },
         { "int(2.9)", "2" }, { "int(-2.9)", "-2" }, { "int('7.5')", "7" }, { "abs(-3)", "3" },
         { "abs('')", "NaN" }, { "pow(2, 10)", "1024" }, { "pow(2, -1)", "0.5" },
         { "pow(-1, 0.5)", "NaN" });
}

static void
test_least_and_greatest (void)
{
  CHECK ({ "min(3, 1, 2)", "1" }, { "max(3, 1, 2)", "3" }, { "min(5)", "5" },
         { "max('7', 2)", "7" }, { "min(1, '')", "NaN" }, { "max('', 1)", "NaN" },
         { "max(-1, -2)", "-1" }, { "min()", "argument-count" });
}

static void
test_lists (void)
{
  CHECK ({ "selected($owed, 'rent')", "true" }, { "selected($owed, 'car')", "false" },
         { "selected('a b', 'a b')", "false" }, { "selected('ab', 'a')", "false" },
         { "selected('', '')", "false" }, { "selected(' x  y ', 'y')", "true" },
         { "count-selected($owed)", "2" }, { "count-selected('')", "0" },
         { "count-selected($silent)", "0" });
}

static void
test_choosing (void)
{
  CHECK ({ "if(1 = 1, 'a', 'b')", "a" }, { "if('', 'a', 2) + 1", "3" },
         { "coalesce('', 5)", "5" }, { "coalesce('x', 5)", "x" },
         { "coalesce($silent, 0) + 1", "1" },
         { "coalesce(0, 5)", "0" }, { "coalesce('', '')", "" },
         { "if(true(), concat('a', 'b'), concat('c', 'd'))", "ab" });
}

static void
test_dates (void)
{
  CHECK ({ "today()", "2026-11-22" }, { "years-since($born)", "36" },
         { "years-since('2008-11-22')", "18" }, { "years-since('2008-11-23')", "17" },
         { "years-since('2026-11-23')", "-1" }, { "months-since('2026-10-22')", "1" },
         { "months-since('2026-10-23')", "0" }, { "months-since(today())", "0" },
         { "days-since('2026-11-20')", "2" }, { "days-since('2026-11-25')", "-3" },
         { "days-since('2025-11-22')", "365" }, { "days-since('')", "NaN" },
         { "years-since('2026-02-29')", "NaN" }, { "years-since('2026-13-01')", "NaN" },
         { "years-since('26-01-01')", "NaN" }, { "years-since('2026-01-01x')", "NaN" },
         { "years-since(2026)", "NaN" });
}

static void
test_answers (void)
{
  CHECK ({ "$sleep", "friends" }, { "$sleep = 'friends'", "true" }, { "$nights", "3" },
         { "$nights >= 3", "true" }, { "$silent", "" }, { "$silent = ''", "true" },
         { "$silent > 0", "false" }, { "$silent <= 0", "false" }, { "$owed", "rent power" },
         { "$sum", "7" }, { "$sum - $nights", "4" }, { "$nights -1", "2" },
         { "$nights-1", "unknown-variable" });
}

static void
test_states (void)
{
  CHECK ({ "points('sleep')", "2.5" }, { "points('owed')", "0" }, { "answered('sleep')", "true" },
         { "answered('silent')", "false" }, { "declined('silent')", "true" },
         { "declined('name')", "false" }, { "unknown('name')", "true" },
         { "unknown('sleep')", "false" });
}

static void
test_results (void)
{
  CHECK ({ "score('money')", "2.5" }, { "score('health')", "NaN" }, { "level('housing')", "2" },
         { "level('health')", "NaN" }, { "level('health') >= 0", "false" },
         { "at-least('money', 'some')", "true" }, { "at-least('money', 'severe')", "false" },
         { "at-least('health', 'none')", "false" }, { "count-at-least('some')", "2" },
         { "count-at-least('none')", "2" }, { "count-at-least('severe')", "1" },
         { "count-at-least('some', 'money health')", "1" }, { "count-at-least('some', '')", "0" },
         { "finding('first')", "true" }, { "finding('second')", "false" });
}

static void
test_dot (void)
{
  g_autofree char *own = evaluate_in ("concat(., '!')", STILE_PLACE_CONSTRAINT);
  g_autofree char *elsewhere = evaluate_in (".", STILE_PLACE_ALERT);

  g_assert_cmpstr (own, ==, "friends!");
  g_assert_cmpstr (elsewhere, ==, "dot-outside-constraint");
}

static void
test_syntax (void)
{
  CHECK ({ "", "empty-expression" }, { "  ", "empty-expression" }, { "1 +", "expression-syntax" },
         { "1 2", "expression-syntax" }, { "(1", "expression-syntax" },
         { "1)", "expression-syntax" },
         { "* 2", "expression-syntax" }, { "and", "bare-name" }, { "$", "expression-syntax" },
         { "$ sleep", "expression-syntax" }, { "'open", "expression-syntax" },
         { "1 ! 2", "expression-syntax" }, { "#", "expression-syntax" },
         { "concat('a',)", "expression-syntax" }, { "concat('a' 'b')", "expression-syntax" },
         { "sleep", "bare-name" }, { "/form", "path-in-expression" },
         { "..", "path-in-expression" },
         { "$owed[1]", "path-in-expression" }, { "$owed | $sleep", "path-in-expression" },
         { "child::a", "path-in-expression" }, { "@id", "path-in-expression" },
         { "sin(1)", "unknown-function" }, { "position()", "unknown-function" },
         { "not()", "argument-count" }, { "not(1, 2)", "argument-count" },
         { "concat('a')", "argument-count" }, { "true(1)", "argument-count" });
}

static void
test_nesting (void)
{
  for (guint depth = 63; depth <= 66; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '(');
      g_autofree char *close = g_strnfill (depth, ')');
      g_autofree char *source = g_strconcat (open, "5", close, NULL);
      g_autofree char *result = evaluate_in (source, STILE_PLACE_ALERT);

      g_assert_cmpstr (result, ==, depth <= STILE_EXPRESSION_MAX_DEPTH ? "5" : "deep-expression");
    }
}

/* @n_terms terms of @term, in a row. */
static char *
evaluate_chain (const char *term, const char *separator, guint n_terms)
{
  g_autoptr (GString) source = g_string_new (term);

  for (guint i = 1; i < n_terms; i++)
    g_string_append_printf (source, "%s%s", separator, term);
  return evaluate_in (source->str, STILE_PLACE_ALERT);
}

static void
test_long_chains (void)
{
  g_autofree char *sum = evaluate_chain ("1", "+", 2048);
  g_autofree char *too_long = evaluate_chain ("1", "+", 2049);
  g_autofree char *any = evaluate_chain ("0", " or ", 800);
  g_autofree char *signs = evaluate_chain ("-", "-", 2047);

  g_assert_cmpstr (sum, ==, "2048");
  g_assert_cmpstr (too_long, ==, "long-expression");
  g_assert_cmpstr (any, ==, "false");
  g_assert_cmpstr (signs, ==, "expression-syntax");
}

/* Where both sides are faults there is no instruction at all to look at. */
static void
test_comparison_of_faults (void)
{
  CHECK ({ "nowhere() = nothing()", "unknown-function" },
         { "nowhere() = nothing() = ''", "unknown-function" });
}

static void
test_many_arguments (void)
{
  g_autoptr (GString) source = g_string_new ("max(1");
  g_autofree char *result = NULL;

  for (guint i = 2; i <= 1000; i++)
    g_string_append_printf (source, ",%u", i);
  g_string_append_c (source, ')');
  result = evaluate_in (source->str, STILE_PLACE_ALERT);
  g_assert_cmpstr (result, ==, "1000");
}

/* What is a value of the machine's stack may own memory; a jump over it must not lose it. */
static void
test_jumps_keep_memory (void)
{
  CHECK ({ "concat('a', 'b') or concat('c', 'd')", "true" },
         { "concat('', '') and concat('c', 'd')", "false" },
         { "concat('', '') or concat('c', 'd') = 'cd'", "true" },
         { "string(1 + 1) and string(2)", "true" });
}

static void
test_number_formatting (void)
{
  static const struct
  {
    double number;
    const char *string;
  } rows[] = {
    { 0, "0" }, { -0.0, "0" }, { 1, "1" }, { -1.5, "-1.5" }, { 0.1 + 0.2, "0.3" },
    { 1e15, "1000000000000000" }, { 1e21, "1000000000000000000000" }, { 1e-7, "0.0000001" },
    { 123456789012345678.0, "123456789012346000" }, { 2.0 / 3, "0.666666666666667" },
    { 99999999999999.94, "99999999999999.9" }, { 0.9999999999999999, "1" },
    { INFINITY, "Infinity" },
    { -INFINITY, "-Infinity" }, { NAN, "NaN" }, { 100, "100" }, { 1200.5, "1200.5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *string = stile_number_to_string (rows[i].number);

      g_assert_cmpstr (string, ==, rows[i].string);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) xml = g_bytes_new_static (small_form, sizeof small_form - 1);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  int status;

  g_test_init (&argc, &argv, NULL);
  form = stile_form_parse (xml, faults);
  g_assert_cmpuint (faults->len, ==, 0);

  g_test_add_func ("/expression/new-and-finalize", test_new_and_finalize);
  g_test_add_func ("/expression/numbers", test_numbers);
  g_test_add_func ("/expression/arithmetic", test_arithmetic);
  g_test_add_func ("/expression/comparison", test_comparison);
  g_test_add_func ("/expression/logic", test_logic);
  g_test_add_func ("/expression/words-as-literals", test_words_as_literals);
  g_test_add_func ("/expression/conversions", test_conversions);
  g_test_add_func ("/expression/strings", test_strings);
  g_test_add_func ("/expression/rounding", test_rounding);
  g_test_add_func ("/expression/least-and-greatest", test_least_and_greatest);
  g_test_add_func ("/expression/lists", test_lists);
  g_test_add_func ("/expression/choosing", test_choosing);
  g_test_add_func ("/expression/dates", test_dates);
  g_test_add_func ("/expression/answers", test_answers);
  g_test_add_func ("/expression/states", test_states);
  g_test_add_func ("/expression/results", test_results);
  g_test_add_func ("/expression/dot", test_dot);
  g_test_add_func ("/expression/syntax", test_syntax);
  g_test_add_func ("/expression/comparison-of-faults", test_comparison_of_faults);
  g_test_add_func ("/expression/nesting", test_nesting);
  g_test_add_func ("/expression/long-chains", test_long_chains);
  g_test_add_func ("/expression/many-arguments", test_many_arguments);
  g_test_add_func ("/expression/jumps-keep-memory", test_jumps_keep_memory);
  g_test_add_func ("/expression/number-formatting", test_number_formatting);
  status = g_test_run ();
  stile_form_unref (form);
  return status;
}
