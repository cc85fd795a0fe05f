// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "directory.h"
#include "ledger.h"
#include "nearest.h"

static void
print_verbs (const StileCommand *table, const char *name, FILE *stream)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("Usage: %s VERB …\n\n"), name);
  for (; table->name; table++)
    g_string_append_printf (text, "  %-9s  %s\n", table->name, _(table->summary));
  g_string_append_printf (text, _("\nEach verb explains itself: %s VERB --help\n"), name);
  fputs (text->str, stream);
}

static StileExit
refuse_verb (const StileCommand *table, const char *name, const char *verb)
{
  g_autofree char *shown = g_filename_display_name (verb);
  g_autofree char *hint = NULL;
  StileNearest nearest;

  stile_nearest_init (&nearest, shown);
  for (; table->name; table++)
    stile_nearest_offer (&nearest, table->name);
  hint = stile_nearest_dup_hint (&nearest);

  return stile_command_misused (name, _("There is no verb “%s”.%s"), shown, hint);
}

StileExit
stile_command_run_table (const StileCommand *table, const char *name, int argc, char **argv)
{
  if (argc < 2)
    {
      print_verbs (table, name, stderr);
      return STILE_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_verbs (table, name, stdout);
      return stile_command_finish (STILE_EXIT_FINE);
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      stile_command_print ("stilectl %s\n", STILE_VERSION);
      return stile_command_finish (STILE_EXIT_FINE);
    }

  for (const StileCommand *command = table; command->name; command++)
    if (strcmp (argv[1], command->name) == 0)
      {
        g_autofree char *whole = g_strdup_printf ("%s %s", name, command->name);

        return command->run (whole, argc - 1, argv + 1);
      }

  return refuse_verb (table, name, argv[1]);
}

gboolean
stile_command_parse (const char *name, const char *arguments, const char *summary,
                     const char *description, const GOptionEntry *options, int fewest, int most,
                     int *argc, char ***argv, StileExit *exit_code)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (options)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  *exit_code = STILE_EXIT_USAGE;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      stile_command_misused (name, "%s.", error->message);
      return FALSE;
    }
  /* What came behind "--" is an argument, whatever it looks like. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < fewest || *argc - 1 > most)
    {
      stile_command_misused (name, *argc - 1 < fewest ? _("Something is missing: %s %s")
                                                      : _("That is too much: %s %s"),
                             name, arguments);
      return FALSE;
    }

  return TRUE;
}

StileExit
stile_command_misused (const char *name, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *hint = g_strdup_printf (_("Read more: %s --help"), name);
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "stilectl: %s\n%s\n", sentence, hint);

  return STILE_EXIT_USAGE;
}

/* Names of files and what stands in them go into sentences: a terminal would obey them. */
void
stile_command_say (const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_auto (GStrv) lines = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  lines = g_strsplit (sentence, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = stile_command_dup_line (lines[i]);

      fprintf (stderr, "%s%s\n", i == 0 ? "stilectl: " : "", line);
    }
}

void
stile_command_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
}

char *
stile_command_dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      gboolean breaks = type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
                        || type == G_UNICODE_PARAGRAPH_SEPARATOR;

      g_string_append_unichar (line, breaks ? ' ' : c);
    }

  return g_string_free (line, FALSE);
}

/* Hebrew to Arabic Extended-A, presentation forms, the planes of old and new scripts, and the marks
 * that set a direction. */
static gboolean
turns_round (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff)
         || (c >= 0x1e800 && c <= 0x1efff) || (c >= 0x200e && c <= 0x200f)
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
stile_command_dup_cell (const char *text)
{
  g_autofree char *line = stile_command_dup_line (text);

  for (const char *p = line; *p; p = g_utf8_next_char (p))
    {
      if (turns_round (g_utf8_get_char (p)))
        return g_strdup_printf ("\u2068%s\u2069", line);
    }

  return g_steal_pointer (&line);
}

static gboolean
is_of_the_system (const GError *error)
{
  if (error->domain == STILE_LEDGER_ERROR)
    return error->code == STILE_LEDGER_ERROR_READ_ONLY || error->code == STILE_LEDGER_ERROR_BUSY
           || error->code == STILE_LEDGER_ERROR_FULL || error->code == STILE_LEDGER_ERROR_IO
           || error->code == STILE_LEDGER_ERROR_QUERY;

  if (error->domain == STILE_DIRECTORY_ERROR)
    return error->code == STILE_DIRECTORY_ERROR_READ_ONLY
           || error->code == STILE_DIRECTORY_ERROR_BUSY || error->code == STILE_DIRECTORY_ERROR_FULL
           || error->code == STILE_DIRECTORY_ERROR_IO;

  /* A path that leads nowhere is the caller's; whatever else goes wrong with a file is not. */
  return error->domain == G_IO_ERROR && error->code != G_IO_ERROR_NOT_FOUND
         && error->code != G_IO_ERROR_IS_DIRECTORY && error->code != G_IO_ERROR_PERMISSION_DENIED
         && error->code != G_IO_ERROR_FILENAME_TOO_LONG
         && error->code != G_IO_ERROR_TOO_MANY_LINKS;
}

StileExit
stile_command_fail (const GError *error)
{
  stile_command_say ("%s", error->message);
  return is_of_the_system (error) ? STILE_EXIT_SYSTEM : STILE_EXIT_INPUT;
}

StileExit
stile_command_finish (StileExit exit_code)
{
  gboolean flushed = fflush (stdout) == 0;

  if (flushed && !ferror (stdout))
    return exit_code;

  /* Where an earlier write failed, its errno is long gone. */
  stile_command_say (_("The output could not be written whole: %s"),
                     g_strerror (flushed ? EIO : errno));
  return STILE_EXIT_SYSTEM;
}
