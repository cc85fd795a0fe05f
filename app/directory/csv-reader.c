// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "plain-text.h"

typedef enum
{
  MEMBER,       /* of the service */
  LIST,         /* parted by semicolons: each is @member of an element of @list */
  TERMS,        /* parted by semicolons: vocabulary:id:name */
  ORGANIZATION, /* name of the organization */
  PLACE,        /* of the location */
  ADDRESS,      /* of the location's address */
} Kind;

typedef struct
{
  const char *name;
  Kind kind;
  const char *member;
  const char *list;
} Column;

static const Column columns[] = {
  { "id", MEMBER, "id", NULL },
  { "name", MEMBER, "name", NULL },
  { "organization", ORGANIZATION, "name", NULL },
  { "description", MEMBER, "description", NULL },
  { "status", MEMBER, "status", NULL },
  { "url", MEMBER, "url", NULL },
  { "email", MEMBER, "email", NULL },
  { "phone", LIST, "number", "phones" },
  { "contact", LIST, "name", "contacts" },
  { "place", PLACE, "name", NULL },
  { "address", ADDRESS, "address_1", NULL },
  { "postcode", ADDRESS, "postal_code", NULL },
  { "latitude", PLACE, "latitude", NULL },
  { "longitude", PLACE, "longitude", NULL },
  { "areas", LIST, "name", "service_areas" },
  { "languages", LIST, "name", "languages" },
  { "interpreters", MEMBER, "interpretation_services", NULL },
  { "eligibility", MEMBER, "eligibility_description", NULL },
  { "minimum_age", MEMBER, "minimum_age", NULL },
  { "maximum_age", MEMBER, "maximum_age", NULL },
  { "opening_hours", LIST, "description", "schedules" },
  { "cost", MEMBER, "fees_description", NULL },
  { "waiting_time", MEMBER, "wait_time", NULL },
  { "how_to_apply", MEMBER, "application_process", NULL },
  { "accreditations", MEMBER, "accreditations", NULL },
  { "terms", TERMS, NULL, NULL },
  { "updated", MEMBER, "last_modified", NULL },
};

static const Column *
find_column (const char *cell)
{
  g_autofree char *name = g_ascii_strdown (cell, -1);

  g_strdelimit (g_strstrip (name), " -", '_');
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (name, columns[i].name) == 0)
      return &columns[i];
  return NULL;
}

GPtrArray *
stile_csv_read_header (const StileReading *reading, GPtrArray *cells)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean has_name = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      g_autoptr (GString) cell = g_string_new (g_ptr_array_index (cells, i));
      g_autofree char *shown = NULL;
      const Column *column;

      stile_text_mend_encoding (cell);
      shown = stile_reading_dup_quote (cell->str);
      column = find_column (cell->str);
      if (!column && cell->len > 0)
        stile_reading_tell (reading, shown, _("Nobody knows this column. It was left out."));
      has_name = has_name || (column && strcmp (column->name, "name") == 0);
      g_ptr_array_add (found, (gpointer) column);
    }
  if (!has_name)
    {
      stile_reading_tell (reading, NULL,
                          _("The first row must name the columns, one of them “name”. The file "
                            "was left out."));
      g_clear_pointer (&found, g_ptr_array_unref);
    }
  return found;
}

static JsonObject *
get_object (JsonObject *record, const char *member)
{
  JsonObject *object;

  if (json_object_has_member (record, member))
    return json_object_get_object_member (record, member);
  object = json_object_new ();
  json_object_set_object_member (record, member, object);
  return object;
}

static JsonArray *
get_array (JsonObject *record, const char *member)
{
  JsonArray *array;

  if (json_object_has_member (record, member))
    return json_object_get_array_member (record, member);
  array = json_array_new ();
  json_object_set_array_member (record, member, array);
  return array;
}

/* A new element of a list of @record. */
static JsonObject *
add_element (JsonObject *record, const char *list)
{
  JsonObject *element = json_object_new ();

  json_array_add_object_element (get_array (record, list), element);
  return element;
}

static JsonObject *
get_location (JsonObject *record)
{
  JsonArray *array = get_array (record, "service_at_locations");

  if (json_array_get_length (array) == 0)
    return get_object (add_element (record, "service_at_locations"), "location");
  return get_object (json_array_get_object_element (array, 0), "location");
}

static JsonObject *
get_address (JsonObject *location)
{
  JsonArray *array = get_array (location, "addresses");

  return json_array_get_length (array) == 0 ? add_element (location, "addresses")
                                            : json_array_get_object_element (array, 0);
}

static void
add_term (JsonObject *record, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  JsonObject *term = get_object (add_element (record, "attributes"), "taxonomy_term");
  guint n = g_strv_length (parts);

  if (n == 1)
    json_object_set_string_member (term, "name", parts[0]);
  else
    {
      json_object_set_string_member (term, "taxonomy", g_strstrip (parts[0]));
      json_object_set_string_member (term, "id", g_strstrip (parts[1]));
      if (n == 3)
        json_object_set_string_member (term, "name", parts[2]);
    }
}

static void
add_list (JsonObject *record, const Column *column, const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ";", -1);

  for (guint i = 0; parts[i]; i++)
    {
      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (column->kind == TERMS)
        add_term (record, parts[i]);
      else
        json_object_set_string_member (add_element (record, column->list), column->member,
                                       parts[i]);
    }
}

static void
add_cell (JsonObject *record, const Column *column, const char *cell)
{
  switch (column->kind)
    {
    case MEMBER:
      json_object_set_string_member (record, column->member, cell);
      break;
    case ORGANIZATION:
      json_object_set_string_member (get_object (record, "organization"), column->member, cell);
      break;
    case PLACE:
      json_object_set_string_member (get_location (record), column->member, cell);
      break;
    case ADDRESS:
      json_object_set_string_member (get_address (get_location (record)), column->member, cell);
      break;
    default:
      add_list (record, column, cell);
    }
}

JsonObject *
stile_csv_read_row (const StileReading *reading, GPtrArray *found, GPtrArray *cells)
{
  JsonObject *record = json_object_new ();
  gboolean wrong_encoding = FALSE;

  if (cells->len > found->len)
    stile_reading_tell (reading, NULL,
                        _("The row has more cells than the header. The rest was "
                          "left out."));
  for (guint i = 0; i < MIN (cells->len, found->len); i++)
    {
      const Column *column = g_ptr_array_index (found, i);
      g_autoptr (GString) cell = g_string_new (g_ptr_array_index (cells, i));

      wrong_encoding = stile_text_mend_encoding (cell) || wrong_encoding;
      if (column && *g_strstrip (cell->str))
        add_cell (record, column, cell->str);
    }
  if (wrong_encoding)
    stile_reading_tell (reading, NULL,
                        _("Some letters were not UTF-8. They were read as Windows-1252."));
  return record;
}
