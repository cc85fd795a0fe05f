// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of a referral, and their refusals. */

#include "fixture.h"

static void
test_refer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id = NULL;
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;

  stile_casework_refer (fixture->casework, case_id, assessment_id, "housing-advice", "Shelter Desk",
                        &referral_id, &error);

  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);
  referral = g_ptr_array_index (person_file->referrals, 0);
  g_assert_cmpstr (referral->id, ==, referral_id);
  g_assert_cmpstr (referral->label, ==, "Housing advice");
  g_assert_cmpstr (referral->service, ==, "Shelter Desk");
  g_assert_cmpstr (referral->status, ==, "made");
}

static void
test_referral_status (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  static const char *const statuses[] = { "suggested", "made", "not-taken-up", "withdrawn",
                                          "taken-up" };
  g_autofree char *referral_id = NULL;
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;

  stile_casework_refer (fixture->casework, case_id, assessment_id, "housing-advice", NULL,
                        &referral_id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      stile_casework_set_referral_status (fixture->casework, case_id, referral_id, statuses[i],
                                          "went twice", &error);
      g_assert_no_error (error);
    }

  person_file = fixture_load (fixture, case_id);
  referral = g_ptr_array_index (person_file->referrals, 0);
  g_assert_cmpstr (referral->status, ==, "taken-up");
  g_assert_cmpstr (referral->status_note, ==, "went twice");
}

static void
test_referral_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id = NULL;

  fixture_assert_refused (stile_casework_refer (fixture->casework, case_id, assessment_id,
                                                "nonsense", NULL, &referral_id, &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "referrals");
  fixture_assert_refused (stile_casework_set_referral_status (fixture->casework, case_id, case_id,
                                                              "taken-up", NULL, &error),
                          &error, STILE_CASEWORK_ERROR_UNKNOWN, "no such referral");
  fixture_assert_refused (stile_casework_set_referral_status (fixture->casework, case_id, case_id,
                                                              "lost", NULL, &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "how the referral went");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/referral/refer", test_refer);
  fixture_add ("/referral/referral-status", test_referral_status);
  fixture_add ("/referral/referral-refusals", test_referral_refusals);
  return g_test_run ();
}
