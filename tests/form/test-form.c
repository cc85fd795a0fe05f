// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The form tests/form/forms/whole.xml has every part of the language once; here every field of it
 * is compared. */

#include "form.h"

static StileForm *
load_whole (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "form", "forms", "whole.xml", NULL);
  g_autoptr (GError) error = NULL;
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

static void
assert_text (const StileText *text, const char *english, const char *polish)
{
  gboolean is_translated;

  g_assert_cmpstr (stile_text_get (text, NULL, NULL), ==, english);
  g_assert_cmpstr (stile_text_get (text, "pl", &is_translated), ==, polish);
  g_assert_true (is_translated);
}

static void
assert_source (const StileExpression *expression, const char *source)
{
  g_assert_nonnull (expression);
  g_assert_cmpstr (stile_expression_get_source (expression), ==, source);
}

static void
test_new_and_finalize (void)
{
  g_autoptr (StileForm) form = load_whole ();
  g_autoptr (StileForm) again = stile_form_ref (form);

  g_assert_true (again == form);
}

static void
test_head (void)
{
  g_autoptr (StileForm) form = load_whole ();
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, form->xml);

  g_assert_cmpstr (form->id, ==, "food-and-warmth");
  g_assert_cmpstr (form->version, ==, "1.2");
  g_assert_cmpstr (form->language, ==, "en");
  g_assert_cmpstr (stile_form_get_digest (form), ==, digest);
  g_assert_cmpuint (form->minutes, ==, 7);
  assert_text (form->title, "Food and warmth", "Jedzenie i ciepło");
  assert_text (form->purpose, "Shows every part of the form language.",
               "Pokazuje każdą część języka formularzy.");
  g_assert_cmpstr (stile_text_get (form->source, NULL, NULL), ==, "Written for the tests.");
}

static void
test_xml_is_kept_verbatim (void)
{
  g_autoptr (StileForm) form = load_whole ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "form", "forms", "whole.xml", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (g_bytes_get_data (form->xml, NULL), g_bytes_get_size (form->xml), contents,
                   length);
}

static void
test_languages (void)
{
  g_autoptr (StileForm) form = load_whole ();
  g_auto (GStrv) languages = stile_form_dup_languages (form);

  g_assert_cmpuint (g_strv_length (languages), ==, 2);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_cmpstr (languages[1], ==, "pl");
}

static void
test_levels (void)
{
  g_autoptr (StileForm) form = load_whole ();

  g_assert_cmpuint (form->n_levels, ==, 3);
  g_assert_cmpstr (form->levels[0].id, ==, "none");
  assert_text (form->levels[0].label, "No need found", "Brak potrzeb");
  g_assert_cmpuint (form->levels[0].line, ==, 12);
  g_assert_cmpstr (form->levels[1].id, ==, "some");
  g_assert_cmpstr (form->levels[2].id, ==, "high");
  g_assert_cmpuint (form->levels[2].line, ==, 14);
}

static void
test_domain_with_a_sum (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileDomain *food = stile_form_find_domain (form, "food");

  g_assert_true (food == &form->domains[0]);
  assert_text (food->label, "Food", "Jedzenie");
  g_assert_cmpint (food->score, ==, STILE_SCORE_SUM);
  g_assert_null (food->value);
  g_assert_cmpint (food->missing, ==, STILE_MISSING_PRORATE);
  g_assert_cmpuint (food->missing_most, ==, 1);
  g_assert_cmpuint (food->n_bands, ==, 2);
  g_assert_cmpfloat (food->bands[0].from, ==, 1.5);
  g_assert_cmpuint (food->bands[0].level, ==, 1);
  g_assert_cmpfloat (food->bands[1].from, ==, 4);
  g_assert_cmpuint (food->bands[1].level, ==, 2);
  g_assert_cmpuint (food->bands[1].line, ==, 19);
  g_assert_cmpuint (food->line, ==, 17);
}

static void
test_domain_with_the_most (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileDomain *warmth = stile_form_find_domain (form, "warmth");

  g_assert_cmpint (warmth->score, ==, STILE_SCORE_MAX);
  g_assert_cmpint (warmth->missing, ==, STILE_MISSING_INVALID);
}

