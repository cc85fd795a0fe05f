// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is read from each kind of feed. */

#include <math.h>
#include <string.h>

#include "fixture.h"

/* ---- HSDS 3.0 and 3.1, Open Referral UK 3.0 ---- */

#define SERVICE_3                                                                                  \
  "{\"id\": \"s1\", \"name\": \"Debt clinic\", \"status\": \"active\","                            \
  " \"description\": \"Help with debt\", \"url\": \"https://example.org/debt\","                   \
  " \"email\": \"debt@example.org\", \"wait_time\": \"2 weeks\","                                  \
  " \"application_process\": \"Ring first\", \"fees_description\": \"Free\","                      \
  " \"eligibility_description\": \"Anyone\", \"minimum_age\": 18, \"maximum_age\": 64,"            \
  " \"accreditations\": \"Mark of quality\", \"interpretation_services\": \"By phone\","           \
  " \"alert\": \"Moved\", \"last_modified\": \"2026-03-15T10:30:45.123Z\","                        \
  " \"organization\": {\"id\": \"o1\", \"name\": \"Mill Trust\", \"description\": \"x\"},"         \
  " \"phones\": [{\"number\": \"\\\"01632 960001\\\"\", \"extension\": 7}],"                       \
  " \"contacts\": [{\"name\": \"Ann\", \"title\": \"Manager\","                                    \
  "   \"phones\": [{\"number\": \"01632 960002\"}, {\"number\": \"01632 960001\"}]}],"             \
  " \"service_areas\": [{\"name\": \"All of QX1\"}],"                                              \
  " \"languages\": [{\"code\": \"urd\", \"name\": \"Urdu\"}, {\"name\": \"Punjabi\"}],"            \
  " \"schedules\": [{\"byday\": \"MO,TH\", \"opens_at\": \"10:00:00\", \"closes_at\": "            \
  "\"16:30Z\"}],"                                                                                  \
  " \"capacities\": [{\"available\": 3, \"maximum\": 10, \"updated\": \"2026-01-02T03:04:05Z\"}]," \
  " \"service_at_locations\": [{\"location\": {\"name\": \"Mill\", \"latitude\": 54.5,"            \
  "   \"longitude\": 1.5, \"addresses\": [{\"address_1\": \"1 Mill Street\", \"city\": "           \
  "\"Milltown\","                                                                                  \
  "   \"postal_code\": \"qx11aa\"}]}}],"                                                           \
  " \"attributes\": [{\"taxonomy_term\": {\"id\": \"u-1\", \"code\": \"1263\","                    \
  "   \"name\": \"Credit Counseling\", \"taxonomy\": \"openEligibility\"}}]}"

static void
assert_service_3 (Fixture *fixture)
{
  g_autoptr (StileService) service = fixture_load (fixture, "s1");
  const StilePlace *place;
  const StileTerm *term;

  g_assert_cmpstr (service->name, ==, "Debt clinic");
  g_assert_cmpstr (service->organization, ==, "Mill Trust");
  g_assert_cmpstr (service->description, ==, "Help with debt");
  g_assert_cmpstr (service->status, ==, "active");
  g_assert_cmpstr (service->url, ==, "https://example.org/debt");
  g_assert_cmpstr (service->email, ==, "debt@example.org");
  g_assert_cmpstr (service->waiting, ==, "2 weeks");
  g_assert_cmpstr (service->application, ==, "Ring first");
  g_assert_cmpstr (service->cost, ==, "Free");
  g_assert_cmpstr (service->eligibility, ==, "Anyone");
  g_assert_cmpstr (service->accreditations, ==, "Mark of quality");
  g_assert_cmpstr (service->interpreters, ==, "By phone");
  g_assert_cmpstr (service->alert, ==, "Moved");
  g_assert_cmpstr (service->contact, ==, "Ann, Manager");
  g_assert_cmpstr (service->updated, ==, "2026-03-15");
  g_assert_cmpint (service->minimum_age, ==, 18);
  g_assert_cmpint (service->maximum_age, ==, 64);
  g_assert_cmpuint (service->phones->len, ==, 2);
  g_assert_cmpstr (stile_service_get_phone (service), ==, "01632 960001");
  g_assert_cmpstr (service->areas->pdata[0], ==, "All of QX1");
  g_assert_cmpstr (((StileSpokenLanguage *) service->languages->pdata[0])->tag, ==, "ur");
  g_assert_cmpstr (((StileSpokenLanguage *) service->languages->pdata[1])->tag, ==, "pa");
  g_assert_cmpstr (service->schedules->pdata[0], ==, "Monday, Thursday: 10:00–16:30");
  g_assert_cmpint (((StileCapacity *) service->capacities->pdata[0])->available, ==, 3);
  place = service->places->pdata[0];
  g_assert_cmpstr (place->address, ==, "1 Mill Street, Milltown");
  g_assert_cmpstr (place->postcode, ==, "QX1 1AA");
  g_assert_cmpfloat (place->latitude, ==, 54.5);
  term = service->terms->pdata[0];
  g_assert_cmpstr (term->id, ==, "1263");
  g_assert_cmpstr (term->vocabulary, ==, "openEligibility");
}

