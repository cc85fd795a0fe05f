// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stilectl.h"

static void
test_list_installed (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "form", "list", NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "quick-needs\t2\ten, ");
  assert_contains (run->out, "\tQuick needs check\n");
  g_assert_cmpstr (run->err, ==, "");
}

/* What is faulty is left out and named; the rest is still listed. */
static void
test_list_folder (void)
{
  g_autofree char *folder = test_path ("forms");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "list", folder, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==,
                   "bare\t1\ten\tTea\nfailing\t1\ten\tTea\nreasons\t1\ten\tReasons\n"
                   "tea\t1\ten\tTea\n");
  assert_contains (run->err, "faulty/form.xml");
}

static void
test_list_missing_folder (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "form", "list", "/nowhere", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==, "stilectl: /nowhere: there is no such folder.\n");
}

static void
test_show (void)
{
  static const char *const parts[] = {
    "tea, version 1\ntitle: Tea\n",
    "\npot: The pot\n",
    "\n  last-cup (select_one, sensitive)\n    label: When was your last cup?\n    domain: thirst\n"
    "    - today: Today\n    - days-ago: Days ago (2)\n",
    "    constraint: . >= 0\n    - from 0 (1)\n    - from 1\n",
    "\nyou: You (monitoring: scoring never sees it)\n",
    "\nfinding dry: Dry\n  when: at-least('thirst', 'some')\n",
    "\nalert old-tea, soon: Old tea\n",
    "\ncategory rest: Rest\n  meaning: There is time.\n",
    "\nreferral tea-room, soon: Tea room\n",
  };
  g_autofree char *path = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "show", path, NULL);

  assert_exit (run, 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (run->out, parts[i]);
}

static void
test_show_missing (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "form", "show", "no-such-form", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==,
                   "stilectl: no-such-form: there is no such file. Look at the spelling of the "
                   "path.\n");
}

static void
test_show_faulty (void)
{
  g_autofree char *path = test_path ("forms/faulty");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "show", path, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
}

/* tea and failing are alike but for their ids. */
static void
test_diff (void)
{
  g_autofree char *before = test_path ("forms/tea");
  g_autofree char *after = test_path ("forms/failing/form.xml");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "diff", before, after, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "form: id changed from tea to failing\n");
}

static void
test_diff_exit_code (void)
{
  g_autofree char *before = test_path ("forms/tea");
  g_autofree char *after = test_path ("forms/failing");
  g_autoptr (Run) other = run_stilectl (NULL, "form", "diff", "--exit-code", before, after, NULL);
  g_autoptr (Run) same = run_stilectl (NULL, "form", "diff", "--exit-code", before, before, NULL);

  assert_exit (other, 1);
  assert_exit (same, 0);
  g_assert_cmpstr (same->out, ==, "Both are the same, byte for byte.\n");
}

static void
test_diff_layout (void)
{
  g_autofree char *tea = test_path ("forms/tea/form.xml");
  g_autofree char *xml = NULL;
  g_autofree char *commented = NULL;
  g_autofree char *path = NULL;
  char *folder = new_folder ();
  g_autoptr (Run) run = NULL;

  g_assert_true (g_file_get_contents (tea, &xml, NULL, NULL));
  commented = g_strconcat (xml, "<!-- the end -->\n", NULL);
  path = write_file (folder, "form.xml", commented, -1);
  run = run_stilectl (NULL, "form", "diff", "--exit-code", tea, path, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==,
                   "Only layout or comments changed: both ask, say and score the same.\n");
  remove_folder (folder);
}

static void
test_diff_faulty (void)
{
  g_autofree char *before = test_path ("forms/tea");
  g_autofree char *after = test_path ("forms/faulty");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "diff", before, after, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, ": error: ");
}

static void
test_diff_needs_two (void)
{
  g_autofree char *before = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "diff", before, NULL);

  assert_exit (run, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl-form/list-installed", test_list_installed);
  g_test_add_func ("/stilectl-form/list-folder", test_list_folder);
  g_test_add_func ("/stilectl-form/list-missing-folder", test_list_missing_folder);
  g_test_add_func ("/stilectl-form/show", test_show);
  g_test_add_func ("/stilectl-form/show-missing", test_show_missing);
  g_test_add_func ("/stilectl-form/show-faulty", test_show_faulty);
  g_test_add_func ("/stilectl-form/diff", test_diff);
  g_test_add_func ("/stilectl-form/diff-exit-code", test_diff_exit_code);
  g_test_add_func ("/stilectl-form/diff-layout", test_diff_layout);
  g_test_add_func ("/stilectl-form/diff-faulty", test_diff_faulty);
  g_test_add_func ("/stilectl-form/diff-needs-two", test_diff_needs_two);

  return g_test_run ();
}
