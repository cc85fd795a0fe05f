// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commands.h"
#include "form-diff.h"
#include "form-library.h"
#include "input.h"

static StileForm *
load_form (const char *argument, StileExit *exit_code)
{
  g_autofree char *path = stile_input_find_form (argument);

  return stile_input_load_form (path, exit_code);
}

/* "en, pl 100%, ur 58% (draft)": the form's own language, then the others. Rounded down, so that
 * all means all. */
static char *
join_languages (const StileForm *form)
{
  g_auto (GStrv) languages = stile_form_dup_languages (form);
  GString *joined = g_string_new (languages[0]);

  for (guint i = 1; languages[i]; i++)
    g_string_append_printf (joined, ", %s %u%%%s", languages[i],
                            100 * stile_form_count_translated (form, languages[i])
                              / stile_form_get_n_texts (form),
                            stile_form_is_draft (form, languages[i]) ? " (draft)" : "");
  return g_string_free (joined, FALSE);
}

static StileExit
run_list (const char *name, int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = NULL;
  StileExit exit_code;

  if (!stile_command_parse (name, _("[FOLDER]"),
                            _("Lists the forms of a folder; those of this computer, its own "
                              "ones included, if none is given."),
                            _("Each line is a form: its id, version, languages and title, with "
                              "tabs between them. How much of it is translated stands behind a "
                              "language, and whether that is a draft, which nobody who grew up "
                              "with the language has looked through. Faulty forms are named as "
                              "errors."),
                            NULL, 0, 1, &argc, &argv, &exit_code))
    return exit_code;

  if (argc > 1 && !g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    {
      g_autofree char *shown = g_filename_display_name (argv[1]);

      stile_command_say (_("%s: there is no such folder."), shown);
      return STILE_EXIT_INPUT;
    }

  forms = argc > 1 ? stile_form_library_load (argv[1], problems)
                   : stile_form_library_load_all (problems);
  for (guint i = 0; i < forms->len; i++)
    {
      const StileForm *form = g_ptr_array_index (forms, i);
      g_autofree char *languages = join_languages (form);

      stile_command_print ("%s\t%s\t%s\t%s\n", form->id, form->version, languages,
                           stile_text_get (form->title, NULL, NULL));
    }
  for (guint i = 0; i < problems->len; i++)
    stile_command_say ("%s", (const char *) g_ptr_array_index (problems, i));

  return stile_command_finish (problems->len > 0 ? STILE_EXIT_INPUT : STILE_EXIT_FINE);
}

static void
print_text (const char *indent, const char *name, const StileText *text)
{
  if (text)
    stile_command_print ("%s%s: %s\n", indent, name, stile_text_get (text, NULL, NULL));
}

static void
print_when (const char *indent, const char *name, const StileExpression *expression)
{
  if (expression)
    stile_command_print ("%s%s: %s\n", indent, name, stile_expression_get_source (expression));
}

static void
print_points (double points)
{
  g_autofree char *number = stile_number_to_string (points);

  if (points != 0)
    stile_command_print (" (%s)", number);
  stile_command_print ("\n");
}

static void
print_choices (const StileQuestion *question)
{
  for (guint i = 0; i < question->n_choices; i++)
    {
      const StileChoice *choice = &question->choices[i];

      stile_command_print ("    - %s", choice->id);
      if (choice->label)
        stile_command_print (": %s", stile_text_get (choice->label, NULL, NULL));
      print_points (choice->points);
    }
  for (guint i = 0; i < question->n_bands; i++)
    {
      g_autofree char *from = stile_number_to_string (question->bands[i].from);

      stile_command_print ("    - from %s", from);
      print_points (question->bands[i].points);
    }
}

static void
print_question (const StileForm *form, const StileQuestion *question)
{
  stile_command_print ("\n  %s (%s%s%s)\n", question->id,
                       stile_question_type_to_string (question->type),
                       question->required ? ", required" : "",
                       question->sensitive ? ", sensitive" : "");
  print_text ("    ", "label", question->label);
  print_text ("    ", "hint", question->hint);
  print_text ("    ", "guidance", question->guidance);
  if (question->domain != STILE_NONE)
    stile_command_print ("    domain: %s\n", form->domains[question->domain].id);
  print_when ("    ", "relevant", question->relevant);
  print_when ("    ", "constraint", question->constraint);
  print_choices (question);
}

static void
print_sections (const StileForm *form)
{
  for (guint i = 0; i < form->n_sections; i++)
    {
      const StileSection *section = &form->sections[i];

      stile_command_print ("\n%s: %s%s\n", section->id,
                           stile_text_get (section->label, NULL, NULL),
                           section->monitoring ? " (monitoring: scoring never sees it)" : "");
      for (guint j = 0; j < section->n_questions; j++)
        print_question (form, &form->questions[section->first_question + j]);
    }
}

static void
print_part (const char *part, const char *id, const char *urgency, const StileText *label,
            const StileExpression *when)
{
  stile_command_print ("\n%s %s%s%s: %s\n", part, id, urgency ? ", " : "", urgency ? urgency : "",
                       stile_text_get (label, NULL, NULL));
  print_when ("  ", "when", when);
}

static void
print_outcomes (const StileForm *form)
{
  for (guint i = 0; i < form->n_findings; i++)
    print_part ("finding", form->findings[i].id, NULL, form->findings[i].label,
                form->findings[i].when);
  for (guint i = 0; i < form->n_alerts; i++)
    {
      const StileAlert *alert = &form->alerts[i];

      print_part ("alert", alert->id, stile_urgency_to_string (alert->urgency), alert->label,
                  alert->when);
      print_text ("  ", "action", alert->action);
    }
  for (guint i = 0; i < form->n_categories; i++)
    {
      print_part ("category", form->categories[i].id, NULL, form->categories[i].label,
                  form->categories[i].when);
      print_text ("  ", "meaning", form->categories[i].meaning);
    }
  for (guint i = 0; i < form->n_referrals; i++)
    {
      const StileReferralRule *referral = &form->referrals[i];

      print_part ("referral", referral->id, stile_urgency_to_string (referral->urgency),
                  referral->label, referral->when);
      print_text ("  ", "reason", referral->reason);
    }
}

/* What is printed are the words of the form itself, so the names of its parts stay as they are. */
static StileExit
run_show (const char *name, int argc, char **argv)
{
  g_autoptr (StileForm) form = NULL;
  StileExit exit_code;

  if (!stile_command_parse (name, "FORM",
                            _("Shows a form as text: what it asks, in which order, and what "
                              "follows. A form is a form.xml or its folder."),
                            NULL, NULL, 1, 1, &argc, &argv, &exit_code))
    return exit_code;

  form = load_form (argv[1], &exit_code);
  if (!form)
    return exit_code;

  stile_command_print ("%s, version %s\n", form->id, form->version);
  print_text ("", "title", form->title);
  print_text ("", "purpose", form->purpose);
  print_text ("", "source", form->source);
  stile_command_print ("digest: %s\n", stile_form_get_digest (form));
  print_sections (form);
  print_outcomes (form);

  return stile_command_finish (STILE_EXIT_FINE);
}

static void
print_changes (const StileForm *before, const StileForm *after, const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    stile_command_print ("%s\n", (const char *) g_ptr_array_index (changes, i));

  if (g_bytes_equal (before->xml, after->xml))
    stile_command_print (_("Both are the same, byte for byte.\n"));
  else if (changes->len == 0)
    stile_command_print (_("Only layout or comments changed: both ask, say and score the same.\n"));
}

static StileExit
run_diff (const char *name, int argc, char **argv)
{
  g_autoptr (StileForm) before = NULL;
  g_autoptr (StileForm) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gboolean exit_code_tells = FALSE;
  const GOptionEntry options[] = {
    { "exit-code", 'e', 0, G_OPTION_ARG_NONE, &exit_code_tells,
      N_("End with 1 where anything changed"), NULL },
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (
        name, _("OLD NEW"),
        _("Says what changed between two versions of a form. A form is a form.xml or its folder."),
        _("Each change is a line: what was added, removed, moved or worded anew, which points, "
          "bands and conditions are others. Comments and layout are no change.\n\n"
          "Exit code 0, whether or not anything changed, unless --exit-code is given. 1: a form "
          "cannot be read."),
        options, 2, 2, &argc, &argv, &exit_code))
    return exit_code;

  before = load_form (argv[1], &exit_code);
  if (!before)
    return exit_code;
  after = load_form (argv[2], &exit_code);
  if (!after)
    return exit_code;

  changes = stile_form_diff (before, after);
  print_changes (before, after, changes);

  return stile_command_finish (exit_code_tells && changes->len > 0 ? STILE_EXIT_INPUT
                                                                   : STILE_EXIT_FINE);
}

StileExit
stile_form_command_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "list", N_("list the forms of a folder"), run_list },
    { "show", N_("show a form as text"), run_show },
    { "diff", N_("say what changed between two versions"), run_diff },
    { "translate", N_("put translations into a form"), stile_form_translate_run },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}
