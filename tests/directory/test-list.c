// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <math.h>
#include <string.h>

#define FEED                                                                                       \
  "[{\"id\": \"1\", \"name\": \"Food bank\", \"status\": \"active\","                              \
  "  \"organization\": {\"name\": \"Mill Street Church\"},"                                        \
  "  \"attributes\": [{\"taxonomy_term\": {\"id\": \"1120\", \"name\": \"Emergency Food\","        \
  "    \"taxonomy\": \"openEligibility\"}}]},"                                                     \
  " {\"id\": \"2\", \"name\": \"Débt advice\", \"status\": \"inactive\","                         \
  "  \"languages\": [{\"code\": \"pol\"}]},"                                                       \
  " {\"id\": \"3\", \"name\": \"Counselling\", \"description\": \"For debt and food worries\","    \
  "  \"service_taxonomys\": [{\"taxonomy\": {\"id\": \"openEligibility:1120\","                    \
  "    \"name\": \"Emergency Food\", \"vocabulary\": \"openEligibility\"}}],"                      \
  "  \"status\": \"active\"}]"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  stile_import_report_free (fixture_import (fixture, "feed.json", FEED));
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  assert_list (fixture, NULL, "Counselling, Débt advice, Food bank");
}

/* What is typed, and what is listed then. */
static const struct
{
  const char *search;
  const char *found;
} searches[] = {
  { "f", "Food bank, Counselling" },
  { "foo", "Food bank, Counselling" },
  { "food b", "Food bank" },
  { "bank food", "Food bank" },
  { "DEBT", "Débt advice, Counselling" },
  { "church", "Food bank" },
  { "emergency", "Food bank, Counselling" },
  { "\"food* OR -", "" },
  { "food \"", "Food bank, Counselling" },
  { "  ", "Counselling, Débt advice, Food bank" },
  { "nothing", "" },
};

static void
test_search (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    assert_list (fixture, searches[i].search, searches[i].found);
}

static char *
list_first (Fixture *fixture, const StileDirectoryFilter *filter)
{
  g_autoptr (GPtrArray) rows = stile_directory_list (fixture->directory, filter, NULL);

  g_assert_nonnull (rows);
  return rows->len == 1 ? g_strdup (((const StileServiceRow *) rows->pdata[0])->name)
                        : g_strdup_printf ("%u", rows->len);
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = list_first (fixture, &(StileDirectoryFilter){ .language = "pl-PL" });

  g_assert_cmpstr (found, ==, "Débt advice");
}

static void
test_term (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = list_first (
      fixture, &(StileDirectoryFilter){ .vocabulary = "Open Eligibility", .term = "1120" });

  g_assert_cmpstr (found, ==, "2");
}

static void
test_only_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found =
      list_first (fixture, &(StileDirectoryFilter){ .search = "advice", .only_open = TRUE });

  g_assert_cmpstr (found, ==, "0");
}

static void
test_only_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autofree char *found = NULL;

  overlay->known = TRUE;
  g_assert_true (stile_directory_put_overlay (fixture->directory, "3", overlay, NULL));
  found = list_first (fixture, &(StileDirectoryFilter){ .only_known = TRUE });
  g_assert_cmpstr (found, ==, "Counselling");
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = list_first (fixture, &(StileDirectoryFilter){ .most = 1 });

  g_assert_cmpstr (found, ==, "Counselling");
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  const StileDirectoryFilter filter = { .search = "advice" };
  g_autoptr (GPtrArray) rows = stile_directory_list (fixture->directory, &filter, NULL);
  const StileServiceRow *row = rows->pdata[0];

  g_assert_nonnull (strstr (row->closed, "no longer open"));
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) terms = stile_directory_list_terms (fixture->directory, NULL);
  const StileDirectoryTerm *term = terms->pdata[0];

  g_assert_cmpuint (terms->len, ==, 1);
  g_assert_cmpstr (term->vocabulary, ==, "openEligibility");
  g_assert_cmpstr (term->id, ==, "1120");
  g_assert_cmpstr (term->name, ==, "Emergency Food");
  g_assert_cmpuint (term->services, ==, 2);
}

