// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-translate.h"

#define HEAD "<form xmlns=\"urn:stile:form:1\" id=\"warm\" version=\"1\" xml:lang=\"en\">\n"
#define BODY \
  "  <title>Warm</title>\n" \
  "  <!-- <title>Not a text</title> -->\n" \
  "  <purpose>Asks whether\n    it is warm &amp; dry.</purpose>\n" \
  "  <source>Made up</source>\n" \
  "  <section id=\"home\"><label>Home</label>\n" \
  "    <question id=\"warm-home\" type=\"select_one\"><label>Is it warm?</label>\n" \
  "      <choice id=\"yes\"><label>Yes</label></choice>\n" \
  "      <choice id=\"no\"><label>No</label></choice>\n" \
  "    </question></section>\n" \
  "  <category id=\"call\"><label>Home</label><meaning>We call.</meaning></category>\n" \
  "</form>\n"

#define SECTION \
  "<section id=\"s\"><label>S</label>" \
  "<question id=\"q\" type=\"yes_no\"><label>Q</label></question></section>"

static StileForm *
parse_form (GBytes *xml)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form = stile_form_parse (xml, faults);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((StileFault *) g_ptr_array_index (faults, i))->sentence);
  g_assert_nonnull (form);
  return form;
}

static StileForm *
parse_text (const char *text)
{
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));

  return parse_form (xml);
}

/* @messages are pairs of a text and its translation; NULL behind the last. */
static StilePoFile *
make_catalogue (const char *header, const char *const *messages)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) po = NULL;
  g_autoptr (GError) error = NULL;
  StilePoFile *catalogue;

  g_string_printf (text, "msgid \"\"\nmsgstr \"%s\"\n", header);
  for (; *messages != NULL; messages += 2)
    g_string_append_printf (text, "msgid \"%s\"\nmsgstr \"%s\"\n", messages[0], messages[1]);
  po = g_bytes_new (text->str, text->len);
  catalogue = stile_po_file_parse (po, "test.po", &error);
  g_assert_no_error (error);
  return catalogue;
}

#define CATALOGUE(header, ...) \
  make_catalogue (header, (const char *const[]) { __VA_ARGS__ __VA_OPT__ (, ) NULL })

