// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/interview/date-fields.h"

static void
test_join (void)
{
  static const struct
  {
    const char *fields[STILE_DATE_N_FIELDS]; /* day, month, year */
    const char *text;
  } table[] = {
    { { "", "", "" }, "" },
    { { " ", "", "" }, "" },
    { { "31", "1", "1990" }, "1990-01-31" },
    { { "5", "12", "2001" }, "2001-12-05" },
    { { "5", "May", "90" }, "90-May-05" },
    { { "", "", "1990" }, "1990--" },
    { { "1-", "2", "1990" }, "1990-02-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = stile_date_fields_join (table[i].fields);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *day;
    const char *month;
    const char *year;
  } table[] = {
    { "", "", "", "" },
    { "1990-01-31", "31", "01", "1990" },
    { "90-May-05", "05", "May", "90" },
    { "1990--", "", "", "1990" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      char *fields[STILE_DATE_N_FIELDS] = { NULL };

      stile_date_fields_split (table[i].text, fields);
      g_assert_cmpstr (fields[STILE_DATE_DAY], ==, table[i].day);
      g_assert_cmpstr (fields[STILE_DATE_MONTH], ==, table[i].month);
      g_assert_cmpstr (fields[STILE_DATE_YEAR], ==, table[i].year);
      for (guint j = 0; j < STILE_DATE_N_FIELDS; j++)
        g_free (fields[j]);
    }
}

static void
test_no_fault (void)
{
  static const char *const texts[] = { "", "1990-01-31", "2024-02-29", "0001-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      StileDateField field;

      g_assert_null (stile_date_fields_find_fault (texts[i], &field));
    }
}

static void
test_fault (void)
{
  static const struct
  {
    const char *text;
    StileDateField field;
    const char *word; /* of the sentence */
  } table[] = {
    { "1990--", STILE_DATE_DAY, "day, the month and the year" },
    { "1990--05", STILE_DATE_MONTH, "day, the month and the year" },
    { "-05-05", STILE_DATE_YEAR, "day, the month and the year" },
    { "90-05-05", STILE_DATE_YEAR, "four digits" },
    { "0000-05-05", STILE_DATE_YEAR, "four digits" },
    { "year-05-05", STILE_DATE_YEAR, "four digits" },
    { "1990-13-05", STILE_DATE_MONTH, "from 1 to 12" },
    { "1990-May-05", STILE_DATE_MONTH, "from 1 to 12" },
    { "1990-04-31", STILE_DATE_DAY, "does not have this day" },
    { "2023-02-29", STILE_DATE_DAY, "does not have this day" },
    { "1990-04-00", STILE_DATE_DAY, "does not have this day" },
    { "1990-04-1st", STILE_DATE_DAY, "does not have this day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      StileDateField field;
      const char *fault = stile_date_fields_find_fault (table[i].text, &field);

      g_assert_nonnull (fault);
      g_assert_nonnull (strstr (fault, table[i].word));
      g_assert_cmpint (field, ==, table[i].field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-fields/join", test_join);
  g_test_add_func ("/date-fields/split", test_split);
  g_test_add_func ("/date-fields/no-fault", test_no_fault);
  g_test_add_func ("/date-fields/fault", test_fault);
  return g_test_run ();
}
