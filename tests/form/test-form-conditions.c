// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the checker says of conditions: their grammar, their names, and where each may stand. */

#include "broken-form.h"

static void
test_expression_syntax (void)
{
  CHECK ({ "$debts &gt; 0", "$debts &gt; ",
           "35:72 expression-syntax: The condition cannot be read here: it ends where a value "
           "should follow." },
         { "$debts &gt; 0", "$debts &gt;&gt; 0",
           "35:71 expression-syntax: The condition cannot be read here: a value should stand in "
           "the place of “>”." },
         { "$debts &gt; 0", "($debts &gt; 0",
           "35:74 expression-syntax: The condition cannot be read here: it ends where “)” "
           "should follow." },
         { "$debts &gt; 0", "",
           "35:60 empty-expression: The attribute is empty. Write a condition, or take it out." },
         { "$debts &gt; 0", "'żółw &amp;' =\n  $debts 0",
           "37:1 expression-syntax: The condition cannot be read here: an operator such as "
           "“and” should stand in the place of “0”." },
         { "$debts &gt; 0", "/form/debts",
           "35:60 path-in-expression: “/” belongs to paths, which conditions do not have. "
           "Write $id for an answer." },
         { "$debts &gt; 0", "debts &gt; 0",
           "35:60 bare-name: “debts” stands alone. Write $debts for an answer, or 'debts' for a "
           "word." },
         { "$debts &gt; 0", "$debts &gt; 0 # 1",
           "35:74 expression-syntax: The condition cannot be read here: this sign means nothing "
           "in a condition." });
}

static void
test_expression_names (void)
{
  CHECK ({ "$debts &gt; 0", "$debs &gt; 0",
           "35:60 unknown-variable: There is no question or calculate “debs”. Did you mean "
           "“debts”?" },
         { "$debts &gt; 0", "$money &gt; 0",
           "35:60 not-a-variable: “money” is a domain; only questions and calculates have a "
           "value to write after $." },
         { "$debts &gt; 0", "$zzzzzz &gt; 0 and $yyyyyy",
           "35:60 unknown-variable: There is no question or calculate “zzzzzz”.\n"
           "35:79 unknown-variable: There is no question or calculate “yyyyyy”." },
         { "$debts &gt; 0", "count-select($owed)",
           "35:60 unknown-function: There is no function count-select(). Did you mean "
           "“count-selected”?" },
         { "$debts &gt; 0", "not()",
           "35:60 argument-count: not() takes 1 argument, but here it has 0." },
         { "$debts &gt; 0", "round(1, 2, 3)",
           "35:60 argument-count: round() takes 1 or 2 arguments, but here it has 3." },
         { "$debts &gt; 0", "points('shrt') &gt; 0",
           "35:67 unknown-reference: There is no question “shrt”. Did you mean “short”?" },
         { "$debts &gt; 0", "points($short) &gt; 0",
           "35:67 not-a-literal: points() needs an id in quotation marks here, such as "
           "points('question')." },
         { "$debts &gt; 0", "points('money') &gt; 0",
           "35:67 unknown-reference: There is no question “money”." },
         { "score('money') &gt; 1", "score('monet') &gt; 1",
           "57:67 unknown-reference: There is no domain “monet”. Did you mean “money”?" },
         { "score('money') &gt; 1", "count-at-least('some', 'home mony') = 1",
           "57:84 unknown-reference: There is no domain “mony”. Did you mean “money”?" },
         { "at-least('money', 'some')", "at-least('money', 'sum')",
           "46:47 unknown-reference: There is no level “sum”." },
         { "finding('second')", "finding('third')",
           "52:37 unknown-reference: There is no finding “third”." });
}

static void
test_expression_places (void)
{
  CHECK ({ "$debts &gt; 0", "score('money') &gt; 0",
           "35:60 wrong-place: score() cannot be used in “relevant”; it can be used only in "
           "findings, alerts, categories and referrals." },
         { "count-selected($owed)", "level('money')",
           "32:32 wrong-place: level() cannot be used in a <calculate>; it can be used only in "
           "findings, alerts, categories and referrals." },
         { "<score domain=\"money\" points=\"1\" when=\"$told = 'yes'\">",
           "<score domain=\"money\" points=\"1\" when=\"finding('first')\">",
           "45:42 wrong-place: finding() cannot be used in a <score>; it can be used only in "
           "findings, alerts, categories and referrals." },
         { "$debts &gt; 0", ". = 'yes'",
           "35:60 dot-outside-constraint: “.” is the answer that a constraint looks at; it "
           "means nothing in “relevant”. Write $id." },
         { "$debts &gt; 0", "$hello = ''",
           "35:60 note-in-condition: “hello” is a note, and a note has no answer to look at." });
}

