// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stilectl.h"

#include <glib/gstdio.h>

#define HEADER "msgid \"\"\nmsgstr \"Language: ur\\nX-Stile-Review: draft\\n\"\n\n"

static char *
write_catalogue (const char *folder, const char *messages)
{
  g_autofree char *text = g_strconcat (HEADER, messages, NULL);

  return write_file (folder, "ur.po", text, -1);
}

/* What a centre does: a template, filled in, put into the form, which then says how far it is. */
static void
test_whole_way (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  char *folder = new_folder ();
  g_autofree char *out = g_build_filename (folder, "form.xml", NULL);
  g_autofree char *po = g_build_filename (folder, "template.pot", NULL);
  g_autofree char *template = NULL;
  g_autofree char *catalogue = NULL;
  g_autoptr (Run) made = run_stilectl (NULL, "form", "translate", "-t", tea, "-o", po, NULL);
  g_autoptr (Run) translated = NULL;
  g_autoptr (Run) checked = NULL;

  assert_exit (made, 0);
  g_assert_cmpstr (made->out, ==, "");
  g_assert_true (g_file_get_contents (po, &template, NULL, NULL));
  assert_contains (template, "msgid \"The pot\"\nmsgstr \"\"\n");

  catalogue = write_catalogue (folder, "msgid \"The pot\"\nmsgstr \"چائے دانی\"\n");
  translated = run_stilectl (NULL, "form", "translate", tea, catalogue, "-o", out, NULL);
  assert_exit (translated, 0);
  g_assert_cmpstr (translated->out, ==, "");
  assert_contains (translated->err, "/ur.po: 1 of ");
  assert_contains (translated->err, " texts are there in ur, as a draft.\n");

  checked = run_stilectl (NULL, "check", out, NULL);
  assert_exit (checked, 0);
  remove_folder (folder);
}

static void
test_standard_output (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  char *folder = new_folder ();
  g_autofree char *catalogue
    = write_catalogue (folder, "msgid \"The pot\"\nmsgstr \"چائے دانی\"\n");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "translate", "-q", tea, catalogue, NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "<label>The pot</label><label xml:lang=\"ur\">چائے دانی</label>");
  g_assert_cmpstr (run->err, ==, "");
  remove_folder (folder);
}

static void
test_unknown_text (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  char *folder = new_folder ();
  g_autofree char *catalogue = write_catalogue (folder, "msgid \"Coffee\"\nmsgstr \"کافی\"\n");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "translate", tea, catalogue, NULL);

  assert_exit (run, 0);
  assert_contains (run->err, "/ur.po: 1 text is not in the form, and was left out.\n");
  remove_folder (folder);
}

static void
test_bad_catalogue (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  char *folder = new_folder ();
  g_autofree char *catalogue = write_catalogue (folder, "msgid \"Coffee\nmsgstr \"کافی\"\n");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "translate", tea, catalogue, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, "/ur.po:4: The quotation mark at the end of the line is missing.\n");
  remove_folder (folder);
}

static void
test_missing_catalogue (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "translate", tea, "/nowhere/ur.po", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==,
                   "stilectl: /nowhere/ur.po: there is no such file. Look at the spelling of the "
                   "path.\n");
}

static void
test_own_language (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  char *folder = new_folder ();
  g_autofree char *catalogue
    = write_file (folder, "en.po", "msgid \"\"\nmsgstr \"Language: en\\n\"\n", -1);
  g_autoptr (Run) run = run_stilectl (NULL, "form", "translate", tea, catalogue, NULL);

  assert_exit (run, 1);
  assert_contains (run->err, "/en.po: The catalogue is in “en”, the form's own language.");
  remove_folder (folder);
}

/* The form that came before stays whole. */
static void
test_nowhere_to_write (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  g_autoptr (Run) run
    = run_stilectl (NULL, "form", "translate", tea, "-o", "/nowhere/form.xml", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, "/nowhere/");
}

static void
test_template_of_more (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "form", "translate", "-t", tea, "ur.po", NULL);

  assert_exit (run, 2);
  assert_contains (run->err, "A template is made of a form alone.");
}

static void
test_listed (void)
{
  g_autofree char *tea = test_path ("forms/tea");
  char *folder = new_folder ();
  char *inner = g_build_filename (folder, "tea", NULL);
  g_autofree char *out = g_build_filename (inner, "form.xml", NULL);
  g_autofree char *catalogue
    = write_catalogue (folder, "msgid \"The pot\"\nmsgstr \"چائے دانی\"\n");
  g_autoptr (Run) translated = NULL;
  g_autoptr (Run) listed = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  translated = run_stilectl (NULL, "form", "translate", tea, catalogue, "-o", out, NULL);
  assert_exit (translated, 0);
  listed = run_stilectl (NULL, "form", "list", folder, NULL);
  assert_exit (listed, 0);
  assert_contains (listed->out, "tea\t1\ten, ur 4% (draft)\tTea\n");
  remove_folder (inner);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stilectl-translate/whole-way", test_whole_way);
  g_test_add_func ("/stilectl-translate/standard-output", test_standard_output);
  g_test_add_func ("/stilectl-translate/unknown-text", test_unknown_text);
  g_test_add_func ("/stilectl-translate/bad-catalogue", test_bad_catalogue);
  g_test_add_func ("/stilectl-translate/missing-catalogue", test_missing_catalogue);
  g_test_add_func ("/stilectl-translate/own-language", test_own_language);
  g_test_add_func ("/stilectl-translate/nowhere-to-write", test_nowhere_to_write);
  g_test_add_func ("/stilectl-translate/template-of-more", test_template_of_more);
  g_test_add_func ("/stilectl-translate/listed", test_listed);
  return g_test_run ();
}
