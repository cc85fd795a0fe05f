// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

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
  return g_test_run ();
}
