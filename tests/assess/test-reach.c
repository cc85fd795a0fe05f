// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Each row is what stands in a form, and what the checker says of it. */

#include <string.h>

#include "cpu-time.h"
#include "reach.h"

#define HEAD \
  "<form xmlns='urn:stile:form:1' id='f' version='1' xml:lang='en'>" \
  "<title>T</title><purpose>P</purpose><source>S</source>" \
  "<levels><level id='none'><label>N</label></level><level id='some'><label>S</label></level>" \
  "<level id='high'><label>H</label></level></levels>\n"
#define TAIL "\n<category id='last'><label>L</label><meaning>M</meaning></category></form>"

/* Without a label, and with what makes it a whole element. */
#define QUESTION(id, type, more) \
  "<question id='" id "' type='" type "' " more "><label>L</label>"
#define YES_NO(id, more) QUESTION (id, "yes_no", more) "</question>"
#define CHOICE(id, points) "<choice id='" id "' points='" points "'><label>L</label></choice>"
#define ONE(id, more) \
  QUESTION (id, "select_one", more) \
  CHOICE ("a", "0") CHOICE ("b", "1") CHOICE ("c", "3") "</question>"
#define SECTION(questions) "<section id='s'><label>L</label>\n" questions "</section>\n"
#define ALERT(when) \
  "<alert id='alarm' urgency='now' when=\"" when "\"><label>L</label><action>A</action></alert>"
#define CATEGORY(id, when) \
  "<category id='" id "' when=\"" when "\"><label>L</label><meaning>M</meaning></category>"
#define DOMAIN(more, bands) "<domain id='d' " more "><label>L</label>" bands "</domain>\n"
#define BANDS "<band level='some' from='2'/><band level='high' from='4'/>"
#define FALLING(from) "<band level='high' from='-1'/><band level='none' from='" from "'/>"

typedef struct
{
  const char *name;
  const char *form; /* between HEAD and TAIL */
  const char *faults; /* "line tag: sentence", joined by line ends */
} Row;

static char *
describe (const char *text)
{
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (xml, faults);
  GString *description = g_string_new (NULL);

  if (form)
    stile_form_check_reach (form, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (description, "%s%u %s: %s", i > 0 ? "\n" : "", fault->line,
                              fault->tag, fault->sentence);
    }
  return g_string_free (description, FALSE);
}

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text = g_strconcat (HEAD, row->form, TAIL, NULL);
  g_autofree char *faults = describe (text);

  g_assert_cmpstr (faults, ==, row->faults);
}

#define NEVER_ASKED(line, id) \
  line " never-asked: The question “" id "” can never be asked, whatever is answered. Look at " \
  "its “relevant”, or take the question out."
#define NEVER_ALARM(line) \
  line " never-reached: The alert “alarm” can never be reached, whatever is answered. Look at " \
  "its condition, or take it out."
#define NEVER_CATEGORY(line, id) \
  line " never-reached: The category “" id "” can never be reached, whatever is answered. Look " \
  "at its condition and at those of the categories before it, or take it out."
#define DECLINED_ONLY(line, what) \
  line " declined-only: Only “prefer not to say” or “don't know” leads to the " what ", and no " \
  "answer does. Add the answers that should lead there too."
#define BAND(line, level, from, highest) \
  line " band-out-of-reach: The level “" level "” is for scores from " from ", but the score of " \
  "“d” is never above " highest ". Move the band, or change the points."
#define LOW_BAND(line, level, below, lowest) \
  line " band-out-of-reach: The level “" level "” is for scores below " below ", but the score " \
  "of “d” is never below " lowest ". Move the band, or change the points."