/* The shapes that one and the same service comes in. */
static const struct
{
  const char *name;
  const char *before, *after;
} shapes[] = {
  { "single", "", "" },
  { "array", "[", "]" },
  { "page-3", "{\"total_items\": 900, \"total_pages\": 9, \"contents\": [",
    "], \"last_page\": false, \"size\": 0}" },
  { "page-1", "{\"totalElements\": 0, \"first\": true, \"content\": [", "], \"empty\": true}" },
  { "at-location", "{\"id\": \"x\", \"service\": ", ", \"location\": {\"id\": \"l\"}}" },
  { "organization", "{\"id\": \"o\", \"name\": \"Mill Trust\", \"services\": [", "]}" },
  { "two-values", "[] ", "\n{\"contents\": []}" },
};

static void
test_shape (Fixture *fixture, gconstpointer data)
{
  guint shape = GPOINTER_TO_UINT (data);
  g_autofree char *feed = g_strconcat (shapes[shape].before, SERVICE_3, shapes[shape].after, NULL);
  g_autoptr (StileImportReport) report = fixture_import (fixture, "feed.json", feed);

  g_assert_cmpuint (report->services, ==, 1);
  g_assert_false (report->cut);
  g_assert_cmpuint (report->left_out, ==, 0);
  assert_service_3 (fixture);
}

/* What is kept is written as HSDS 3.1 and must be read as it was. */
static void
test_json_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) first = fixture_import (fixture, "feed.json", SERVICE_3);
  g_autoptr (StileService) service = fixture_load (fixture, "s1");
  g_autofree char *json = stile_service_to_json (service);
  g_autoptr (StileImportReport) second = fixture_import (fixture, "again.json", json);
  g_autoptr (StileService) again = fixture_load (fixture, "s1");
  g_autofree char *json_again = stile_service_to_json (again);

  g_assert_cmpuint (second->n_lines, ==, 0);
  g_assert_cmpstr (json, ==, json_again);
}

/* ---- Open Referral UK 1.0 ---- */

