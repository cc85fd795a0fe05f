// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form.h"
#include "stilectl.h"

static void
test_fine (void)
{
  static const char *const names[] = { "forms/tea/form.xml", "forms/tea", "forms/tea/" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = test_path (names[i]);
      g_autoptr (Run) run = run_stilectl (NULL, "check", path, NULL);

      assert_exit (run, 0);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (run->err, ==, "");
    }
}

static void
test_installed_by_name (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", "quick-needs", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
}

static void
test_faults (void)
{
  g_autofree char *path = test_path ("forms/faulty/form.xml");
  g_autoptr (Run) run = run_stilectl (NULL, "check", path, NULL);
  g_autofree char *wanted = g_strdup_printf (
    "%s:12:57: error: There is no level “lots”.\n"
    "%s:30:36: error: There is no domain “thirts”. Did you mean “thirst”?\n",
    path, path);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, wanted);
  g_assert_cmpstr (run->err, ==, "");
}

/* A form that is well written, but leads nowhere in one place. */
#define LEADS_NOWHERE(when) \
  "<form xmlns='urn:stile:form:1' id='f' version='1' xml:lang='en'><title>T</title>\n" \
  "<purpose>P</purpose><source>S</source><section id='s'><label>L</label>\n" \
  "<question id='t' type='text'><label>L</label></question>\n" \
  "<question id='q' type='yes_no'><label>L</label></question></section>\n" \
  "<alert id='a' urgency='now' when=\"" when "\"><label>L</label><action>A</action></alert>\n" \
  "<category id='c'><label>L</label><meaning>M</meaning></category></form>"

static void
test_never_reached (void)
{
  g_autoptr (Run) run
    = run_stilectl (LEADS_NOWHERE ("$q = 'yes' and $q = 'no'"), "check", "-", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==,
                   "standard input:5: warning: The alert “a” can never be reached, whatever is "
                   "answered. Look at its condition, or take it out.\n");
  g_assert_cmpstr (run->err, ==, "");
}

static void
test_undecided (void)
{
  static const char form[] = LEADS_NOWHERE ("string-length($t) = 77");
  g_autoptr (Run) run = run_stilectl (form, "check", "-", NULL);
  g_autoptr (Run) verbose = run_stilectl (form, "check", "--verbose", "-", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpstr (run->err, ==,
                   "stilectl: standard input: whether 1 part can be reached was not decided. "
                   "--verbose names it.\n");
  assert_exit (verbose, 0);
  g_assert_cmpstr (verbose->out, ==,
                   "standard input:5: note: Whether the alert “a” can be reached was not decided "
                   "within 200,000 tries. [undecided]\n");
  g_assert_cmpstr (verbose->err, ==, "");
}

static void
test_explain (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", "--explain", "no-source", NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "warning: no-source\n\n");
  assert_contains (run->out, "\nWrong:\n    <form ");
  assert_contains (run->out, "\nRight:\n    <source>");
  g_assert_cmpstr (run->err, ==, "");
}

static void
test_explain_lists_all (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", "--explain", NULL);
  g_auto (GStrv) lines = g_strsplit (run->out, "\n", -1);

  assert_exit (run, 0);
  assert_contains (run->out, "error    unknown-level\n");
  g_assert_cmpuint (g_strv_length (lines), ==,
                    g_strv_length ((char **) stile_fault_get_tags ()) + 1);
}

static void
test_explain_unknown (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", "--explain", "no-sorce", NULL);

  assert_exit (run, 2);
  assert_contains (run->err, "There is no rule “no-sorce”. Did you mean “no-source”?");
}

static void
test_no_form (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", NULL);

  assert_exit (run, 2);
  assert_contains (run->err, "Which form?");
}

static void
test_worst_of_several (void)
{
  g_autofree char *fine = test_path ("forms/tea");
  g_autofree char *faulty = test_path ("forms/faulty");
  g_autoptr (Run) run = run_stilectl (NULL, "check", faulty, fine, NULL);

  assert_exit (run, 1);
}

/* Each file is refused with exactly one line, and nothing ends the program. */
static void
test_hostile_files (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *part;
  } cases[] = {
    { "", 0, ":1: error: " },
    { "\xff\xfe<\0f\0o\0r\0m\0", 12, ": error: " },
    { "<?xml version='1.0'?><form xmlns='urn:stile:form:1' id='a'>\xe9</form>", -1, ": error: " },
    { "<!DOCTYPE form [<!ENTITY a 'b'>]><form>&a;</form>", -1, "DOCTYPE" },
    { "not a form at all", -1, ":1" },
    { "<html/>", -1, ": error: " },
  };
  char *folder = new_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (folder, "form.xml", cases[i].text, cases[i].length);
      g_autoptr (Run) run = run_stilectl (NULL, "check", path, NULL);

      assert_exit (run, 1);
      assert_contains (run->out, cases[i].part);
      g_assert_true (strchr (run->out, '\n') == run->out + strlen (run->out) - 1);
      g_assert_cmpstr (run->err, ==, "");
    }
  remove_folder (folder);
}

static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new ("<form><!--");
  g_autofree char *path = NULL;
  g_autoptr (Run) run = NULL;
  char *folder = new_folder ();

  g_string_set_size (text, STILE_FORM_MAX_BYTES + 1);
  memset (text->str + 10, 'x', text->len - 10);
  path = write_file (folder, "form.xml", text->str, (gssize) text->len);
  run = run_stilectl (NULL, "check", path, NULL);

  assert_exit (run, 1);
  assert_contains (run->out, "8 MiB");
  remove_folder (folder);
}

static void
test_missing (void)
{
  g_autoptr (Run) run = run_stilectl (NULL, "check", "/nowhere/form.xml", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpstr (run->err, ==,
                   "stilectl: /nowhere/form.xml: there is no such file. Look at the spelling of "
                   "the path.\n");
}

static void
test_folder_without_form (void)
{
  char *folder = new_folder ();
  g_autoptr (Run) run = run_stilectl (NULL, "check", folder, NULL);
  g_autofree char *wanted = g_strdup_printf ("stilectl: %s/form.xml: there is no such file. Look "
                                             "at the spelling of the path.\n",
                                             folder);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==, wanted);
  remove_folder (folder);
}

static void
test_standard_input (void)
{
  g_autofree char *path = test_path ("forms/tea/form.xml");
  g_autofree char *text = NULL;
  g_autoptr (Run) run = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  run = run_stilectl (text, "check", "-", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl-check/fine", test_fine);
  g_test_add_func ("/stilectl-check/installed-by-name", test_installed_by_name);
  g_test_add_func ("/stilectl-check/faults", test_faults);
  g_test_add_func ("/stilectl-check/never-reached", test_never_reached);
  g_test_add_func ("/stilectl-check/undecided", test_undecided);
  g_test_add_func ("/stilectl-check/explain", test_explain);
  g_test_add_func ("/stilectl-check/explain-lists-all", test_explain_lists_all);
  g_test_add_func ("/stilectl-check/explain-unknown", test_explain_unknown);
  g_test_add_func ("/stilectl-check/no-form", test_no_form);
  g_test_add_func ("/stilectl-check/worst-of-several", test_worst_of_several);
  g_test_add_func ("/stilectl-check/hostile-files", test_hostile_files);
  g_test_add_func ("/stilectl-check/too-large", test_too_large);
  g_test_add_func ("/stilectl-check/missing", test_missing);
  g_test_add_func ("/stilectl-check/folder-without-form", test_folder_without_form);
  g_test_add_func ("/stilectl-check/standard-input", test_standard_input);

  return g_test_run ();
}
