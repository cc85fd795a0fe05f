// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/result/reasons-view.h"

/* All labels below @root that stand for something, a line each. */
static void
collect (GtkWidget *root, GString *lines)
{
  if (GTK_IS_LABEL (root) && *gtk_label_get_text (GTK_LABEL (root)) != '\0')
    g_string_append_printf (lines, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, lines);
}

static char *
dup_lines (const char *answers)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) interview = assessment_fixture_new_interview (form, answers);
  g_autoptr (StileResult) result = stile_result_new (interview);
  StileReasonsView *view = g_object_ref_sink (g_object_new (STILE_TYPE_REASONS_VIEW, NULL));
  GString *lines = g_string_new (NULL);

  stile_reasons_view_show (view, result, NULL);
  collect (GTK_WIDGET (view), lines);
  g_assert_finalize_object (view);
  return g_string_free (lines, FALSE);
}

static void
assert_has (const char *lines, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line);

  if (strstr (lines, whole) == NULL)
    g_error ("“%s” is missing in:\n%s", line, lines);
}

static void
test_answers_behind_a_domain (void)
{
  g_autofree char *lines = dup_lines ("{\"sleep\": \"nowhere\", \"nights\": 40}");

  assert_has (lines, "Housing");
  assert_has (lines, "Where did you sleep last night? — Nowhere indoors");
  assert_has (lines, "9 points");
  assert_has (lines, "For how many nights? — 40");
  assert_has (lines, "2 points");
}

static void
test_rules_behind_finding_and_category (void)
{
  g_autofree char *lines = dup_lines ("{\"sleep\": \"friends\", \"owed\": [\"rent\"]}");

  assert_has (lines, "Two needs at once");
  assert_has (lines, "The form’s rule: count-at-least('some') = 2");
  assert_has (lines, "Guided support");
  assert_has (lines, "The form’s rule: count-at-least('some') >= 1");
}

static void
test_last_category_has_no_rule (void)
{
  g_autofree char *lines = dup_lines ("{\"sleep\": \"home\"}");

  assert_has (lines, "No other category of the form applies.");
}

static void
test_quiet_domains_share_a_line (void)
{
  g_autofree char *lines =
    dup_lines ("{\"sleep\": \"home\", \"notice\": \"no\", \"owed\": [\"nothing\"]}");

  assert_has (lines, "Where no answer gave points");
  assert_has (lines, "Housing · Money & debt");
}

static void
test_open_domain_says_so (void)
{
  g_autofree char *lines = dup_lines ("{\"sleep\": \"home\", \"notice\": \"no\"}");

  assert_has (lines, "Money & debt");
  assert_has (lines, "No answer gave points here, but questions are open.");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/reasons-view/answers-behind-a-domain", test_answers_behind_a_domain);
  g_test_add_func ("/reasons-view/rules-behind-finding-and-category",
                   test_rules_behind_finding_and_category);
  g_test_add_func ("/reasons-view/last-category-has-no-rule", test_last_category_has_no_rule);
  g_test_add_func ("/reasons-view/quiet-domains-share-a-line", test_quiet_domains_share_a_line);
  g_test_add_func ("/reasons-view/open-domain-says-so", test_open_domain_says_so);
  return g_test_run ();
}
