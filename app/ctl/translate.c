// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How a centre adds or corrects a language of a form without building anything. */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commands.h"
#include "form-translate.h"
#include "input.h"

static StilePoFile *
read_catalogue (const char *path, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) po = stile_input_read (path, STILE_FORM_MAX_BYTES, &error);
  g_autofree char *shown = stile_input_display (path);
  StilePoFile *catalogue = po ? stile_po_file_parse (po, shown, &error) : NULL;

  if (!catalogue)
    *exit_code = stile_command_fail (error);
  return catalogue;
}

/* How much of the form is there now in this language. */
static void
say_coverage (const StileForm *form, const StilePoFile *catalogue, const char *path,
              guint n_unused)
{
  const char *language = stile_po_file_get_language (catalogue);
  g_autofree char *shown = stile_input_display (path);

  stile_command_say (_("%s: %u of %u texts are there in %s%s."), shown,
                     stile_form_count_translated (form, language), stile_form_get_n_texts (form),
                     language, stile_form_is_draft (form, language) ? _(", as a draft") : "");
  if (n_unused > 0)
    stile_command_say (ngettext ("%s: %u text is not in the form, and was left out.",
                                 "%s: %u texts are not in the form, and were left out.", n_unused),
                       shown, n_unused);
}

/* @form with the catalogue at @path. The old reference is dropped. */
static StileForm *
translate (StileForm *form, const char *path, gboolean is_quiet, StileExit *exit_code)
{
  g_autoptr (StileForm) before = form;
  g_autoptr (StilePoFile) catalogue = read_catalogue (path, exit_code);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = NULL;
  StileForm *after;
  guint n_unused;

  if (!catalogue)
    return NULL;
  xml = stile_form_translate (before, catalogue, &n_unused, &error);
  if (!xml)
    {
      g_autofree char *shown = stile_input_display (path);

      g_prefix_error (&error, "%s: ", shown);
      *exit_code = stile_command_fail (error);
      return NULL;
    }
  after = stile_form_parse (xml, faults);
  if (!after)
    {
      const StileFault *fault = g_ptr_array_index (faults, 0);

      stile_command_say (_("%s: with this translation the form is not read any more: %s"), path,
                         fault->sentence);
      *exit_code = STILE_EXIT_INPUT;
      return NULL;
    }
  if (!is_quiet)
    say_coverage (after, catalogue, path, n_unused);
  return after;
}

static StileExit
write_out (GBytes *bytes, const char *path)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    {
      fwrite (data, 1, length, stdout);
      return stile_command_finish (STILE_EXIT_FINE);
    }
  file = g_file_new_for_path (path);
  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                               &error))
    return STILE_EXIT_FINE;
  return stile_command_fail (error);
}

StileExit
stile_form_translate_run (const char *name, int argc, char **argv)
{
  g_autofree char *out = NULL;
  g_autofree char *path = NULL;
  g_autoptr (StileForm) form = NULL;
  gboolean is_template = FALSE, is_quiet = FALSE;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Write to this file"), N_("FILE") },
    { "template", 't', 0, G_OPTION_ARG_NONE, &is_template,
      N_("Write an empty catalogue with all that is to translate"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &is_quiet, N_("Do not say how much is translated"),
      NULL },
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (
        name, _("FORM [CATALOGUE...]"),
        _("Puts translations into a form. A form is a form.xml or its folder; a catalogue is a PO "
          "file."),
        _("What a catalogue leaves empty or marks as fuzzy stays as it was. A form in the folder "
          "“stile/forms” of your data folder, such as\n"
          "~/.local/share/stile/forms/quick-needs/form.xml, takes the place of the installed one "
          "with the same id."),
        options, 1, G_MAXINT, &argc, &argv, &exit_code))
    return exit_code;
  if (is_template && argc > 2)
    return stile_command_misused (name, _("A template is made of a form alone."));

  path = stile_input_find_form (argv[1]);
  form = stile_input_load_form (path, &exit_code);
  if (form && is_template)
    {
      g_autoptr (GBytes) po = stile_form_make_template (form);

      return write_out (po, out);
    }
  for (int i = 2; form && i < argc; i++)
    form = translate (g_steal_pointer (&form), argv[i], is_quiet, &exit_code);
  return form ? write_out (form->xml, out) : exit_code;
}