static char *
translate (const char *text, const StilePoFile *catalogue)
{
  g_autoptr (StileForm) form = parse_text (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) translated = stile_form_translate (form, catalogue, NULL, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (translated, &length);
  return g_strndup (data, length);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* What is not translated stays as it was, byte for byte; so does every line number. */
static void
test_siblings (void)
{
  g_autoptr (StilePoFile) catalogue = CATALOGUE ("Language: pl\\n", "Warm", "Ciepło", "Home",
                                                    "Dom");
  g_autofree char *text = translate (HEAD BODY, catalogue);
  g_auto (GStrv) with = g_regex_split_simple ("<[a-z]+ xml:lang=\"pl\">[^<]*</[a-z]+>", text, 0, 0);
  g_autofree char *without = g_strjoinv ("", with);

  assert_has (text, "<title>Warm</title><title xml:lang=\"pl\">Ciepło</title>\n");
  assert_has (text, "<section id=\"home\"><label>Home</label><label xml:lang=\"pl\">Dom</label>\n");
  assert_has (text, "<label>Home</label><label xml:lang=\"pl\">Dom</label><meaning>");
  g_assert_cmpstr (without, ==, HEAD BODY);
}

static void
test_blanks_and_signs (void)
{
  g_autoptr (StilePoFile) catalogue =
    CATALOGUE ("Language: pl\\n", "Asks whether it is warm & dry.", " Czy\\n<sucho> & ciepło ");
  g_autofree char *text = translate (HEAD BODY, catalogue);
  g_autoptr (StileForm) form = parse_text (text);

  g_assert_cmpstr (stile_text_get (form->purpose, "pl", NULL), ==, "Czy <sucho> & ciepło");
  g_assert_cmpstr (stile_text_get (form->purpose, "en", NULL), ==,
                   "Asks whether it is warm & dry.");
}

static void
test_source_stays (void)
{
  g_autoptr (StilePoFile) catalogue = CATALOGUE ("Language: pl\\n", "Made up", "Wymyślone");
  g_autofree char *text = translate (HEAD BODY, catalogue);

  g_assert_cmpstr (text, ==, HEAD BODY);
}

/* An empty catalogue changes nothing, so that the book does not keep the form a second time. */
static void
test_nothing (void)
{
  g_autoptr (StilePoFile) catalogue = CATALOGUE ("Language: pl\\nX-Stile-Review: draft\\n");
  g_autofree char *text = translate (HEAD BODY, catalogue);

  g_assert_cmpstr (text, ==, HEAD BODY);
}

static void
test_twice (void)
{
  g_autoptr (StilePoFile) catalogue =
    CATALOGUE ("Language: pl\\nX-Stile-Review: draft\\n", "Warm", "Ciepło");
  g_autofree char *once = translate (HEAD BODY, catalogue);
  g_autofree char *twice = translate (once, catalogue);

  g_assert_cmpstr (once, ==, twice);
}

static void
test_replaced (void)
{
  g_autoptr (StilePoFile) first = CATALOGUE ("Language: pl\\n", "Warm", "Zimno", "Yes", "Tak");
  g_autoptr (StilePoFile) other = CATALOGUE ("Language: cy\\n", "Warm", "Cynnes");
  g_autoptr (StilePoFile) second = CATALOGUE ("Language: PL\\n", "Warm", "Ciepło");
  g_autofree char *with_first = translate (HEAD BODY, first);
  g_autofree char *with_both = translate (with_first, other);
  g_autofree char *text = translate (with_both, second);
  g_autoptr (StileForm) form = parse_text (text);

  assert_has (text, "<title>Warm</title><title xml:lang=\"PL\">Ciepło</title>"
                    "<title xml:lang=\"cy\">Cynnes</title>\n");
  g_assert_cmpstr (stile_text_get (form->questions[0].choices[0].label, "pl", NULL), ==, "Tak");
}

static void
test_behind_all_others (void)
{
  g_autoptr (StilePoFile) catalogue = CATALOGUE ("Language: cy\\n", "Warm", "Cynnes");
  g_autofree char *text = translate (
    HEAD "<title xml:lang=\"pl\">Ciepło</title><purpose>P</purpose><title xml:lang=\"en\">Warm"
         "</title><title xml:lang=\"de\">Warm</title><source>S</source>" SECTION
         "<category id=\"c\"><label>L</label>"
         "<meaning>M</meaning></category></form>",
    catalogue);

  assert_has (text, "<title xml:lang=\"de\">Warm</title><title xml:lang=\"cy\">Cynnes</title>");
}

static void
test_own_language (void)
{
  g_autoptr (StileForm) form = parse_text (HEAD BODY);
  g_autoptr (StilePoFile) catalogue = CATALOGUE ("Language: EN\\n", "Warm", "Cosy");
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_form_translate (form, catalogue, NULL, &error));
  g_assert_cmpstr (error->message, ==, "The catalogue is in “EN”, the form's own language. Change "
                                       "the words in the form itself.");
}

static void
test_unused (void)
{
  g_autoptr (StileForm) form = parse_text (HEAD BODY);
  g_autoptr (StilePoFile) catalogue =
    CATALOGUE ("Language: pl\\n", "Home", "Dom", "Cold", "Zimno", "Made up", "Wymyślone");
  guint n_unused;
  g_autoptr (GBytes) translated = stile_form_translate (form, catalogue, &n_unused, NULL);

  g_assert_nonnull (translated);
  g_assert_cmpuint (n_unused, ==, 2);
}

/* ---- Drafts and coverage ---- */

static void
test_drafts (void)
{
  g_autoptr (StilePoFile) polish =
    CATALOGUE ("Language: pl\\nX-Stile-Review: draft\\n", "Warm", "Ciepło");
  g_autoptr (StilePoFile) welsh = CATALOGUE ("Language: cy\\n", "Warm", "Cynnes");
  g_autoptr (StilePoFile) urdu =
    CATALOGUE ("Language: ur\\nX-Stile-Review: draft\\n", "Warm", "گرم");
  g_autoptr (StilePoFile) reviewed = CATALOGUE ("Language: pl\\n", "Warm", "Ciepło");
  g_autofree char *with_polish = translate (HEAD BODY, polish);
  g_autofree char *with_welsh = translate (with_polish, welsh);
  g_autofree char *with_urdu = translate (with_welsh, urdu);
  g_autofree char *with_review = translate (with_urdu, reviewed);
  g_autoptr (StileForm) before = parse_text (with_urdu);
  g_autoptr (StileForm) after = parse_text (with_review);

  assert_has (with_urdu, " drafts=\"pl ur\"");
  g_assert_true (stile_form_is_draft (before, "pl"));
  g_assert_true (stile_form_is_draft (before, "PL-pl"));
  g_assert_false (stile_form_is_draft (before, "cy"));
  g_assert_false (stile_form_is_draft (before, "en"));
  g_assert_false (stile_form_is_draft (before, "de"));
  g_assert_true (stile_form_is_draft (before, "ur"));
  g_assert_false (stile_form_is_draft (after, "pl"));
  g_assert_true (stile_form_is_draft (after, "ur"));
}

/* Who mends one word of a draft has not read the others. */
static void
test_draft_that_is_mended (void)
{
  g_autoptr (StilePoFile) draft = CATALOGUE ("Language: pl\\nX-Stile-Review: draft\\n", "Warm",
                                             "Ciepło", "Yes", "Tak");
  g_autoptr (StilePoFile) one = CATALOGUE ("Language: pl\\n", "Yes", "Tak!");
  g_autoptr (StilePoFile) all = CATALOGUE ("Language: pl\\n", "Warm", "Ciepło", "Yes", "Tak");
  g_autofree char *with_draft = translate (HEAD BODY, draft);
  g_autofree char *with_one = translate (with_draft, one);
  g_autofree char *with_all = translate (with_draft, all);

  assert_has (with_one, " drafts=\"pl\"");
  assert_has (with_all, " drafts=\"\"");
}

static void
test_coverage (void)
{
  g_autoptr (StilePoFile) catalogue = CATALOGUE ("Language: pl\\n", "Home", "Dom", "Yes", "Tak");
  g_autofree char *text = translate (HEAD BODY, catalogue);
  g_autoptr (StileForm) form = parse_text (text);

  g_assert_cmpuint (stile_form_get_n_texts (form), ==, 8);
  g_assert_cmpuint (stile_form_count_translated (form, "pl"), ==, 3);
  g_assert_cmpuint (stile_form_count_translated (form, "pl-PL"), ==, 3);
  g_assert_cmpuint (stile_form_count_translated (form, "en-GB"), ==, 8);
  g_assert_cmpuint (stile_form_count_translated (form, "cy"), ==, 0);
  g_assert_cmpuint (stile_form_count_translated (form, ""), ==, 0);
}

/* The others of Brazil are shown in the Portuguese that there is, so they are not missing. */
static void
test_coverage_of_a_variety (void)
{
  g_autoptr (StilePoFile) wide = CATALOGUE ("Language: pt\\n", "Home", "Casa", "Yes", "Sim");
  g_autoptr (StilePoFile) narrow = CATALOGUE ("Language: pt_BR\\n", "Yes", "Sim!", "No", "Não");
  g_autofree char *with_narrow = translate (HEAD BODY, narrow);
  g_autofree char *with_both = translate (with_narrow, wide);
  g_autoptr (StileForm) alone = parse_text (with_narrow);
  g_autoptr (StileForm) both = parse_text (with_both);

  g_assert_cmpuint (stile_form_count_translated (alone, "pt-BR"), ==, 2);
  g_assert_cmpuint (stile_form_count_translated (both, "pt"), ==, 3);
  g_assert_cmpuint (stile_form_count_translated (both, "pt-BR"), ==, 4);
}

/* ---- Template ---- */

/* Each text once, and a translation of every one of them fits. */
static void
test_template (void)
{
  g_autoptr (StileForm) form = parse_text (HEAD BODY);
  g_autoptr (GBytes) template = stile_form_make_template (form);
  g_autofree char *text = g_strndup (g_bytes_get_data (template, NULL),
                                     g_bytes_get_size (template));
  g_auto (GStrv) parts = g_strsplit (text, "\nmsgid ", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 1 + 1 + 7);
  assert_has (text, "\n#. title of the form warm\nmsgid \"Warm\"\nmsgstr \"\"\n");
  assert_has (text, "\n#. label of the choice yes\nmsgid \"Yes\"\nmsgstr \"\"\n");
  assert_has (text, "\nmsgid \"Asks whether it is warm & dry.\"\n");
  g_assert_null (strstr (text, "Made up"));
}

static void
test_template_reads_back (void)
{
  g_autoptr (StileForm) form = parse_text (
    HEAD "<title>\"Yes\" \\ no</title><purpose>P</purpose><source>S</source>" SECTION
         "<category id=\"c\"><label>L</label>"
         "<meaning>M</meaning></category></form>");
  g_autoptr (GBytes) template = stile_form_make_template (form);
  g_autofree char *empty = g_strndup (g_bytes_get_data (template, NULL),
                                      g_bytes_get_size (template));
  g_auto (GStrv) named = g_strsplit (empty, "Language: ", 2);
  g_autofree char *with_language = g_strjoinv ("Language: pl", named);
  g_auto (GStrv) parts = g_strsplit (with_language, "msgstr \"\"\n\n", -1);
  g_autofree char *full = g_strjoinv ("msgstr \"\"\n\"X\"\n\n", parts);
  g_autoptr (GBytes) po = g_bytes_new (full, strlen (full));
  g_autoptr (GError) error = NULL;
  g_autoptr (StilePoFile) catalogue = stile_po_file_parse (po, "pl.po", &error);

  g_assert_no_error (error);
  g_assert_true (stile_po_file_is_draft (catalogue));
  g_assert_cmpstr (stile_po_file_find (catalogue, "\"Yes\" \\ no"), ==, "X");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-translate/siblings", test_siblings);
  g_test_add_func ("/form-translate/blanks-and-signs", test_blanks_and_signs);
  g_test_add_func ("/form-translate/source-stays", test_source_stays);
  g_test_add_func ("/form-translate/nothing", test_nothing);
  g_test_add_func ("/form-translate/twice", test_twice);
  g_test_add_func ("/form-translate/replaced", test_replaced);
  g_test_add_func ("/form-translate/behind-all-others", test_behind_all_others);
  g_test_add_func ("/form-translate/own-language", test_own_language);
  g_test_add_func ("/form-translate/unused", test_unused);
  g_test_add_func ("/form-translate/drafts", test_drafts);
  g_test_add_func ("/form-translate/draft-that-is-mended", test_draft_that_is_mended);
  g_test_add_func ("/form-translate/coverage", test_coverage);
  g_test_add_func ("/form-translate/coverage-of-a-variety", test_coverage_of_a_variety);
  g_test_add_func ("/form-translate/template", test_template);
  g_test_add_func ("/form-translate/template-reads-back", test_template_reads_back);
  return g_test_run ();
}
