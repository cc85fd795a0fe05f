// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "widgets/result-words.h"

/* No need at all, and everything but the last question answered. */
static const char *const all_well =
  "{\"sleep\": \"home\", \"notice\": \"no\", \"since\": \"2020-01-01\", \"owed\": [\"nothing\"],"
  " \"rate\": 400, \"say\": {\"unknown\": true}}";

typedef struct
{
  StileForm *form;
  StileInterview *interview;
  StileResult *result;
} Told;

static void
tell (Told *told, const char *answers)
{
  told->form = assessment_fixture_load_form ();
  told->interview = assessment_fixture_new_interview (told->form, answers);
  told->result = stile_result_new (told->interview);
}

static void
forget (Told *told)
{
  stile_result_free (told->result);
  stile_interview_free (told->interview);
  stile_form_unref (told->form);
}

static void
test_range (void)
{
  const struct
  {
    const char *answers;
    const char *words;
  } table[] = {
    { "{}",
      "The category could be from “Light support” to “Close support”, because 6 questions are "
      "open." },
    { "{\"sleep\": \"home\", \"notice\": \"no\", \"since\": \"2020-01-01\", \"rate\": 1,"
      " \"say\": \"x\"}",
      "The category could be from “Light support” to “Guided support”, because 1 question is "
      "open." },
    { "{\"sleep\": \"nowhere\"}",
      "5 questions are open. Their answers would not change the category." },
    { all_well, "1 question is open. Its answer would not change the category." },
    { "{\"sleep\": \"home\", \"notice\": \"no\", \"since\": \"2020-01-01\","
      " \"owed\": [\"nothing\"], \"rate\": 400, \"say\": \"x\"}",
      "Every question has an answer, so nothing is left open." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Told told;
      g_autofree char *words = NULL;

      tell (&told, table[i].answers);
      words = stile_result_words_dup_range (told.result, NULL);
      g_assert_cmpstr (words, ==, table[i].words);
      forget (&told);
    }
}

static void
test_telling (void)
{
  Told told;
  g_autofree char *open = NULL;
  g_autofree char *closed = NULL;

  tell (&told, "{\"notice\": \"no\", \"owed\": [\"nothing\"]}");
  open = stile_result_words_dup_telling (told.result, told.interview, NULL);
  g_assert_cmpstr (open, ==,
                   "The open question that matters most: “Where did you sleep last night?”");
  forget (&told);

  tell (&told, all_well);
  closed = stile_result_words_dup_telling (told.result, told.interview, NULL);
  g_assert_null (closed);
  forget (&told);
}

static void
test_level (void)
{
  static const struct
  {
    int level;
    int lowest;
    int highest;
    const char *words;
  } table[] = {
    { 0, 0, 0, "No need found" },
    { 2, 2, 2, "Severe need" },
    { 1, 1, 2, "Some need. It could be up to “Severe need”." },
    { 1, 0, 2, "Some need. It could be from “No need found” to “Severe need”." },
    { STILE_NONE, 0, 2,
      "Not enough answers to say. It could be from “No need found” to “Severe need”." },
    /* A value may be no number at either end. */
    { 1, 0, STILE_NONE, "Some need" },
    { STILE_NONE, STILE_NONE, STILE_NONE, "Not enough answers to say" },
    { 1, STILE_NONE, 2, "Some need. It could be up to “Severe need”." },
  };
  g_autoptr (StileForm) form = assessment_fixture_load_form ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const StileDomainResult domain = { .level = table[i].level,
                                         .lowest_level = table[i].lowest,
                                         .highest_level = table[i].highest };
      g_autofree char *words = stile_result_words_dup_level (form, &domain, NULL);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* Nothing of it is asked, and that is no need: where a low score is the worse. */
static void
test_level_that_does_not_apply (void)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (guint));
  const StileDomainResult domain = { .level = STILE_NONE, .lowest_level = STILE_NONE,
                                     .highest_level = STILE_NONE, .missing = missing };
  g_autofree char *words = stile_result_words_dup_level (form, &domain, NULL);

  g_assert_cmpstr (words, ==, "Does not apply");
}

static void
test_urgency (void)
{
  g_assert_cmpstr (stile_result_words_get_urgency (STILE_URGENCY_NOW), ==, "Do this now");
  g_assert_cmpstr (stile_result_words_get_urgency (STILE_URGENCY_TODAY), ==, "Do this today");
  g_assert_cmpstr (stile_result_words_get_urgency (STILE_URGENCY_SOON), ==, "Do this soon");
}

static void
test_reason (void)
{
  Told told;
  const StileDomainResult *housing;
  g_autofree char *words = NULL;

  tell (&told, "{\"sleep\": \"nowhere\"}");
  housing = &g_array_index (told.result->domains, StileDomainResult, 0);
  words =
    stile_result_words_dup_reason (told.form, g_ptr_array_index (housing->because, 0), NULL);
  g_assert_cmpstr (words, ==, "Where did you sleep last night? — Nowhere indoors");
  forget (&told);
}

static void
test_points (void)
{
  g_autofree char *one = stile_result_words_dup_points (1);
  g_autofree char *three = stile_result_words_dup_points (3);
  g_autofree char *half = stile_result_words_dup_points (0.5);

  g_assert_cmpstr (one, ==, "1 point");
  g_assert_cmpstr (three, ==, "3 points");
  g_assert_cmpstr (half, ==, "0.5 points");
}

static void
test_change (void)
{
  Told told;
  g_autofree char *words = NULL;

  tell (&told, "{\"sleep\": \"nowhere\", \"owed\": [\"rent\"]}");
  words = stile_result_words_dup_change (told.form,
                                         g_ptr_array_index (told.result->would_change, 0), NULL);
  g_assert_cmpstr (words, ==,
                   "If the answer to “Where did you sleep last night?” were “My own home”, the "
                   "category would be “Guided support”.");
  forget (&told);
}

static void
test_decision (void)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 15, 0, 0);
  StileAssessment assessment = { .form = form, .proposed = (char *) "light" };
  g_autofree char *none = stile_result_words_dup_decision (&assessment, now, NULL);
  g_autofree char *confirmed = NULL;
  g_autofree char *other = NULL;

  g_assert_null (none);

  assessment.decided = (char *) "light";
  assessment.decided_by = (char *) "Anna";
  assessment.decided_at = (char *) "2026-11-22T14:05:00.000Z";
  confirmed = stile_result_words_dup_decision (&assessment, now, NULL);
  g_assert_cmpstr (confirmed, ==, "Today, 14:05: Anna confirmed “Light support”.");

  assessment.decided = (char *) "close";
  assessment.reason = (char *) "She told me more.";
  other = stile_result_words_dup_decision (&assessment, now, NULL);
  g_assert_cmpstr (other, ==,
                   "Today, 14:05: Anna chose “Close support” instead of “Light support”. "
                   "The reason: She told me more.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/result-words/range", test_range);
  g_test_add_func ("/result-words/telling", test_telling);
  g_test_add_func ("/result-words/level", test_level);
  g_test_add_func ("/result-words/level-that-does-not-apply", test_level_that_does_not_apply);
  g_test_add_func ("/result-words/urgency", test_urgency);
  g_test_add_func ("/result-words/reason", test_reason);
  g_test_add_func ("/result-words/points", test_points);
  g_test_add_func ("/result-words/change", test_change);
  g_test_add_func ("/result-words/decision", test_decision);
  return g_test_run ();
}