static void
test_looking_forward (void)
{
  CHECK ({ "$short = 'daily'", "$told = 'yes'",
           "26:58 looks-forward: “told” comes later in the form (line 35). A condition can only "
           "look back: move one of them." },
         { "$short = 'daily'", "$debts = 1",
           "26:58 looks-forward: “debts” comes later in the form (line 32). A condition can "
           "only look back: move one of them." },
         { "$short = 'daily'", "answered('owed')",
           "26:67 names-itself: “owed” cannot depend on itself." },
         { ". &gt;= 0", "$nights &gt;= 0",
           "38:54 names-itself: “nights” cannot depend on itself. Write “.” for the answer." },
         { ". &gt;= 0", "$story = ''",
           "38:54 looks-forward: “story” comes later in the form (line 43). A condition can "
           "only look back: move one of them." },
         { "count-selected($owed)", "$nights",
           "32:32 looks-forward: “nights” comes later in the form (line 38). A condition can "
           "only look back: move one of them." },
         { "count-selected($owed)", "$debts",
           "32:32 names-itself: “debts” cannot depend on itself." },
         { "at-least('money', 'some')", "finding('second')",
           "46:37 looks-forward: “second” comes later in the form (line 47). A condition can "
           "only look back: move one of them." },
         { "finding('first')", "finding('second')",
           "47:38 names-itself: “second” cannot depend on itself." });
}

static void
test_monitoring (void)
{
  CHECK ({ "$debts &gt; 0", "$benefit = 'uc'",
           "35:60 monitoring-outside: “benefit” is a question of the monitoring part. Nothing "
           "outside that part may look at it, so that no result depends on benefit type, age or "
           "the like." },
         { "count-selected($owed)", "answered('benefit')",
           "32:41 monitoring-outside: “benefit” is a question of the monitoring part. Nothing "
           "outside that part may look at it, so that no result depends on benefit type, age or "
           "the like." },
         { "finding('second')", "$benefit = 'uc'",
           "52:29 monitoring-outside: “benefit” is a question of the monitoring part. Nothing "
           "outside that part may look at it, so that no result depends on benefit type, age or "
           "the like." },
         { "$nights * 2", "points('benefit')",
           "15:35 monitoring-outside: “benefit” is a question of the monitoring part. Nothing "
           "outside that part may look at it, so that no result depends on benefit type, age or "
           "the like." },
         { "$benefit = 'uc'", "$told = 'yes'",
           "68:48 outside-in-monitoring: “told” is outside the monitoring part. Monitoring "
           "questions may look at each other only, so that needs and benefit type stay "
           "independent." },
         { "$benefit = 'uc'", "$debts = 1",
           "68:48 outside-in-monitoring: “debts” is outside the monitoring part. Monitoring "
           "questions may look at each other only, so that needs and benefit type stay "
           "independent." },
         { "<choice id=\"uc\">", "<choice id=\"uc\" points=\"1\">",
           "64:5 monitoring-scored: “points” cannot stand in the monitoring part: nothing there "
           "may count in a score, so that no result depends on benefit type, age or the like." },
         { "<question id=\"benefit\"", "<question id=\"benefit\" domain=\"money\"",
           "64:5 monitoring-scored: “domain” cannot stand in the monitoring part: nothing there "
           "may count in a score, so that no result depends on benefit type, age or the like." },
         { "<monitoring id=\"you\">", "<monitoring id=\"you\" domain=\"money\">",
           "62:32 unknown-attribute: <monitoring> has no attribute “domain”." });
}

static void
test_choices_in_conditions (void)
{
  CHECK ({ "$short = 'daily'", "$short = 'dayly'",
           "26:67 unknown-choice: The question “short” has no choice “dayly”. Did you mean "
           "“daily”?" },
         { "$short = 'daily'", "'weekly' != $short",
           "26:58 unknown-choice: The question “short” has no choice “weekly”." },
         { "count-selected($owed)", "selected($owed, 'power rent')",
           "32:48 unknown-choice: The question “owed” has no choice “power rent”." },
         { "count-selected($owed)", "selected($owed, 'car')",
           "32:48 unknown-choice: The question “owed” has no choice “car”." },
         { "count-selected($owed)", "$owed = 'rent car'",
           "32:40 unknown-choice: The question “owed” has no choice “car”." },
         { "$debts &gt; 0", "$short = '' or $owed = 'rent power'",
           "" },
         { "<alert id=\"leave\" urgency=\"now\" when=\"$told = 'yes'\">",
           "<alert id=\"leave\" urgency=\"now\" when=\"$told = 'true'\">",
           "48:49 unknown-choice: The question “told” has no choice “true”." });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-conditions/expression-syntax", test_expression_syntax);
  g_test_add_func ("/form-conditions/expression-names", test_expression_names);
  g_test_add_func ("/form-conditions/expression-places", test_expression_places);
  g_test_add_func ("/form-conditions/looking-forward", test_looking_forward);
  g_test_add_func ("/form-conditions/monitoring", test_monitoring);
  g_test_add_func ("/form-conditions/choices-in-conditions", test_choices_in_conditions);
  return g_test_run ();
}
