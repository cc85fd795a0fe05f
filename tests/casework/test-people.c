// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of people: who is in which group, and who is found. */

#include "cpu-time.h"
#include "fixture.h"

#define MANY 2000

static GPtrArray *
list (Fixture *fixture, StilePeopleGroup group, const char *search)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = stile_casework_list_people (fixture->casework, group, search, &error);

  g_assert_no_error (error);
  return rows;
}

static void
assert_found (Fixture *fixture, const char *search, const char *title)
{
  g_autoptr (GPtrArray) rows = list (fixture, STILE_PEOPLE_ALL, search);
  const StilePersonRow *row;

  g_assert_cmpuint (rows->len, ==, title ? 1 : 0);
  if (!title)
    return;
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->title, ==, title);
}

static void
assert_group (Fixture *fixture, StilePeopleGroup group, guint people)
{
  g_autoptr (GPtrArray) rows = list (fixture, group, NULL);

  g_assert_cmpuint (rows->len, ==, people);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  assert_group (fixture, STILE_PEOPLE_ALL, 0);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autoptr (GPtrArray) rows = list (fixture, STILE_PEOPLE_ALL, NULL);
  const StilePersonRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->case_id, ==, case_id);
  g_assert_cmpstr (row->title, ==, "Mina Storey");
  g_assert_nonnull (row->last_at);
  g_assert_null (row->reference);
  g_assert_null (row->assessment_id);
  g_assert_null (row->category);
  g_assert_false (row->in_progress);
  g_assert_false (row->to_decide);
  g_assert_cmpuint (row->open_referrals, ==, 0);
}

static void
test_groups_along_the_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = NULL;
  g_autofree char *referral_id = NULL;

  assert_group (fixture, STILE_PEOPLE_IN_PROGRESS, 0);
  assessment_id = fixture_start (fixture, case_id);
  assert_group (fixture, STILE_PEOPLE_IN_PROGRESS, 1);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  assert_group (fixture, STILE_PEOPLE_TO_DECIDE, 0);
  fixture_finish (fixture, case_id, assessment_id);
  assert_group (fixture, STILE_PEOPLE_IN_PROGRESS, 0);
  assert_group (fixture, STILE_PEOPLE_TO_DECIDE, 1);
  stile_casework_decide (fixture->casework, case_id, assessment_id, "close", NULL, &error);
  g_assert_no_error (error);
  assert_group (fixture, STILE_PEOPLE_TO_DECIDE, 0);
  referral_id = fixture_send (fixture, case_id, assessment_id, "housing-advice", "The Desk");
  assert_group (fixture, STILE_PEOPLE_REFERRAL_OPEN, 1);
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_ACCEPTED);
  assert_group (fixture, STILE_PEOPLE_REFERRAL_OPEN, 1);
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_STARTED);
  assert_group (fixture, STILE_PEOPLE_REFERRAL_OPEN, 0);
  assert_group (fixture, STILE_PEOPLE_ALL, 1);
}

static void
test_category_in_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (GPtrArray) proposed = list (fixture, STILE_PEOPLE_ALL, NULL);
  g_autoptr (GPtrArray) decided = NULL;
  const StilePersonRow *row = g_ptr_array_index (proposed, 0);

  g_assert_cmpstr (row->category, ==, "Close support");
  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", "Has a flat", &error);
  g_assert_no_error (error);
  decided = list (fixture, STILE_PEOPLE_ALL, NULL);
  row = g_ptr_array_index (decided, 0);
  g_assert_cmpstr (row->category, ==, "Light support");
}

static void
test_newest_assessment_counts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *finished = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *begun = fixture_start (fixture, case_id);
  g_autoptr (GPtrArray) rows = list (fixture, STILE_PEOPLE_ALL, NULL);
  const StilePersonRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->assessment_id, ==, begun);
  g_assert_true (row->in_progress);
  g_assert_false (row->to_decide);
  g_assert_null (row->category);
}

