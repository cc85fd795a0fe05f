// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The lists of a service: phones, places, areas, languages, room. */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "languages.h"
#include "postcode.h"
#include "record-reader.h"

#define CAPACITY_MAX 1000000

/* A list of @member, each element given to @read. */
typedef void (*ReadOne) (const StileReading *reading, JsonObject *object, StileService *service);

static void
read_each (const StileReading *reading, JsonObject *object, const char *member, ReadOne read,
           StileService *service)
{
  g_autoptr (GPtrArray) list = stile_reading_list (reading, object, member);

  for (guint i = 0; i < list->len; i++)
    read (reading, g_ptr_array_index (list, i), service);
}

static void
read_language (const StileReading *reading, JsonObject *object, StileService *service)
{
  g_autofree char *code = stile_reading_dup_text (reading, object, "code", STILE_READING_NAME_MAX);
  g_autofree char *name =
      stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "name", "language", NULL);
  StileSpokenLanguage *language;

  if (!code && !name)
    {
      stile_reading_tell (reading, "languages",
                          _("A language has neither code nor name. It was left out."));
      return;
    }
  language = g_new0 (StileSpokenLanguage, 1);
  language->tag = stile_languages_dup_tag (code, name);
  language->name = g_strdup (name ? name : code);
  g_ptr_array_add (service->languages, language);
}

static gboolean
has_digits (const char *text, guint most)
{
  guint digits = 0;

  for (; *text; text++)
    digits += g_ascii_isdigit (*text);
  return digits >= most;
}

static void
read_phone (const StileReading *reading, JsonObject *object, StileService *service)
{
  g_autofree char *number =
      stile_reading_dup_text (reading, object, "number", STILE_READING_NAME_MAX);
  g_autofree char *quote = stile_reading_dup_quote (number);
  StilePhone *phone;

  if (!number)
    return;
  if (!has_digits (number, 3))
    {
      /* Translators: what the file says. */
      stile_reading_tell (reading, "phones", _("“%s” is no phone number. It was left out."),
                          quote);
      return;
    }
  phone = g_new0 (StilePhone, 1);
  phone->number = g_strdup (g_strstrip (g_strdelimit (number, "\"'", ' ')));
  phone->extension = stile_reading_dup_text (reading, object, "extension", STILE_READING_NAME_MAX);
  phone->description =
      stile_reading_dup_text (reading, object, "description", STILE_READING_NAME_MAX);
  g_ptr_array_add (service->phones, phone);
}

static void
read_contact (const StileReading *reading, JsonObject *object, StileService *service)
{
  g_autofree char *name = stile_reading_dup_text (reading, object, "name", STILE_READING_NAME_MAX);
  g_autofree char *title =
      stile_reading_dup_text (reading, object, "title", STILE_READING_NAME_MAX);

  if (!service->contact && (name || title))
    service->contact =
        name && title ? g_strconcat (name, ", ", title, NULL) : g_strdup (name ? name : title);
  if (!service->email)
    service->email = stile_reading_dup_email (reading, object, "email");
  read_each (reading, object, "phones", read_phone, service);
}

static void
read_area (const StileReading *reading, JsonObject *object, StileService *service)
{
  char *area = stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "name",
                                        "service_area", "description", NULL);

  if (area)
    g_ptr_array_add (service->areas, area);
}

static void
read_capacity (const StileReading *reading, JsonObject *object, StileService *service)
{
  double available = stile_reading_get_number (reading, object, "available", 0, CAPACITY_MAX);
  double maximum = stile_reading_get_number (reading, object, "maximum", 0, CAPACITY_MAX);
  StileCapacity *capacity;

  if (isnan (available))
    return;
  if (available > maximum)
    {
      stile_reading_tell (reading, "capacities",
                          /* Translators: places for people that are free, and all there are,
                           * twice. */
                          _("%.0f of at most %.0f cannot be free. %.0f was kept."), available,
                          maximum, maximum);
      available = maximum;
    }
  capacity = g_new0 (StileCapacity, 1);
  capacity->available = (int) available;
  capacity->maximum = isnan (maximum) ? STILE_NOT_KNOWN : (int) maximum;
  capacity->description =
      stile_reading_dup_text (reading, object, "description", STILE_READING_NAME_MAX);
  capacity->updated = stile_reading_dup_day (reading, object, "updated");
  g_ptr_array_add (service->capacities, capacity);
}

