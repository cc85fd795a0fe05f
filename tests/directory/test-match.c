// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What comes before what, and what is said of it. Every rule is a pair of services that differ in
 * one thing. */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "service-match.h"

static const StileServiceWish food = { .vocabulary = "openEligibility", .term = "1120" };
static const StileServiceWish bank = { .keyword = "food bank" };

#define TERM                                                                                       \
  "\"attributes\": [{\"taxonomy_term\": {\"id\": \"1120\", \"taxonomy\": \"openEligibility\","     \
  " \"name\": \"Emergency Food\"}}]"
/* A service called B that stands under the heading, and what else there is of it. */
#define WORSE(more) "{\"id\": \"b\", \"name\": \"B\", \"status\": \"active\", " TERM more "}"
/* One called Z, so that its name does not help. */
#define BETTER(more) "{\"id\": \"z\", \"name\": \"Z\", \"status\": \"active\", " TERM more "}"

#define AT(postcode, latitude, longitude)                                                          \
  ", \"service_at_locations\": [{\"location\": {\"latitude\": " latitude                           \
  ", \"longitude\": " longitude ", \"addresses\": [{\"postal_code\": \"" postcode "\"}]}}]"
#define IN(postcode)                                                                               \
  ", \"service_at_locations\": [{\"location\": {\"addresses\": [{\"postal_code\": \"" postcode     \
  "\"}]}}]"

static StileMatchQuery
new_query (const GDate *today)
{
  return (
      StileMatchQuery){ .wishes = &food, .n_wishes = 1, .age = STILE_NOT_KNOWN, .today = today };
}

static GPtrArray *
match (Fixture *fixture, const StileMatchQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *matches = stile_directory_match (fixture->directory, query, &error);

  g_assert_no_error (error);
  return matches;
}

static const StileMatch *
get (GPtrArray *matches, guint index)
{
  g_assert_cmpuint (matches->len, >, index);
  return matches->pdata[index];
}

static void
assert_says (const StileMatch *match, const char *words)
{
  g_autofree char *all = g_strjoinv (" ", match->reasons);

  if (!strstr (all, words))
    g_error ("“%s” is not in: %s", words, all);
}

typedef struct
{
  const char *name;
  const char *better, *worse; /* what they have besides */
  const char *better_says, *worse_says;
  const char *language;
  int age;
  const char *postcode;
} Rule;

