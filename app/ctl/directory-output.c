// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "directory-output.h"

#include <math.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "command.h"

static void
set (JsonObject *object, const char *name, const char *text)
{
  if (text)
    json_object_set_string_member (object, name, text);
}

static void
print_node (JsonNode *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autofree char *text = json_to_string (owned, TRUE);

  stile_command_print ("%s\n", text);
}

static JsonNode *
take_object (JsonObject *object)
{
  return json_node_init_object (json_node_alloc (), object);
}

/* ---- Import ---- */

void
stile_directory_output_report (const StileImportReport *report)
{
  g_autofree char *text = stile_import_report_to_text (report);

  stile_command_print ("%s", text);
}

void
stile_directory_output_report_as_json (const StileImportReport *report)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();

  json_object_set_int_member (object, "sources", report->sources);
  json_object_set_int_member (object, "records", report->records);
  json_object_set_int_member (object, "left-out", report->left_out);
  json_object_set_int_member (object, "repeated", report->repeated);
  json_object_set_int_member (object, "services", report->services);
  json_object_set_int_member (object, "added", report->added);
  json_object_set_int_member (object, "removed", report->removed);
  json_object_set_int_member (object, "kept", report->kept);
  json_object_set_boolean_member (object, "cut", report->cut);
  json_object_set_int_member (object, "faults", report->n_lines);
  for (guint i = 0; i < report->lines->len; i++)
    {
      const StileImportLine *line = report->lines->pdata[i];
      JsonObject *told = json_object_new ();

      set (told, "source", line->source);
      if (line->record > 0)
        json_object_set_int_member (told, "record", line->record);
      set (told, "id", line->id);
      set (told, "field", line->field);
      set (told, "what", line->what);
      json_array_add_object_element (lines, told);
    }
  json_object_set_array_member (object, "lines", lines);
  print_node (take_object (object));
}

/* ---- Lists ---- */

void
stile_directory_output_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const StileServiceRow *row = rows->pdata[i];
      const char *const cells[]
          = { row->id, row->name, row->organization, row->place, row->closed };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        {
          g_autofree char *cell = stile_command_dup_line (cells[j] ? cells[j] : "");
          stile_command_print ("%s%s", j > 0 ? "\t" : "", cell);
        }
      stile_command_print ("\n");
    }
}

void
stile_directory_output_rows_as_json (GPtrArray *rows)
{
  JsonArray *array = json_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const StileServiceRow *row = rows->pdata[i];
      JsonObject *object = json_object_new ();

      set (object, "id", row->id);
      set (object, "name", row->name);
      set (object, "organization", row->organization);
      set (object, "place", row->place);
      set (object, "closed", row->closed);
      json_object_set_boolean_member (object, "known", row->known);
      json_array_add_object_element (array, object);
    }
  print_node (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

void
stile_directory_output_matches (GPtrArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const StileMatch *match = matches->pdata[i];

      g_autofree char *name = stile_command_dup_cell (match->name);
      g_autofree char *organization
          = match->organization ? stile_command_dup_cell (match->organization) : NULL;

      stile_command_print ("%u. %s%s%s\n", i + 1, name, organization ? ", " : "",
                           organization ? organization : "");
      stile_command_print ("   %s\n", match->id);
      for (guint j = 0; match->reasons[j]; j++)
        stile_command_print ("   - %s\n", match->reasons[j]);
    }
  if (matches->len == 0)
    stile_command_say (_("The directory has no service that fits."));
}

void
stile_directory_output_matches_as_json (GPtrArray *matches)
{
  static const char *const standings[] = { "open", "doubtful", "closed" };
  JsonArray *array = json_array_sized_new (matches->len);

  for (guint i = 0; i < matches->len; i++)
    {
      const StileMatch *match = matches->pdata[i];
      JsonObject *object = json_object_new ();
      JsonArray *reasons = json_array_new ();

      set (object, "id", match->id);
      set (object, "name", match->name);
      set (object, "organization", match->organization);
      set (object, "standing", standings[match->standing]);
      if (!isnan (match->miles))
        json_object_set_double_member (object, "miles", match->miles);
      for (guint j = 0; match->reasons[j]; j++)
        json_array_add_string_element (reasons, match->reasons[j]);
      json_object_set_array_member (object, "reasons", reasons);
      json_array_add_object_element (array, object);
    }
  print_node (json_node_init_array (json_node_alloc (), array));
  json_array_unref (array);
}