static const Row questions[] = {
  { "sound", SECTION (ONE ("q", "") YES_NO ("r", "relevant=\"$q = 'b'\"")), "" },
  { "two-choices-at-once",
    SECTION (ONE ("q", "") YES_NO ("r", "relevant=\"$q = 'b' and $q = 'c'\"")),
    NEVER_ASKED ("3", "r") },
  { "other-way-round",
    SECTION (ONE ("q", "") YES_NO ("r", "relevant=\"not($q = 'b' or $q != 'b')\"")),
    NEVER_ASKED ("3", "r") },
  { "behind-one-never-asked",
    SECTION (YES_NO ("q", "relevant='false()'") YES_NO ("r", "relevant=\"$q = 'yes'\"")),
    NEVER_ASKED ("3", "q") "\n" NEVER_ASKED ("3", "r") },
  { "behind-one-answered-otherwise",
    SECTION (YES_NO ("p", "") YES_NO ("q", "relevant=\"$p = 'yes'\"")
             YES_NO ("r", "relevant=\"$q = 'yes' and $p = 'no'\"")),
    NEVER_ASKED ("3", "r") },
  { "by-points", SECTION (ONE ("q", "") YES_NO ("r", "relevant=\"points('q') = 2\"")),
    NEVER_ASKED ("3", "r") },
  { "more-points-than-there-are",
    SECTION (ONE ("q", "") ONE ("p", "")
             YES_NO ("r", "relevant=\"points('q') + points('p') > 6\"")),
    NEVER_ASKED ("3", "r") },
  { "by-calculate",
    SECTION (ONE ("q", "") ONE ("p", ""))
    "<calculate id='c' value=\"points('q') * 2 - points('p')\"/>"
    "<section id='t'><label>L</label>" YES_NO ("r", "relevant='$c = 6'")
    YES_NO ("n", "relevant='$c > 6'") "</section>",
    NEVER_ASKED ("4", "n") },
  { "between-two-numbers",
    SECTION (QUESTION ("n", "integer", "") "</question>"
             YES_NO ("r", "relevant='$n > 3 and $n &lt; 5'")
             YES_NO ("x", "relevant='$n > 3 and $n &lt; 4'")),
    NEVER_ASKED ("3", "x") },
  { "between-two-decimals",
    SECTION (QUESTION ("n", "decimal", "") "</question>"
             YES_NO ("r", "relevant='$n > 3 and $n &lt; 3.1'")), "" },
  { "negative-number",
    SECTION (QUESTION ("n", "integer", "constraint='. >= -5'") "</question>"
             YES_NO ("r", "relevant='-5 >= $n'") YES_NO ("x", "relevant='$n &lt; -5'")),
    NEVER_ASKED ("3", "x") },
  { "outside-of-the-constraint",
    SECTION (QUESTION ("n", "integer", "constraint='. >= 0 and . &lt; 10'") "</question>"
             YES_NO ("r", "relevant='$n = 9'") YES_NO ("x", "relevant='$n = 10'")),
    NEVER_ASKED ("3", "x") },
  { "constraint-on-another",
    SECTION (YES_NO ("p", "") ONE ("q", "constraint=\"$p = 'yes' or . = 'a'\"")
             YES_NO ("r", "relevant=\"$q = 'b'\"")
             YES_NO ("x", "relevant=\"$q = 'b' and $p = 'no'\"")),
    NEVER_ASKED ("3", "x") },
  { "exclusive-choice",
    SECTION (QUESTION ("m", "select_multiple", "") CHOICE ("a", "1") CHOICE ("b", "0")
             "<choice id='no' exclusive='yes'><label>L</label></choice></question>"
             YES_NO ("r", "relevant=\"selected($m, 'a') and selected($m, 'b')\"")
             YES_NO ("x", "relevant=\"selected($m, 'a') and selected($m, 'no')\"")),
    NEVER_ASKED ("3", "x") },
  { "many-choices",
    SECTION (QUESTION ("m", "select_multiple", "") CHOICE ("a", "0") CHOICE ("b", "0")
             CHOICE ("c", "0") CHOICE ("d", "0") CHOICE ("e", "0") CHOICE ("f", "0")
             CHOICE ("g", "0") CHOICE ("h", "0") CHOICE ("i", "0") CHOICE ("j", "0")
             "<choice id='no' exclusive='yes'><label>L</label></choice></question>"
             YES_NO ("r", "relevant=\"selected($m, 'i') and not(selected($m, 'b'))\"")
             YES_NO ("x", "relevant=\"selected($m, 'b') and selected($m, 'no')\"")),
    NEVER_ASKED ("3", "x") },
  { "count-of-choices",
    SECTION (QUESTION ("m", "select_multiple", "") CHOICE ("a", "0") CHOICE ("b", "0")
             "</question>" YES_NO ("r", "relevant='count-selected($m) = 2'")
             YES_NO ("x", "relevant='count-selected($m) = 3'")),
    NEVER_ASKED ("3", "x") },
  { "date",
    SECTION (QUESTION ("b", "date", "") "</question>"
             YES_NO ("r", "relevant='years-since($b) >= 18 and years-since($b) &lt; 19'")
             YES_NO ("x", "relevant='years-since($b) >= 18 and years-since($b) &lt; 18'")
             YES_NO ("y", "relevant='days-since($b) = 30'")),
    NEVER_ASKED ("3", "x") },
  { "words",
    SECTION (QUESTION ("t", "text", "") "</question>"
             YES_NO ("r", "relevant=\"$t = 'tea' \"") YES_NO ("w", "relevant=\"$t != ''\"")
             YES_NO ("x", "relevant=\"$t = 'tea' and $t = 'milk'\"")),
    NEVER_ASKED ("3", "x") },
  { "unanswered",
    SECTION (YES_NO ("q", "") YES_NO ("r", "relevant=\"$q = ''\"")
             YES_NO ("w", "relevant=\"not(answered('q'))\"")), "" },
  { "declined-only",
    SECTION (YES_NO ("q", "") YES_NO ("r", "relevant=\"declined('q')\"")
             YES_NO ("w", "relevant=\"unknown('q') or $q = 'yes'\"")),
    DECLINED_ONLY ("3", "question “r”") },
  { "declined-and-answered",
    SECTION (YES_NO ("q", "") YES_NO ("r", "relevant=\"declined('q') and $q = 'yes'\"")),
    NEVER_ASKED ("3", "r") },
  { "monitoring",
    "<monitoring id='m'><label>L</label>" YES_NO ("q", "")
    YES_NO ("r", "relevant=\"$q = 'yes' and $q = 'no'\"") "</monitoring>" SECTION (""),
    NEVER_ASKED ("2", "r") },
};

