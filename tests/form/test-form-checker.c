// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What may stand where in a form, and in what words the checker says so. */

#include "broken-form.h"

#include <string.h>

static void
test_good (void)
{
  g_autofree char *good = broken_form_read_good ();
  g_autofree char *faults = broken_form_describe_faults (good);

  g_assert_cmpstr (faults, ==, "");
}

static void
test_well_formed (void)
{
  CHECK ({ "$told = 'yes'\"><label>Told", "$told = 'yes' <label>Told",
           "45:56 not-well-formed: This is not well-formed XML: the signs < and & have a meaning "
           "of their own; write &lt; and &amp;." },
         { "Tell more", "Tell & more",
           "43:51 not-well-formed: This is not well-formed XML: the signs < and & have a meaning "
           "of their own; write &lt; and &amp;." },
         { "Tell more", "Tell &more; now",
           "43:56 not-well-formed: This is not well-formed XML: only &lt; &gt; &amp; &quot; &apos; "
           "and numbers such as &#233; can be written with a &." });
}

/* The rest of these sentences is libxml2's, and another version may have other words. */
static void
test_well_formed_elsewhere (void)
{
  static const BrokenFormRow rows[] = {
    { "</monitoring>", "</monitor>", "69:" },
    { "id=\"story\"", "id=\"story\" id=\"story\"", "43:" },
    { "</form>", "</form><form/>", "70:" },
    { "<title>Good", "<title>\001Good", "2:" },
  };
  g_autofree char *good = broken_form_read_good ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = broken_form_replace_once (good, rows[i].what, rows[i].with);
      g_autofree char *faults = broken_form_describe_faults (text);

      g_assert_true (g_str_has_prefix (faults, rows[i].fault));
      g_assert_nonnull (strstr (faults, " not-well-formed: This is not well-formed XML: "));
      g_assert_null (strchr (faults, '\n'));
    }
}

static void
test_root (void)
{
  CHECK ({ "<form xmlns=\"urn:stile:form:1\"", "<form",
           "1:1 wrong-namespace: The element <form> is in the namespace “”. Write "
           "xmlns=\"urn:stile:form:1\" on <form>, and no other namespace." },
         { "urn:stile:form:1", "urn:stile:form:2",
           "1:1 wrong-namespace: The element <form> is in the namespace “urn:stile:form:2”. "
           "Write xmlns=\"urn:stile:form:1\" on <form>, and no other namespace." },
         { "<purpose>", "<purpose xmlns=\"urn:x\">",
           "3:3 wrong-namespace: The element <purpose> is in the namespace “urn:x”. Write "
           "xmlns=\"urn:stile:form:1\" on <form>, and no other namespace." });
}

static void
test_another_root (void)
{
  g_autofree char *faults = broken_form_describe_faults ("<!-- a -->\n <html><form/></html>");

  g_assert_cmpstr (faults, ==,
                   "2:2 wrong-root: The outermost element is <html>. It must be "
                   "<form xmlns=\"urn:stile:form:1\">.");
}

/* Each is a form with nothing else in it. */
static void
test_whole_parts_missing (void)
{
  static const char head[] = "<form xmlns='urn:stile:form:1' id='a' version='1' xml:lang='en'>\n"
                             "<title>T</title><purpose>P</purpose><source>S</source>\n";
  static const char section[] = "<section id='s'><label>S</label></section>\n";
  static const char category[] =
    "<category id='c'><label>C</label><meaning>M</meaning></category>\n";
  static const char domain[] = "<domain id='d'><label>D</label></domain>\n";
  g_autofree char *no_category = g_strconcat (head, section, "</form>", NULL);
  g_autofree char *no_section = g_strconcat (head, category, "</form>", NULL);
  g_autofree char *no_levels = g_strconcat (head, section, category, domain, "</form>", NULL);
  g_autofree char *category_faults = broken_form_describe_faults (no_category);
  g_autofree char *section_faults = broken_form_describe_faults (no_section);
  g_autofree char *level_faults = broken_form_describe_faults (no_levels);

  g_assert_cmpstr (category_faults, ==,
                   "1:1 no-category: The form has no category. Add at least one, so that "
                   "everybody gets one.");
  g_assert_cmpstr (section_faults, ==,
                   "1:1 no-questions: The form asks nothing. Add a <section> with a <question>.");
  g_assert_cmpstr (level_faults, ==,
                   "5:1 no-levels: The form has domains but no levels. Add <levels> with at least "
                   "two, the lowest first.");
}

