// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>
#include <string.h>

#include "scenario.h"

#define NONE NAN

static StileScenario *
new_scenario (const char *answers)
{
  StileScenario *scenario = stile_scenario_new ("assess/forms/scoring.xml");

  stile_scenario_load (scenario, answers);
  return scenario;
}

static const StileDomainResult *
get_domain (const StileResult *result, const char *id)
{
  guint index = (guint) (stile_form_find_domain (result->form, id) - result->form->domains);

  return &g_array_index (result->domains, StileDomainResult, index);
}

static void
test_new (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ("{}");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_true (result->form == scenario->form);
  g_assert_cmpuint (result->domains->len, ==, scenario->form->n_domains);
}

/* ---- Scores ---- */

typedef struct
{
  const char *answers;
  const char *domain;
  double score; /* NONE: null */
  double lowest;
  double highest;
} Score;

static const Score scores[] = {
  /* Points of one choice, of several, of a number. */
  { "{\"sum-a\": \"one\", \"sum-b\": [\"x\"], \"sum-c\": 3, \"gate\": \"no\"}", "sum", 3, 3, 3 },
  { "{\"sum-a\": \"zero\", \"sum-b\": [\"x\", \"y\"], \"sum-c\": 10, \"gate\": \"no\"}", "sum", 2,
    2, 2 },
  { "{\"sum-a\": \"zero\", \"sum-b\": [\"all\"], \"sum-c\": 19, \"gate\": \"no\"}", "sum", 6, 6,
    6 },
  { "{\"sum-a\": \"zero\", \"sum-b\": [\"x\"], \"sum-c\": 20, \"gate\": \"no\"}", "sum", 6, 6, 6 },

  /* Least and most: of several choices -1 (y) and 5 (all); of the number 0, which its constraint
   * allows only from 1 on, and 4; of the gate nothing, but behind it 0 to 2. In the last row the
   * highest pass meets the rule as well. */
  { "{\"sum-a\": \"one\", \"gate\": \"no\"}", "sum", 1, 0, 10 },
  { "{\"sum-a\": \"one\"}", "sum", 1, 0, 12 },
  { "{\"sum-a\": \"one\", \"sum-b\": {\"declined\": true}, \"gate\": {\"unknown\": true}}", "sum",
    1, 0, 12 },
  /* What was given behind a gate that is open again does not count: it may be left out. */
  { "{\"sum-a\": \"one\", \"behind\": \"yes\"}", "sum", 1, 0, 12 },
  { "{\"sum-b\": [\"y\"], \"sum-c\": 1, \"gate\": \"yes\"}", "sum", -1, -1, 6 },

  /* Several, and the worst of them. */
  { "{\"worst-a\": \"one\", \"worst-b\": \"three\"}", "worst", 3, 3, 3 },
  { "{\"worst-b\": \"one\"}", "worst", 1, 1, 3 },
  { "{}", "worst", 0, 0, 3 },

  /* The mean of what was answered, without questions that cannot give points. */
  { "{\"average-a\": \"three\", \"average-b\": \"zero\"}", "average", 1.5, 1.5, 1.5 },
  { "{\"average-a\": \"three\"}", "average", 3, 1.5, 3 },
  { "{}", "average", 0, 0, 3 },

  /* An expression. */
  { "{\"hours\": 21}", "half", 10.5, 10.5, 10.5 },
  { "{}", "half", NONE, NONE, NONE },

  /* Scaled up if no more than one is missing. */
  { "{\"scaled-a\": \"one\", \"scaled-b\": \"three\", \"scaled-c\": \"zero\"}", "scaled", 4, 4,
    4 },
  { "{\"scaled-a\": \"one\", \"scaled-b\": \"three\"}", "scaled", 6, 4, 7 },
  { "{\"scaled-a\": \"one\", \"scaled-b\": \"three\", \"scaled-c\": {\"declined\": true}}",
    "scaled", 6, 4, 7 },
  { "{\"scaled-a\": \"one\"}", "scaled", NONE, 1, 7 },
  { "{}", "scaled", NONE, 0, 9 },

  /* None if any is missing; what is not relevant is not missing. */
  { "{\"strict-a\": \"one\", \"strict-b\": \"one\"}", "strict", 2, 2, 3 },
  { "{\"strict-a\": \"zero\"}", "strict", 0, 0, 1 },
  { "{\"strict-a\": \"one\"}", "strict", NONE, 1, 5 },
  { "{\"strict-a\": \"one\", \"strict-b\": {\"unknown\": true}}", "strict", NONE, 1, 5 },

  /* A rule adds to its domain, and not to one without a score. */
  { "{\"sum-a\": \"three\", \"worst-a\": \"three\", \"gate\": \"no\", \"sum-b\": [\"x\"],"
    " \"sum-c\": 1}",
    "sum", 7, 7, 7 },
  { "{\"sum-a\": \"three\", \"strict-a\": \"zero\"}", "strict", 1, 1, 1 },
  { "{\"sum-a\": \"three\"}", "strict", NONE, 1, 7 },

  /* 0.1 + 0.2 is what it reads. */
  { "{\"fine-a\": \"yes\", \"fine-b\": \"no\"}", "fine", 0.3, 0.3, 0.3 },
  { "{\"fine-a\": \"yes\", \"fine-b\": \"yes\"}", "fine", 0.8, 0.8, 0.8 },
};

