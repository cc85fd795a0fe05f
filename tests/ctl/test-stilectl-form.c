// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stilectl.h"

static void
test_list_installed (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "form", "list", NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "quick-needs\t1\ten\tQuick needs check\n");
  g_assert_cmpstr (run->err, ==, "");
}

/* What is faulty is left out and named; the rest is still listed. */
static void
test_list_folder (void)
{
  g_autofree char *folder = test_path ("forms");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "list", folder, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "bare\t1\ten\tTea\nfailing\t1\ten\tTea\ntea\t1\ten\tTea\n");
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

  return g_test_run ();
}
