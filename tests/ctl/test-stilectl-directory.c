// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <json-glib/json-glib.h>

#include "stilectl.h"

#define FEED                                                                                       \
  "[{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\", \"email\": \"nobody\","       \
  "  \"organization\": {\"name\": \"Church\"}, \"minimum_age\": 18,"                               \
  "  \"languages\": [{\"code\": \"pl\"}]},"                                                        \
  " {\"id\": \"b\", \"name\": \"Debt advice\", \"status\": \"inactive\"}]"

typedef struct
{
  char *folder;
  char *directory;
} Fixture;

static void
import (Fixture *fixture, const char *feed, int exit_code)
{
  g_autofree char *path = write_file (fixture->folder, "feed.json", feed, -1);
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "import", path, "--directory", fixture->directory, NULL);

  assert_exit (run, exit_code);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = new_folder ();
  fixture->directory = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  import (fixture, FEED, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->directory);
}

static JsonNode *
read_json (const Run *run)
{
  JsonNode *node = json_from_string (run->out, NULL);

  g_assert_nonnull (node);
  return node;
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture->folder, "feed.json", FEED, -1);
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "import", path, "--directory", fixture->directory, NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "feed.json:1: a: email: “nobody” is no e-mail address");
  assert_contains (run->out, "Services now: 2 (new: 0, gone: 0)");
}

static void
test_import_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture->folder, "feed.json",
                                      "[{\"id\": \"c\", \"name\": \"C\", \"status\": \"\"}, 7", -1);
  g_autoptr (Run) run = run_stilectl (NULL, "directory", "import", path, "--json", "--directory",
                                      fixture->directory, NULL);
  g_autoptr (JsonNode) node = read_json (run);
  JsonObject *report = json_node_get_object (node);

  assert_exit (run, 1);
  g_assert_cmpint (json_object_get_int_member (report, "added"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (report, "kept"), ==, 2);
  g_assert_true (json_object_get_boolean_member (report, "cut"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "lines")), ==,
                    json_object_get_int_member (report, "faults"));
}

static void
test_import_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture->folder, "feed.json", "{}", -1);
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "import", path, "--directory", fixture->directory, NULL);

  assert_exit (run, 1);
  assert_contains (run->err, "not one service");
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) without_directory = run_stilectl (NULL, "directory", "list", NULL);
  g_autoptr (Run) without_file =
      run_stilectl (NULL, "directory", "import", "--directory", fixture->directory, NULL);

  assert_exit (without_directory, 2);
  assert_contains (without_directory->err, "--directory PATH");
  assert_exit (without_file, 2);
}

static void
test_no_directory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.sqlite", NULL);
  g_autoptr (Run) run = run_stilectl (NULL, "directory", "list", "--directory", path, NULL);

  assert_exit (run, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) all = run_stilectl (NULL, "directory", "list", "-d", fixture->directory, NULL);
  g_autoptr (Run) found =
      run_stilectl (NULL, "directory", "list", "--search", "foo", "-d", fixture->directory, NULL);

  assert_exit (all, 0);
  assert_contains (all->out,
                   "b\tDebt advice\t\t\tThe directory says: this service is no longer open.");
  assert_exit (found, 0);
  g_assert_cmpstr (found->out, ==, "a\tFood bank\tChurch\t\t\n");
}

static void
test_list_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "list", "--json", "-d", fixture->directory, NULL);
  g_autoptr (JsonNode) node = read_json (run);

  assert_exit (run, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "show", "a", "-d", fixture->directory, NULL);
  g_autoptr (Run) none =
      run_stilectl (NULL, "directory", "show", "x", "-d", fixture->directory, NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "Name: Food bank");
  assert_contains (run->out, "From age: 18");
  assert_exit (none, 1);
  assert_contains (none->err, "no service “x”");
}

static void
test_show_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) show = NULL;

  import (fixture,
          "[{\"id\": \"a\", \"status\": \"active\", \"name\": \"Food bank\", \"capacities\": ["
          " {\"available\": 3, \"updated\": \"2026-11-01\"},"
          " {\"available\": 0, \"description\": \"Beds\"}]}]", 0);
  show = run_stilectl (NULL, "directory", "show", "a", "-d", fixture->directory, NULL);
  assert_contains (show->out, "Room: 3 (2026-11-01)\nRoom: 0 (day not known)\n");
}

/* What is shown as JSON is a feed again. */
static void
test_show_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "show", "a", "--json", "-d", fixture->directory, NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.sqlite", NULL);
  g_autofree char *path = NULL;
  g_autoptr (Run) again = NULL;

  assert_exit (run, 0);
  path = write_file (fixture->folder, "again.json", run->out, -1);
  again = run_stilectl (NULL, "directory", "import", path, "-d", other, NULL);
  assert_exit (again, 0);
  assert_contains (again->out, "Services now: 1");
}