static void
test_version_1 (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "feed.json",
      "{\"content\": [{\"id\": \"s1\", \"name\": \"Lunch club\", \"status\": \"active\","
      " \"organization\": {\"id\": \"o\", \"name\": \"Hall\", \"url\": \"https://example.org\"},"
      " \"fees\": \"2 pounds\", \"assured_date\": \"2026-02-03\", \"attending_access\": "
      "\"referral\","
      " \"eligibilitys\": [{\"eligibility\": \"Older people\", \"minimum_age\": 60}],"
      " \"languages\": [{\"language\": \"Welsh\"}],"
      " \"cost_options\": [{\"option\": \"Lunch\", \"amount\": 2}],"
      " \"regular_schedules\": [{\"weekday\": \"Monday\", \"opens_at\": \"12:00\","
      "   \"closes_at\": \"14:00\"}],"
      " \"service_at_locations\": [{\"location\": {\"physical_addresses\":"
      "   [{\"address_1\": \"The Hall\", \"postal_code\": \"QX2 2BB\"}]}}],"
      " \"service_taxonomys\": [{\"taxonomy\": {\"id\": \"esdServiceTypes:255\","
      "   \"name\": \"Lunch clubs\", \"vocabulary\": \"esdServiceTypes\"}}]}]}");
  g_autoptr (StileService) service = fixture_load (fixture, "s1");
  const StileTerm *term = service->terms->pdata[0];

  g_assert_cmpuint (report->n_lines, ==, 0);
  g_assert_cmpstr (service->eligibility, ==, "Older people");
  g_assert_cmpint (service->minimum_age, ==, 60);
  g_assert_cmpstr (service->application, ==, "referral");
  g_assert_cmpstr (service->cost, ==, "2 pounds");
  g_assert_cmpstr (service->updated, ==, "2026-02-03");
  g_assert_cmpstr (service->url, ==, "https://example.org");
  g_assert_cmpstr (service->schedules->pdata[0], ==, "Monday: 12:00–14:00");
  g_assert_cmpstr (((StilePlace *) service->places->pdata[0])->postcode, ==, "QX2 2BB");
  g_assert_cmpstr (((StileSpokenLanguage *) service->languages->pdata[0])->tag, ==, "cy");
  g_assert_cmpstr (term->id, ==, "255");
  g_assert_cmpstr (term->vocabulary, ==, "esdServiceTypes");
}

/* Singular and plural, and other spellings, are one vocabulary. */
static void
test_vocabulary_spellings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\", \"service_taxonomies\":"
      "   [{\"taxonomy\": {\"id\": \"9\", \"vocabulary\": \"esdCircumstances\"}}]},"
      " {\"id\": \"b\", \"name\": \"B\", \"status\": \"active\", \"attributes\":"
      "   [{\"taxonomy_term\": {\"id\": \"9\", \"taxonomy\": \"ESD circumstance\"}}]}]");
  const StileDirectoryFilter filter = { .vocabulary = "esdCircumstance", .term = "9" };
  g_autoptr (GPtrArray) rows = stile_directory_list (fixture->directory, &filter, NULL);

  g_assert_cmpuint (rows->len, ==, 2);
}

/* A referral to it could not be written down otherwise. */
static void
test_names_are_one_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"a\\nb\", \"name\": \"Debt<br><br>help\", \"status\": \"active\","
      " \"organization\": {\"name\": \"Mill\\nTrust\"}}]");
  g_autoptr (StileService) service = fixture_load (fixture, "a b");

  g_assert_cmpstr (service->name, ==, "Debt help");
  g_assert_cmpstr (service->organization, ==, "Mill Trust");
}

/* ---- CSV ---- */

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "ours.csv",
      "Name,Organization,Phone,Postcode,Languages,Minimum age,Terms,Opening hours,Status\r\n"
      "\"Food bank, \"\"Mill\"\"\",Church,01632 960001; 01632 960002,qx1 1aa,pl; Urdu,16,"
      "openEligibility:1120:Emergency Food; esdServiceType:5,\"Monday\nFriday\",active\r\n"
      "\r\n"
      "Clinic,,,,,,,,active\r\n");
  g_autoptr (GPtrArray) rows =
      stile_directory_list (fixture->directory, &(StileDirectoryFilter){ .search = "mill" }, NULL);
  g_autoptr (StileService) service = NULL;

  g_assert_cmpuint (report->services, ==, 2);
  g_assert_cmpuint (report->left_out, ==, 0);
  assert_tells (report, "id", "no id");
  service = fixture_load (fixture, ((StileServiceRow *) rows->pdata[0])->id);
  g_assert_cmpstr (service->name, ==, "Food bank, \"Mill\"");
  g_assert_cmpstr (service->organization, ==, "Church");
  g_assert_cmpuint (service->phones->len, ==, 2);
  g_assert_cmpstr (((StilePlace *) service->places->pdata[0])->postcode, ==, "QX1 1AA");
  g_assert_cmpuint (service->languages->len, ==, 2);
  g_assert_cmpstr (((StileSpokenLanguage *) service->languages->pdata[0])->tag, ==, "pl");
  g_assert_cmpint (service->minimum_age, ==, 16);
  g_assert_cmpuint (service->terms->len, ==, 2);
  g_assert_cmpstr (((StileTerm *) service->terms->pdata[0])->name, ==, "Emergency Food");
  g_assert_cmpstr (service->schedules->pdata[0], ==, "Monday\nFriday");
}