static const Rule rules[] = {
  { "near", AT ("QX1 1AA", "54.50", "1.50"), AT ("QX2 1AA", "54.60", "1.50"), "Less than half",
    "About 6.9 miles", NULL, -1, "QX1 1AA" },
  { "same-district", IN ("QX1 1AA"), IN ("QX2 1AA"), "same postcode district, QX1",
    "same postcode area, QX", NULL, -1, "QX1" },
  { "same-area", IN ("QX9 1AA"), IN ("QY1 1AA"), "same postcode area, QX",
    "another postcode area, QY1", NULL, -1, "QX1" },
  { "not-known-before-away", "", IN ("QY1 1AA"), "not known: ask", "another postcode area", NULL,
    -1, "QX1" },
  { "serves", ", \"service_areas\": [{\"name\": \"Homes in QX1 and QX3\"}]", IN ("QX2 1AA"),
    "says that it serves QX1", "same postcode area", NULL, -1, "QX1" },
  { "not-another-district", IN ("QX2 1AA"), ", \"service_areas\": [{\"name\": \"Homes in QX11\"}]",
    "same postcode area", "not known: ask", NULL, -1, "QX1" },
  { "language", ", \"languages\": [{\"code\": \"pol\"}]", "", "Polish is spoken there",
    "Whether Polish is spoken there is not known", "pl", -1, NULL },
  { "language-by-name", ", \"languages\": [{\"name\": \"Punjabi\"}]", "", "Panjabi is spoken there",
    "not known", "pa-IN", -1, NULL },
  { "interpreters", ", \"interpretation_services\": \"By telephone\"", "", "interpreters: ask",
    "not known", "so", -1, NULL },
  { "not-known-before-other-languages", "", ", \"languages\": [{\"code\": \"ur\"}]", "not known",
    "Polish is not: ask", "pl", -1, NULL },
  { "age", ", \"minimum_age\": 16, \"maximum_age\": 25", "",
    "The age fits: for people from 16 to 25", "For which ages it is, is not known: ask", NULL, 25,
    NULL },
  { "not-known-before-outside", "", ", \"minimum_age\": 16, \"maximum_age\": 25", "not known: ask",
    "May not fit: it is for people from 16 to 25", NULL, 26, NULL },
  { "outside-after-far", IN ("QY1 1AA"), IN ("QX1 1AA") ", \"minimum_age\": 60", "another",
    "May not fit", NULL, 30, "QX1" },
  { "room", ", \"capacities\": [{\"available\": 1, \"updated\": \"2026-11-20T10:00:00Z\"}]", "",
    "Room for 1 more person (told 2 days ago)", "Whether there is room is not known", NULL, -1,
    NULL },
  { "not-known-before-full", "",
    ", \"capacities\": [{\"available\": 0, \"updated\": \"2026-11-22\"}]", "not known",
    "It was full (told today)", NULL, -1, NULL },
  { "old-is-not-known",
    ", \"capacities\": [{\"available\": 0, \"updated\": \"2026-01-22\"}], \"wait_time\": \"1 "
    "week\","
    " \"last_modified\": \"2026-11-01\"",
    "", "It was full (told 10 months ago)", "not known", NULL, -1, NULL },
  { "waiting", ", \"wait_time\": \"about 1 week\", \"last_modified\": \"2026-11-01\"",
    ", \"wait_time\": \"3 months\", \"last_modified\": \"2026-11-01\"",
    "People wait about 7 days (told 21 days ago)", "People wait about 90 days", NULL, -1, NULL },
};

static void
test_rule (Fixture *fixture, gconstpointer data)
{
  const Rule *rule = data;
  g_autofree char *better = g_strdup_printf (BETTER ("%s"), rule->better);
  g_autofree char *worse = g_strdup_printf (WORSE ("%s"), rule->worse);
  g_autofree char *feed = g_strdup_printf ("[%s, %s]", worse, better);
  g_autoptr (StileImportReport) report = fixture_import (fixture, "feed.json", feed);
  const GDate *today = g_date_new_dmy (22, 11, 2026);
  StileMatchQuery query = new_query (today);
  g_autoptr (GPtrArray) matches = NULL;

  query.language = rule->language;
  query.age = rule->age;
  query.postcode = rule->postcode;
  matches = match (fixture, &query);
  g_assert_cmpuint (matches->len, ==, 2);
  g_assert_cmpstr (get (matches, 0)->id, ==, "z");
  assert_says (get (matches, 0), rule->better_says);
  assert_says (get (matches, 1), rule->worse_says);
  g_date_free ((GDate *) today);
}

/* ---- What it does ---- */

static char *
join_ids (GPtrArray *matches)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", get (matches, i)->id);
  return g_string_free (ids, FALSE);
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = fixture_import (
      fixture, "feed.json",
      "[{\"id\": \"text\", \"name\": \"A church\", \"status\": \"active\","
      "  \"description\": \"On Fridays a food and toy bank\"},"
      " {\"id\": \"name\", \"name\": \"B Food banks\", \"status\": \"active\"},"
      " {\"id\": \"heading\", \"name\": \"C pantry\", \"status\": \"active\", " TERM "},"
      " {\"id\": \"both\", \"name\": \"D Food bank\", \"status\": \"active\", " TERM "},"
      " {\"id\": \"none\", \"name\": \"E Blood bank\", \"status\": \"active\","
      "  \"description\": \"Give blood. Please eat some light and plain food before\"}]");
  const StileServiceWish wishes[] = { food, bank };
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;
  g_autofree char *ids = NULL;

  query.wishes = wishes;
  query.n_wishes = G_N_ELEMENTS (wishes);
  matches = match (fixture, &query);
  ids = join_ids (matches);
  g_assert_cmpstr (ids, ==, "both heading name text");
  assert_says (get (matches, 0), "stands under “Emergency Food” and speaks of “food bank”");
  assert_says (get (matches, 1), "stands under “Emergency Food”");
  assert_says (get (matches, 2), "“food bank” is in its name");
  assert_says (get (matches, 3), "“food bank” is in what it says of itself");
}