/* All faults come in one run, in the order of the lines. */
static void
test_many_faults (void)
{
  g_autofree char *good = broken_form_read_good ();
  g_autofree char *one = broken_form_replace_once (good, "finding('second')", "finding('third')");
  g_autofree char *two = broken_form_replace_once (one, "id=\"story\"", "id=\"Story\"");
  g_autofree char *three = broken_form_replace_once (two, "from=\"7\"", "from=\"seven\"");
  g_autofree char *four = broken_form_replace_once (three, "<action>Call.</action>", "");
  g_autofree char *faults = broken_form_describe_faults (four);
  g_auto (GStrv) lines = g_strsplit (faults, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "41:19 bad-number"));
  g_assert_true (g_str_has_prefix (lines[1], "43:19 bad-id"));
  g_assert_true (g_str_has_prefix (lines[2], "48:3 missing-element"));
  g_assert_true (g_str_has_prefix (lines[3], "52:37 unknown-reference"));
}

static void
test_elements (void)
{
  CHECK ({ "<action>Call.</action>", "<action>Call.</action><acton>Now.</acton>",
           "50:27 unknown-element: <acton> cannot stand inside <alert>. Did you mean “action”?" },
         { "<band from=\"7\" points=\"1\"/>", "<category/>",
           "41:7 unknown-element: <category> cannot stand inside <question>." },
         { "<label>Your place</label>", "",
           "33:3 missing-element: <section> needs <label> inside." },
         { "<title>Good</title>", "",
           "1:1 missing-element: <form> needs <title> inside." },
         { "<action>Call.</action>", "",
           "48:3 missing-element: <alert> needs <action> inside." },
         { "<meaning>More help.</meaning>", "",
           "52:3 missing-element: <category> needs <meaning> inside." },
         { "</levels>", "</levels><levels><level id=\"x\"><label>X</label></level></levels>",
           "9:12 repeated-element: There is a second <levels>. A form has only one; put "
           "everything into the first." },
         { "<label>Your bills</label>", "<label>Your bills</label> and more",
           "20:3 stray-text: The words “and more” stand directly inside <section>. Put them "
           "into a <label>, or take them out." },
         { "<label>Your bills</label>", "<label>Your bills</label> and\n\n  more",
           "20:3 stray-text: The words “and more” stand directly inside <section>. Put them "
           "into a <label>, or take them out." },
         { "Your bills", "Your <b>bills</b>",
           "21:17 markup-in-text: <b> stands inside <label>, which holds plain words only. Take "
           "the element out." },
         { "Your bills", "  ",
           "21:5 empty-text: This <label> is empty. Write its words, or take it out." });
}

static void
test_attributes (void)
{
  CHECK ({ "required=\"yes\"", "require=\"yes\"",
           "23:69 unknown-attribute: <question> has no attribute “require”. Did you mean "
           "“required”?" },
         { "ask=\"both\"", "zzz=\"both\"",
           "23:80 unknown-attribute: <question> has no attribute “zzz”." },
         { "<label>Your place</label>", "<label class=\"x\">Your place</label>",
           "34:19 unknown-attribute: <label> has no attribute “class”." },
         { " type=\"yes_no\"", "",
           "35:5 missing-attribute: <question> needs the attribute “type”." },
         { " version=\"1\"", "",
           "1:1 missing-attribute: <form> needs the attribute “version”." },
         { " urgency=\"now\"", "",
           "48:3 missing-attribute: <alert> needs the attribute “urgency”." },
         { "type=\"yes_no\"", "type=\"yesno\"",
           "35:31 bad-word: type=\"yesno\" is not known. It can be select_one, select_multiple, "
           "yes_no, integer, decimal, date, text, note. Did you mean “yes_no”?" },
         { "ask=\"both\"", "ask=\"nobody\"",
           "23:80 bad-word: ask=\"nobody\" is not known. It can be both, adviser, claimant." },
         { "required=\"yes\"", "required=\"true\"",
           "23:70 bad-word: required=\"true\" is not known. It can be no, yes." },
         { "urgency=\"now\"", "urgency=\"later\"",
           "48:30 bad-word: urgency=\"later\" is not known. It can be now, today, soon." },
         { "missing=\"prorate\"", "missing=\"ignore\"",
           "10:31 bad-word: missing=\"ignore\" is not known. It can be range, prorate, invalid." });
}

