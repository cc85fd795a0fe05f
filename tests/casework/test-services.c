// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Local services for a person's referrals, from a directory beside the book. */

#include "services.h"

#include "fixture.h"
#include "followup.h"

/* What the services of the demo speak of. */
static const StileServiceHint hint = { .keyword = "shelter" };
static const StileReferralRule rule = { .id = "housing-advice", .services = &hint,
                                        .n_services = 1 };

static StileDirectory *
directory_new (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  StileDirectory *directory = stile_directory_open (path, &error);

  g_assert_no_error (error);
  stile_directory_import_demo (directory, &error);
  g_assert_no_error (error);
  return directory;
}

static GPtrArray *
match (Fixture *fixture, StileDirectory *directory, const StilePerson *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = stile_casework_list_service_figures (fixture->casework, &error);
  GPtrArray *matches = stile_casework_match_services (
      fixture->casework, directory, figures, person, &rule, &error);

  g_assert_no_error (error);
  return matches;
}

static gboolean
says (const StileMatch *match, const char *words)
{
  for (guint i = 0; match->reasons[i]; i++)
    {
      if (strstr (match->reasons[i], words))
        return TRUE;
    }

  return FALSE;
}

static void
test_no_services (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = stile_directory_new_empty ();
  const StilePerson person = { .name = (char *) "Mina" };
  g_autoptr (GPtrArray) matches = match (fixture, directory, &person);

  g_assert_cmpuint (matches->len, ==, 0);
}

static void
test_language_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = directory_new (fixture);
  const StilePerson person = { .name = (char *) "Mina", .language = (char *) "pl" };
  g_autoptr (GPtrArray) matches = match (fixture, directory, &person);

  g_assert_cmpuint (matches->len, >, 0);
  g_assert_true (says (g_ptr_array_index (matches, 0), "Polish"));
}

static void
test_distance_from_the_centre (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = directory_new (fixture);
  const StilePerson person = { .name = (char *) "Mina" };
  g_autoptr (GPtrArray) before = match (fixture, directory, &person);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (says (g_ptr_array_index (before, 0), "away"));
  stile_casework_put_setting (fixture->casework, STILE_SETTING_CENTRE_POSTCODE, "QA5 1AB", &error);
  g_assert_no_error (error);
  after = match (fixture, directory, &person);
  g_assert_true (says (g_ptr_array_index (after, 0), "away"));
}

/* How earlier referrals went is told, of those that were sent. */
static void
test_earlier_referrals_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = directory_new (fixture);
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  const StilePerson person = { .name = (char *) "Mina" };
  g_autoptr (GPtrArray) before = match (fixture, directory, &person);
  const StileMatch *first = g_ptr_array_index (before, 0);
  g_autoptr (StileReferralService) service = NULL;
  g_autofree char *referral_id = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  service = stile_referral_service_new (directory, first->id, &error);
  g_assert_no_error (error);
  stile_casework_refer (fixture->casework, case_id, assessment_id, "housing-advice", service,
                        &referral_id, &error);
  g_assert_no_error (error);
  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina");
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_STARTED);
  after = match (fixture, directory, &person);
  g_assert_true (says (g_ptr_array_index (after, 0), "Of 1 person we sent there, 1 started."));
}

static void
test_what_is_kept_of_a_service (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = directory_new (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileReferralService) service
      = stile_referral_service_new (directory, "made-up-00001", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (service->name, ==, "Night shelter");
  g_assert_cmpstr (service->id, ==, "made-up-00001");
  g_assert_cmpstr (service->organization, ==, "Open Door Trust");
  g_assert_cmpstr (service->contact, ==, "01632 960000, service-00001@example.org");
}

static void
test_what_the_centre_knows_goes_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = directory_new (fixture);
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (StileReferralService) service = NULL;
  g_autoptr (GError) error = NULL;

  overlay->route = g_strdup ("Ring first");
  overlay->contact = g_strdup ("Jo, 01632 960 187");
  stile_directory_put_overlay (directory, "made-up-00001", overlay, &error);
  g_assert_no_error (error);
  service = stile_referral_service_new (directory, "made-up-00001", &error);
  g_assert_cmpstr (service->route, ==, "Ring first");
  g_assert_cmpstr (service->contact, ==, "Jo, 01632 960 187");
}

static void
test_unknown_service (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) directory = stile_directory_new_empty ();
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_referral_service_new (directory, "no-such", &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/services/no-services", test_no_services);
  fixture_add ("/services/language-counts", test_language_counts);
  fixture_add ("/services/distance-from-the-centre", test_distance_from_the_centre);
  fixture_add ("/services/earlier-referrals-count", test_earlier_referrals_count);
  fixture_add ("/services/what-is-kept-of-a-service", test_what_is_kept_of_a_service);
  fixture_add ("/services/what-the-centre-knows-goes-first",
               test_what_the_centre_knows_goes_first);
  fixture_add ("/services/unknown-service", test_unknown_service);
  return g_test_run ();
}