/* ---- Those last ---- */

static void
put_overlay (Fixture *fixture, const char *id, StileOverlay *overlay)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_directory_put_overlay (fixture->directory, id, overlay, &error));
  g_assert_no_error (error);
  stile_overlay_free (overlay);
}

static void
import_pair (Fixture *fixture, const char *better, const char *worse)
{
  g_autofree char *feed = g_strdup_printf ("[%s, %s]", worse, better);

  stile_import_report_free (fixture_import (fixture, "feed.json", feed));
}

static void
test_paused (Fixture *fixture, gconstpointer data)
{
  StileOverlay *overlay = stile_overlay_new ();
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""), WORSE (IN ("QX1 1AA")));
  overlay->paused = TRUE;
  overlay->paused_reason = g_strdup ("Their worker is ill");
  put_overlay (fixture, "b", overlay);
  query.postcode = "QX1";
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 1)->id, ==, "b");
  g_assert_cmpint (get (matches, 1)->standing, ==, STILE_STANDING_CLOSED);
  g_assert_cmpstr (get (matches, 1)->reasons[0], ==, "Paused by us: Their worker is ill");
}

static void
test_inactive (Fixture *fixture, gconstpointer data)
{
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""),
               "{\"id\": \"b\", \"name\": \"B\", \"status\": \"temporarily closed\", " TERM "}");
  matches = match (fixture, &query);
  g_assert_cmpint (get (matches, 1)->standing, ==, STILE_STANDING_CLOSED);
  assert_says (get (matches, 1), "closed for the time being");
}

static void
test_status_not_known (Fixture *fixture, gconstpointer data)
{
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""),
               "{\"id\": \"b\", \"name\": \"B\", \"organization\": {}, " TERM "}");
  matches = match (fixture, &query);
  g_assert_cmpint (get (matches, 0)->standing, ==, STILE_STANDING_OPEN);
  g_assert_cmpint (get (matches, 1)->standing, ==, STILE_STANDING_OPEN);
}

/* ---- What we know ourselves ---- */

static void
test_known (Fixture *fixture, gconstpointer data)
{
  StileOverlay *overlay = stile_overlay_new ();
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""), WORSE (""));
  overlay->known = TRUE;
  overlay->notes = g_strdup ("Bring a letter");
  put_overlay (fixture, "z", overlay);
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 0)->id, ==, "z");
  assert_says (get (matches, 0), "We know them.");
  assert_says (get (matches, 0), "Our note on who can come: Bring a letter");
}

static void
test_overlay_before_directory (Fixture *fixture, gconstpointer data)
{
  StileOverlay *overlay = stile_overlay_new ();
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""),
               WORSE (", \"capacities\": [{\"available\": 9, \"updated\": \"2026-11-20\"}]"));
  overlay->capacity = 0;
  overlay->waiting_days = 3;
  put_overlay (fixture, "b", overlay);
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 1)->id, ==, "b");
  assert_says (get (matches, 1), "It was full (told today)");
  assert_says (get (matches, 1), "People wait about 3 days (told today)");
}

