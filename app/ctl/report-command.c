// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>

#include "audit.h"
#include "book.h"
#include "commands.h"
#include "csv.h"
#include "followup.h"
#include "rights.h"

/* ---- Tables ---- */

static void
print_row (const char *const *cells, gboolean as_csv)
{
  g_autoptr (GString) row = g_string_new (NULL);

  if (as_csv)
    stile_csv_append_row (row, cells);
  for (guint i = 0; !as_csv && cells[i]; i++)
    {
      g_autofree char *cell = stile_command_dup_cell (*cells[i] ? cells[i] : "-");
      g_string_append_printf (row, "%s%s", i > 0 ? "  " : "", cell);
    }
  stile_command_print ("%s%s", row->str, as_csv ? "" : "\n");
}

static void
add_number (GStrvBuilder *row, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_strv_builder_add (row, text);
}

static void
add_days (GStrvBuilder *row, double days)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (!isnan (days))
    g_ascii_formatd (text, sizeof text, "%.1f", days);
  g_strv_builder_add (row, text);
}

/* ---- referrals ---- */

static StileExit
report_referrals (StileCasework *casework, gboolean as_csv)
{
  static const char *const header[] = {
    "service", "organization", "suggested", "made", "accepted", "started", "finished", "no-reply",
    "median-days-to-accepted", "median-days-to-started", NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = stile_casework_list_service_figures (casework, &error);

  if (!list)
    return stile_command_fail (error);

  print_row (header, as_csv);
  for (guint i = 0; i < list->len; i++)
    {
      const StileServiceFigures *figures = g_ptr_array_index (list, i);
      const guint numbers[] = { figures->suggested, figures->made,     figures->accepted,
                                figures->started,   figures->finished, figures->no_reply };
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
      g_auto (GStrv) cells = NULL;

      g_strv_builder_add (row, figures->service);
      g_strv_builder_add (row, figures->organization ? figures->organization : "");
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        add_number (row, numbers[j]);
      add_days (row, figures->days_to_accepted);
      add_days (row, figures->days_to_started);
      cells = g_strv_builder_end (row);
      print_row ((const char *const *) cells, as_csv);
    }
  return STILE_EXIT_FINE;
}

/* ---- parked ---- */

static void
print_parked (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const StileParked *parked = g_ptr_array_index (list, i);
      g_autofree char *days = g_strdup_printf ("%u", parked->days);
      char since[16];
      const char *const cells[]
          = { parked->person, parked->is_day_unknown ? "" : since,
              parked->is_day_unknown ? "" : days, parked->category ? parked->category : "",
              parked->reason, NULL };

      if (!parked->is_day_unknown)
        g_date_strftime (since, sizeof since, "%Y-%m-%d", &parked->since);
      print_row (cells, FALSE);
    }
  if (list->len == 0)
    stile_command_print (_("Nobody is left alone.\n"));
}

static StileExit
report_parked (StileCasework *casework, gboolean as_csv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *doubt = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GPtrArray) list = stile_casework_list_parked (casework, &error);

  if (!list || !stile_casework_record_export (casework, NULL, STILE_WHAT_PARKED, &error))
    return stile_command_fail (error);

  if (!stile_casework_check_clock (casework, &doubt, &error))
    stile_command_say ("%s", error->message);
  else if (doubt)
    stile_command_say ("%s", doubt);
  csv = as_csv ? stile_parked_to_csv (list) : NULL;
  if (csv)
    stile_command_print ("%s", csv);
  else
    print_parked (list);
  return STILE_EXIT_FINE;
}

static StileExit
run_report (const char *name, int argc, char **argv, const char *summary, const char *description,
            StileExit (*report) (StileCasework *casework, gboolean as_csv))
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileCasework) casework = NULL;
  gboolean as_csv = FALSE;
  const GOptionEntry options[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &as_csv, N_("Write CSV"), NULL },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "BOOK", summary, description, options, 1, 1, &argc, &argv,
                            &exit_code))
    return exit_code;

  casework = stile_book_open_casework (argv[1], &identity, &exit_code);
  return casework ? stile_command_finish (report (casework, as_csv)) : exit_code;
}

static StileExit
run_referrals (const char *name, int argc, char **argv)
{
  return run_report (name, argc, argv, _("Counts for each service how referrals to it went."),
                     NULL, report_referrals);
}

static StileExit
run_parked (const char *name, int argc, char **argv)
{
  return run_report (name, argc, argv,
                     _("Lists people with a great need who were left alone, longest first."),
                     _("It names people: keep it as safe as the record book."), report_parked);
}

StileExit
stile_report_command_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "referrals", N_("count for each service how referrals went"), run_referrals },
    { "parked", N_("list people who were left alone"), run_parked },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}
