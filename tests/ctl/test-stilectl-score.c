// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result.h"
#include "stilectl.h"

#define DRY "{\"last-cup\": \"days-ago\", \"cups\": 0, \"bought\": \"2024-11-22\"}"
#define FRESH "{\"last-cup\": \"today\", \"cups\": 3, \"bought\": \"2026-11-01\", \"milk\": \"no\"}"
#define SILENT "{\"last-cup\": {\"declined\": true}}"

/* What the interview itself comes to, with a newline: what stilectl must print. */
static char *
score_here (const char *answers, guint day)
{
  g_autofree char *path = test_path ("forms/tea/form.xml");
  g_autoptr (StileForm) form = stile_form_load (path, NULL);
  g_autoptr (StileInterview) interview = NULL;
  g_autoptr (StileResult) result = NULL;
  g_autoptr (JsonNode) node = stile_answers_parse (answers, strlen (answers), NULL);
  g_autoptr (GDate) started = g_date_new_dmy ((GDateDay) day, G_DATE_NOVEMBER, 2026);
  g_autofree char *json = NULL;

  interview = stile_interview_new (form, started);
  g_assert_true (stile_interview_load_json (interview, node, NULL));
  result = stile_result_new (interview);
  json = stile_result_to_json (result);
  return g_strconcat (json, "\n", NULL);
}

static void
test_standard_input (void)
{
  static const char *const sets[] = { DRY, FRESH, SILENT, "{}" };
  g_autofree char *form = test_path ("forms/tea");

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *wanted = score_here (sets[i], 22);
      g_autoptr (Run) run = run_stilectl (sets[i], "score", form, "--started", "2026-11-22", NULL);

      assert_exit (run, 0);
      g_assert_cmpstr (run->out, ==, wanted);
      g_assert_cmpstr (run->err, ==, "");
    }
}

static void
test_answers_file (void)
{
  char *folder = new_folder ();
  g_autofree char *form = test_path ("forms/tea/form.xml");
  g_autofree char *path = write_file (folder, "answers.json", DRY, -1);
  g_autofree char *wanted = score_here (DRY, 22);
  g_autoptr (Run) run = run_stilectl ("not read", "score", form, "--answers", path, "--started",
                                      "2026-11-22", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, wanted);
  remove_folder (folder);
}

/* On 23 October 2026 the tea is 700 days old: a day decides about the alert. */
static void
test_started (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) before = run_stilectl ("{\"bought\": \"2024-11-22\"}", "score", form,
                                         "--started", "2026-10-23", NULL);
  g_autoptr (Run) after = run_stilectl ("{\"bought\": \"2024-11-22\"}", "score", form,
                                        "--started", "2026-10-24", NULL);

  assert_exit (before, 0);
  assert_exit (after, 0);
  g_assert_null (strstr (before->out, "old-tea"));
  assert_contains (after->out, "old-tea");
}

static void
test_impossible_day (void)
{
  static const char *const days[] = { "2026-02-30", "today", "", "2026-1-1", "26-11-2022",
                                      "2026-11-22x", "0000-01-01", "2026-11--1" };
  g_autofree char *form = test_path ("forms/tea");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (Run) run = run_stilectl ("{}", "score", form, "--started", days[i], NULL);
      g_autofree char *wanted = g_strdup_printf ("stilectl: “%s” is not a day, such as "
                                                 "2026-11-22.\nRead more: stilectl score --help\n",
                                                 days[i]);

      assert_exit (run, 2);
      g_assert_cmpstr (run->err, ==, wanted);
    }
}

/* The same JSON, without its layout. */
static char *
flatten (const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);
  g_autofree char *joined = NULL;

  for (guint i = 0; lines[i]; i++)
    g_strchug (lines[i]);
  joined = g_strjoinv ("", lines);
  return g_strconcat (joined, "\n", NULL);
}

static void
test_lines (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autofree char *dry_result = score_here (DRY, 22);
  g_autofree char *fresh_result = score_here (FRESH, 22);
  g_autofree char *dry = flatten (dry_result);
  g_autofree char *fresh = flatten (fresh_result);
  g_autofree char *wanted = g_strconcat (dry, fresh, dry, NULL);
  g_autoptr (Run) run = run_stilectl (DRY "\n" FRESH "\r\n" DRY, "score", form, "--lines",
                                      "--started", "2026-11-22", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, wanted);
}