static void
test_domain_with_a_value (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileDomain *burden = stile_form_find_domain (form, "burden");

  g_assert_cmpuint (form->n_domains, ==, 3);
  g_assert_cmpint (burden->score, ==, STILE_SCORE_VALUE);
  assert_source (burden->value, "points('meals') + $cold-days * 2");
  g_assert_cmpint (burden->missing, ==, STILE_MISSING_RANGE);
  g_assert_cmpfloat (burden->bands[0].from, ==, -1);
}

static void
test_sections (void)
{
  g_autoptr (StileForm) form = load_whole ();
  static const struct
  {
    const char *id;
    gboolean monitoring;
    guint first, n, line;
  } expected[] = {
    { "eating", FALSE, 0, 3, 35 },
    { "heating", FALSE, 3, 5, 60 },
    { "about-you", TRUE, 8, 2, 115 },
  };

  g_assert_cmpuint (form->n_sections, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < form->n_sections; i++)
    {
      const StileSection *section = &form->sections[i];

      g_assert_cmpstr (section->id, ==, expected[i].id);
      g_assert_cmpint (section->monitoring, ==, expected[i].monitoring);
      g_assert_cmpuint (section->first_question, ==, expected[i].first);
      g_assert_cmpuint (section->n_questions, ==, expected[i].n);
      g_assert_cmpuint (section->line, ==, expected[i].line);
    }
  assert_text (form->sections[1].label, "Heating", "Ogrzewanie");
}

static void
test_questions (void)
{
  g_autoptr (StileForm) form = load_whole ();
  static const struct
  {
    const char *id;
    const char *type;
    guint section;
    int domain;
    gboolean required, sensitive, monitoring;
    StileAsk ask;
    guint line;
  } expected[] = {
    { "welcome", "note", 0, 0, FALSE, FALSE, FALSE, STILE_ASK_BOTH, 37 },
    { "meals", "select_one", 0, 0, TRUE, FALSE, FALSE, STILE_ASK_BOTH, 41 },
    { "where", "select_multiple", 0, 0, FALSE, TRUE, FALSE, STILE_ASK_CLAIMANT, 49 },
    { "heated", "yes_no", 1, 1, FALSE, FALSE, FALSE, STILE_ASK_BOTH, 62 },
    { "cold-days", "integer", 1, 1, FALSE, FALSE, FALSE, STILE_ASK_ADVISER, 65 },
    { "bill", "decimal", 1, STILE_NONE, FALSE, FALSE, FALSE, STILE_ASK_BOTH, 74 },
    { "since", "date", 1, STILE_NONE, FALSE, FALSE, FALSE, STILE_ASK_BOTH, 75 },
    { "more", "text", 1, STILE_NONE, FALSE, FALSE, FALSE, STILE_ASK_BOTH, 76 },
    { "benefit", "select_one", 2, STILE_NONE, FALSE, FALSE, TRUE, STILE_ASK_BOTH, 117 },
    { "which", "text", 2, STILE_NONE, FALSE, FALSE, TRUE, STILE_ASK_BOTH, 122 },
  };

  g_assert_cmpuint (form->n_questions, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileQuestion *question = stile_form_find_question (form, expected[i].id);

      g_assert_true (question == &form->questions[i]);
      g_assert_cmpuint (question->index, ==, i);
      g_assert_cmpuint (question->section, ==, expected[i].section);
      g_assert_cmpstr (stile_question_type_to_string (question->type), ==, expected[i].type);
      g_assert_cmpint (question->domain, ==, expected[i].domain);
      g_assert_cmpint (question->required, ==, expected[i].required);
      g_assert_cmpint (question->sensitive, ==, expected[i].sensitive);
      g_assert_cmpint (question->monitoring, ==, expected[i].monitoring);
      g_assert_cmpint (question->ask, ==, expected[i].ask);
      g_assert_cmpuint (question->line, ==, expected[i].line);
    }
}

