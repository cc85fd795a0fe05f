// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario.h"

static char *
explain (const char *form, const char *answers, const char *domain)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new (form);
  g_autoptr (StileResult) result = NULL;

  stile_scenario_load (scenario, answers);
  result = stile_result_new (scenario->interview);

  return stile_result_explain_no_score (
      result, (guint) (stile_form_find_domain (result->form, domain) - result->form->domains),
      NULL);
}

typedef struct
{
  const char *form;
  const char *answers;
  const char *domain;
  const char *sentence; /* NULL: it is scored */
} Case;

#define SCORING "assess/forms/scoring.xml"
#define PHQ_9 "form/instruments/phq-9/form.xml"
#define WSAS "form/instruments/wsas/form.xml"

static const Case cases[] = {
  { SCORING, "{}", "sum", NULL },
  { SCORING, "{\"strict-a\": \"zero\"}", "strict", NULL },
  { SCORING, "{\"scaled-a\": \"one\", \"scaled-b\": \"one\"}", "scaled", NULL },

  /* missing="invalid": one is enough, whatever kind of silence it is. */
  { SCORING, "{\"strict-a\": \"one\"}", "strict",
    "Cannot be scored, because 1 question has no answer: “B?”." },
  { SCORING, "{\"strict-a\": \"one\", \"strict-b\": {\"declined\": true}}", "strict",
    "Cannot be scored, because 1 question has no answer: “B?”." },
  { SCORING, "{}", "strict", "Cannot be scored, because 2 questions have no answer: “A?”, “B?”." },

  /* missing="prorate": more than may be. */
  { SCORING, "{\"scaled-a\": \"one\", \"scaled-c\": {\"unknown\": true}}", "scaled",
    "Cannot be scored, because 2 questions have no answer, and at most 1 may have none: “B?”, "
    "“C?”." },
  { PHQ_9, "{\"item1\": \"none\"}", "depression",
    "Cannot be scored, because 8 questions have no answer, and at most 2 may have none: “Item 2”, "
    "“Item 3”, “Item 4” and 5 more." },
  /* … and nothing to take the mean of, though as many may be missing. */
  { "form/instruments/oswestry/form.xml", "{}", "disability",
    "Cannot be scored, because 10 questions have no answer, and at most 9 may have none: "
    "“Section 1”, “Section 2”, “Section 3” and 7 more." },

  /* A value: what it sees, also through calculates, but not what is not asked. */
  { SCORING, "{}", "half", "Cannot be scored, because 1 question has no answer: “Hours?”." },
  { WSAS,
    "{\"retired\": \"yes\", \"item2\": \"point-1\", \"item3\": \"point-1\", \"item4\": "
    "\"point-1\"}",
    "impairment", "Cannot be scored, because 1 question has no answer: “Item 5”." },

  /* Nothing is missing, and still no number. */
  { "assess/forms/no-number.xml", "{\"hours\": 0}", "share",
    "Cannot be scored, because the form’s rule gives no number for these answers." },
  { "assess/forms/no-number.xml", "{\"hours\": 2}", "share", NULL },
};

static void
test_sentence (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *sentence = explain (one->form, one->answers, one->domain);

  g_assert_cmpstr (sentence, ==, one->sentence);
}

/* In the language of the person who reads it, where the form has it. */
static void
test_language (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new ("assess/forms/no-number.xml");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  g_autofree char *sentence = stile_result_explain_no_score (result, 0, "pl");

  g_assert_cmpstr (sentence, ==,
                   "Cannot be scored, because 1 question has no answer: “Ile godzin?”.");
}

/* It is the result that knows: the interview may have gone on, or be gone. */
static void
test_outlives_the_interview (void)
{
  g_autoptr (StileScenario) scenario = stile_scenario_new (SCORING);
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  g_autofree char *sentence = NULL;
  guint strict = (guint) (stile_form_find_domain (result->form, "strict") - result->form->domains);

  g_clear_pointer (&scenario, stile_scenario_free);
  sentence = stile_result_explain_no_score (result, strict, NULL);

  g_assert_cmpstr (sentence, ==,
                   "Cannot be scored, because 2 questions have no answer: “A?”, “B?”.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/result-missing/sentence/%u", i);

      g_test_add_data_func (name, &cases[i], test_sentence);
    }
  g_test_add_func ("/result-missing/language", test_language);
  g_test_add_func ("/result-missing/outlives-the-interview", test_outlives_the_interview);

  return g_test_run ();
}