/* A column more than "name" is not asked for. */
static void
test_csv_of_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "ours.csv", "name,phone\nFood bank,01632 960001\nClinic,\n");

  g_assert_cmpuint (report->left_out, ==, 0);
  assert_list (fixture, NULL, "Clinic, Food bank");
}

static void
test_csv_semicolons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "ours.csv", "id;name;colour;status\n7;Clinic;red;active\n");
  g_autoptr (StileService) service = fixture_load (fixture, "7");

  g_assert_cmpstr (service->name, ==, "Clinic");
  assert_tells (report, "colour", "Nobody knows this column");
}

static void
test_csv_without_header (Fixture *fixture, gconstpointer data)
{
  fixture_refuse (fixture, "ours.csv", "Food bank,01632 960001\n", STILE_DIRECTORY_ERROR_INPUT);
}

/* ---- Several sources ---- */

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = fixture_write (
      fixture, "in/page-1.json", "[{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\"}]", -1);
  g_autofree char *two =
      fixture_write (fixture, "in/deep/page-2.json",
                     "[{\"id\": \"b\", \"name\": \"B\", \"status\": \"active\"}]", -1);
  g_autofree char *other = fixture_write (fixture, "in/notes.doc", "[]", -1);
  g_autofree char *folder = g_path_get_dirname (one);
  const char *const paths[] = { folder, NULL };
  g_autoptr (StileImportReport) report =
      stile_directory_import (fixture->directory, paths, NULL, NULL, NULL, NULL);

  g_assert_nonnull (report);
  g_assert_cmpuint (report->sources, ==, 2);
  assert_tells (report, NULL, "neither JSON nor CSV");
  assert_list (fixture, NULL, "A, B");
}

/* A list with little, and the same service with more. */
static void
test_list_and_details (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\", \"description\": \"First\"},"
      " {\"id\": \"a\", \"name\": \"A\", \"status\": \"inactive\", \"email\": \"a@example.org\","
      "  \"phones\": [{\"number\": \"01632 960001\"}]}]");
  g_autoptr (StileService) service = fixture_load (fixture, "a");

  g_assert_cmpuint (report->services, ==, 1);
  g_assert_cmpuint (report->repeated, ==, 1);
  assert_tells (report, "id", "read already");
  g_assert_cmpstr (service->status, ==, "active");
  g_assert_cmpstr (service->description, ==, "First");
  g_assert_cmpstr (service->email, ==, "a@example.org");
  g_assert_cmpstr (stile_service_get_phone (service), ==, "01632 960001");
}

/* One service at two locations is one service with two places. */
static void
test_two_locations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report =
      fixture_import (fixture, "feed.json",
                      "{\"contents\": [{\"id\": \"1\", \"location\": {\"name\": \"North\"},"
                      "  \"service\": {\"id\": \"a\", \"name\": \"A\", \"status\": \"active\"}},"
                      " {\"id\": \"2\", \"location\": {\"name\": \"South\"},"
                      "  \"service\": {\"id\": \"a\", \"name\": \"A\", \"status\": \"active\"}}]}");
  g_autoptr (StileService) service = fixture_load (fixture, "a");

  g_assert_cmpuint (service->places->len, ==, 2);
  g_assert_cmpstr (((StilePlace *) service->places->pdata[1])->name, ==, "South");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/import/shape/", shapes[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_shape,
                  fixture_tear_down);
    }
  add_test ("/import/json-again", test_json_again);
  add_test ("/import/version-1", test_version_1);
  add_test ("/import/vocabulary-spellings", test_vocabulary_spellings);
  add_test ("/import/names-are-one-line", test_names_are_one_line);
  add_test ("/import/csv", test_csv);
  add_test ("/import/csv-of-names", test_csv_of_names);
  add_test ("/import/csv-semicolons", test_csv_semicolons);
  add_test ("/import/csv-without-header", test_csv_without_header);
  add_test ("/import/folder", test_folder);
  add_test ("/import/list-and-details", test_list_and_details);
  add_test ("/import/two-locations", test_two_locations);
  return g_test_run ();
}