static void
test_last_seen_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = fixture_open_case (fixture, "First");
  g_autofree char *second = fixture_open_case (fixture, "Second");
  g_autoptr (GPtrArray) rows = NULL;
  const StilePersonRow *row;

  assert_group (fixture, STILE_PEOPLE_ALL, 2);
  stile_casework_save_note (fixture->casework, first, NULL, NULL, "Came by", &error);
  g_assert_no_error (error);
  rows = list (fixture, STILE_PEOPLE_ALL, NULL);
  row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->case_id, ==, first);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Łucja Świerszcz", "أمل الحكاية", "रमा कहानी",
                                       "Олена Казка",     "张小说",      "O’Fiction Zoé" };
  static const struct
  {
    const char *search;
    const char *title;
  } table[] = {
    { "lucja", "Łucja Świerszcz" },
    { "  SWIER  łuc ", "Łucja Świerszcz" },
    { "امل", "أمل الحكاية" },
    { "रमा", "रमा कहानी" },
    { "राम", NULL },
    { "казка олена", "Олена Казка" },
    { "小说", "张小说" },
    { "zoe o'fic", "O’Fiction Zoé" },
    { "lucja zoe", NULL },
    { "%", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (fixture_open_case (fixture, names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    assert_found (fixture, table[i].search, table[i].title);
}

static void
test_search_by_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { .name = (char *) "Mina", .reference = (char *) "D-014" };
  g_autofree char *case_id = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  g_assert_no_error (error);

  assert_found (fixture, "d-014 mina", "Mina");
}

static void
test_changed_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Before");
  StilePerson person = { .name = (char *) "Mina After" };

  assert_found (fixture, "before", "Mina Before");
  stile_casework_change_person (fixture->casework, case_id, &person, &error);
  g_assert_no_error (error);

  assert_found (fixture, "before", NULL);
  assert_found (fixture, "after", "Mina After");
}

static void
test_same_after_reopening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");

  fixture_reopen (fixture);
  assert_group (fixture, STILE_PEOPLE_TO_DECIDE, 1);
  assert_found (fixture, "mina", "Mina");
}

static void
test_bad_entries_are_passed_over (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *json;
  } entries[] = {
    { "person", "{\"name\": null}" },
    { "assessment-finished", "{\"assessment\": \"x\", \"result\": \"not JSON\"}" },
    { "assessment-finished", "{}" },
    { "referral-status", "{}" },
    { "milestone", "{}" },
  };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) content = json_from_string (entries[i].json, NULL);

      stile_ledger_append (stile_casework_get_ledger (fixture->casework), case_id, entries[i].kind,
                           content, NULL, &error);
      g_assert_no_error (error);
    }

  assert_found (fixture, "mina", "Mina");
}

static void
add_many (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (StileEntryDraft));
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MANY; i++)
    {
      StilePerson person = { .name = g_strdup_printf ("Person %u Świerszcz", i) };
      StileEntryDraft draft = { stile_ledger_new_id (), "person",
                                json_node_new (JSON_NODE_OBJECT) };
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", person.name);
      json_node_take_object (draft.content, object);
      g_ptr_array_add (cases, (char *) draft.case_id);
      g_array_append_val (drafts, draft);
      g_free (person.name);
    }
  stile_ledger_append_all (stile_casework_get_ledger (fixture->casework),
                           (const StileEntryDraft *) drafts->data, drafts->len, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    json_node_unref (g_array_index (drafts, StileEntryDraft, i).content);
}

/* Without the folded list, a search would unseal every entry and take as long as the first. */
static void
test_quick_with_many (Fixture *fixture, gconstpointer data)
{
  double started, first;

  add_many (fixture);
  started = stile_get_cpu_time ();
  assert_group (fixture, STILE_PEOPLE_ALL, MANY);
  first = stile_get_cpu_time () - started;
  started = stile_get_cpu_time ();
  for (guint i = 0; i < 10; i++)
    assert_found (fixture, "swierszcz 1234", "Person 1234 Świerszcz");

  g_assert_cmpfloat (stile_get_cpu_time () - started, <, 10 * first / 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/people/new", test_new);
  fixture_add ("/people/row", test_row);
  fixture_add ("/people/groups-along-the-way", test_groups_along_the_way);
  fixture_add ("/people/category-in-words", test_category_in_words);
  fixture_add ("/people/newest-assessment-counts", test_newest_assessment_counts);
  fixture_add ("/people/last-seen-first", test_last_seen_first);
  fixture_add ("/people/search", test_search);
  fixture_add ("/people/search-by-reference", test_search_by_reference);
  fixture_add ("/people/changed-name", test_changed_name);
  fixture_add ("/people/same-after-reopening", test_same_after_reopening);
  fixture_add ("/people/bad-entries-are-passed-over", test_bad_entries_are_passed_over);
  fixture_add ("/people/quick-with-many", test_quick_with_many);
  return g_test_run ();
}