static const Row results[] = {
  { "alert", SECTION (ONE ("q", "")) ALERT ("$q = 'a' and points('q') = 1"), NEVER_ALARM ("4") },
  { "alert-of-a-band",
    DOMAIN ("", BANDS) SECTION (ONE ("q", "domain='d'") YES_NO ("r", "domain='d' points='1'"))
    ALERT ("score('d') = 2 and at-least('d', 'high')"), NEVER_ALARM ("5") },
  { "findings",
    SECTION (YES_NO ("q", ""))
    "<finding id='one' when=\"$q = 'yes'\"><label>L</label></finding>"
    "<finding id='two' when=\"finding('one') and $q = 'no'\"><label>L</label></finding>"
    ALERT ("finding('two')"),
    "4 never-reached: The finding “two” can never be reached, whatever is answered. Look at its "
    "condition, or take it out.\n" NEVER_ALARM ("4") },
  { "referral",
    SECTION (YES_NO ("q", ""))
    "<referral id='r' urgency='soon' when=\"$q = 'yes' and $q = 'no'\"><label>L</label>"
    "<reason>R</reason><service keyword='k'/></referral>",
    "4 never-reached: The referral “r” can never be reached, whatever is answered. Look at its "
    "condition, or take it out." },
  { "category-behind-another",
    SECTION (ONE ("q", "")) CATEGORY ("one", "points('q') >= 1")
    CATEGORY ("two", "$q = 'c'"), NEVER_CATEGORY ("4", "two") },
  { "last-category",
    SECTION (ONE ("q", "")) CATEGORY ("one", "points('q') >= 1")
    CATEGORY ("two", "points('q') &lt; 1"),
    "5 never-reached: The category “last” can never be reached, whatever is answered. Look at the "
    "conditions of the categories before it: one of them always holds." },
  { "category-by-declining",
    SECTION (YES_NO ("q", "")) CATEGORY ("quiet", "declined('q') or unknown('q')"),
    DECLINED_ONLY ("4", "category “quiet”") },
  { "alert-by-declining-is-fine",
    SECTION (YES_NO ("q", "")) ALERT ("declined('q')"), "" },
  { "count-of-domains",
    DOMAIN ("", BANDS) SECTION (ONE ("q", "domain='d' ") YES_NO ("r", "domain='d' points='1'"))
    ALERT ("count-at-least('some') >= 2"), NEVER_ALARM ("5") },
  { "nothing-to-decide-by", SECTION (""), "" },
};