static void
test_texts_of_a_question (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *meals = stile_form_find_question (form, "meals");
  const StileQuestion *days = stile_form_find_question (form, "cold-days");

  assert_text (meals->label, "How often do you go without a meal?", "Jak często nie jesz posiłku?");
  assert_text (meals->hint, "Think of the last month.", "Pomyśl o ostatnim miesiącu.");
  assert_text (meals->guidance, "Count small meals too.", "Licz też małe.");
  assert_text (meals->required_message, "Choose one.", "Wybierz jedno.");
  g_assert_null (meals->constraint_message);
  assert_text (days->constraint_message, "From 0 to 31.", "Od 0 do 31.");
  g_assert_null (days->hint);
  g_assert_null (days->guidance);
  g_assert_null (days->required_message);
}

static void
test_blanks_of_a_label (void)
{
  g_autoptr (StileForm) form = load_whole ();

  assert_text (form->questions[0].label, "Some words before we start.",
               "Kilka słów na początek.");
}

static void
test_conditions_of_a_question (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *where = stile_form_find_question (form, "where");
  const StileQuestion *days = stile_form_find_question (form, "cold-days");

  assert_source (where->relevant, "$meals = 'often'");
  g_assert_null (where->constraint);
  assert_source (days->constraint, ". >= 0 and . <= 31");
  g_assert_null (stile_form_find_question (form, "meals")->relevant);
}

static void
test_dependencies_of_a_condition (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *days = stile_form_find_question (form, "cold-days");
  guint n_questions, n_calculates;
  const guint *questions = stile_expression_get_questions (days->relevant, &n_questions);
  const guint *calculates = stile_expression_get_calculates (days->relevant, &n_calculates);

  g_assert_cmpuint (n_questions, ==, 1);
  g_assert_cmpuint (questions[0], ==, stile_form_find_question (form, "heated")->index);
  g_assert_cmpuint (n_calculates, ==, 1);
  g_assert_cmpuint (calculates[0], ==, 0);
}

static void
test_choices_of_a_question (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *where = stile_form_find_question (form, "where");
  const StileChoice *nowhere = stile_question_find_choice (where, "nowhere");

  g_assert_cmpuint (where->n_choices, ==, 3);
  g_assert_cmpstr (where->choices[0].id, ==, "shop");
  g_assert_cmpfloat (where->choices[0].points, ==, 0);
  g_assert_false (where->choices[0].exclusive);
  g_assert_true (nowhere == &where->choices[2]);
  g_assert_cmpfloat (nowhere->points, ==, 3);
  g_assert_true (nowhere->exclusive);
  g_assert_cmpuint (nowhere->line, ==, 54);
  assert_text (nowhere->label, "Nowhere", "Znikąd");
  g_assert_null (stile_question_find_choice (where, "never"));
}

static void
test_shared_choices (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *meals = stile_form_find_question (form, "meals");

  g_assert_cmpuint (meals->n_choices, ==, 2);
  g_assert_cmpstr (meals->choices[1].id, ==, "often");
  g_assert_cmpfloat (meals->choices[1].points, ==, 2.5);
  g_assert_cmpuint (meals->choices[1].line, ==, 32);
}

static void
test_choices_of_yes_no (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *heated = stile_form_find_question (form, "heated");

  g_assert_cmpuint (heated->n_choices, ==, 2);
  g_assert_cmpstr (heated->choices[0].id, ==, "yes");
  g_assert_cmpfloat (heated->choices[0].points, ==, 0.5);
  g_assert_cmpstr (heated->choices[1].id, ==, "no");
  g_assert_cmpfloat (heated->choices[1].points, ==, 3);
  g_assert_null (heated->choices[0].label);
}

static void
test_bands_of_a_question (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileQuestion *days = stile_form_find_question (form, "cold-days");

  g_assert_cmpuint (days->n_bands, ==, 3);
  g_assert_cmpfloat (days->bands[0].from, ==, 0);
  g_assert_cmpfloat (days->bands[0].points, ==, 0);
  g_assert_cmpfloat (days->bands[2].from, ==, 20);
  g_assert_cmpfloat (days->bands[2].points, ==, 2);
  g_assert_cmpuint (days->bands[2].line, ==, 72);
  g_assert_cmpuint (stile_form_find_question (form, "bill")->n_bands, ==, 0);
}