/* In two vocabularies it is still one heading. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) headings = NULL;
  const StileDirectoryTerm *heading;
  g_autofree char *found = NULL;

  stile_import_report_free (fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"1\", \"name\": \"Larder\", \"status\": \"active\", \"attributes\": ["
      "  {\"taxonomy_term\": {\"id\": \"7\", \"name\": \"Food\", \"taxonomy\": \"one\"}},"
      "  {\"taxonomy_term\": {\"id\": \"8\", \"name\": \"Food\", \"taxonomy\": \"two\"}}]},"
      " {\"id\": \"2\", \"name\": \"Law\", \"status\": \"active\"}]"));
  headings = stile_directory_list_headings (fixture->directory, NULL);
  g_assert_cmpuint (headings->len, ==, 1);
  heading = headings->pdata[0];
  g_assert_cmpstr (heading->name, ==, "Food");
  g_assert_cmpuint (heading->services, ==, 1);
  found = list_first (fixture, &(StileDirectoryFilter){ .heading = "Food" });
  g_assert_cmpstr (found, ==, "Larder");
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (GPtrArray) tags = NULL;

  overlay->languages = g_strdup ("ro-RO pl");
  g_assert_true (stile_directory_put_overlay (fixture->directory, "3", overlay, NULL));
  tags = stile_directory_list_languages (fixture->directory, NULL);
  g_assert_cmpuint (tags->len, ==, 2);
  g_ptr_array_sort (tags, compare_texts);
  g_assert_cmpstr (tags->pdata[0], ==, "pl");
  g_assert_cmpstr (tags->pdata[1], ==, "ro");
}

static void
put (Fixture *fixture, const char *id, int capacity, gboolean paused)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();

  overlay->capacity = capacity;
  overlay->capacity_at = g_strdup ("2026-11-01");
  overlay->paused = paused;
  g_assert_true (stile_directory_put_overlay (fixture->directory, id, overlay, NULL));
}

static void
test_only_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  put (fixture, "1", 2, FALSE);
  put (fixture, "2", 0, FALSE);
  found = list_first (fixture, &(StileDirectoryFilter){ .only_room = TRUE });
  g_assert_cmpstr (found, ==, "Food bank");
}

static void
test_only_paused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  put (fixture, "1", STILE_NOT_KNOWN, TRUE);
  put (fixture, "2", STILE_NOT_KNOWN, FALSE);
  found = list_first (fixture, &(StileDirectoryFilter){ .only_paused = TRUE });
  g_assert_cmpstr (found, ==, "Food bank");
}

/* Ours goes before the directory's, with its own day. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  const StileServiceRow *row;

  stile_import_report_free (fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"1\", \"name\": \"Food bank\", \"status\": \"active\","
      "  \"description\": \"Three days of food\","
      "  \"capacities\": [{\"available\": 9, \"updated\": \"2026-10-01\"}]}]"));
  rows = stile_directory_list (fixture->directory, &(StileDirectoryFilter){ NULL }, NULL);
  row = rows->pdata[0];
  g_assert_cmpint (row->room, ==, 9);
  g_assert_cmpstr (row->room_at, ==, "2026-10-01");
  g_assert_cmpstr (row->summary, ==, "Three days of food");
  put (fixture, "1", 2, FALSE);
  g_ptr_array_unref (rows);
  rows = stile_directory_list (fixture->directory, &(StileDirectoryFilter){ NULL }, NULL);
  row = rows->pdata[0];
  g_assert_cmpint (row->room, ==, 2);
  g_assert_cmpstr (row->room_at, ==, "2026-11-01");
}

#define AT(id, postcode, latitude)                                                                 \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"status\": \"active\","                             \
  " \"service_at_locations\": [{\"location\": {\"latitude\": " latitude ", \"longitude\": 1.3,"    \
  "  \"addresses\": [{\"address_1\": \"1 Mill Street, Dunford\","                                  \
  "                   \"postal_code\": \"" postcode "\"}]}}]}"

/* A tenth of a degree of latitude is 6.9 miles. What is not known is last, never left out. */
static void
test_near (Fixture *fixture, gconstpointer data)
{
  StileDirectoryFilter filter = { .postcode = "QA4 1AB", .most_miles = 10 };
  g_autoptr (GPtrArray) rows = NULL;
  const StileServiceRow *row;

  stile_import_report_free (fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"0\", \"name\": \"0\", \"status\": \"active\"}," AT ("far", "QB1 1AA", "54.9") ","
      AT ("near", "QA5 1AA", "54.7") "," AT ("same", "QA4 4JB", "54.6") "]"));
  rows = stile_directory_list (fixture->directory, &filter, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_cmpstr (row->name, ==, "same");
  row = rows->pdata[1];
  g_assert_cmpstr (row->name, ==, "near");
  g_assert_cmpfloat_with_epsilon (row->miles, 6.9, 0.1);
  row = rows->pdata[2];
  g_assert_cmpstr (row->name, ==, "0");
  g_assert_true (isnan (row->miles));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/list/all", test_all);
  add ("/list/search", test_search);
  add ("/list/language", test_language);
  add ("/list/term", test_term);
  add ("/list/only-open", test_only_open);
  add ("/list/only-known", test_only_known);
  add ("/list/most", test_most);
  add ("/list/closed", test_closed);
  add ("/list/terms", test_terms);
  add ("/list/headings", test_headings);
  add ("/list/languages", test_languages);
  add ("/list/only-room", test_only_room);
  add ("/list/only-paused", test_only_paused);
  add ("/list/room", test_room);
  add ("/list/near", test_near);
  return g_test_run ();
}