static void
test_ids (void)
{
  CHECK ({ "id=\"story\"", "id=\"Story\"",
           "43:19 bad-id: “Story” cannot be an id. An id starts with a small letter a–z and "
           "goes on with small letters, digits and hyphens." },
         { "id=\"story\"", "id=\"\"",
           "43:19 bad-id: “” cannot be an id. An id starts with a small letter a–z and goes on "
           "with small letters, digits and hyphens." },
         { "id=\"good\"", "id=\"9good\"",
           "1:36 bad-id: “9good” cannot be an id. An id starts with a small letter a–z and goes "
           "on with small letters, digits and hyphens." },
         { "id=\"story\"", "id=\"told\"",
           "43:19 duplicate-id: The id “told” is taken: a question in line 35 has it. Choose "
           "another." },
         { "id=\"story\"", "id=\"debts\"",
           "43:19 duplicate-id: The id “debts” is taken: a calculate in line 32 has it. Choose "
           "another." },
         { "id=\"power\"", "id=\"rent\"",
           "29:19 duplicate-choice: Two choices of this list have the id “rent”. Choose another "
           "for this one." },
         { "id=\"power\"", "id=\"po wer\"",
           "29:19 bad-id: “po wer” cannot be an id. An id starts with a small letter a–z and "
           "goes on with small letters, digits and hyphens." });
}

/* Even where the place would tell them apart, no two parts have one name. */
static void
test_ids_of_several_kinds (void)
{
  CHECK ({ "<finding id=\"first\" when=\"at-least('money', 'some')\">",
           "<finding id=\"money\" when=\"true()\"><label>M</label></finding>"
           "<finding id=\"first\" when=\"at-least('money', 'some')\">",
           "46:16 duplicate-id: The id “money” is taken: a domain in line 10 has it. Choose "
           "another." });
}

static void
test_numbers (void)
{
  CHECK ({ "<choice id=\"rent\" points=\"1\">", "<choice id=\"rent\" points=\"one\">",
           "28:33 bad-number: points=\"one\" is not a number. Write one such as 2, -1 or 0.5." },
         { "from=\"7\"", "from=\"1e1\"",
           "41:19 bad-number: from=\"1e1\" is not a number. Write one such as 2, -1 or 0.5." },
         { "from=\"7\"", "from=\"\"",
           "41:19 bad-number: from=\"\" is not a number. Write one such as 2, -1 or 0.5." },
         { "minutes=\"5\"", "minutes=\"-5\"",
           "1:77 bad-count: minutes=\"-5\" is not a whole number from 0 to 100000." },
         { "missing-most=\"2\"", "missing-most=\"2.5\"",
           "10:54 bad-count: missing-most=\"2.5\" is not a whole number from 0 to 100000." });
}

static void
test_references (void)
{
  CHECK ({ "level=\"high\"", "level=\"hihg\"",
           "13:18 unknown-level: There is no level “hihg”. Did you mean “high”?" },
         { "<score domain=\"money\"", "<score domain=\"mony\"",
           "45:18 unknown-domain: There is no domain “mony”. Did you mean “money”?" },
         { "<section id=\"bills\" domain=\"money\">", "<section id=\"bills\" domain=\"bills\">",
           "20:31 unknown-domain: There is no domain “bills”." },
         { "domain=\"home\"", "domain=\"house-and-home\"",
           "38:88 unknown-domain: There is no domain “house-and-home”." },
         { "choices=\"often\"", "choices=\"oftn\" relevant=\"true()\"",
           "23:53 unknown-choices: There is no <choices> list “oftn”. Did you mean “often”?" });
}

static void
test_domains (void)
{
  CHECK ({ "<band level=\"high\" from=\"4\"/>", "<band level=\"high\" from=\"1\"/>",
           "13:0 bands-not-rising: This band starts from 1, but the one before it from 1. Put "
           "the bands in rising order." },
         { "<band level=\"high\" from=\"4\"/>", "<band level=\"some\" from=\"4\"/>",
           "13:0 band-levels-mixed: The level “some” cannot follow “some” here. From band to band "
           "the levels must all rise, or all fall where a low score is the worse." },
         { "<band level=\"high\" from=\"4\"/>", "<band level=\"none\" from=\"0.5\"/>",
           "13:0 bands-not-rising: This band starts from 0.5, but the one before it from 1. Put "
           "the bands in rising order." },
         { " missing-most=\"2\"", "",
           "10:3 prorate-without-most: missing=\"prorate\" needs missing-most: how many answers "
           "may be missing at most." },
         { "missing=\"prorate\"", "missing=\"range\"",
           "10:3 most-without-prorate: missing-most means something only with "
           "missing=\"prorate\". Add that, or take it out." },
         { "value=\"$nights * 2\"", "value=\"$nights * 2\" score=\"sum\"",
           "15:3 value-and-score: A domain has either “value” or “score”. Take one of them out." });
}

