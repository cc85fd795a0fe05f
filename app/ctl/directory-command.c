// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>

#include <glib/gi18n-lib.h>

#include "commands.h"
#include "directory-output.h"
#include "input.h"
#include "service-match.h"

/* What all verbs here are told. */
typedef struct
{
  char *path;
  gboolean json;
} Common;

#define COMMON_OPTIONS(common)                                                                     \
  { "directory",                                                                                   \
    'd',                                                                                           \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &(common).path,                                                                                \
    N_("The directory, mostly directory.sqlite beside the record book"),                           \
    N_("PATH") },                                                                                  \
  {                                                                                                \
    "json", 0, 0, G_OPTION_ARG_NONE, &(common).json, N_("Write JSON"), NULL                        \
  }

static void
common_clear (Common *common)
{
  g_free (common->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Common, common_clear)

/* @must_exist: where there is none, nothing can be looked up in it. */
static StileDirectory *
open_directory (const char *name, const Common *common, gboolean must_exist, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  StileDirectory *directory;

  if (!common->path)
    {
      *exit_code = stile_command_misused (name, _("Say where the directory is: --directory PATH"));
      return NULL;
    }
  if (must_exist && !g_file_test (common->path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (common->path);

      stile_command_say (_("There is no directory of services at “%s”."), shown);
      *exit_code = STILE_EXIT_INPUT;
      return NULL;
    }
  directory = stile_directory_open (common->path, &error);
  if (!directory)
    *exit_code = stile_command_fail (error);
  return directory;
}

/* ---- import ---- */

static StileExit
run_import (const char *name, int argc, char **argv)
{
  g_auto (Common) common = { NULL };
  const GOptionEntry options[] = { COMMON_OPTIONS (common), { NULL } };
  g_autoptr (StileDirectory) directory = NULL;
  g_autoptr (StileImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code;

  if (!stile_command_parse (
          name, _("FILE|FOLDER|ZIP… --directory PATH"),
          _("Reads services into a directory, in place of those it has."),
          _("Read are Open Referral UK 1.0 and 3.0 and HSDS 3.0 and 3.1 as JSON, and CSV with a "
            "header (see app/directory/README.md). What you know yourself of services stays. What "
            "is at fault is told, line by line, and the rest is read; services that a feed which "
            "breaks off did not come to stay too.\n\n"
            "Exit code 0: everything was read. 1: some could not be, or nothing was imported."),
          options, 1, G_MAXINT, &argc, &argv, &exit_code))
    return exit_code;
  directory = open_directory (name, &common, FALSE, &exit_code);
  if (!directory)
    return exit_code;

  report =
      stile_directory_import (directory, (const char *const *) argv + 1, NULL, NULL, NULL, &error);
  if (!report)
    return stile_command_fail (error);
  if (common.json)
    stile_directory_output_report_as_json (report);
  else
    stile_directory_output_report (report);
  return stile_command_finish (report->left_out > 0 || report->cut ? STILE_EXIT_INPUT
                                                                   : STILE_EXIT_FINE);
}

/* ---- list, show ---- */

static StileExit
run_list (const char *name, int argc, char **argv)
{
  g_auto (Common) common = { NULL };
  g_autofree char *search = NULL;
  const GOptionEntry options[] = {
    { "search", 's', 0, G_OPTION_ARG_STRING, &search, N_("Only those with these words"),
      N_("WORDS") },
    COMMON_OPTIONS (common),
    { NULL },
  };
  g_autoptr (StileDirectory) directory = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code;

  if (!stile_command_parse (name, _("--directory PATH"), _("Lists the services of a directory."),
                            _("Each line is a service: its id, name, organization, place, and why "
                              "nobody can be sent there now, with tabs between them."),
                            options, 0, 0, &argc, &argv, &exit_code))
    return exit_code;
  directory = open_directory (name, &common, TRUE, &exit_code);
  if (!directory)
    return exit_code;

  rows = stile_directory_list (directory, &(StileDirectoryFilter){ .search = search }, &error);
  if (!rows)
    return stile_command_fail (error);
  if (common.json)
    stile_directory_output_rows_as_json (rows);
  else
    stile_directory_output_rows (rows);
  return stile_command_finish (STILE_EXIT_FINE);
}

static StileExit
run_show (const char *name, int argc, char **argv)
{
  g_auto (Common) common = { NULL };
  const GOptionEntry options[] = { COMMON_OPTIONS (common), { NULL } };
  g_autoptr (StileDirectory) directory = NULL;
  g_autoptr (StileService) service = NULL;
  g_autoptr (StileOverlay) overlay = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code;

  if (!stile_command_parse (name, _("ID --directory PATH"),
                            _("Shows a service in full, and what you know of it yourself."),
                            _("As JSON it is a record of HSDS 3.1, without your own part."),
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  directory = open_directory (name, &common, TRUE, &exit_code);
  if (!directory)
    return exit_code;

  service = stile_directory_load_service (directory, argv[1], &error);
  overlay = service ? stile_directory_load_overlay (directory, argv[1], &error) : NULL;
  if (!overlay)
    return stile_command_fail (error);
  if (common.json)
    {
      g_autofree char *record = stile_service_to_json (service);

      stile_command_print ("%s\n", record);
    }
  else
    stile_directory_output_service (service, overlay);
  return stile_command_finish (STILE_EXIT_FINE);
}

/* ---- match ---- */

static StileExit
print_matches (StileDirectory *directory, const StileReferralRule *rule, StileMatchQuery *query,
               gboolean json)
{
  g_autofree StileServiceWish *wishes = g_new0 (StileServiceWish, rule->n_services);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rule->n_services; i++)
    wishes[i] = (StileServiceWish){ .vocabulary = rule->services[i].taxonomy,
                                    .term = rule->services[i].term,
                                    .keyword = rule->services[i].keyword };
  query->wishes = wishes;
  query->n_wishes = rule->n_services;
  matches = stile_directory_match (directory, query, &error);
  if (!matches)
    return stile_command_fail (error);
  if (json)
    stile_directory_output_matches_as_json (matches);
  else
    stile_directory_output_matches (matches);
  return stile_command_finish (STILE_EXIT_FINE);
}

static StileExit
match_referral (const char *name, const Common *common, const char *form_argument,
                const char *referral, StileMatchQuery *query)
{
  g_autofree char *form_path = stile_input_find_form (form_argument);
  g_autoptr (StileDirectory) directory = NULL;
  g_autoptr (StileForm) form = NULL;
  const StileReferralRule *rule;
  StileExit exit_code;

  directory = open_directory (name, common, TRUE, &exit_code);
  if (!directory)
    return exit_code;
  form = stile_input_load_form (form_path, &exit_code);
  if (!form)
    return exit_code;
  rule = stile_form_find_referral (form, referral);
  if (!rule)
    {
      stile_command_say (_("The form “%s” has no referral “%s”."), form->id, referral);
      return STILE_EXIT_INPUT;
    }
  return print_matches (directory, rule, query, common->json);
}

static StileExit
run_match (const char *name, int argc, char **argv)
{
  g_auto (Common) common = { NULL };
  g_autofree char *language = NULL;
  g_autofree char *postcode = NULL;
  g_autofree char *centre_postcode = NULL;
  int age = STILE_NOT_KNOWN;
  int most = 10;
  const GOptionEntry options[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("What the person speaks, as in “pl”"),
      N_("TAG") },
    { "age", 'a', 0, G_OPTION_ARG_INT, &age, N_("The age of the person"), N_("YEARS") },
    { "postcode", 'p', 0, G_OPTION_ARG_STRING, &postcode,
      N_("Where the person lives, or its first part"), N_("POSTCODE") },
    { "centre-postcode", 'c', 0, G_OPTION_ARG_STRING, &centre_postcode,
      N_("Where the centre is; counts where the person’s is not known"), N_("POSTCODE") },
    { "most", 'm', 0, G_OPTION_ARG_INT, &most, N_("How many services; 0: all"), N_("NUMBER") },
    COMMON_OPTIONS (common),
    { NULL },
  };
  StileMatchQuery query = { NULL };
  StileExit exit_code;

  if (!stile_command_parse (name, _("FORM REFERRAL --directory PATH"),
                            _("Says which services fit a referral of a form best, and why."),
                            _("What you do not say of the person counts as not known."), options,
                            2, 2, &argc, &argv, &exit_code))
    return exit_code;
  if (age < STILE_NOT_KNOWN || most < 0)
    return stile_command_misused (name, _("A number is below 0."));

  query.language = language;
  query.age = age;
  query.postcode = postcode;
  query.centre_postcode = centre_postcode;
  query.most = (guint) most;
  return match_referral (name, &common, argv[1], argv[2], &query);
}

StileExit
stile_directory_command_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "import", N_("read services from files, folders and zips"), run_import },
    { "list", N_("list the services"), run_list },
    { "show", N_("show a service in full"), run_show },
    { "match", N_("find services for a referral of a form"), run_match },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}
