// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commands.h"
#include "explain.h"
#include "input.h"
#include "reach.h"

/* Notes, which are no faults, and the tags only when @verbose. Returns how many notes were left
 * out. */
static guint
print_faults (GPtrArray *faults, const char *shown, gboolean verbose)
{
  guint n_left_out = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *text = stile_fault_to_string (fault, shown);

      if (verbose)
        stile_command_print ("%s [%s]\n", text, fault->tag);
      else if (fault->severity != STILE_SEVERITY_NOTE)
        stile_command_print ("%s\n", text);
      else
        n_left_out++;
    }

  return n_left_out;
}

static StileExit
check_form (const char *argument, gboolean verbose)
{
  g_autofree char *path = stile_input_find_form (argument);
  g_autofree char *shown = stile_input_display (path);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;
  guint n_undecided;

  xml = stile_input_read (path, STILE_FORM_MAX_BYTES, &error);
  if (!xml)
    return stile_command_fail (error);

  form = stile_form_parse (xml, faults);
  if (form)
    stile_form_check_reach (form, faults);
  n_undecided = print_faults (faults, shown, verbose);
  if (n_undecided > 0)
    stile_command_say (
      ngettext ("%s: whether %u part can be reached was not decided. --verbose names it.",
                "%s: whether %u parts can be reached was not decided. --verbose names them.",
                n_undecided),
      shown, n_undecided);

  return form ? STILE_EXIT_FINE : STILE_EXIT_INPUT;
}

StileExit
stile_check_run (const char *name, int argc, char **argv)
{
  gboolean verbose = FALSE, explain = FALSE;
  const GOptionEntry options[] = {
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose,
      N_("Show each rule's tag, and what could not be decided"), NULL },
    { "explain", 'e', 0, G_OPTION_ARG_NONE, &explain,
      N_("Explain the rules with these tags, with examples; list all if none is given"), NULL },
    { NULL },
  };
  StileExit exit_code = STILE_EXIT_FINE;

  if (!stile_command_parse (
        name, _("FORM… | --explain [TAG…]"),
        _("Finds the faults of forms. A form is a form.xml or its folder."),
        _("Each fault is one line: file:line: error or warning: what to do. A form without faults "
          "prints nothing. Warnings alone are no failure."),
        options, 0, G_MAXINT, &argc, &argv, &exit_code))
    return exit_code;
  if (explain)
    return stile_command_finish (stile_explain_rules (name, argc - 1, argv + 1));
  if (argc < 2)
    return stile_command_misused (name, _("Which form? Give a form.xml, its folder, or the name "
                                          "of an installed form."));

  exit_code = STILE_EXIT_FINE;
  for (int i = 1; i < argc; i++)
    {
      StileExit one = check_form (argv[i], verbose);

      exit_code = MAX (exit_code, one);
    }

  return stile_command_finish (exit_code);
}
