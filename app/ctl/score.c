// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commands.h"
#include "day.h"
#include "input.h"
#include "result.h"

typedef struct
{
  StileForm *form;
  GDate started;
  const char *path; /* of the answers */
  gboolean lines;
} Scoring;

/* JSON writes a line break within a string as \n, so a real one, with the blanks behind it, is only
 * layout. */
static void
put_on_one_line (char *json)
{
  char *to = json;

  for (const char *from = json; *from; from++)
    if (*from == '\n')
      from += strspn (from + 1, " ");
    else
      *to++ = *from;
  *to = '\0';
}

/* Prints the result of one set of answers. */
static gboolean
score (const Scoring *scoring, JsonNode *answers, GError **error)
{
  g_autoptr (StileInterview) interview
    = stile_interview_new (scoring->form, &scoring->started);
  g_autoptr (StileResult) result = NULL;
  g_autofree char *json = NULL;

  if (!stile_interview_load_json (interview, answers, error))
    return FALSE;

  result = stile_result_new (interview);
  json = stile_result_to_json (result);
  if (scoring->lines)
    put_on_one_line (json);
  stile_command_print ("%s\n", json);
  return TRUE;
}

static StileExit
score_whole (const Scoring *scoring)
{
  g_autofree char *shown = stile_input_display (scoring->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answers = stile_input_read_json (scoring->path, &error);

  if (answers && !score (scoring, answers, &error))
    g_prefix_error (&error, "%s: ", shown);

  return error ? stile_command_fail (error) : STILE_EXIT_FINE;
}

/* FALSE at the end of the file. A line is cut after STILE_ANSWERS_MAX_BYTES + 1 bytes, so that
 * reading the answers then says that there are too many. */
static gboolean
read_line (FILE *file, GString *line)
{
  int byte;

  g_string_truncate (line, 0);
  while ((byte = getc (file)) != EOF && byte != '\n' && line->len <= STILE_ANSWERS_MAX_BYTES)
    g_string_append_c (line, (char) byte);

  return byte != EOF || line->len > 0;
}

static StileExit
score_line (const Scoring *scoring, const GString *line, guint number)
{
  g_autofree char *shown = stile_input_display (scoring->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answers = stile_answers_parse (line->str, line->len, &error);

  if (answers && score (scoring, answers, &error))
    return STILE_EXIT_FINE;

  g_prefix_error (&error, "%s:%u: ", shown, number);
  return stile_command_fail (error);
}

static StileExit
score_lines (const Scoring *scoring)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  FILE *file = stile_input_open (scoring->path, &error);
  StileExit exit_code = STILE_EXIT_FINE;

  if (!file)
    return stile_command_fail (error);

  for (guint number = 1; exit_code == STILE_EXIT_FINE && read_line (file, line); number++)
    exit_code = score_line (scoring, line, number);
  if (ferror (file))
    {
      stile_command_say (_("The answers could not be read: %s"), g_strerror (errno));
      exit_code = STILE_EXIT_SYSTEM;
    }
  stile_input_close (file);

  return exit_code;
}

static StileExit
score_form (const char *argument, Scoring *scoring)
{
  g_autofree char *path = stile_input_find_form (argument);
  g_autoptr (StileForm) form = NULL;
  StileExit exit_code;

  form = stile_input_load_form (path, &exit_code);
  if (!form)
    return exit_code;

  scoring->form = form;
  if (strcmp (scoring->path, "-") == 0 && isatty (STDIN_FILENO))
    stile_command_say (_("Type the answers as JSON, then press Ctrl+D."));

  return scoring->lines ? score_lines (scoring) : score_whole (scoring);
}

StileExit
stile_score_run (const char *name, int argc, char **argv)
{
  g_autofree char *answers = NULL;
  g_autofree char *started = NULL;
  gboolean lines = FALSE;
  const GOptionEntry options[] = {
    { "answers", 'a', 0, G_OPTION_ARG_FILENAME, &answers,
      N_("The answers, as JSON; - or nothing: standard input"), N_("FILE") },
    { "started", 's', 0, G_OPTION_ARG_STRING, &started,
      N_("The day that today() means; nothing: today"), N_("YYYY-MM-DD") },
    { "lines", 'l', 0, G_OPTION_ARG_NONE, &lines,
      N_("Each line is a set of answers and gives one line of result"), NULL },
    { NULL },
  };
  Scoring scoring = { 0 };
  StileExit exit_code;

  if (!stile_command_parse (
        name, "FORM",
        _("Works out the result of answers. A form is a form.xml or its folder."),
        _("Answers are JSON such as {\"sleep\": \"nowhere\", \"mood\": {\"declined\": true}}. "
          "The result is JSON too. Nothing is kept."),
        options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (!stile_day_read (started, &scoring.started))
    return stile_command_misused (name, _("“%s” is not a day, such as 2026-11-22."), started);

  scoring.path = answers ? answers : "-";
  scoring.lines = lines;
  return stile_command_finish (score_form (argv[1], &scoring));
}
