// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The made-up directories, which the demo and the measurements stand on. */

#include <string.h>

#include "fixture.h"
#include "form-library.h"
#include "made-up-services.h"
#include "service-match.h"

static void
test_demo_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "app", "directory", "demo",
                                                 "services.json", NULL);
  g_autofree char *shipped = NULL;
  g_autofree char *made = stile_made_up_services (60);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &shipped, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (shipped, ==, made);
}

static void
import_demo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_directory_import_demo (fixture->directory, &error));
  g_assert_no_error (error);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *at = NULL;
  guint services = 0;

  import_demo (fixture);
  g_assert_true (stile_directory_get_size (fixture->directory, &services, &at, NULL));
  g_assert_cmpuint (services, ==, 60);
}

static guint
count_matches (Fixture *fixture, const StileReferralRule *rule)
{
  g_autofree StileServiceWish *wishes = g_new0 (StileServiceWish, rule->n_services);
  StileMatchQuery query
      = { .wishes = wishes, .n_wishes = rule->n_services, .age = STILE_NOT_KNOWN };
  g_autoptr (GPtrArray) matches = NULL;
  guint good = 0;

  for (guint i = 0; i < rule->n_services; i++)
    wishes[i] = (StileServiceWish){ .vocabulary = rule->services[i].taxonomy,
                                    .term = rule->services[i].term,
                                    .keyword = rule->services[i].keyword };
  matches = stile_directory_match (fixture->directory, &query, NULL);
  g_assert_nonnull (matches);
  for (guint i = 0; i < matches->len; i++)
    good += ((const StileMatch *) matches->pdata[i])->standing == STILE_STANDING_OPEN;
  return good;
}

/* Whatever a shipped form suggests, the demo has an open service for it. */
static void
test_every_referral (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) forms
      = stile_form_library_load (stile_form_library_get_folder (), NULL);

  import_demo (fixture);
  g_assert_cmpuint (forms->len, >, 1);
  for (guint i = 0; i < forms->len; i++)
    {
      const StileForm *form = forms->pdata[i];

      for (guint j = 0; j < form->n_referrals; j++)
        if (count_matches (fixture, &form->referrals[j]) == 0)
          g_error ("%s: the demo has no open service for “%s”", form->id, form->referrals[j].id);
    }
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *made = stile_made_up_services (5000);
  g_autoptr (StileImportReport) report = fixture_import (fixture, "5000.json", made);

  g_assert_cmpuint (report->services, ==, 5000);
  g_assert_cmpuint (report->n_lines, ==, 0);
}

/* Nobody's telephone rings, and nobody gets a letter. */
static void
test_nobody_real (Fixture *fixture, gconstpointer data)
{
  g_autofree char *made = stile_made_up_services (500);

  g_assert_false (g_regex_match_simple ("\"number\":\"(?!01632 960)", made, 0, 0));
  g_assert_false (g_regex_match_simple ("\"email\":\"[^\"]*@(?!example\\.org\")", made, 0, 0));
  g_assert_false (g_regex_match_simple ("\"url\":\"(?!https://example\\.org/)", made, 0, 0));
  g_assert_false (g_regex_match_simple ("\"postal_code\":\"(?!Q)", made, 0, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/made-up/demo-file", test_demo_file);
  add_test ("/made-up/demo", test_demo);
  add_test ("/made-up/every-referral", test_every_referral);
  add_test ("/made-up/large", test_large);
  add_test ("/made-up/nobody-real", test_nobody_real);
  return g_test_run ();
}
