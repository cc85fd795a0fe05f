// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading-age.h"

static StileForm *
new_form (const char *question)
{
  g_autofree char *xml = g_strdup_printf (
    "<form xmlns='urn:stile:form:1' id='small' version='1' xml:lang='en'><title>Small</title>"
    "<purpose>To read.</purpose><source>Made up.</source>"
    "<levels><level id='none'><label>None</label></level></levels>"
    "<section id='one'><label>One</label>%s</section>"
    "<category id='all'><label>All</label><meaning>All.</meaning></category></form>",
    question);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_fault_free);
  StileForm *form = stile_form_parse (bytes, faults);

  g_assert_nonnull (form);
  return form;
}

static double
grade_question (const char *question)
{
  g_autoptr (StileForm) form = new_form (question);

  return stile_reading_grade_of_question (&form->questions[0]);
}

static void
test_syllables (void)
{
  static const struct
  {
    const char *word;
    guint syllables;
  } table[] = {
    { "the", 1 },     { "are", 1 },    { "home", 1 },      { "male", 1 },   { "table", 2 },
    { "asked", 1 },   { "wanted", 2 }, { "comes", 1 },     { "houses", 2 }, { "clothes", 1 },
    { "clothing", 2 }, { "paying", 2 }, { "diary", 3 },     { "social", 2 }, { "quiet", 2 },
    { "usual", 3 },   { "people", 2 }, { "statement", 2 }, { "someone", 2 }, { "interpreter", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].word);
      g_assert_cmpuint (stile_reading_count_syllables (table[i].word), ==, table[i].syllables);
    }
}

/* 0.39 × 6 + 11.8 × 6 ÷ 6 − 15.59 */
static void
test_formula (void)
{
  g_assert_cmpfloat_with_epsilon (stile_reading_grade ("The cat sat on the mat."), -1.45, 1e-9);
}

static void
test_sentences_count_apart (void)
{
  g_assert_cmpfloat_with_epsilon (stile_reading_grade ("The cat sat. Did it? Yes."),
                                  0.39 * 2 + 11.8 - 15.59, 1e-9);
}

static void
test_hard_words (void)
{
  g_assert_cmpfloat (stile_reading_grade ("Please indicate the accommodation arrangements "
                                          "applicable to your current circumstances."),
                     >, 15);
}

static void
test_nothing_to_read (void)
{
  g_assert_cmpfloat (stile_reading_grade (""), ==, 0);
  g_assert_cmpfloat (stile_reading_grade ("116 123"), ==, 0);
}

static void
test_names_are_short_words (void)
{
  g_assert_cmpfloat (stile_reading_grade ("Do you get Universal Credit?"), ==,
                     stile_reading_grade ("Do you get it all?"));
  g_assert_cmpfloat (stile_reading_grade ("Universal Credit"), ==, stile_reading_grade ("My bus"));
}

static void
test_first_word_is_no_name (void)
{
  g_assert_cmpfloat (stile_reading_grade ("Accommodation is hard"), >,
                     stile_reading_grade ("It is so hard"));
  g_assert_cmpfloat (stile_reading_grade ("Apparently I walk"), >,
                     stile_reading_grade ("So I walk"));
}

static void
test_choices_are_read_too (void)
{
  double alone = grade_question ("<question id='a' type='text'><label>Which is it?</label>"
                                 "</question>");
  double with_choice
    = grade_question ("<question id='a' type='select_one'><label>Which is it?</label>"
                      "<choice id='x'><label>Inappropriate accommodation</label></choice>"
                      "</question>");

  g_assert_cmpfloat (with_choice, >, alone);
}

/* Five short labels do not thin out a long question. */
static void
test_short_choices_are_no_sentences (void)
{
  static const char question[]
    = "<question id='a' type='select_one'><label>When the rain came down on the house and the dog "
      "sat in the wet, who was it that went out to get it?</label>%s</question>";
  g_autofree char *one
    = g_strdup_printf (question, "<choice id='x'><label>Me</label></choice>");
  g_autofree char *four
    = g_strdup_printf (question, "<choice id='x'><label>Me</label></choice>"
                                 "<choice id='y'><label>You</label></choice>"
                                 "<choice id='z'><label>Mum</label></choice>"
                                 "<choice id='u'><label>Dad</label></choice>");

  g_assert_cmpfloat (grade_question (four), ==, grade_question (one));
}

static void
test_yes_and_no_have_no_label (void)
{
  g_assert_cmpfloat (grade_question ("<question id='a' type='yes_no'><label>The cat sat on the "
                                     "mat?</label></question>"),
                     ==, stile_reading_grade ("The cat sat on the mat?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-age/syllables", test_syllables);
  g_test_add_func ("/reading-age/formula", test_formula);
  g_test_add_func ("/reading-age/sentences-count-apart", test_sentences_count_apart);
  g_test_add_func ("/reading-age/hard-words", test_hard_words);
  g_test_add_func ("/reading-age/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/reading-age/names-are-short-words", test_names_are_short_words);
  g_test_add_func ("/reading-age/first-word-is-no-name", test_first_word_is_no_name);
  g_test_add_func ("/reading-age/choices-are-read-too", test_choices_are_read_too);
  g_test_add_func ("/reading-age/short-choices-are-no-sentences",
                   test_short_choices_are_no_sentences);
  g_test_add_func ("/reading-age/yes-and-no-have-no-label", test_yes_and_no_have_no_label);

  return g_test_run ();
}