static void
test_question_types (void)
{
  CHECK ({ "type=\"text\"><label>Tell more</label>",
           "type=\"text\"><label>Tell more</label><choice id=\"x\"><label>X</label></choice>",
           "43:5 choices-on-type: A question of the type text takes no choices. Take them out, "
           "or make it a select_one." },
         { "type=\"text\"><label>Tell more", "type=\"text\" choices=\"often\"><label>Tell more",
           "43:5 choices-on-type: A question of the type text takes no choices. Take them out, "
           "or make it a select_one." },
         { "type=\"text\"><label>Tell more", "type=\"text\" points=\"1\"><label>Tell more",
           "43:46 points-on-type: “points” cannot stand on a question of the type text. Take it "
           "out, or use a <score>." },
         { "type=\"text\"><label>Tell more", "type=\"date\" points-no=\"1\"><label>Tell more",
           "43:49 points-on-type: “points-no” cannot stand on a question of the type date. Take "
           "it out, or use a <score>." },
         { "type=\"text\"><label>Tell more", "type=\"decimal\" points=\"1\"><label>Tell more",
           "43:49 points-on-type: “points” cannot stand on a question of the type decimal. "
           "Write <band from=\"…\" points=\"…\"/> inside." },
         { "type=\"text\"><label>Tell more", "type=\"select_one\"><label>Tell more",
           "43:5 select-without-choices: A question of the type select_one needs choices: "
           "<choice> elements, or choices=\"…\" for a shared list." },
         { "required=\"yes\"", "points=\"2\"",
           "23:68 points-on-type: “points” cannot stand on a question of the type select_one. "
           "Write points on its choices." },
         { "<label>Tell more</label>", "<label>Tell more</label><band from=\"1\" points=\"1\"/>",
           "43:62 bands-on-type: A question of the type text takes no bands; only integer and "
           "decimal do." },
         { "from=\"7\" points=\"1\"", "from=\"-7\" points=\"1\"",
           "41:0 bands-not-rising: This band starts from -7, but the one before it from 0. Put "
           "the bands in rising order." },
         { "<label>Do you run short?</label>",
           "<label>Do you run short?</label><choice id=\"x\"><label>X</label></choice>",
           "23:5 two-choice-lists: The question has choices of its own and the shared list "
           "“often”. Keep one of them." },
         { "<choice id=\"uc\">", "<choice id=\"uc\" exclusive=\"yes\">",
           "64:5 exclusive-on-select-one: The choice “uc” is exclusive, but only one choice can "
           "be taken of a select_one anyway. Take exclusive out." },
         { "type=\"note\">", "type=\"note\" required=\"yes\">",
           "22:5 note-attribute: A note has no answer, so it takes no “required”. Take it out." },
         { "type=\"note\">", "type=\"note\" constraint=\"true()\">",
           "22:5 note-attribute: A note has no answer, so it takes no “constraint”. "
           "Take it out." });
}

static void
test_categories (void)
{
  CHECK ({ " when=\"finding('second')\"", "",
           "52:3 category-without-when: The category “more” has no “when”, so those after it "
           "can never be reached. Add one, or put it last." },
         { "<category id=\"less\">", "<category id=\"less\" when=\"true()\">",
           "56:3 last-category-when: The last category, “less”, has a “when”. Take it out, so "
           "that everybody gets a category." });
}

static void
test_services (void)
{
  CHECK ({ "<service keyword=\"debt\"/>", "<service/>",
           "60:5 empty-service: A <service> has either a keyword, or a taxonomy and a term." },
         { "<service keyword=\"debt\"/>", "<service taxonomy=\"t\"/>",
           "60:5 empty-service: A <service> has either a keyword, or a taxonomy and a term." },
         { "<service keyword=\"debt\"/>", "<service keyword=\"d\" taxonomy=\"t\" term=\"1\"/>",
           "60:5 empty-service: A <service> has either a keyword, or a taxonomy and a term." });
}

static void
test_languages (void)
{
  CHECK ({ " xml:lang=\"en\"", "",
           "1:1 missing-attribute: <form> needs the attribute “xml:lang”." },
         { "xml:lang=\"en\"", "xml:lang=\"english language\"",
           "1:64 bad-language: “english language” is not a language tag. Write one such as "
           "xml:lang=\"en\" or xml:lang=\"pt-BR\"." },
         { "<label>Your place</label>", "<label xml:lang=\"_\">Your place</label>",
           "34:22 bad-language: “_” is not a language tag. Write one such as xml:lang=\"en\" or "
           "xml:lang=\"pt-BR\"." },
         { "<label>Your place</label>",
           "<label>Your place</label><label xml:lang=\"en\">Place</label>",
           "34:30 repeated-text: There is a second <label> in the language “en”. Keep one of "
           "them; a translation needs its own xml:lang." });
}

