// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A service as a record of HSDS 3.1. It is kept in the directory in this form, so what is written
 * here must be read again by stile_service_read() as it was. */

#include <math.h>

#include <json-glib/json-glib.h>

#include "service.h"

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text)
    json_object_set_string_member (object, member, text);
}

static void
set_known (JsonObject *object, const char *member, int number)
{
  if (number != STILE_NOT_KNOWN)
    json_object_set_int_member (object, member, number);
}

typedef JsonObject *(*WriteOne) (gconstpointer item);

static void
set_list (JsonObject *object, const char *member, GPtrArray *items, WriteOne write)
{
  JsonArray *array;

  if (items->len == 0)
    return;
  array = json_array_sized_new (items->len);
  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, write (g_ptr_array_index (items, i)));
  json_object_set_array_member (object, member, array);
}

static JsonObject *
write_phone (gconstpointer item)
{
  const StilePhone *phone = item;
  JsonObject *object = json_object_new ();

  set_text (object, "number", phone->number);
  set_text (object, "extension", phone->extension);
  set_text (object, "description", phone->description);
  return object;
}

static JsonObject *
write_place (gconstpointer item)
{
  const StilePlace *place = item;
  JsonObject *object = json_object_new ();
  JsonObject *location = json_object_new ();

  json_object_set_object_member (object, "location", location);
  set_text (location, "name", place->name);
  if (!isnan (place->latitude))
    {
      json_object_set_double_member (location, "latitude", place->latitude);
      json_object_set_double_member (location, "longitude", place->longitude);
    }
  if (place->address || place->postcode)
    {
      JsonArray *addresses = json_array_new ();
      JsonObject *address = json_object_new ();

      set_text (address, "address_1", place->address);
      set_text (address, "postal_code", place->postcode);
      json_array_add_object_element (addresses, address);
      json_object_set_array_member (location, "addresses", addresses);
    }
  return object;
}

/* An element of a list of texts, which HSDS writes as objects. */
static JsonObject *
new_with_text (const char *member, const char *text)
{
  JsonObject *object = json_object_new ();

  set_text (object, member, text);
  return object;
}

static JsonObject *
write_area (gconstpointer item)
{
  return new_with_text ("name", item);
}

static JsonObject *
write_language (gconstpointer item)
{
  const StileSpokenLanguage *language = item;
  JsonObject *object = json_object_new ();

  set_text (object, "code", language->tag);
  set_text (object, "name", language->name);
  return object;
}

static JsonObject *
write_term (gconstpointer item)
{
  const StileTerm *term = item;
  JsonObject *object = json_object_new ();
  JsonObject *heading = json_object_new ();

  set_text (heading, "id", term->id);
  set_text (heading, "name", term->name);
  set_text (heading, "taxonomy", term->vocabulary);
  json_object_set_object_member (object, "taxonomy_term", heading);
  return object;
}

static JsonObject *
write_schedule (gconstpointer item)
{
  return new_with_text ("description", item);
}

static JsonObject *
write_capacity (gconstpointer item)
{
  const StileCapacity *capacity = item;
  JsonObject *object = json_object_new ();

  set_known (object, "available", capacity->available);
  set_known (object, "maximum", capacity->maximum);
  set_text (object, "description", capacity->description);
  set_text (object, "updated", capacity->updated);
  return object;
}

static void
set_contact (JsonObject *object, const char *contact)
{
  JsonArray *contacts = json_array_new ();
  JsonObject *person = json_object_new ();

  set_text (person, "name", contact);
  json_array_add_object_element (contacts, person);
  json_object_set_array_member (object, "contacts", contacts);
}

static void
set_organization (JsonObject *object, const char *name)
{
  JsonObject *organization = json_object_new ();

  set_text (organization, "name", name);
  json_object_set_object_member (object, "organization", organization);
}

static void
set_lists (JsonObject *object, const StileService *service)
{
  set_list (object, "phones", service->phones, write_phone);
  set_list (object, "service_at_locations", service->places, write_place);
  set_list (object, "service_areas", service->areas, write_area);
  set_list (object, "languages", service->languages, write_language);
  set_list (object, "attributes", service->terms, write_term);
  set_list (object, "schedules", service->schedules, write_schedule);
  set_list (object, "capacities", service->capacities, write_capacity);
}

char *
stile_service_to_json (const StileService *service)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  set_text (object, "id", service->id);
  set_text (object, "name", service->name);
  if (service->organization)
    set_organization (object, service->organization);
  set_text (object, "description", service->description);
  set_text (object, "status", service->status);
  set_text (object, "url", service->url);
  set_text (object, "email", service->email);
  set_text (object, "eligibility_description", service->eligibility);
  set_known (object, "minimum_age", service->minimum_age);
  set_known (object, "maximum_age", service->maximum_age);
  set_text (object, "fees_description", service->cost);
  set_text (object, "wait_time", service->waiting);
  set_text (object, "application_process", service->application);
  set_text (object, "accreditations", service->accreditations);
  set_text (object, "interpretation_services", service->interpreters);
  set_text (object, "alert", service->alert);
  set_text (object, "last_modified", service->updated);
  if (service->contact)
    set_contact (object, service->contact);
  set_lists (object, service);
  return json_to_string (node, FALSE);
}
