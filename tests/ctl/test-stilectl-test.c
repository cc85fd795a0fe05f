// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "stilectl.h"

static void
test_all_hold (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "test", form, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "tea: 2 passed, 0 failed\n");
  g_assert_cmpstr (run->err, ==, "");
}

/* Every kind of failure, each in its own words. */
static void
test_differences (void)
{
  static const char *const wanted[] = {
    "/examples/a-wrong-level.json: failed: Expects too much\n"
    "  asked: expected 4, got 3\n"
    "  domains[thirst].score: expected 1, got 2\n"
    "  domains[thirst].level: expected \"none\", got \"some\"\n"
    "    2 from last-cup: days-ago\n"
    "  domains[hunger]: expected {\"id\":\"hunger\",\"level\":\"some\"}, but the result has no "
    "such part\n"
    "  findings: expected [], got [\"dry\"]\n"
    "  category.id: expected \"rest\", got \"brew\"\n"
    "    brew is the first that holds: finding('dry')\n"
    "  mood: expected \"good\", but the result has no such part\n",
    "/examples/b-unknown-question.json: Question “coffee”: ",
    "/examples/c-no-day.json: give it the day it \"started\", such as \"2026-11-22\".\n",
    "/examples/d-nothing-expected.json: say what you \"expect\", an object with any part of the "
    "result.\n",
    "/examples/e-not-json.json: The answers are not JSON: ",
    "failing: no example reaches alert old-tea\n",
    "failing: 1 passed, 5 failed\n",
  };
  g_autofree char *form = test_path ("forms/failing");
  g_autoptr (Run) run = run_stilectl (NULL, "test", form, NULL);

  assert_exit (run, 1);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_contains (run->out, wanted[i]);
  g_assert_null (strstr (run->out, "f-holds"));
  g_assert_null (strstr (run->out, "finding dry"));
}

static void
test_no_examples (void)
{
  g_autofree char *form = test_path ("forms/bare/form.xml");
  g_autofree char *wanted = g_strdup_printf ("stilectl: %s: this form has no examples. Put some "
                                             "beside it, as examples/NAME.json.\n",
                                             form);
  g_autoptr (Run) run = run_stilectl (NULL, "test", form, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==, wanted);
}

static void
test_worst_of_several (void)
{
  g_autofree char *fine = test_path ("forms/tea");
  g_autofree char *failing = test_path ("forms/failing");
  g_autoptr (Run) run = run_stilectl (NULL, "test", failing, fine, NULL);

  assert_exit (run, 1);
  assert_contains (run->out, "tea: 2 passed, 0 failed\n");
}

static void
test_faulty_form (void)
{
  g_autofree char *form = test_path ("forms/faulty");
  g_autoptr (Run) run = run_stilectl (NULL, "test", form, NULL);

  assert_exit (run, 1);
  assert_contains (run->err, ": error: ");
}

/* Of a score that is null, what is missing; of a rule, its label; of the last category, that it is
 * the last. */
static void
test_reasons (void)
{
  static const char *const wanted[] = {
    "  domains[dryness].score: expected 5, got null\n"
    "    Cannot be scored, because 1 question has no answer: “Yesterday?”.\n"
    "  category.id: expected \"brew\", got \"rest\"\n"
    "    rest is the last, and no other holds\n",
    "  domains[dryness].score: expected 5, got 4\n"
    "    1 from today: yes\n"
    "    1 from yesterday: yes\n"
    "    2 from the score rule “Both”\n",
  };
  g_autofree char *form = test_path ("forms/reasons");
  g_autoptr (Run) run = run_stilectl (NULL, "test", form, NULL);

  assert_exit (run, 1);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_contains (run->out, wanted[i]);
}

/* An adviser's text is shown as it is, also where no locale is set. */
static void
test_names_in_any_script (void)
{
  g_autofree char *tea = test_path ("forms/tea/form.xml");
  g_autofree char *xml = NULL;
  char *folder = new_folder ();
  g_autofree char *path = NULL;
  g_autofree char *examples = g_build_filename (folder, "examples", NULL);
  g_autofree char *example = NULL;
  g_autoptr (Run) run = NULL;

  g_assert_true (g_file_get_contents (tea, &xml, NULL, NULL));
  path = write_file (folder, "form.xml", xml, -1);
  g_assert_cmpint (g_mkdir (examples, 0700), ==, 0);
  example = write_file (examples, "a.json",
                        "{\"title\": \"Żaneta نورا ਗੁਰਮੁਖੀ\", \"started\": \"2026-11-22\", "
                        "\"answers\": {}, \"expect\": {\"asked\": 9}}",
                        -1);
  run = run_stilectl (NULL, "test", folder, NULL);

  assert_exit (run, 1);
  assert_contains (run->out, "failed: Żaneta نورا ਗੁਰਮੁਖੀ\n");
  remove_folder (g_steal_pointer (&examples));
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl-test/all-hold", test_all_hold);
  g_test_add_func ("/stilectl-test/differences", test_differences);
  g_test_add_func ("/stilectl-test/reasons", test_reasons);
  g_test_add_func ("/stilectl-test/no-examples", test_no_examples);
  g_test_add_func ("/stilectl-test/worst-of-several", test_worst_of_several);
  g_test_add_func ("/stilectl-test/faulty-form", test_faulty_form);
  g_test_add_func ("/stilectl-test/names-in-any-script", test_names_in_any_script);

  return g_test_run ();
}
