// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <unistd.h>

#include "audit.h"
#include "book.h"
#include "ledger-verbs.h"
#include "person-document.h"
#include "rights.h"

/* How many entries are in memory at a time. */
#define PAGE 500

/* The place in this file (seq) stays out: it means nothing on another machine. */
static char *
entry_to_json (const StileEntry *entry)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", entry->id);
  json_object_set_string_member (object, "case", entry->case_id);
  json_object_set_string_member (object, "kind", entry->kind);
  json_object_set_string_member (object, "at", entry->at);
  json_object_set_string_member (object, "station", entry->station);
  json_object_set_string_member (object, "adviser", entry->adviser);
  if (entry->content)
    json_object_set_member (object, "content", json_node_copy (entry->content));
  else
    json_object_set_null_member (object, "content");
  json_node_take_object (node, object);

  return json_to_string (node, FALSE);
}

static char *
string_to_json (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

static gboolean
print_page (StileLedger *ledger, gint64 *seq, guint *length, GError **error)
{
  g_autoptr (GPtrArray) entries = stile_ledger_read_all (ledger, *seq, PAGE, error);

  if (!entries)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *json = entry_to_json (entry);

      stile_command_print ("%s\n%s", *seq == 0 && i == 0 ? "" : ",", json);
    }
  *length = entries->len;
  if (entries->len > 0)
    *seq = ((const StileEntry *) g_ptr_array_index (entries, entries->len - 1))->seq;

  return TRUE;
}

static void
warn (void)
{
  stile_command_say (_("What comes out is not sealed: everyone who can read it can read what "
                       "people said. Keep it as safe as the book, and delete it soon."));
}

static StileExit
export_book (StileCasework *casework)
{
  StileLedger *ledger = stile_casework_get_ledger (casework);
  g_autofree char *station = string_to_json (stile_ledger_get_station (ledger));
  g_autoptr (GError) error = NULL;
  gint64 seq = 0;
  guint length = 0;

  if (!stile_casework_record_export (casework, NULL, STILE_WHAT_BOOK, &error))
    return stile_command_fail (error);

  warn ();
  stile_command_print ("{\"station\": %s, \"entries\": [", station);
  do
    {
      if (!print_page (ledger, &seq, &length, &error))
        return stile_command_fail (error);
    }
  while (length == PAGE);
  stile_command_print ("\n]}\n");

  return STILE_EXIT_FINE;
}

/* ---- One person ---- */

static StileExit
export_person (StileCasework *casework, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  if (stile_casework_record_export (casework, case_id, STILE_WHAT_RECORD, &error))
    json = stile_casework_export_person (casework, case_id, &error);
  if (!json)
    return stile_command_fail (error);

  warn ();
  stile_command_print ("%s\n", json);
  return STILE_EXIT_FINE;
}

static StileExit
write_person (StileCasework *casework, const char *case_id, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDocument) document = NULL;

  if (stile_casework_record_export (casework, case_id, STILE_WHAT_EVERYTHING, &error))
    document = stile_person_document_new (casework, case_id, &error);
  if (!document || !stile_document_write_pdf (document, path, &error))
    return stile_command_fail (error);

  warn ();
  return STILE_EXIT_FINE;
}

static StileExit
export_wanted (StileCasework *casework, const char *person, const char *pdf)
{
  g_autofree char *case_id = NULL;
  StileExit exit_code;

  if (!person)
    return export_book (casework);
  case_id = stile_book_find_person (casework, person, &exit_code);
  if (!case_id)
    return exit_code;

  return pdf ? write_person (casework, case_id, pdf) : export_person (casework, case_id);
}

StileExit
stile_ledger_export_run (const char *name, int argc, char **argv)
{
  g_auto (StileIdentity) identity = { NULL };
  g_autoptr (StileCasework) casework = NULL;
  g_autofree char *person = NULL;
  g_autofree char *pdf = NULL;
  const GOptionEntry options[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &person,
      N_("Everything about this person: a name, a reference or an id"), N_("WHO") },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("With --person: as pages to read, in a file"),
      N_("FILE") },
    STILE_IDENTITY_OPTIONS (identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "PATH",
                            _("Writes all entries of a record book, or everything held about one "
                              "person, opened, as one JSON document."),
                            _("Send the output to a file or a program: on a screen it is refused, "
                              "since it is what people told you in private. The audit keeps that "
                              "it was exported."),
                            options, 1, 1, &argc, &argv, &exit_code))
    return exit_code;
  if (pdf && !person)
    return stile_command_misused (name, _("Say whose pages to write: --person WHO"));
  if (!pdf && isatty (STDOUT_FILENO))
    return stile_command_misused (name, _("This would show private things on the screen. Send it "
                                          "to a file: %s PATH > FILE"),
                                  name);

  casework = stile_book_open_casework (argv[1], &identity, &exit_code);
  if (!casework)
    return exit_code;

  return stile_command_finish (export_wanted (casework, person, pdf));
}