/* ---- A service ---- */

/* Further lines are indented: a description cannot pass for another field. */
static void
print_text (const char *title, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = stile_command_dup_cell (lines[i]);

      if (i == 0)
        stile_command_print ("%s: %s\n", title, line);
      else
        stile_command_print ("  %s\n", line);
    }
}

static void
print_texts (const char *title, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    print_text (title, texts->pdata[i]);
}

static void
print_places (const StileService *service)
{
  for (guint i = 0; i < service->places->len; i++)
    {
      const StilePlace *place = service->places->pdata[i];
      const char *parts[] = { place->name, place->address, place->postcode };
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (parts[j])
          g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[j]);
      if (line->len > 0)
        print_text (_("Place"), line->str);
    }
}

static void
print_capacities (const StileService *service)
{
  for (guint i = 0; i < service->capacities->len; i++)
    {
      const StileCapacity *capacity = service->capacities->pdata[i];

      if (capacity->available != STILE_NOT_KNOWN)
        stile_command_print (_("Room: %d (%s)\n"), capacity->available,
                             capacity->updated ? capacity->updated : _("day not known"));
    }
}

static void
print_lists (const StileService *service)
{
  for (guint i = 0; i < service->phones->len; i++)
    print_text (_("Phone"), ((const StilePhone *) service->phones->pdata[i])->number);
  print_places (service);
  print_texts (_("Serves"), service->areas);
  for (guint i = 0; i < service->languages->len; i++)
    print_text (_("Language"), ((const StileSpokenLanguage *) service->languages->pdata[i])->name);
  print_texts (_("Open"), service->schedules);
  print_capacities (service);
  for (guint i = 0; i < service->terms->len; i++)
    {
      const StileTerm *term = service->terms->pdata[i];
      g_autofree char *heading
          = g_strdup_printf ("%s %s %s", term->vocabulary ? term->vocabulary : "",
                             term->id ? term->id : "", term->name ? term->name : "");

      print_text (_("Heading"), heading);
    }
}

static void
print_overlay (const StileOverlay *overlay)
{
  print_text (_("Our route"), overlay->route);
  print_text (_("Our contact"), overlay->contact);
  print_text (_("Our languages"), overlay->languages);
  print_text (_("Our note"), overlay->notes);
  if (overlay->capacity != STILE_NOT_KNOWN)
    stile_command_print (_("Room for: %d (%s)\n"), overlay->capacity, overlay->capacity_at);
  if (overlay->waiting_days != STILE_NOT_KNOWN)
    stile_command_print (_("Days to wait: %d (%s)\n"), overlay->waiting_days, overlay->waiting_at);
  if (overlay->known)
    stile_command_print (_("We know them.\n"));
  if (overlay->paused)
    stile_command_print (_("Paused: %s\n"), overlay->paused_reason ? overlay->paused_reason : "");
}

void
stile_directory_output_service (const StileService *service, const StileOverlay *overlay)
{
  print_text (_("Id"), service->id);
  print_text (_("Name"), service->name);
  print_text (_("Organization"), service->organization);
  print_text (_("Status"), service->status ? service->status : _("not known"));
  print_text (_("At present"), service->alert);
  print_text (_("Description"), service->description);
  print_text (_("Web"), service->url);
  print_text (_("E-mail"), service->email);
  print_text (_("Contact"), service->contact);
  print_text (_("Who can come"), service->eligibility);
  if (service->minimum_age != STILE_NOT_KNOWN)
    stile_command_print (_("From age: %d\n"), service->minimum_age);
  if (service->maximum_age != STILE_NOT_KNOWN)
    stile_command_print (_("Up to age: %d\n"), service->maximum_age);
  print_text (_("How to apply"), service->application);
  print_text (_("Waiting time"), service->waiting);
  print_text (_("Cost"), service->cost);
  print_text (_("Interpreters"), service->interpreters);
  print_text (_("Accreditations"), service->accreditations);
  print_text (_("Last changed"), service->updated);
  print_lists (service);
  print_overlay (overlay);
}