static const Row domains[] = {
  { "reached",
    DOMAIN ("", BANDS)
    SECTION (ONE ("q", "domain='d'") YES_NO ("r", "domain='d' points='1'")), "" },
  /* Where a low score is the worse. ONE gives 0, 1 or 3 points. */
  { "falling", DOMAIN ("missing='invalid'", FALLING ("2")) SECTION (ONE ("q", "domain='d'")), "" },
  { "best-too-high",
    DOMAIN ("missing='invalid'", FALLING ("4")) SECTION (ONE ("q", "domain='d'")),
    BAND ("2", "none", "4", "3") },
  { "worst-too-low",
    DOMAIN ("missing='invalid'", FALLING ("0")) SECTION (ONE ("q", "domain='d'")),
    LOW_BAND ("2", "high", "0", "0") },
  { "worst-too-low-of-a-value",
    DOMAIN ("value=\"10 - points('q')\"", FALLING ("2")) SECTION (ONE ("q", "")),
    LOW_BAND ("2", "high", "2", "7") },
  { "too-few-points", DOMAIN ("", BANDS) SECTION (ONE ("q", "domain='d'")),
    BAND ("2", "high", "4", "3") },
  { "no-points", DOMAIN ("", BANDS) SECTION (YES_NO ("q", "domain='d'")),
    BAND ("2", "some", "2", "0") },
  { "never-asked-together",
    DOMAIN ("", BANDS)
    SECTION (ONE ("q", "domain='d'") YES_NO ("r", "domain='d' points='3' relevant=\"$q != 'c'\"")),
    "" },
  { "never-enough-together",
    DOMAIN ("", BANDS)
    SECTION (ONE ("q", "domain='d'") YES_NO ("r", "domain='d' points='2' relevant=\"$q = 'b'\"")),
    BAND ("2", "high", "4", "3") },
  { "most-of", DOMAIN ("score='max'", BANDS)
    SECTION (ONE ("q", "domain='d'") ONE ("r", "domain='d'")),
    BAND ("2", "high", "4", "3") },
  { "mean-of", DOMAIN ("score='mean'", BANDS)
    SECTION (ONE ("q", "domain='d'") ONE ("r", "domain='d'")),
    BAND ("2", "high", "4", "3") },
  { "prorated", DOMAIN ("missing='prorate' missing-most='1'", BANDS)
    SECTION (ONE ("q", "domain='d'") YES_NO ("r", "domain='d' points='0.5' points-no='0.25'")),
    "" },
  { "score-rule",
    DOMAIN ("", BANDS) SECTION (ONE ("q", "domain='d'"))
    "<score domain='d' points='1' when=\"$q = 'c'\"><label>L</label></score>", "" },
  { "score-rule-that-does-not-help",
    DOMAIN ("", BANDS) SECTION (ONE ("q", "domain='d'"))
    "<score domain='d' points='1' when=\"$q = 'b'\"><label>L</label></score>",
    BAND ("2", "high", "4", "3") },
  { "value", DOMAIN ("value=\"points('q') - points('r')\"", BANDS)
    SECTION (ONE ("q", "") ONE ("r", "")), BAND ("2", "high", "4", "3") },
  { "value-of-a-number", DOMAIN ("value=\"$n * 3 + 1\"", BANDS)
    SECTION (QUESTION ("n", "integer", "constraint='. >= 0 and . &lt;= 1'") "</question>"), "" },
  { "fractions", DOMAIN ("", "<band level='some' from='0.3'/><band level='high' from='0.31'/>")
    SECTION (YES_NO ("q", "domain='d' points='0.1'") YES_NO ("r", "domain='d' points='0.2'")),
    BAND ("2", "high", "0.31", "0.3") },
};