static void
assert_score (double score, double wanted)
{
  if (isnan (wanted))
    g_assert_true (isnan (score));
  else
    g_assert_cmpfloat (score, ==, wanted);
}

static void
test_score (gconstpointer data)
{
  const Score *row = data;
  g_autoptr (StileScenario) scenario = new_scenario (row->answers);
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  const StileDomainResult *domain = get_domain (result, row->domain);

  assert_score (domain->score, row->score);
  assert_score (domain->lowest, row->lowest);
  assert_score (domain->highest, row->highest);
}

/* ---- Levels ---- */

static const struct
{
  const char *answers;
  const char *domain;
  int level;
  int lowest;
  int highest;
} levels[] = {
  { "{\"sum-a\": \"one\", \"sum-b\": [\"y\"], \"sum-c\": 1, \"gate\": \"no\"}", "sum", 0, 0, 0 },
  { "{\"sum-a\": \"zero\", \"sum-b\": [\"x\"], \"sum-c\": 1, \"gate\": \"no\"}", "sum", 1, 1, 1 },
  { "{\"sum-a\": \"three\", \"sum-b\": [\"x\"], \"sum-c\": 1, \"gate\": \"no\"}", "sum", 2, 2, 2 },
  { "{}", "sum", 0, 0, 2 },
  { "{\"strict-a\": \"one\"}", "strict", STILE_NONE, 1, 1 },
  { "{\"average-a\": \"three\", \"average-b\": \"zero\"}", "average", 1, 1, 1 },
  { "{\"fine-a\": \"yes\", \"fine-b\": \"no\"}", "fine", 1, 1, 1 },
};

static void
test_level (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario (levels[row].answers);
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  const StileDomainResult *domain = get_domain (result, levels[row].domain);

  g_assert_cmpint (domain->level, ==, levels[row].level);
  g_assert_cmpint (domain->lowest_level, ==, levels[row].lowest);
  g_assert_cmpint (domain->highest_level, ==, levels[row].highest);
}

/* ---- Reasons ---- */

