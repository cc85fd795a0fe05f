// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stilectl.h"

static void
test_whole (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", form, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==,
                   "tea: reached 5 of 5 answers, 1 of 1 findings, 1 of 1 alerts, 2 of 2 "
                   "categories, 1 of 1 referrals\n");
  g_assert_cmpstr (run->err, ==, "");
}

/* A choice, both bands of a number, a question that has neither; nothing of the monitoring part. */
static void
test_missing (void)
{
  g_autofree char *form = test_path ("forms/failing");
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", form, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==,
                   "failing: no example reaches choice today of question last-cup\n"
                   "failing: no example reaches band from 0 of question cups\n"
                   "failing: no example reaches band from 1 of question cups\n"
                   "failing: no example reaches question bought\n"
                   "failing: no example reaches alert old-tea\n"
                   "failing: reached 1 of 5 answers, 1 of 1 findings, 0 of 1 alerts, 2 of 2 "
                   "categories, 1 of 1 referrals\n");
}

/* They are named, and the rest is still counted. */
static void
test_unreadable_examples (void)
{
  g_autofree char *form = test_path ("forms/failing");
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", form, NULL);

  assert_contains (run->err, "/examples/b-unknown-question.json: Question “coffee”: ");
  assert_contains (run->err, "/examples/e-not-json.json: ");
  g_assert_null (strstr (run->err, "f-holds"));
}

static void
test_no_examples (void)
{
  g_autofree char *form = test_path ("forms/bare");
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", form, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, "this form has no examples");
}

static void
test_worst_of_several (void)
{
  g_autofree char *whole = test_path ("forms/tea");
  g_autofree char *failing = test_path ("forms/failing");
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", failing, whole, NULL);

  assert_exit (run, 1);
  assert_contains (run->out, "\ntea: reached 5 of 5 answers");
}

static void
test_help_names_exit_codes (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "coverage", "--help", NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "Exit code 0: everything is reached. 1: something is not");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl-coverage/whole", test_whole);
  g_test_add_func ("/stilectl-coverage/missing", test_missing);
  g_test_add_func ("/stilectl-coverage/unreadable-examples", test_unreadable_examples);
  g_test_add_func ("/stilectl-coverage/no-examples", test_no_examples);
  g_test_add_func ("/stilectl-coverage/worst-of-several", test_worst_of_several);
  g_test_add_func ("/stilectl-coverage/help-names-exit-codes", test_help_names_exit_codes);

  return g_test_run ();
}