static void
test_calculates (void)
{
  g_autoptr (StileForm) form = load_whole ();

  g_assert_cmpuint (form->n_calculates, ==, 1);
  g_assert_cmpstr (form->calculates[0].id, ==, "places");
  g_assert_cmpuint (form->calculates[0].index, ==, 0);
  g_assert_cmpuint (form->calculates[0].after_questions, ==, 3);
  g_assert_cmpuint (form->calculates[0].line, ==, 58);
  assert_source (form->calculates[0].value, "count-selected($where)");
}

static void
test_scores (void)
{
  g_autoptr (StileForm) form = load_whole ();

  g_assert_cmpuint (form->n_scores, ==, 1);
  g_assert_cmpuint (form->scores[0].domain, ==, 0);
  g_assert_cmpfloat (form->scores[0].points, ==, -2);
  assert_source (form->scores[0].when, "selected($where, 'shop') and $heated = 'yes'");
  assert_text (form->scores[0].label, "Has a shop and a warm home", "Ma sklep i ciepły dom");
  g_assert_cmpuint (form->scores[0].line, ==, 79);
}

static void
test_findings (void)
{
  g_autoptr (StileForm) form = load_whole ();

  g_assert_cmpuint (form->n_findings, ==, 2);
  g_assert_true (stile_form_find_finding (form, "deep") == &form->findings[1]);
  assert_text (form->findings[1].label, "Deep need", "Głęboka potrzeba");
  assert_source (form->findings[1].when, "finding('both') and score('food') >= 4");
  g_assert_cmpuint (form->findings[1].line, ==, 86);
}

static void
test_alerts (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileAlert *hungry = stile_form_find_alert (form, "hungry");

  g_assert_cmpuint (form->n_alerts, ==, 1);
  g_assert_cmpstr (hungry->id, ==, "hungry");
  g_assert_cmpint (hungry->urgency, ==, STILE_URGENCY_NOW);
  assert_text (hungry->label, "No food today", "Brak jedzenia dzisiaj");
  assert_text (hungry->action, "Give a food parcel.", "Daj paczkę.");
  assert_source (hungry->when, "selected($where, 'nowhere')");
  g_assert_cmpuint (hungry->line, ==, 90);
}

static void
test_categories (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileCategory *close_support = stile_form_find_category (form, "close");
  const StileCategory *light = stile_form_find_category (form, "light");

  g_assert_cmpuint (form->n_categories, ==, 2);
  g_assert_true (close_support == &form->categories[0]);
  assert_text (close_support->label, "Close support", "Bliskie wsparcie");
  assert_text (close_support->meaning, "Someone goes with you.", "Ktoś idzie z tobą.");
  assert_text (close_support->because, "Two needs, and one is deep.", "Dwie potrzeby.");
  assert_source (close_support->when, "finding('deep')");
  g_assert_null (light->when);
  g_assert_null (light->because);
  g_assert_cmpuint (close_support->contact_days, ==, 7);
  g_assert_cmpuint (light->contact_days, ==, 0);
  g_assert_cmpuint (light->line, ==, 100);
}

static void
test_referrals (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileReferralRule *pantry = stile_form_find_referral (form, "pantry");
  const StileReferralRule *talk = stile_form_find_referral (form, "talk");

  g_assert_cmpuint (form->n_referrals, ==, 2);
  g_assert_cmpint (pantry->urgency, ==, STILE_URGENCY_TODAY);
  g_assert_cmpint (pantry->domain, ==, 0);
  assert_text (pantry->label, "Community pantry", "Spiżarnia");
  assert_text (pantry->reason, "There is too little food.", "Za mało jedzenia.");
  assert_source (pantry->when, "at-least('food', 'some')");
  g_assert_cmpuint (pantry->line, ==, 105);
  g_assert_cmpint (talk->urgency, ==, STILE_URGENCY_SOON);
  g_assert_cmpint (talk->domain, ==, STILE_NONE);
  g_assert_cmpuint (talk->n_services, ==, 0);
}