static void
test_because (void)
{
  g_autoptr (StileScenario) scenario
    = new_scenario ("{\"sum-c\": 12, \"worst-a\": \"three\", \"sum-a\": \"three\","
                    " \"sum-b\": {\"declined\": true}}");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  const StileDomainResult *domain = get_domain (result, "sum");
  const StileReason *first, *second, *third;

  g_assert_cmpuint (domain->because->len, ==, 3);
  first = g_ptr_array_index (domain->because, 0);
  second = g_ptr_array_index (domain->because, 1);
  third = g_ptr_array_index (domain->because, 2);

  g_assert_cmpint (first->question, ==, (int) stile_scenario_index (scenario, "sum-a"));
  g_assert_cmpstr (first->answer->text, ==, "three");
  g_assert_cmpfloat (first->points, ==, 3);
  g_assert_cmpint (second->question, ==, (int) stile_scenario_index (scenario, "sum-c"));
  g_assert_cmpfloat (second->points, ==, 1);
  g_assert_cmpint (third->question, ==, STILE_NONE);
  g_assert_cmpint (third->score_rule, ==, 0);
  g_assert_null (third->answer);
  g_assert_cmpfloat (third->points, ==, 2);
}

/* Results share the reasons that did not change, but none ever sees a later answer. */
static void
test_reasons_stay (void)
{
  g_autoptr (StileScenario) scenario
    = new_scenario ("{\"sum-a\": \"three\", \"worst-a\": \"three\"}");
  g_autoptr (StileResult) before = stile_result_new (scenario->interview);
  g_autoptr (StileResult) after = NULL;
  const StileReason *reason;

  stile_scenario_answer (scenario, "sum-a", "one");
  after = stile_result_new (scenario->interview);

  g_assert_cmpuint (get_domain (before, "sum")->because->len, ==, 2);
  reason = g_ptr_array_index (get_domain (before, "sum")->because, 0);
  g_assert_cmpstr (reason->answer->text, ==, "three");
  g_assert_cmpuint (get_domain (after, "sum")->because->len, ==, 1);
  reason = g_ptr_array_index (get_domain (after, "sum")->because, 0);
  g_assert_cmpstr (reason->answer->text, ==, "one");
  g_assert_true (get_domain (after, "worst")->because == get_domain (before, "worst")->because);
}

/* ---- Counts ---- */

static void
test_counts (void)
{
  g_autoptr (StileScenario) scenario
    = stile_scenario_new ("assess/forms/sleep-and-money.xml");
  g_autoptr (StileResult) result = NULL;

  stile_scenario_answer (scenario, "sleep", "friends");
  stile_scenario_decline (scenario, "short");
  stile_scenario_do_not_know (scenario, "owed");
  stile_scenario_answer (scenario, "benefit", "jsa");
  result = stile_result_new (scenario->interview);

  g_assert_cmpuint (result->asked, ==, 4);
  g_assert_cmpuint (result->answered, ==, 1);
  g_assert_cmpuint (result->declined, ==, 1);
  g_assert_cmpuint (result->unknown, ==, 1);
  g_assert_cmpuint (result->unanswered, ==, 1);
  g_assert_false (result->complete);
}

static void
test_complete_with_refusals (void)
{
  g_autoptr (StileScenario) scenario
    = stile_scenario_new ("assess/forms/sleep-and-money.xml");
  g_autoptr (StileResult) result = NULL;

  stile_scenario_decline (scenario, "sleep");
  stile_scenario_decline (scenario, "short");
  stile_scenario_do_not_know (scenario, "owed");
  result = stile_result_new (scenario->interview);

  g_assert_true (result->complete);
}

/* ---- Findings, categories, alerts, referrals ---- */

static void
test_findings_of_a_null_score (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ("{}");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_false (result->findings[0]);
  g_assert_false (result->findings[1]);
  g_assert_false (result->findings[2]);
}

static void
test_findings_build_on_findings (void)
{
  g_autoptr (StileScenario) scenario = new_scenario ("{\"strict-a\": \"zero\"}");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_true (result->findings[0]);
  g_assert_true (result->findings[1]);
  g_assert_true (result->findings[2]);
}

static const struct
{
  const char *answers;
  const char *category;
  const char *lowest;
  const char *highest;
} categories[] = {
  { "{}", "least", "least", "most" },
  { "{\"sum-a\": \"three\"}", "more", "more", "most" },
  { "{\"sum-a\": \"zero\", \"sum-b\": [\"y\"], \"sum-c\": 1, \"gate\": \"no\"}", "least", "least",
    "least" },
  { "{\"sum-a\": \"zero\", \"sum-b\": [\"y\"], \"sum-c\": 1, \"gate\": \"yes\"}", "least", "least",
    "least" },
  { "{\"sum-a\": \"one\", \"sum-b\": [\"y\"], \"sum-c\": 1}", "least", "least", "more" },
};

