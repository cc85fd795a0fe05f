// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* An assessment is always read with the form it was taken with. */

#include "fixture.h"

static char *
recompute (const StileAssessment *assessment)
{
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, NULL);
  g_autoptr (StileResult) result = stile_result_new (interview);

  return stile_result_to_json (result);
}

/* The centre changes its form: fewer points for the same answer, and so another category. */
static void
change_form (Fixture *fixture)
{
  stile_form_unref (fixture->form);
  fixture->form = fixture_form_new ("2", 1);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) changed = fixture_form_new ("2", 1);

  g_assert_cmpstr (stile_form_get_digest (changed), !=, stile_form_get_digest (fixture->form));
  g_assert_cmpstr (changed->id, ==, fixture->form->id);
}

static void
test_old_result_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *old = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *new = NULL;
  g_autofree char *again = NULL;
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;

  change_form (fixture);
  new = fixture_assess (fixture, case_id, "nowhere");
  fixture_reopen (fixture);
  person_file = fixture_load (fixture, case_id);

  assessment = stile_case_find_assessment (person_file, old);
  again = recompute (assessment);
  g_assert_cmpstr (assessment->form->version, ==, "1");
  g_assert_cmpstr (assessment->proposed, ==, "close");
  g_assert_cmpstr (assessment->result_json, ==, again);
  assessment = stile_case_find_assessment (person_file, new);
  g_assert_cmpstr (assessment->form->version, ==, "2");
  g_assert_cmpstr (assessment->proposed, ==, "light");
}

static void
test_begun_one_goes_on_with_its_form (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;

  change_form (fixture);
  fixture_reopen (fixture);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  fixture_finish (fixture, case_id, assessment_id);
  person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (stile_case_find_assessment (person_file, assessment_id)->proposed, ==, "close");
}

static void
test_decision_knows_its_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");

  change_form (fixture);
  fixture_reopen (fixture);
  stile_casework_decide (fixture->casework, case_id, assessment_id, "close", NULL, &error);

  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/form-bound/new", test_new);
  fixture_add ("/form-bound/old-result-stays", test_old_result_stays);
  fixture_add ("/form-bound/begun-one-goes-on", test_begun_one_goes_on_with_its_form);
  fixture_add ("/form-bound/decision-knows-its-form", test_decision_knows_its_form);
  return g_test_run ();
}