static void
test_services (void)
{
  g_autoptr (StileForm) form = load_whole ();
  const StileReferralRule *pantry = stile_form_find_referral (form, "pantry");

  g_assert_cmpuint (pantry->n_services, ==, 2);
  g_assert_cmpstr (pantry->services[0].taxonomy, ==, "openEligibility");
  g_assert_cmpstr (pantry->services[0].term, ==, "1102");
  g_assert_null (pantry->services[0].keyword);
  g_assert_null (pantry->services[1].term);
  g_assert_cmpstr (pantry->services[1].keyword, ==, "food bank");
  g_assert_cmpuint (pantry->services[1].line, ==, 108);
}

static void
test_find_nothing (void)
{
  g_autoptr (StileForm) form = load_whole ();

  g_assert_null (stile_form_find_question (form, "eating"));
  g_assert_null (stile_form_find_question (form, NULL));
  g_assert_null (stile_form_find_domain (form, "meals"));
  g_assert_null (stile_form_find_category (form, ""));
  g_assert_null (stile_form_find_referral (form, "hungry"));
  g_assert_null (stile_form_find_alert (form, "pantry"));
  g_assert_null (stile_form_find_finding (form, "light"));
}

static void
test_words_of_the_language (void)
{
  g_assert_cmpstr (stile_question_type_to_string (STILE_QUESTION_SELECT_ONE), ==, "select_one");
  g_assert_cmpstr (stile_question_type_to_string (STILE_QUESTION_NOTE), ==, "note");
  g_assert_cmpstr (stile_urgency_to_string (STILE_URGENCY_NOW), ==, "now");
  g_assert_cmpstr (stile_urgency_to_string (STILE_URGENCY_TODAY), ==, "today");
  g_assert_cmpstr (stile_urgency_to_string (STILE_URGENCY_SOON), ==, "soon");
}

static void
test_load_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_form_load ("/nowhere/form.xml", &error));
  g_assert_error (error, STILE_FORM_ERROR, STILE_FORM_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "/nowhere/form.xml"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/new-and-finalize", test_new_and_finalize);
  g_test_add_func ("/form/head", test_head);
  g_test_add_func ("/form/xml-is-kept-verbatim", test_xml_is_kept_verbatim);
  g_test_add_func ("/form/languages", test_languages);
  g_test_add_func ("/form/levels", test_levels);
  g_test_add_func ("/form/domain-with-a-sum", test_domain_with_a_sum);
  g_test_add_func ("/form/domain-with-the-most", test_domain_with_the_most);
  g_test_add_func ("/form/domain-with-a-value", test_domain_with_a_value);
  g_test_add_func ("/form/sections", test_sections);
  g_test_add_func ("/form/questions", test_questions);
  g_test_add_func ("/form/texts-of-a-question", test_texts_of_a_question);
  g_test_add_func ("/form/blanks-of-a-label", test_blanks_of_a_label);
  g_test_add_func ("/form/conditions-of-a-question", test_conditions_of_a_question);
  g_test_add_func ("/form/dependencies-of-a-condition", test_dependencies_of_a_condition);
  g_test_add_func ("/form/choices-of-a-question", test_choices_of_a_question);
  g_test_add_func ("/form/shared-choices", test_shared_choices);
  g_test_add_func ("/form/choices-of-yes-no", test_choices_of_yes_no);
  g_test_add_func ("/form/bands-of-a-question", test_bands_of_a_question);
  g_test_add_func ("/form/calculates", test_calculates);
  g_test_add_func ("/form/scores", test_scores);
  g_test_add_func ("/form/findings", test_findings);
  g_test_add_func ("/form/alerts", test_alerts);
  g_test_add_func ("/form/categories", test_categories);
  g_test_add_func ("/form/referrals", test_referrals);
  g_test_add_func ("/form/services", test_services);
  g_test_add_func ("/form/find-nothing", test_find_nothing);
  g_test_add_func ("/form/words-of-the-language", test_words_of_the_language);
  g_test_add_func ("/form/load-missing-file", test_load_missing_file);
  return g_test_run ();
}