/* ---- Large forms ---- */

/* One chain: each is asked only after a "c" to the one before it. How long it takes. */
static double
time_chain (guint n_questions)
{
  g_autoptr (GString) xml = g_string_new (HEAD SECTION (ONE ("q0", "")));
  g_autofree char *faults = NULL;
  double started = stile_get_cpu_time ();

  g_string_append (xml, "<section id='t'><label>L</label>");
  for (guint i = 1; i < n_questions; i++)
    g_string_append_printf (xml, QUESTION ("q%u", "select_one", "relevant=\"$q%u = 'b'\"")
                            CHOICE ("a", "0") CHOICE ("b", "0") CHOICE ("c", "0") "</question>",
                            i, i - 1);
  g_string_append_printf (xml, "</section>" ALERT ("$q%u = 'c'") TAIL, n_questions - 1);
  faults = describe (xml->str);
  g_assert_cmpstr (faults, ==, "");
  return stile_get_cpu_time () - started;
}

/* Ten times as long takes at most as often as long as the square of it says. */
static void
test_chain (void)
{
  double few = time_chain (150);

  g_assert_cmpfloat (time_chain (1500), <, 200 * few);
}

/* Sixty questions: what their sum can be is seen without trying 4^60 answers. */
static void
test_long_sum (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD);
  g_autofree char *faults = NULL;

  g_string_append (xml, DOMAIN ("", "<band level='some' from='60'/><band level='high' from='181'/>")
                        "<section id='s' domain='d'><label>L</label>");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (xml, ONE ("q%u", ""), i);
  g_string_append (xml, "</section>" ALERT ("score('d') > 180") TAIL);
  faults = describe (xml->str);
  g_assert_cmpstr (faults, ==, BAND ("2", "high", "181", "180") "\n" NEVER_ALARM ("3"));
}

/* Thirty numbers that must add up to one of a few sums: nobody can tell, and that is a note. */
static void
test_undecided (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<section id='s'><label>L</label>");
  g_autofree char *faults = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (xml, QUESTION ("q%u", "select_one", "") CHOICE ("a", "%u")
                            CHOICE ("b", "%u") "</question>", i, 1000 + i * 2, 3000 + i * 6);
  g_string_append (xml, "</section>" "<alert id='alarm' urgency='now' when=\"points('q0')");
  for (guint i = 1; i < 30; i++)
    g_string_append_printf (xml, " + points('q%u')", i);
  g_string_append (xml, " = 20001\"><label>L</label><action>A</action></alert>" TAIL);
  faults = describe (xml->str);
  g_assert_cmpstr (faults, ==, "2 undecided: Whether the alert “alarm” can be reached was not "
                               "decided within 200,000 tries.");
}

static void
add_rows (const char *group, const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/reach/%s/%s", group, rows[i].name);

      g_test_add_data_func (path, &rows[i], check_row);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_rows ("questions", questions, G_N_ELEMENTS (questions));
  add_rows ("results", results, G_N_ELEMENTS (results));
  add_rows ("domains", domains, G_N_ELEMENTS (domains));
  g_test_add_func ("/reach/chain", test_chain);
  g_test_add_func ("/reach/long-sum", test_long_sum);
  g_test_add_func ("/reach/undecided", test_undecided);
  return g_test_run ();
}
