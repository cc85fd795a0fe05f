// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commands.h"
#include "coverage.h"
#include "example.h"
#include "expectation.h"
#include "input.h"

/* ---- Why a result is what it is, below what differs ---- */

static void
print_reason (const StileForm *form, const StileReason *reason)
{
  g_autofree char *points = stile_number_to_string (reason->points);

  if (reason->question == STILE_NONE)
    stile_command_print ("    %s from the score rule “%s”\n", points,
                         stile_text_get (form->scores[reason->score_rule].label, NULL, NULL));
  else
    stile_command_print ("    %s from %s: %s\n", points, form->questions[reason->question].id,
                         reason->answer->text);
}

static void
print_domain_reasons (const StileResult *result, guint index)
{
  const StileDomainResult *domain = &g_array_index (result->domains, StileDomainResult, index);
  g_autofree char *no_score = stile_result_explain_no_score (result, index, NULL);

  if (no_score)
    stile_command_print ("    %s\n", no_score);
  for (guint i = 0; i < domain->because->len; i++)
    print_reason (result->form, g_ptr_array_index (domain->because, i));
}

static void
print_category_reason (const StileResult *result)
{
  const StileCategory *category = &result->form->categories[result->category];

  if (category->when)
    stile_command_print (_("    %s is the first that holds: %s\n"), category->id,
                         stile_expression_get_source (category->when));
  else
    stile_command_print (_("    %s is the last, and no other holds\n"), category->id);
}

/* Whether a difference lies in the part of the result that begins with @path. */
static gboolean
lies_in (const char *difference, const char *path)
{
  return difference && g_str_has_prefix (difference, path);
}

/* The reasons of a part come once, below all that differs in it. */
static void
print_reasons (const StileResult *result, const char *difference, const char *next)
{
  for (guint i = 0; i < result->form->n_domains; i++)
    {
      g_autofree char *path = g_strdup_printf ("domains[%s].", result->form->domains[i].id);

      if (lies_in (difference, path) && !lies_in (next, path))
        print_domain_reasons (result, i);
    }
  if (lies_in (difference, "category.") && !lies_in (next, "category."))
    print_category_reason (result);
}

static gboolean
compare_example (const StileExample *example, const StileResult *result, const char *path)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shown = stile_input_display (path);
  g_autofree char *json = stile_result_to_json (result);
  g_autoptr (JsonNode) whole = json_from_string (json, NULL);

  g_assert (whole != NULL);
  stile_expectation_compare (example->expect, whole, differences);
  if (differences->len > 0)
    stile_command_print ("%s: failed: %s\n", shown, example->title);
  for (guint i = 0; i < differences->len; i++)
    {
      const char *difference = g_ptr_array_index (differences, i);

      stile_command_print ("  %s\n", difference);
      print_reasons (result, difference,
                     i + 1 < differences->len ? g_ptr_array_index (differences, i + 1) : NULL);
    }

  return differences->len == 0;
}

/* ---- Examples ---- */

static gboolean
run_example (StileForm *form, const char *path, StileCoverage *coverage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileInterview) interview = NULL;
  g_autoptr (StileExample) example = stile_example_answer (path, form, &interview, &error);
  g_autoptr (StileResult) result = NULL;

  if (!example)
    {
      stile_command_print ("%s\n", error->message);
      return FALSE;
    }

  result = stile_result_new (interview);
  stile_coverage_add (coverage, interview, result);
  return compare_example (example, result, path);
}

static guint
run_examples (StileForm *form, GPtrArray *paths, StileCoverage *coverage)
{
  guint failed = 0;

  for (guint i = 0; i < paths->len; i++)
    if (!run_example (form, g_ptr_array_index (paths, i), coverage))
      failed++;

  return failed;
}

/* Every form is to have an example of every outcome; not of every answer. */
static void
print_missing (const StileCoverage *coverage, const char *form_id)
{
  for (int kind = STILE_COVERAGE_FINDINGS; kind < STILE_N_COVERAGES; kind++)
    {
      g_autoptr (GPtrArray) missing = stile_coverage_list_missing (coverage, kind);

      for (guint i = 0; i < missing->len; i++)
        stile_command_print (_("%s: no example reaches %s\n"), form_id,
                             (const char *) g_ptr_array_index (missing, i));
    }
}

static StileExit
test_form (const char *argument)
{
  g_autofree char *path = stile_input_find_form (argument);
  g_autoptr (StileForm) form = NULL;
  g_autoptr (StileCoverage) coverage = NULL;
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code;
  guint failed;

  form = stile_input_load_form (path, &exit_code);
  if (!form)
    return exit_code;

  examples = stile_example_list (path, &error);
  if (!examples)
    return stile_command_fail (error);

  coverage = stile_coverage_new (form);
  failed = run_examples (form, examples, coverage);
  print_missing (coverage, form->id);
  stile_command_print (_("%s: %u passed, %u failed\n"), form->id, examples->len - failed, failed);

  return failed > 0 ? STILE_EXIT_INPUT : STILE_EXIT_FINE;
}

StileExit
stile_test_run (const char *name, int argc, char **argv)
{
  StileExit exit_code;

  if (!stile_command_parse (
        name, _("FORM…"), _("Runs the examples of forms. A form is a form.xml or its folder."),
        _("The examples lie beside the form, as examples/NAME.json. Each difference between what "
          "an example expects and what comes out is a line; below stand the answers that gave the "
          "points, or the condition that held. What no example reaches is named too, but is no "
          "failure; “stilectl coverage” says more."),
        NULL, 1, G_MAXINT, &argc, &argv, &exit_code))
    return exit_code;

  exit_code = STILE_EXIT_FINE;
  for (int i = 1; i < argc; i++)
    {
      StileExit one = test_form (argv[i]);

      exit_code = MAX (exit_code, one);
    }

  return stile_command_finish (exit_code);
}