static char *
get_form (void)
{
  return g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", NULL);
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  g_autofree char *form = get_form ();
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "match", form, "food-bank", "--language", "pl", "--age",
                    "17", "--postcode", "QX1", "-d", fixture->directory, NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "1. Food bank, Church");
  assert_contains (run->out, "- “food bank” is in its name");
  assert_contains (run->out, "- Polish is spoken there.");
  assert_contains (run->out, "- May not fit: it is for people from 18.");
}

/* The person's own postcode goes before that of the centre. */
static void
test_match_near_the_centre (Fixture *fixture, gconstpointer data)
{
  g_autofree char *form = get_form ();
  g_autoptr (Run) nowhere = run_stilectl (NULL, "directory", "match", form, "food-bank", "-d",
                                          fixture->directory, NULL);
  g_autoptr (Run) person = run_stilectl (NULL, "directory", "match", form, "food-bank", "-p", "QX1",
                                         "-c", "ZZ9", "-d", fixture->directory, NULL);
  g_autoptr (Run) centre = run_stilectl (NULL, "directory", "match", form, "food-bank",
                                         "--centre-postcode", "QX1", "-d", fixture->directory,
                                         NULL);

  assert_exit (centre, 0);
  g_assert_cmpstr (centre->out, !=, nowhere->out);
  g_assert_cmpstr (centre->out, ==, person->out);
}

static void
test_match_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *form = get_form ();
  g_autoptr (Run) run = run_stilectl (NULL, "directory", "match", form, "debt-advice", "--json",
                                      "-d", fixture->directory, NULL);
  g_autoptr (JsonNode) node = read_json (run);
  JsonObject *first = json_array_get_object_element (json_node_get_array (node), 0);

  assert_exit (run, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "id"), ==, "b");
  g_assert_cmpstr (json_object_get_string_member (first, "standing"), ==, "closed");
}

static void
test_match_unknown_referral (Fixture *fixture, gconstpointer data)
{
  g_autofree char *form = get_form ();
  g_autoptr (Run) run =
      run_stilectl (NULL, "directory", "match", form, "moon", "-d", fixture->directory, NULL);

  assert_exit (run, 1);
  assert_contains (run->err, "no referral “moon”");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

/* Names of a feed can hold anything; each service stays on its line. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) list = NULL;
  g_autoptr (Run) show = NULL;

  import (fixture,
          "[{\"id\": \"a\", \"status\": \"active\", \"name\": \"Two\\nlines\\tand\\u001b[2J\","
          " \"description\": \"First.\\nStatus: inactive\","
          " \"attributes\": [{\"taxonomy_term\": {\"name\": \"Help\\nStatus: defunct\"}}]}]", 0);
  list = run_stilectl (NULL, "directory", "list", "-d", fixture->directory, NULL);
  show = run_stilectl (NULL, "directory", "show", "a", "-d", fixture->directory, NULL);
  g_assert_true (g_str_has_prefix (list->out, "a\tTwo lines and"));
  g_assert_null (strchr (list->out, 0x1b));
  assert_contains (show->out, "First.\n  Status: inactive\n");
  assert_contains (show->out, "Help\n  Status: defunct\n");
}

/* Nor does the name of a file of a feed, in a sentence about it. */
static void
test_name_of_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (fixture->folder, "evil\033[2J.json", "[]", -1);
  g_autoptr (Run) run
      = run_stilectl (NULL, "directory", "import", file, "-d", fixture->directory, NULL);

  assert_contains (run->err, "There is not one service in “evil [2J.json”");
  g_assert_null (strchr (run->err, 0x1b));
}

static void
test_nothing_fits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) match = NULL;

  import (fixture, "[{\"id\": \"a\", \"status\": \"active\", \"name\": \"Choir\"}]", 0);
  match = run_stilectl (NULL, "directory", "match", "quick-needs", "debt-advice", "-d",
                        fixture->directory, NULL);
  assert_exit (match, 0);
  assert_contains (match->err, "no service that fits");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/stilectl-directory/import", test_import);
  add ("/stilectl-directory/import-json", test_import_json);
  add ("/stilectl-directory/import-nothing", test_import_nothing);
  add ("/stilectl-directory/usage", test_usage);
  add ("/stilectl-directory/no-directory", test_no_directory);
  add ("/stilectl-directory/list", test_list);
  add ("/stilectl-directory/list-json", test_list_json);
  add ("/stilectl-directory/show", test_show);
  add ("/stilectl-directory/show-room", test_show_room);
  add ("/stilectl-directory/show-json", test_show_json);
  add ("/stilectl-directory/match", test_match);
  add ("/stilectl-directory/match-near-the-centre", test_match_near_the_centre);
  add ("/stilectl-directory/match-json", test_match_json);
  add ("/stilectl-directory/match-unknown-referral", test_match_unknown_referral);
  g_test_add ("/stilectl-directory/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/stilectl-directory/name-of-a-file", Fixture, NULL, set_up, test_name_of_a_file,
              tear_down);
  g_test_add ("/stilectl-directory/nothing-fits", Fixture, NULL, set_up, test_nothing_fits,
              tear_down);
  return g_test_run ();
}