/* Besides, the Polish word makes every other text lack a translation. */
static void
test_own_language (void)
{
  g_autofree char *good = broken_form_read_good ();
  g_autofree char *text = broken_form_replace_once (good, "<label>Your place</label>",
                                        "<label xml:lang=\"pl\">Miejsce</label>");
  g_autofree char *faults = broken_form_describe_faults (text);

  g_assert_nonnull (strstr (faults, "\n34:5 own-language: This <label> is not there in the form's "
                                    "own language, “en”. Write it, without an xml:lang.\n"));
}

static void
test_missing_translations (void)
{
  g_autofree char *good = broken_form_read_good ();
  g_autofree char *text = broken_form_replace_once (
    good, "<label>Your place</label>",
    "<label>Your place</label><label xml:lang=\"pl\">A</label><label xml:lang=\"cy\">B</label>");
  g_autofree char *partly = broken_form_replace_once (text, "<title>Good</title>",
                                          "<title>Good</title><title xml:lang=\"cy\">Da</title>");
  g_autofree char *faults = broken_form_describe_faults (partly);
  g_auto (GStrv) lines = g_strsplit (faults, "\n", -1);

  g_assert_cmpstr (lines[0], ==, "2:0 missing-translation (warning): This <title> is not "
                                 "translated into pl, as other texts of the form are.");
  g_assert_cmpstr (lines[1], ==, "3:0 missing-translation (warning): This <purpose> is not "
                                 "translated into cy, pl, as other texts of the form are.");
  g_assert_null (strstr (faults, "\n4:0")); /* the source */
  g_assert_null (strstr (faults, "\n34:0"));
}

static void
test_warnings (void)
{
  CHECK ({ "<source>Written for the tests.</source>", "",
           "1:1 no-source (warning): The form has no <source>. Say where its questions and "
           "points come from, so that people can check them." },
         { "Were you told to leave?",
           "A label of two hundred and one letters is too long to be read at a glance, and on a "
           "small screen it pushes the answers off the page, so that people have to scroll before "
           "they can choose one of them, which is a pity.",
           "36:7 long-label (warning): This <label> has 215 characters. Keep it under 200, and "
           "move the rest to <hint>." });
}

/* Many languages need more letters for the same. */
static void
test_long_translation (void)
{
  g_autofree char *words = g_strnfill (215, 'a');
  g_autofree char *label = g_strdup_printf ("<label>Were you told to leave?</label>"
                                            "<label xml:lang=\"pl\">%s</label>", words);
  g_autofree char *good = broken_form_read_good ();
  g_autofree char *text =
    broken_form_replace_once (good, "<label>Were you told to leave?</label>", label);
  g_autofree char *faults = broken_form_describe_faults (text);

  g_assert_nonnull (strstr (faults, "missing-translation"));
  g_assert_null (strstr (faults, "long-label"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-checker/good", test_good);
  g_test_add_func ("/form-checker/well-formed", test_well_formed);
  g_test_add_func ("/form-checker/well-formed-elsewhere", test_well_formed_elsewhere);
  g_test_add_func ("/form-checker/root", test_root);
  g_test_add_func ("/form-checker/another-root", test_another_root);
  g_test_add_func ("/form-checker/whole-parts-missing", test_whole_parts_missing);
  g_test_add_func ("/form-checker/many-faults", test_many_faults);
  g_test_add_func ("/form-checker/elements", test_elements);
  g_test_add_func ("/form-checker/attributes", test_attributes);
  g_test_add_func ("/form-checker/ids", test_ids);
  g_test_add_func ("/form-checker/ids-of-several-kinds", test_ids_of_several_kinds);
  g_test_add_func ("/form-checker/numbers", test_numbers);
  g_test_add_func ("/form-checker/references", test_references);
  g_test_add_func ("/form-checker/domains", test_domains);
  g_test_add_func ("/form-checker/question-types", test_question_types);
  g_test_add_func ("/form-checker/categories", test_categories);
  g_test_add_func ("/form-checker/services", test_services);
  g_test_add_func ("/form-checker/languages", test_languages);
  g_test_add_func ("/form-checker/own-language", test_own_language);
  g_test_add_func ("/form-checker/missing-translations", test_missing_translations);
  g_test_add_func ("/form-checker/long-translation", test_long_translation);
  g_test_add_func ("/form-checker/warnings", test_warnings);
  return g_test_run ();
}
