// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What holds for every verb: help, spelling, exit codes, a full disk. */

#include "stilectl.h"

static void
test_no_verb (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, NULL);

  assert_exit (run, 2);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, "Usage: stilectl VERB");
}

static void
test_help (void)
{
  static const char *const verbs[][4] = {
    { "--help" },          { "check", "--help" },       { "score", "--help" },
    { "test", "--help" },  { "form", "--help" },        { "form", "list", "--help" },
    { "ledger", "-h" },    { "form", "show", "--help" }, { "ledger", "init", "--help" },
    { "ledger", "verify", "--help" }, { "ledger", "export", "--help" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
      g_autoptr (Run) run = run_stilectl_with (nothing, verbs[i]);

      assert_exit (run, 0);
      g_assert_cmpstr (run->err, ==, "");
      assert_contains (run->out, "Usage:");
      assert_contains (run->out, "stilectl");
    }
}

static void
test_version (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "--version", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "stilectl " STILE_VERSION "\n");
}

static void
test_misspelt_verb (void)
{
  static const struct
  {
    const char *arguments[3];
    const char *err;
  } cases[] = {
    { { "chekc" },
      "stilectl: There is no verb “chekc”. Did you mean “check”?\nRead more: stilectl --help\n" },
    { { "ledger", "verfy" },
      "stilectl: There is no verb “verfy”. Did you mean “verify”?\n"
      "Read more: stilectl ledger --help\n" },
    { { "zebra" }, "stilectl: There is no verb “zebra”.\nRead more: stilectl --help\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
      g_autoptr (Run) run = run_stilectl_with (nothing, cases[i].arguments);

      assert_exit (run, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (run->err, ==, cases[i].err);
    }
}

static void
test_wrong_usage (void)
{
  static const char *const calls[][6] = {
    { "check" },
    { "check", "--quickly", "x" },
    { "score" },
    { "score", "one", "two" },
    { "score", "x", "--started" },
    { "test" },
    { "form" },
    { "form", "show" },
    { "form", "list", "one", "two" },
    { "ledger" },
    { "ledger", "init", "x", "--station", "Desk" },
    { "ledger", "init", "x", "--adviser", "Ada" },
    { "ledger", "verify" },
    { "ledger", "export" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
      g_autoptr (Run) run = run_stilectl_with (nothing, calls[i]);

      assert_exit (run, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (run->err, !=, "");
    }
}

static void
test_full_disk (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("STILECTL"), "form", "show",
                                         form, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
  assert_contains (err, "could not be written whole");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl/no-verb", test_no_verb);
  g_test_add_func ("/stilectl/help", test_help);
  g_test_add_func ("/stilectl/version", test_version);
  g_test_add_func ("/stilectl/misspelt-verb", test_misspelt_verb);
  g_test_add_func ("/stilectl/wrong-usage", test_wrong_usage);
  g_test_add_func ("/stilectl/full-disk", test_full_disk);

  return g_test_run ();
}