static void
test_category (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario (categories[row].answers);
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);
  const StileCategory *of = scenario->form->categories;

  g_assert_cmpstr (of[result->category].id, ==, categories[row].category);
  g_assert_cmpstr (of[result->lowest_category].id, ==, categories[row].lowest);
  g_assert_cmpstr (of[result->highest_category].id, ==, categories[row].highest);
}

static void
test_most_urgent_first (void)
{
  static const char *const alerts[] = { "now-one", "now-two", "today-one", "late" };
  static const char *const referrals[] = { "first", "later" };
  g_autoptr (StileScenario) scenario = new_scenario ("{\"sum-a\": \"three\"}");
  g_autoptr (StileResult) result = stile_result_new (scenario->interview);

  g_assert_cmpuint (result->alerts->len, ==, G_N_ELEMENTS (alerts));
  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++)
    g_assert_cmpstr (scenario->form->alerts[g_array_index (result->alerts, guint, i)].id, ==,
                     alerts[i]);

  g_assert_cmpuint (result->referrals->len, ==, G_N_ELEMENTS (referrals));
  for (guint i = 0; i < G_N_ELEMENTS (referrals); i++)
    g_assert_cmpstr (scenario->form->referrals[g_array_index (result->referrals, guint, i)].id,
                     ==, referrals[i]);
}

/* ---- As JSON ---- */

static const char sleep_and_money_json[]
  = "{\n"
    "  \"form\": {\"id\": \"sleep-and-money\", \"version\": \"1\", \"digest\": \"%s\"},\n"
    "  \"asked\": 4,\n"
    "  \"answered\": 3,\n"
    "  \"declined\": 1,\n"
    "  \"unknown\": 0,\n"
    "  \"unanswered\": 0,\n"
    "  \"complete\": true,\n"
    "  \"domains\": [\n"
    "    {\n"
    "      \"id\": \"housing\",\n"
    "      \"score\": 5,\n"
    "      \"lowest\": 5,\n"
    "      \"highest\": 5,\n"
    "      \"level\": \"significant\",\n"
    "      \"lowest-level\": \"significant\",\n"
    "      \"highest-level\": \"significant\",\n"
    "      \"because\": [\n"
    "        {\"question\": \"sleep\", \"answer\": \"friends\", \"points\": 3},\n"
    "        {\"question\": \"nights\", \"answer\": 30, \"points\": 2}\n"
    "      ]\n"
    "    },\n"
    "    {\n"
    "      \"id\": \"money\",\n"
    "      \"score\": 3,\n"
    "      \"lowest\": 3,\n"
    "      \"highest\": 6,\n"
    "      \"level\": \"some\",\n"
    "      \"lowest-level\": \"some\",\n"
    "      \"highest-level\": \"severe\",\n"
    "      \"because\": [\n"
    "        {\"question\": \"owed\", \"answer\": [\"rent\", \"power\"], \"points\": 3}\n"
    "      ]\n"
    "    }\n"
    "  ],\n"
    "  \"calculated\": {\n"
    "    \"owed-count\": 2\n"
    "  },\n"
    "  \"findings\": [],\n"
    "  \"alerts\": [],\n"
    "  \"category\": {\"id\": \"guided\", \"lowest\": \"guided\", \"highest\": \"specialist\"},\n"
    "  \"would-change\": [\n"
    "    {\"question\": \"short\", \"answer\": \"weekly\", \"category\": \"specialist\"},\n"
    "    {\"question\": \"short\", \"answer\": \"daily\", \"category\": \"specialist\"}\n"
    "  ],\n"
    "  \"referrals\": [\n"
    "    {\"id\": \"housing-advice\", \"urgency\": \"soon\", \"domain\": \"housing\"}\n"
    "  ]\n"
    "}\n";