static void
test_one_line_each (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (DRY "\n" DRY "\n", "score", form, "--lines", NULL);
  g_auto (GStrv) lines = g_strsplit (run->out, "\n", -1);

  assert_exit (run, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
}

static void
test_faulty_line (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autofree char *result = score_here (DRY, 22);
  g_autofree char *dry = flatten (result);
  g_autoptr (Run) run = run_stilectl (DRY "\n\n" FRESH, "score", form, "--lines", "--started",
                                      "2026-11-22", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, dry);
  g_assert_cmpstr (run->err, ==,
                   "stilectl: standard input:2: The answers are empty. Without any answers write "
                   "{}.\n");
}

static void
test_no_lines (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl ("", "score", form, "--lines", NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
}

static void
test_faulty_answers (void)
{
  static const struct
  {
    const char *answers;
    const char *part;
  } cases[] = {
    { "", "The answers are empty" },
    { "   \n", "The answers are empty" },
    { "{\"last-cup\": \"today\"", "not JSON" },
    { "[]", "object" },
    { "7", "object" },
    { "{\"last-kup\": \"today\"}", "“last-kup”" },
    { "{\"last-cup\": \"never\"}", "“last-cup”" },
    { "{\"last-cup\": 7}", "“last-cup”" },
    { "{\"last-cup\": {\"declined\": false}}", "“last-cup”" },
    { "{\"cups\": \"three\"}", "“cups”" },
    { "{\"cups\": -1}", "Give a number from 0 up." },
    { "{\"bought\": \"2026-02-30\"}", "“bought”" },
    { "{\"milk\": \"perhaps\"}", "“milk”" },
    { "{\"last-cup\": \"\xe9\"}", "UTF-8" },
  };
  g_autofree char *form = test_path ("forms/tea");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Run) run = run_stilectl (cases[i].answers, "score", form, NULL);

      assert_exit (run, 1);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_true (g_str_has_prefix (run->err, "stilectl: standard input: "));
      assert_contains (run->err, cases[i].part);
    }
}

static void
test_huge_answers (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *blanks = g_strnfill (16 * 1024 * 1024 + 1, ' ');
  g_autoptr (Run) deep = run_stilectl (brackets, "score", form, NULL);
  g_autoptr (Run) large = run_stilectl (blanks, "score", form, NULL);
  g_autoptr (Run) line = run_stilectl (blanks, "score", form, "--lines", NULL);

  assert_exit (deep, 1);
  assert_contains (deep->err, "nested too deep");
  assert_exit (large, 1);
  assert_contains (large->err, "larger than 16 MiB");
  assert_exit (line, 1);
  assert_contains (line->err, "standard input:1: The answers are larger than 16 MiB");
}

static void
test_endless_answers (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "score", form, "--answers", "/dev/zero", NULL);

  assert_exit (run, 1);
  assert_contains (run->err, "/dev/zero: The answers are larger than 16 MiB");
}

static void
test_missing_answers (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autoptr (Run) run = run_stilectl (NULL, "score", form, "--answers", "/nowhere.json", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==,
                   "stilectl: /nowhere.json: there is no such file. Look at the spelling of the "
                   "path.\n");
}

static void
test_folder_as_answers (void)
{
  g_autofree char *form = test_path ("forms/tea");
  g_autofree char *wanted = g_strdup_printf ("stilectl: %s: this is a folder. Give a file.\n",
                                             form);
  g_autoptr (Run) run = run_stilectl (NULL, "score", form, "--answers", form, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==, wanted);
}

static void
test_faulty_form (void)
{
  g_autofree char *form = test_path ("forms/faulty");
  g_autoptr (Run) run = run_stilectl ("{}", "score", form, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, "form.xml:12:57: error: ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl-score/standard-input", test_standard_input);
  g_test_add_func ("/stilectl-score/answers-file", test_answers_file);
  g_test_add_func ("/stilectl-score/started", test_started);
  g_test_add_func ("/stilectl-score/impossible-day", test_impossible_day);
  g_test_add_func ("/stilectl-score/lines", test_lines);
  g_test_add_func ("/stilectl-score/one-line-each", test_one_line_each);
  g_test_add_func ("/stilectl-score/faulty-line", test_faulty_line);
  g_test_add_func ("/stilectl-score/no-lines", test_no_lines);
  g_test_add_func ("/stilectl-score/faulty-answers", test_faulty_answers);
  g_test_add_func ("/stilectl-score/huge-answers", test_huge_answers);
  g_test_add_func ("/stilectl-score/endless-answers", test_endless_answers);
  g_test_add_func ("/stilectl-score/missing-answers", test_missing_answers);
  g_test_add_func ("/stilectl-score/folder-as-answers", test_folder_as_answers);
  g_test_add_func ("/stilectl-score/faulty-form", test_faulty_form);

  return g_test_run ();
}
