// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>
#include <string.h>

#include "directory-private.h"

static void
free_line (gpointer data)
{
  StileImportLine *line = data;

  g_free (line->source);
  g_free (line->id);
  g_free (line->field);
  g_free (line->what);
  g_free (line);
}

StileImportReport *
stile_import_report_new (void)
{
  StileImportReport *report = g_new0 (StileImportReport, 1);

  report->lines = g_ptr_array_new_with_free_func (free_line);
  return report;
}

void
stile_import_report_free (StileImportReport *report)
{
  if (!report)
    return;
  g_ptr_array_unref (report->lines);
  g_free (report);
}

/* ---- To read ---- */

char *
stile_import_line_to_text (const StileImportLine *line)
{
  g_autoptr (GString) text = g_string_new (line->source ? line->source : "");

  if (line->record > 0)
    g_string_append_printf (text, ":%u", line->record);
  if (line->id)
    g_string_append_printf (text, ": %s", line->id);
  if (line->field)
    g_string_append_printf (text, ": %s", line->field);
  g_string_append_printf (text, ": %s", line->what);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
stile_import_report_dup_kept (const StileImportReport *report)
{
  if (!report->cut || report->kept == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("Not everything could be read, so %u service that was not in it stayed.",
                "Not everything could be read, so %u services that were not in it stayed.",
                report->kept),
      report->kept);
}

static void
append_how_many_more (GString *text, guint n_more)
{
  g_string_append_printf (text, ngettext ("There is %u more.", "There are %u more.", n_more),
                          n_more);
  g_string_append_c (text, '\n');
}

static void
append_counts (GString *text, const StileImportReport *report)
{
  g_autofree char *kept = stile_import_report_dup_kept (report);

  g_string_append_printf (text, _("Files and pages: %u\n"), report->sources);
  g_string_append_printf (text, _("Records: %u\n"), report->records);
  g_string_append_printf (text, _("Left out: %u\n"), report->left_out);
  g_string_append_printf (text, _("Repeated: %u\n"), report->repeated);
  g_string_append_printf (text, _("Services now: %u (new: %u, gone: %u)\n"), report->services,
                          report->added, report->removed);
  if (kept)
    g_string_append_printf (text, "%s\n", kept);
}

char *
stile_import_report_to_text (const StileImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < report->lines->len; i++)
    {
      g_autofree char *line = stile_import_line_to_text (report->lines->pdata[i]);

      g_string_append_printf (text, "%s\n", line);
    }
  if (report->n_lines > report->lines->len)
    append_how_many_more (text, report->n_lines - report->lines->len);
  append_counts (text, report);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- For a spreadsheet ---- */

/* RFC 4180. A spreadsheet would take a text that begins like a formula for one, some also behind
 * blanks or in the wide letters of East Asia, and what is here comes from anywhere. */
static void
append_cell (GString *csv, const char *text)
{
  const char *first = text ? text + strspn (text, " ") : "";

  g_string_append_c (csv, '"');
  if (*first && g_utf8_strchr ("=+-@＝＋－＠", -1, g_utf8_get_char (first)))
    g_string_append_c (csv, '\'');
  for (; text && *text; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

char *
stile_import_report_to_csv (const StileImportReport *report)
{
  g_autoptr (GString) csv = g_string_new ("file,record,id,field,what\r\n");

  for (guint i = 0; i < report->lines->len; i++)
    {
      const StileImportLine *line = report->lines->pdata[i];
      g_autofree char *record = line->record > 0 ? g_strdup_printf ("%u", line->record) : NULL;
      const char *const cells[] = { line->source, record, line->id, line->field, line->what };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        {
          if (j > 0)
            g_string_append_c (csv, ',');
          append_cell (csv, cells[j]);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}
