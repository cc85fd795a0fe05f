// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of the audit: SQL over the views of its kinds. */

#include "audit.h"
#include "casework-private.h"
#include "words.h"

void
stile_audit_line_free (StileAuditLine *line)
{
  g_free (line->id);
  g_free (line->at);
  g_free (line->adviser);
  g_free (line->kind);
  g_free (line->case_id);
  g_free (line->person);
  g_free (line->title);
  g_free (line->text);
  g_free (line);
}

/* When a day begins here, as entries write a time; @offset days later. "" where the calendar
 * ends. */
static char *
dup_beginning (const GDate *day, guint offset)
{
  GDate moved = *day;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;

  g_date_add_days (&moved, offset);
  local = g_date_time_new_local (g_date_get_year (&moved), g_date_get_month (&moved),
                                 g_date_get_day (&moved), 0, 0, 0);
  utc = local ? g_date_time_to_utc (local) : NULL;
  return utc ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000Z") : g_strdup ("");
}

/* One SELECT a kind. ?1 to ?4: case, adviser, from, until; '' narrows nothing. Each is in the order
 * of the index over kind and seq, so SQLite merges them and stops after ?5 lines. */
static char *
dup_sql (const char *only_kind)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *const *kinds = stile_casework_get_audit_kinds ();

  for (guint i = 0; kinds[i]; i++)
    {
      g_autofree char *view = g_strdelimit (g_strdup (kinds[i]), "-", '_');

      if (only_kind && strcmp (kinds[i], only_kind) != 0)
        continue;
      g_string_append_printf (sql,
                              "%sSELECT seq, id, at, adviser, '%s', case_id, p FROM \"%s\""
                              " WHERE (?1 = '' OR case_id = ?1) AND (?2 = '' OR adviser = ?2)"
                              " AND (?3 = '' OR at >= ?3) AND (?4 = '' OR at < ?4)",
                              sql->len > 0 ? " UNION ALL " : "", kinds[i], view);
    }
  g_string_append (sql, " ORDER BY seq DESC LIMIT CAST (?5 AS INTEGER)");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static StileAuditLine *
line_new (StileRows *rows)
{
  StileAuditLine *line = g_new0 (StileAuditLine, 1);
  const char *case_id = stile_rows_get_text (rows, 5);
  const char *text = stile_rows_get_text (rows, 6);
  g_autoptr (JsonNode) content = text ? json_from_string (text, NULL) : NULL;

  line->seq = stile_rows_get_int (rows, 0);
  line->id = g_strdup (stile_rows_get_text (rows, 1));
  line->at = g_strdup (stile_rows_get_text (rows, 2));
  line->adviser = g_strdup (stile_rows_get_text (rows, 3));
  line->kind = g_strdup (stile_rows_get_text (rows, 4));
  line->case_id = strcmp (case_id, STILE_LEDGER_BOOK) == 0 ? NULL : g_strdup (case_id);
  line->title = stile_audit_tell (line->kind, content, &line->text);
  return line;
}

static GPtrArray *
read_lines (StileRows *rows, GError **error)
{
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_audit_line_free);
  g_autoptr (GError) fault = NULL;

  while (stile_rows_next (rows, &fault))
    g_ptr_array_add (lines, line_new (rows));

  if (!fault)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static GPtrArray *
query_lines (StileCasework *casework, const StileAuditFilter *filter, GError **error)
{
  g_autofree char *sql = dup_sql (filter->kind);
  g_autofree char *from = filter->from ? dup_beginning (filter->from, 0) : g_strdup ("");
  g_autofree char *until = filter->to ? dup_beginning (filter->to, 1) : g_strdup ("");
  g_autofree char *most
      = filter->most > 0 ? g_strdup_printf ("%u", filter->most) : g_strdup ("-1");
  const char *const params[] = { filter->case_id ? filter->case_id : "",
                                 filter->adviser ? filter->adviser : "", from, until, most, NULL };
  g_autoptr (StileRows) rows = stile_ledger_query (casework->ledger, sql, params, error);

  return rows ? read_lines (rows, error) : NULL;
}

GPtrArray *
stile_casework_list_audit (StileCasework *casework, const StileAuditFilter *filter, GError **error)
{
  static const StileAuditFilter all = { NULL };
  GPtrArray *lines;

  if (!filter)
    filter = &all;
  if (filter->kind && !g_strv_contains (stile_casework_get_audit_kinds (), filter->kind))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: what was written. */
                   _("“%s” is nothing that the audit keeps."), filter->kind);
      return NULL;
    }

  if (!stile_casework_refresh_people (casework, error))
    return NULL;
  lines = query_lines (casework, filter, error);
  for (guint i = 0; lines && i < lines->len; i++)
    {
      StileAuditLine *line = g_ptr_array_index (lines, i);
      if (line->case_id)
        line->person = g_strdup (stile_casework_peek_title (casework, line->case_id));
    }

  return lines;
}