static void
test_local_language (Fixture *fixture, gconstpointer data)
{
  StileOverlay *overlay = stile_overlay_new ();
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""), WORSE (""));
  overlay->languages = g_strdup ("ro uk");
  put_overlay (fixture, "z", overlay);
  query.language = "uk";
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 0)->id, ==, "z");
  assert_says (get (matches, 0), "Ukrainian is spoken there");
}

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  const StileServiceOutcome outcomes[] = {
    { .service = "z", .made = 10, .started = 8 },
    { .service = "b", .made = 10, .started = 1, .no_reply = 4 }
  };
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""), WORSE (""));
  query.outcomes = outcomes;
  query.n_outcomes = G_N_ELEMENTS (outcomes);
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 0)->id, ==, "z");
  assert_says (get (matches, 0), "Of 10 people we sent there, 8 started.");
  assert_says (get (matches, 1), "They did not reply about 4 of them.");
}

/* ---- Where from ---- */

static void
test_centre (Fixture *fixture, gconstpointer data)
{
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (AT ("QX1 1AA", "54.50", "1.50")),
               WORSE (AT ("QX2 1AA", "54.60", "1.50")));
  query.has_centre_place = TRUE;
  query.centre_latitude = 54.50;
  query.centre_longitude = 1.51;
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 0)->id, ==, "z");
  g_assert_cmpfloat_with_epsilon (get (matches, 0)->miles, 0.40, 0.01);
}

static void
test_person_before_centre (Fixture *fixture, gconstpointer data)
{
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (AT ("QX1 1AA", "54.50", "1.50")),
               WORSE (AT ("QX2 1AA", "54.60", "1.50")));
  query.postcode = "qx1 9zz";
  query.centre_postcode = "QX2 1AA";
  query.has_centre_place = TRUE;
  query.centre_latitude = 54.60;
  query.centre_longitude = 1.50;
  matches = match (fixture, &query);
  g_assert_cmpstr (get (matches, 0)->id, ==, "z");
}

static void
test_nothing_known (Fixture *fixture, gconstpointer data)
{
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""), WORSE (""));
  matches = match (fixture, &query);
  g_assert_cmpuint (matches->len, ==, 2);
  g_assert_true (isnan (get (matches, 0)->miles));
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  StileMatchQuery query = new_query (NULL);
  g_autoptr (GPtrArray) matches = NULL;

  import_pair (fixture, BETTER (""), WORSE (""));
  query.most = 1;
  matches = match (fixture, &query);
  g_assert_cmpuint (matches->len, ==, 1);
}

/* Whatever a form's author writes as a keyword is words, not a query. */
static void
test_odd_keywords (Fixture *fixture, gconstpointer data)
{
  static const char *const keywords[] = { "\"", "a OR (b", "NEAR(", "- ^", "", "*", "ſ Ω:x" };

  import_pair (fixture, BETTER (""), WORSE (""));
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      const StileServiceWish wish = { .keyword = keywords[i] };
      StileMatchQuery query = new_query (NULL);
      g_autoptr (GPtrArray) matches = NULL;

      query.wishes = &wish;
      matches = match (fixture, &query);
      g_assert_cmpuint (matches->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/match/rule/", rules[i].name, NULL);

      g_test_add (path, Fixture, &rules[i], fixture_set_up, test_rule, fixture_tear_down);
    }
  add_test ("/match/fit", test_fit);
  add_test ("/match/paused", test_paused);
  add_test ("/match/inactive", test_inactive);
  add_test ("/match/status-not-known", test_status_not_known);
  add_test ("/match/known", test_known);
  add_test ("/match/overlay-before-directory", test_overlay_before_directory);
  add_test ("/match/local-language", test_local_language);
  add_test ("/match/outcomes", test_outcomes);
  add_test ("/match/centre", test_centre);
  add_test ("/match/person-before-centre", test_person_before_centre);
  add_test ("/match/nothing-known", test_nothing_known);
  add_test ("/match/most", test_most);
  add_test ("/match/odd-keywords", test_odd_keywords);
  return g_test_run ();
}