static void
read_cost (const StileReading *reading, JsonObject *object, StileService *service)
{
  g_autofree char *option =
      stile_reading_dup_text (reading, object, "option", STILE_READING_NAME_MAX);
  g_autofree char *amount =
      stile_reading_dup_text (reading, object, "amount", STILE_READING_NAME_MAX);
  g_autofree char *unit =
      stile_reading_dup_text (reading, object, "amount_description", STILE_READING_NAME_MAX);
  g_autoptr (GString) words = g_string_new (option);

  if (service->cost)
    return;
  if (amount)
    g_string_append_printf (words, "%s£%s", words->len > 0 ? ": " : "", amount);
  if (unit)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", unit);
  if (words->len > 0)
    service->cost = g_strdup (words->str);
}

/* ---- Places ---- */

static char *
dup_address (const StileReading *reading, JsonObject *object)
{
  static const char *const parts[] = { "address_1", "address_2", "city", "region",
                                       "state_province" };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *line = stile_reading_dup_text (reading, object, parts[i], STILE_READING_NAME_MAX);

      if (line && lines->len > 0 && strcmp (line, lines->pdata[lines->len - 1]) == 0)
        g_clear_pointer (&line, g_free);
      if (line)
        g_ptr_array_add (lines, g_strdelimit (line, "\n", ' '));
    }
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv (", ", (char **) lines->pdata) : NULL;
}

static void
read_address (const StileReading *reading, JsonObject *object, StilePlace *place)
{
  g_autofree char *postcode =
      stile_reading_dup_text (reading, object, "postal_code", STILE_READING_NAME_MAX);
  g_autofree char *tidy = stile_postcode_dup_tidy (postcode);
  g_autofree char *quote = stile_reading_dup_quote (postcode);

  if (postcode && !tidy)
    stile_reading_tell (reading, "postal_code",
                        /* Translators: what the file says. */
                        _("“%s” is no postcode of the United Kingdom. It is shown, but "
                          "distances are not worked out with it."),
                        quote);
  place->address = dup_address (reading, object);
  place->postcode = tidy ? g_steal_pointer (&tidy) : g_steal_pointer (&postcode);
}

static void
read_coordinates (const StileReading *reading, JsonObject *object, StilePlace *place)
{
  place->latitude = stile_reading_get_number (reading, object, "latitude", -90, 90);
  place->longitude = stile_reading_get_number (reading, object, "longitude", -180, 180);
  if (place->latitude == 0 && place->longitude == 0)
    stile_reading_tell (reading, "latitude",
                        _("The place lies in the sea off Africa. It was left out."));
  if (isnan (place->latitude) || isnan (place->longitude)
      || (place->latitude == 0 && place->longitude == 0))
    place->latitude = place->longitude = NAN;
}

static void
read_place (const StileReading *reading, JsonObject *object, StileService *service)
{
  g_autoptr (GPtrArray) addresses = stile_reading_list (
      reading, object,
      json_object_has_member (object, "physical_addresses") ? "physical_addresses" : "addresses");
  StilePlace *place = g_new0 (StilePlace, 1);

  place->name = stile_reading_dup_text (reading, object, "name", STILE_READING_NAME_MAX);
  read_coordinates (reading, object, place);
  if (addresses->len > 0)
    read_address (reading, g_ptr_array_index (addresses, 0), place);
  g_ptr_array_add (service->places, place);

  read_each (reading, object, "phones", read_phone, service);
  read_each (reading, object, "contacts", read_contact, service);
}

void
stile_service_read_location (const StileReading *reading, JsonObject *location,
                             StileService *service)
{
  JsonObject *place = stile_reading_get_object (location, "location");

  if (place)
    read_place (reading, place, service);
  read_each (reading, location, "phones", read_phone, service);
  read_each (reading, location, "contacts", read_contact, service);
  read_each (reading, location, "service_areas", read_area, service);
  stile_service_read_schedules (reading, location, service);
}

void
stile_service_read_lists (const StileReading *reading, JsonObject *object, StileService *service)
{
  read_each (reading, object, "phones", read_phone, service);
  read_each (reading, object, "contacts", read_contact, service);
  read_each (reading, object, "service_areas", read_area, service);
  read_each (reading, object, "languages", read_language, service);
  read_each (reading, object, "capacities", read_capacity, service);
  read_each (reading, object, "cost_options", read_cost, service);
  read_each (reading, object, "locations", read_place, service);
  read_each (reading, object, "service_at_locations", stile_service_read_location, service);
  stile_service_read_terms (reading, object, service);
  stile_service_read_schedules (reading, object, service);
}
