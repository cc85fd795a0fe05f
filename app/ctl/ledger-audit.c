// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "book.h"
#include "day.h"
#include "ledger-verbs.h"

static void
print_line (const StileAuditLine *line)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (line->at, NULL);
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;
  g_autofree char *when = local ? g_date_time_format (local, "%Y-%m-%d %H:%M")
                                : g_strdup (line->at);

  stile_command_print ("%s  %s  %s", when, line->adviser, line->title);
  if (line->text)
    stile_command_print (" (%s)", line->text);
  stile_command_print ("%s%s\n", line->person ? "  " : "", line->person ? line->person : "");
}

static void
set (JsonObject *object, const char *name, const char *text)
{
  if (text)
    json_object_set_string_member (object, name, text);
}

static void
print_json (GPtrArray *lines)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (lines->len);
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const StileAuditLine *line = g_ptr_array_index (lines, i);
      JsonObject *object = json_object_new ();

      set (object, "id", line->id);
      set (object, "at", line->at);
      set (object, "adviser", line->adviser);
      set (object, "kind", line->kind);
      set (object, "case", line->case_id);
      set (object, "person", line->person);
      set (object, "title", line->title);
      set (object, "text", line->text);
      json_array_add_object_element (array, object);
    }

  json_node_take_array (node, array);
  text = json_to_string (node, TRUE);
  stile_command_print ("%s\n", text);
}

static StileExit
show_audit (StileCasework *casework, const char *person, StileAuditFilter *filter,
            gboolean as_json)
{
  g_autofree char *case_id = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  StileExit exit_code = STILE_EXIT_FINE;

  if (person)
    {
      case_id = stile_book_find_person (casework, person, &exit_code);
      if (!case_id)
        return exit_code;
      filter->case_id = case_id;
    }
  lines = stile_casework_list_audit (casework, filter, &error);
  if (!lines)
    return stile_command_fail (error);

  if (as_json)
    print_json (lines);
  for (guint i = 0; !as_json && i < lines->len; i++)
    print_line (g_ptr_array_index (lines, i));
  return STILE_EXIT_FINE;
}

/* FALSE where @text is given and no day. */
static gboolean
read_day (const char *text, GDate *day, const GDate **wanted)
{
  *wanted = text ? day : NULL;
  return !text || stile_day_read (text, day);
}

StileExit
stile_ledger_audit_run (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autofree char *person = NULL;
  g_autofree char *by = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry options[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &person,
      N_("Only lines about this person: a name, a reference or an id"), N_("WHO") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_("Only what this adviser did"), N_("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_("Only this kind, such as read or export"),
      N_("KIND") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_("From this day on"), N_("YYYY-MM-DD") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_("Up to this day"), N_("YYYY-MM-DD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  g_autoptr (StileCasework) casework = NULL;
  StileAuditFilter filter = { NULL };
  GDate from, to;
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH",
                            _("Tells who looked at records, printed, exported, corrected or erased "
                              "them, and who opened the book; newest first."), NULL,
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (!read_day (since, &from, &filter.from) || !read_day (until, &to, &filter.to))
    return stile_command_misused (name, _("Write days as YYYY-MM-DD."));

  casework = stile_book_open_casework (argv[1], &identity, &exit_code);
  if (!casework)
    return exit_code;
  filter.adviser = by;
  filter.kind = kind;
  return stile_command_finish (show_audit (casework, person, &filter, as_json));
}
