// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "form-diff.h"

static char *
read_form (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "assess", "forms", "sleep-and-money.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *xml = NULL;

  g_file_get_contents (path, &xml, NULL, &error);
  g_assert_no_error (error);
  return xml;
}

static StileForm *
parse (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form = stile_form_parse (bytes, faults);

  for (guint i = 0; i < faults->len && !form; i++)
    g_test_message ("%s", ((const StileFault *) g_ptr_array_index (faults, i))->sentence);
  g_assert_nonnull (form);
  return form;
}

/* The form with one part of its XML replaced. */
static char *
replace (const char *xml, const char *from, const char *to)
{
  const char *at = strstr (xml, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - xml), xml, to, at + strlen (from));
}

static char *
diff (const char *before, const char *after)
{
  g_autoptr (StileForm) old = parse (before);
  g_autoptr (StileForm) new = parse (after);
  g_autoptr (GPtrArray) lines = stile_form_diff (old, new);

  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

typedef struct
{
  const char *from;
  const char *to;
  const char *there; /* what is said when it changes */
  const char *back;  /* … and when it changes back */
} Case;

static const Case cases[] = {
  /* the form */
  { "version=\"1\" xml", "version=\"2\" xml", "form: version changed from 1 to 2",
    "form: version changed from 2 to 1" },
  { " minutes=\"5\"", " minutes=\"7\"", "form: minutes changed from 5 to 7",
    "form: minutes changed from 7 to 5" },
  { "<source>Made up, to test with.</source>", "",
    "form: source removed: it was “Made up, to test with.”",
    "form: source added: “Made up, to test with.”" },
  /* levels and domains */
  { "<label>Severe need</label>", "<label>Great need</label>",
    "level severe: label changed from “Severe need” to “Great need”",
    "level severe: label changed from “Great need” to “Severe need”" },
  { "level=\"significant\" from=\"5\"", "level=\"significant\" from=\"6\"",
    "domain housing: band significant moved from 5 to 6",
    "domain housing: band significant moved from 6 to 5" },
  { "<band level=\"significant\" from=\"5\"/>", "",
    "domain housing: band significant removed: it was from 5",
    "domain housing: band significant added, from 5" },
  { "<domain id=\"money\">", "<domain id=\"money\" score=\"max\">",
    "domain money: score changed from sum to max", "domain money: score changed from max to sum" },
  { "<domain id=\"money\">", "<domain id=\"money\" value=\"2 * points('short')\">",
    "domain money: score changed from sum to 2 * points('short')",
    "domain money: score changed from 2 * points('short') to sum" },
  { "<domain id=\"money\">", "<domain id=\"money\" missing=\"prorate\" missing-most=\"1\">",
    "domain money: rule for missing answers changed from range to prorate with at most 1 missing",
    "domain money: rule for missing answers changed from prorate with at most 1 missing to range" },
  /* Where a low score is the worse. */
  { "<domain id=\"money\"><label>Money</label> <band level=\"some\" from=\"1\"/> "
    "<band level=\"severe\" from=\"4\"/>",
    "<domain id=\"money\" missing=\"invalid\"><label>Money</label> "
    "<band level=\"severe\" from=\"1\"/> <band level=\"some\" from=\"4\"/>",
    "domain money: rule for missing answers changed from range to invalid\n"
    "domain money: worse score changed from high to low\n"
    "domain money: band some moved from 1 to 4\n"
    "domain money: band severe moved from 4 to 1",
    "domain money: rule for missing answers changed from invalid to range\n"
    "domain money: worse score changed from low to high\n"
    "domain money: band severe moved from 1 to 4\n"
    "domain money: band some moved from 4 to 1" },
  /* questions */
  { "<label>For how many nights?</label>", "<label>How many nights?</label>",
    "question nights: wording changed from “For how many nights?” to “How many nights?”",
    "question nights: wording changed from “How many nights?” to “For how many nights?”" },
  { " required=\"yes\"", "", "question sleep: no longer required", "question sleep: now required" },
  { " sensitive=\"yes\"", "", "question short: no longer sensitive",
    "question short: now sensitive" },
  { "id=\"notice\" type=\"yes_no\"", "id=\"notice\" type=\"yes_no\" ask=\"adviser\"",
    "question notice: who is asked changed from both to adviser",
    "question notice: who is asked changed from adviser to both" },
  { " relevant=\"$sleep = 'home'\"", "",
    "question notice: condition removed: it was $sleep = 'home'",
    "question notice: condition added: $sleep = 'home'" },
  { "points('sleep') >= 3", "points('sleep') >= 9",
    "question nights: condition changed from points('sleep') >= 3 to points('sleep') >= 9",
    "question nights: condition changed from points('sleep') >= 9 to points('sleep') >= 3" },
  { ". &lt;= 3650", ". &lt;= 365",
    "question nights: constraint changed from . >= 0 and . <= 3650 to . >= 0 and . <= 365",
    "question nights: constraint changed from . >= 0 and . <= 365 to . >= 0 and . <= 3650" },
  { "points=\"4\"", "points=\"5\"", "question notice, choice yes: points changed from 4 to 5",
    "question notice, choice yes: points changed from 5 to 4" },
  { "<band from=\"28\" points=\"2\"/>", "<band from=\"56\" points=\"2\"/>",
    "question nights: points of numbers changed from 0 from 0, 2 from 28 to 0 from 0, 2 from 56",
    "question nights: points of numbers changed from 0 from 0, 2 from 56 to 0 from 0, 2 from 28" },
  { "<question id=\"owed\" type=\"select_multiple\">",
    "<question id=\"owed\" type=\"select_multiple\" domain=\"housing\">",
    "question owed: domain changed from money to housing",
    "question owed: domain changed from housing to money" },
  { "<question id=\"welcome\" type=\"note\"><label>Take your time.</label></question>", "",
    "question welcome: removed", "question welcome: added as the first" },
  /* choices, and those of a shared list */
  { "<choice id=\"friends\" points=\"3\"><label>With friends or family</label></choice>", "",
    "question sleep, choice friends: removed", "question sleep, choice friends: added after home" },
  { "<choice id=\"daily\" points=\"3\">", "<choice id=\"daily\" points=\"2.5\">",
    "question short, choice daily: points changed from 3 to 2.5",
    "question short, choice daily: points changed from 2.5 to 3" },
  { "<choice id=\"nothing\" exclusive=\"yes\">", "<choice id=\"nothing\">",
    "question owed, choice nothing: no longer exclusive",
    "question owed, choice nothing: now exclusive" },
  { "<label>My own home</label>", "<label>At home</label>",
    "question sleep, choice home: label changed from “My own home” to “At home”",
    "question sleep, choice home: label changed from “At home” to “My own home”" },
  /* translations */
  { "We własnym domu", "U siebie",
    "question sleep, choice home: label in pl changed from “We własnym domu” to “U siebie”",
    "question sleep, choice home: label in pl changed from “U siebie” to “We własnym domu”" },
  { "<label xml:lang=\"pl\">We własnym domu</label>", "",
    "question sleep, choice home: label in pl removed: it was “We własnym domu”",
    "question sleep, choice home: label in pl added: “We własnym domu”" },
  /* outcomes */
  { "value=\"count-selected($owed)\"", "value=\"1 + count-selected($owed)\"",
    "calculate owed-count: value changed from count-selected($owed) to 1 + count-selected($owed)",
    "calculate owed-count: value changed from 1 + count-selected($owed) to count-selected($owed)" },
  { "<score domain=\"housing\" points=\"2\"", "<score domain=\"housing\" points=\"1\"",
    "score rule “Notice and rent arrears together” of domain housing: points changed from 2 to 1",
    "score rule “Notice and rent arrears together” of domain housing: points changed from 1 to 2" },
  { "Notice and rent arrears together", "Two at once",
    "score rule “Two at once” of domain housing: added as the first\n"
    "score rule “Notice and rent arrears together” of domain housing: removed",
    "score rule “Notice and rent arrears together” of domain housing: added as the first\n"
    "score rule “Two at once” of domain housing: removed" },
  { "count-at-least('significant') >= 2", "count-at-least('significant') >= 3",
    "finding multiple: condition changed from count-at-least('significant') >= 2 to "
    "count-at-least('significant') >= 3",
    "finding multiple: condition changed from count-at-least('significant') >= 3 to "
    "count-at-least('significant') >= 2" },
  { "urgency=\"now\"", "urgency=\"today\"", "alert no-bed: urgency changed from now to today",
    "alert no-bed: urgency changed from today to now" },
  { "<meaning>A little help.</meaning>", "<meaning>Some help.</meaning>",
    "category light: meaning changed from “A little help.” to “Some help.”",
    "category light: meaning changed from “Some help.” to “A little help.”" },
  { "<service keyword=\"homelessness\"/>",
    "<service keyword=\"homelessness\"/><service taxonomy=\"openEligibility\" term=\"1102\"/>",
    "referral housing-advice: services changed from “homelessness” to “homelessness”, "
    "openEligibility 1102",
    "referral housing-advice: services changed from “homelessness”, openEligibility 1102 to "
    "“homelessness”" },
};

static void
test_one_change (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *before = read_form ();
  g_autofree char *after = replace (before, one->from, one->to);
  g_autofree char *there = diff (before, after);
  g_autofree char *back = diff (after, before);

  g_assert_cmpstr (there, ==, one->there);
  g_assert_cmpstr (back, ==, one->back);
}

static void
test_same (void)
{
  g_autofree char *xml = read_form ();
  g_autofree char *lines = diff (xml, xml);

  g_assert_cmpstr (lines, ==, "");
}

/* Rules that are alike in label and domain are told apart by their turn. */
static void
test_rules_alike (void)
{
  static const char *const one
    = "<score domain=\"housing\" points=\"2\" when=\"$notice = 'yes'\"><label>Same</label></score>";
  static const char *const other
    = "<score domain=\"housing\" points=\"1\" when=\"$notice = 'no'\"><label>Same</label></score>";
  g_autofree char *xml = read_form ();
  g_autofree char *both = g_strconcat (one, other, "<finding id=\"multiple\"", NULL);
  g_autofree char *first = g_strconcat (one, "<finding id=\"multiple\"", NULL);
  g_autofree char *before = replace (xml, "<finding id=\"multiple\"", first);
  g_autofree char *after = replace (xml, "<finding id=\"multiple\"", both);
  g_autofree char *same = diff (after, after);
  g_autofree char *lines = diff (before, after);

  g_assert_cmpstr (same, ==, "");
  g_assert_cmpstr (lines, ==,
                   "score rule “Same” of domain housing (2): added after “Same” of domain housing");
}

/* Comments, blanks and line numbers mean nothing. */
static void
test_layout (void)
{
  g_autofree char *before = read_form ();
  g_autofree char *after =
      replace (before, "<section id=\"home\"", "<!-- here -->\n\n\n<section   id=\"home\"");
  g_autofree char *lines = diff (before, after);

  g_assert_cmpstr (lines, ==, "");
}

static void
test_category_order (void)
{
  g_autofree char *before = read_form ();
  g_autofree char *without =
      replace (before,
               "<category id=\"guided\" when=\"finding('multiple') or count-at-least('some') >= "
               "1\"><label>Guided support</label><meaning>An adviser guides.</meaning></category>",
               "");
  g_autofree char *after =
      replace (without, "<category id=\"specialist\"",
               "<category id=\"guided\" when=\"finding('multiple') or count-at-least('some') >= "
               "1\"><label>Guided support</label><meaning>An adviser guides.</meaning></category>"
               "<category id=\"specialist\"");
  g_autofree char *lines = diff (before, after);

  g_assert_true (strcmp (lines, "category guided: moved, now the first") == 0
                 || strcmp (lines, "category specialist: moved, now after guided") == 0);
}

/* A question that goes to another section has moved; its section, and the domain it takes from
 * there, are others. */
static void
test_question_moves (void)
{
  g_autofree char *before = read_form ();
  g_autofree char *without = replace (
      before, "<question id=\"welcome\" type=\"note\"><label>Take your time.</label></question>",
      "");
  g_autofree char *after =
      replace (without, "    <question id=\"owed\"",
               "<question id=\"welcome\" type=\"note\"><label>Take your time.</label></question>"
               "<question id=\"owed\"");
  g_autofree char *lines = diff (before, after);

  g_assert_cmpstr (lines, ==,
                   "question welcome: section changed from home to bills\n"
                   "question welcome: domain changed from housing to money\n"
                   "question welcome: moved, now after short");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/form-diff/same", test_same);
  g_test_add_func ("/form-diff/rules-alike", test_rules_alike);
  g_test_add_func ("/form-diff/layout", test_layout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form-diff/one-change/%u", i);

      g_test_add_data_func (path, &cases[i], test_one_change);
    }
  g_test_add_func ("/form-diff/category-order", test_category_order);
  g_test_add_func ("/form-diff/question-moves", test_question_moves);

  return g_test_run ();
}
