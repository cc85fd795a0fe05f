// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv.h"

#include "followup.h"

/* What makes a formula in one spreadsheet or another, also in the wide letters of East Asia; some
 * look behind blanks. */
static gboolean
is_formula (const char *text)
{
  gunichar first;

  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (text)) || g_utf8_get_char (text) == 0xfeff)
    text = g_utf8_next_char (text);
  first = g_utf8_get_char (text);
  return first != 0 && g_utf8_strchr ("=+-@＝＋－＠", -1, first) != NULL;
}

static void
append_cell (GString *csv, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  g_string_append_printf (csv, "\"%s%s\"", is_formula (text) ? "'" : "", quoted);
}

void
stile_csv_append_row (GString *csv, const char *const *cells)
{
  for (guint i = 0; cells[i]; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, cells[i]);
    }
  g_string_append (csv, "\r\n");
}

char *
stile_parked_to_csv (GPtrArray *list)
{
  static const char *const header[] = { "person", "since", "days", "support", "reason", NULL };
  GString *csv = g_string_new (NULL);

  stile_csv_append_row (csv, header);
  for (guint i = 0; i < list->len; i++)
    {
      const StileParked *parked = g_ptr_array_index (list, i);
      char since[16] = "";
      char days[16] = "";
      const char *const cells[]
          = { parked->person, since, days, parked->category ? parked->category : "",
              parked->reason, NULL };

      if (!parked->is_day_unknown)
        {
          g_date_strftime (since, sizeof since, "%Y-%m-%d", &parked->since);
          g_snprintf (days, sizeof days, "%u", parked->days);
        }
      stile_csv_append_row (csv, cells);
    }

  return g_string_free (csv, FALSE);
}
