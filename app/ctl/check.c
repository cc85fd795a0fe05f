// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commands.h"
#include "input.h"

static StileExit
check_form (const char *argument)
{
  g_autofree char *path = stile_input_find_form (argument);
  g_autofree char *shown = stile_input_display (path);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;

  xml = stile_input_read (path, STILE_FORM_MAX_BYTES, &error);
  if (!xml)
    return stile_command_fail (error);

  form = stile_form_parse (xml, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *text = stile_fault_to_string (g_ptr_array_index (faults, i), shown);

      stile_command_print ("%s\n", text);
    }

  return form ? STILE_EXIT_FINE : STILE_EXIT_INPUT;
}

StileExit
stile_check_run (const char *name, int argc, char **argv)
{
  StileExit exit_code = STILE_EXIT_FINE;

  if (!stile_command_parse (
        name, _("FORM…"), _("Finds the faults of forms. A form is a form.xml or its folder."),
        _("Each fault is one line: file:line: error or warning: what to do. A form without faults "
          "prints nothing. Warnings alone are no failure."),
        NULL, 1, G_MAXINT, &argc, &argv, &exit_code))
    return exit_code;

  exit_code = STILE_EXIT_FINE;
  for (int i = 1; i < argc; i++)
    {
      StileExit one = check_form (argv[i]);

      exit_code = MAX (exit_code, one);
    }

  return stile_command_finish (exit_code);
}
