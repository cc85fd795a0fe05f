// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "explain.h"

#include <glib/gi18n-lib.h>

#include "explanation.h"
#include "nearest.h"

#define LINE_LENGTH 78

static void
print_wrapped (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 0;

  for (guint i = 0; words[i]; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (column > 0 && column + 1 + length > LINE_LENGTH)
        {
          stile_command_print ("\n");
          column = 0;
        }
      stile_command_print ("%s%s", column > 0 ? " " : "", words[i]);
      column += length + (column > 0);
    }
  stile_command_print ("\n");
}

static void
print_example (const char *title, const char *example)
{
  g_auto (GStrv) lines = NULL;

  if (!example)
    return;

  lines = g_strsplit (example, "\n", -1);
  stile_command_print ("\n%s\n", title);
  for (guint i = 0; lines[i]; i++)
    stile_command_print ("    %s\n", lines[i]);
}

static void
print_explanation (const StileExplanation *explanation)
{
  stile_command_print ("%s: %s\n\n", stile_severity_to_string (explanation->severity),
                       explanation->tag);
  print_wrapped (explanation->why);
  print_example (_("Wrong:"), explanation->wrong);
  print_example (_("Right:"), explanation->right);
}

static void
list_tags (void)
{
  for (const char *const *tag = stile_fault_get_tags (); *tag; tag++)
    {
      StileSeverity severity;

      stile_fault_find_tag (*tag, &severity);
      stile_command_print ("%-8s %s\n", stile_severity_to_string (severity), *tag);
    }
}

static StileExit
say_unknown (const char *name, const char *tag)
{
  StileNearest nearest;
  g_autofree char *hint = NULL;

  stile_nearest_init (&nearest, tag);
  for (const char *const *known = stile_fault_get_tags (); *known; known++)
    stile_nearest_offer (&nearest, *known);
  hint = stile_nearest_dup_hint (&nearest);
  return stile_command_misused (name, _("There is no rule “%s”.%s --explain alone lists all."),
                                tag, hint);
}

StileExit
stile_explain_rules (const char *name, int n_tags, char **tags)
{
  if (n_tags == 0)
    list_tags ();
  for (int i = 0; i < n_tags; i++)
    {
      g_autoptr (StileExplanation) explanation = stile_explanation_new (tags[i]);

      if (!explanation)
        return say_unknown (name, tags[i]);
      if (i > 0)
        stile_command_print ("\n");
      print_explanation (explanation);
    }

  return STILE_EXIT_FINE;
}
