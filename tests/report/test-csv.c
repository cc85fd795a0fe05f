// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv.h"

#include "followup.h"

static void
test_new (void)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autofree char *csv = stile_parked_to_csv (nobody);

  g_assert_cmpstr (csv, ==, "\"person\",\"since\",\"days\",\"support\",\"reason\"\r\n");
}

/* A name is typed by somebody; opened in a spreadsheet, it must not compute or call anything. */
static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } table[] = {
    { "", "\"\"" },
    { "Mina", "\"Mina\"" },
    { "a, b", "\"a, b\"" },
    { "She said \"no\"", "\"She said \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "=1+1", "\"'=1+1\"" },
    { "+44 20", "\"'+44 20\"" },
    { "-2", "\"'-2\"" },
    { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "\t=1", "\"'\t=1\"" },
    { "\r=1", "\"'\r=1\"" },
    { "\n=1", "\"'\n=1\"" },
    { " =1", "\"' =1\"" },
    { "\u00a0=1", "\"'\u00a0=1\"" },
    { "\ufeff=1", "\"'\ufeff=1\"" },
    { "＝1", "\"'＝1\"" },
    { "=cmd|' /C calc'!\"A0\"", "\"'=cmd|' /C calc'!\"\"A0\"\"\"" },
    { "O’Hara-Smith", "\"O’Hara-Smith\"" },
    { "أمل الحكاية", "\"أمل الحكاية\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *const cells[] = { table[i].text, NULL };
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *row = g_strconcat (table[i].cell, "\r\n", NULL);

      stile_csv_append_row (csv, cells);
      g_assert_cmpstr (csv->str, ==, row);
    }
}

static void
test_parked (void)
{
  StileParked parked = { .person = (char *) "-Mina", .reason = (char *) "Great need: Housing." };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *unknown = NULL;
  g_autofree char *known = NULL;

  g_ptr_array_add (list, &parked);
  parked.is_day_unknown = TRUE;
  unknown = stile_parked_to_csv (list);
  g_assert_true (
      g_str_has_suffix (unknown, "\r\n\"'-Mina\",\"\",\"\",\"\",\"Great need: Housing.\"\r\n"));
  parked.is_day_unknown = FALSE;
  parked.category = (char *) "Close support";
  parked.days = 29;
  g_date_set_dmy (&parked.since, 1, 10, 2026);
  known = stile_parked_to_csv (list);
  g_assert_nonnull (strstr (known, ",\"2026-10-01\",\"29\",\"Close support\","));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/new", test_new);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/parked", test_parked);
  return g_test_run ();
}