static void
test_json (void)
{
  g_autoptr (StileScenario) scenario
    = stile_scenario_new ("assess/forms/sleep-and-money.xml");
  g_auto (GStrv) parts = g_strsplit (sleep_and_money_json, "%s", 2);
  g_autofree char *wanted
    = g_strjoin (stile_form_get_digest (scenario->form), parts[0], parts[1], NULL);
  g_autofree char *json = NULL;

  stile_scenario_load (scenario, "{\"sleep\": \"friends\", \"nights\": 30, \"owed\": [\"rent\","
                                 " \"power\"], \"short\": {\"declined\": true}}");
  json = stile_scenario_dup_result (scenario);
  g_assert_cmpstr (json, ==, wanted);
}

static const struct
{
  const char *answers;
  const char *has;
} parts[] = {
  { "{}", "\"score\": null,\n      \"lowest\": null,\n      \"highest\": null,\n"
          "      \"level\": null,\n      \"lowest-level\": null,\n" },
  { "{}", "\"text\": \"a\",\n    \"number\": null,\n    \"truth\": false\n" },
  { "{\"sum-a\": \"one\", \"hours\": 0.1}",
    "\"text\": \"aone\",\n    \"number\": 0.3,\n    \"truth\": true\n" },
  { "{\"sum-a\": \"three\", \"worst-a\": \"three\"}",
    "{\"score\": \"Both at three\", \"points\": 2}" },
  { "{\"strict-a\": \"zero\"}",
    "\"findings\": [\"strict-known\", \"strict-some\", \"both\"],\n" },
  { "{\"sum-a\": \"three\"}", "\"alerts\": [\n    {\"id\": \"now-one\", \"urgency\": \"now\"},\n" },
  { "{\"sum-a\": \"three\"}", "\"referrals\": [\n    {\"id\": \"first\", \"urgency\": \"now\", "
                              "\"domain\": \"sum\"},\n    {\"id\": \"later\", \"urgency\": "
                              "\"soon\"}\n  ]\n" },
};

static void
test_json_part (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileScenario) scenario = new_scenario (parts[row].answers);
  g_autofree char *json = stile_scenario_dup_result (scenario);

  if (!strstr (json, parts[row].has))
    g_error ("%s\nis not in\n%s", parts[row].has, json);
}

static void
test_json_is_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileScenario) scenario = new_scenario ("{\"sum-a\": \"three\", \"hours\": 1.25}");
  g_autofree char *json = stile_scenario_dup_result (scenario);
  g_autoptr (JsonNode) node = json_from_string (json, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (
                     json_object_get_object_member (json_node_get_object (node), "category"),
                     "id"),
                   ==, "more");
}

static void
add_rows (const char *path, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("/result/%s/%u", path, i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/result/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autofree char *name = g_strdup_printf ("/result/score/%s/%u", scores[i].domain, i);

      g_test_add_data_func (name, &scores[i], test_score);
    }
  add_rows ("level", G_N_ELEMENTS (levels), test_level);
  g_test_add_func ("/result/because", test_because);
  g_test_add_func ("/result/reasons-stay", test_reasons_stay);
  g_test_add_func ("/result/counts", test_counts);
  g_test_add_func ("/result/complete-with-refusals", test_complete_with_refusals);
  g_test_add_func ("/result/findings/null-score", test_findings_of_a_null_score);
  g_test_add_func ("/result/findings/on-findings", test_findings_build_on_findings);
  add_rows ("category", G_N_ELEMENTS (categories), test_category);
  g_test_add_func ("/result/most-urgent-first", test_most_urgent_first);
  g_test_add_func ("/result/json/whole", test_json);
  add_rows ("json/part", G_N_ELEMENTS (parts), test_json_part);
  g_test_add_func ("/result/json/is-json", test_json_is_json);

  return g_test_run ();
}
