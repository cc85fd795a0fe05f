// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>

#include "commands.h"
#include "coverage.h"
#include "example.h"
#include "input.h"

/* FALSE where the example cannot be scored, which is said. */
static gboolean
add_example (StileCoverage *coverage, StileForm *form, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileInterview) interview = NULL;
  g_autoptr (StileExample) example = stile_example_answer (path, form, &interview, &error);
  g_autoptr (StileResult) result = NULL;

  if (!example)
    {
      stile_command_say ("%s", error->message);
      return FALSE;
    }

  result = stile_result_new_without_changes (interview);
  stile_coverage_add (coverage, interview, result);
  return TRUE;
}

/* Each part that was not reached, then how much was. TRUE where everything was. */
static gboolean
print_coverage (const StileCoverage *coverage, const StileForm *form)
{
  static const char *const names[STILE_N_COVERAGES] = {
    [STILE_COVERAGE_ANSWERS] = N_("answers"),     [STILE_COVERAGE_FINDINGS] = N_("findings"),
    [STILE_COVERAGE_ALERTS] = N_("alerts"),       [STILE_COVERAGE_CATEGORIES] = N_("categories"),
    [STILE_COVERAGE_REFERRALS] = N_("referrals"),
  };
  gboolean whole = TRUE;

  for (int kind = 0; kind < STILE_N_COVERAGES; kind++)
    {
      g_autoptr (GPtrArray) missing = stile_coverage_list_missing (coverage, kind);

      for (guint i = 0; i < missing->len; i++)
        stile_command_print (_("%s: no example reaches %s\n"), form->id,
                             (const char *) g_ptr_array_index (missing, i));
      whole = whole && missing->len == 0;
    }

  stile_command_print (_("%s: reached"), form->id);
  for (int kind = 0; kind < STILE_N_COVERAGES; kind++)
    {
      guint reached;
      guint n = stile_coverage_count (coverage, kind, &reached);

      stile_command_print (_("%s %u of %u %s"), kind > 0 ? "," : "", reached, n, _(names[kind]));
    }
  stile_command_print ("\n");

  return whole;
}

static StileExit
cover_form (const char *argument)
{
  g_autofree char *path = stile_input_find_form (argument);
  g_autoptr (StileForm) form = NULL;
  g_autoptr (StileCoverage) coverage = NULL;
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code;

  form = stile_input_load_form (path, &exit_code);
  if (!form)
    return exit_code;
  examples = stile_example_list (path, &error);
  if (!examples)
    return stile_command_fail (error);

  coverage = stile_coverage_new (form);
  exit_code = STILE_EXIT_FINE;
  for (guint i = 0; i < examples->len; i++)
    if (!add_example (coverage, form, g_ptr_array_index (examples, i)))
      exit_code = STILE_EXIT_INPUT;

  return print_coverage (coverage, form) ? exit_code : STILE_EXIT_INPUT;
}

StileExit
stile_coverage_command_run (const char *name, int argc, char **argv)
{
  StileExit exit_code;

  if (!stile_command_parse (
          name, _("FORM…"),
          _("Says what of a form its examples do not reach. A form is a form.xml or its folder."),
          _("Looked at are the choices, the bands of numbers, questions that have neither, "
            "findings, alerts, categories and referrals. The monitoring part is left aside, for "
            "nothing hangs on it. Whether the examples hold is for “stilectl test” to say.\n\n"
            "Exit code 0: everything is reached. 1: something is not, or an example cannot be "
            "read."),
          NULL, 1, G_MAXINT, &argc, &argv, &exit_code))
    return exit_code;

  exit_code = STILE_EXIT_FINE;
  for (int i = 1; i < argc; i++)
    {
      StileExit one = cover_form (argv[i]);

      exit_code = MAX (exit_code, one);
    }

  return stile_command_finish (exit_code);
}
