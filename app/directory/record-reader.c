// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "record-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "service-private.h"

#define ID_MAX 200
#define AGE_MAX 120

/* What only services have: terms, taxonomies and schemas have an id or a name too. */
static gboolean
is_service (JsonObject *object)
{
  static const char *const marks[] = {
    "organization", "organization_id", "status",           "service_at_locations", "service_areas",
    "eligibilitys", "attending_type",  "attending_access", "deliverable_type"
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (json_object_has_member (object, marks[i]))
      return TRUE;
  return FALSE;
}

static void
read_organization (const StileReading *reading, JsonObject *organization, StileService *service)
{
  service->organization =
      stile_reading_dup_line (reading, organization, "name", STILE_READING_NAME_MAX);
  if (!service->organization)
    stile_reading_tell (reading, "organization", _("The organization has no name."));
}

static char *
dup_status (const StileReading *reading, JsonObject *object)
{
  static const char *const known[] = { "active", "inactive", "defunct", "temporarily closed" };
  g_autofree char *status =
      stile_reading_dup_text (reading, object, "status", STILE_READING_NAME_MAX);
  g_autofree char *quote = stile_reading_dup_quote (status);

  if (!status)
    stile_reading_tell (reading, "status",
                        _("It does not say whether the service is open. That "
                          "counts as not known."));
  for (guint i = 0; status && i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (status, known[i]) == 0)
      return g_strdup (known[i]);
  if (status)
    stile_reading_tell (reading, "status",
                        /* Translators: what the file says. */
                        _("There is no status “%s”. That counts as not known."), quote);
  return NULL;
}

static int
get_age (const StileReading *reading, JsonObject *object, const char *member)
{
  double age = stile_reading_get_number (reading, object, member, 0, 1000);

  /* "999", "0 to 150" and the like mean that there is no bound. */
  return isnan (age) || age > AGE_MAX ? STILE_NOT_KNOWN : (int) age;
}

static void
read_ages (const StileReading *reading, JsonObject *object, StileService *service)
{
  int minimum = get_age (reading, object, "minimum_age");
  int maximum = get_age (reading, object, "maximum_age");

  if (maximum != STILE_NOT_KNOWN && (maximum == 0 || maximum < minimum))
    {
      stile_reading_tell (reading, "maximum_age",
                          /* Translators: two ages in years. */
                          _("Nobody is older than %d and younger than %d. Both were left out."),
                          minimum, maximum);
      minimum = maximum = STILE_NOT_KNOWN;
    }
  if (minimum != STILE_NOT_KNOWN)
    service->minimum_age = minimum;
  if (maximum != STILE_NOT_KNOWN)
    service->maximum_age = maximum;
}

/* Open Referral UK 1.0 keeps who can come in a list of its own. */
static void
read_eligibility (const StileReading *reading, JsonObject *object, StileService *service)
{
  service->eligibility =
      stile_reading_dup_text (reading, object, "eligibility_description", STILE_READING_TEXT_MAX);
  read_ages (reading, object, service);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) list =
          stile_reading_list (reading, object, i == 0 ? "eligibilitys" : "eligibilities");

      for (guint j = 0; j < list->len; j++)
        {
          JsonObject *eligibility = g_ptr_array_index (list, j);

          read_ages (reading, eligibility, service);
          if (!service->eligibility)
            service->eligibility = stile_reading_dup_first (
                reading, eligibility, STILE_READING_TEXT_MAX, "eligibility", "description", NULL);
        }
    }
}

static void
read_texts (const StileReading *reading, JsonObject *object, StileService *service)
{
  service->description =
      stile_reading_dup_text (reading, object, "description", STILE_READING_TEXT_MAX);
  service->url = stile_reading_dup_url (reading, object, "url");
  service->email = stile_reading_dup_email (reading, object, "email");
  service->cost = stile_reading_dup_first (reading, object, STILE_READING_TEXT_MAX,
                                           "fees_description", "fees", NULL);
  service->waiting = stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "wait_time",
                                              "waiting_time", NULL);
  service->application = stile_reading_dup_first (reading, object, STILE_READING_TEXT_MAX,
                                                  "application_process", "attending_access", NULL);
  service->accreditations =
      stile_reading_dup_text (reading, object, "accreditations", STILE_READING_TEXT_MAX);
  service->interpreters =
      stile_reading_dup_text (reading, object, "interpretation_services", STILE_READING_TEXT_MAX);
  service->alert = stile_reading_dup_text (reading, object, "alert", STILE_READING_TEXT_MAX);
  service->updated = stile_reading_dup_day (reading, object, "last_modified");
  if (!service->updated)
    service->updated = stile_reading_dup_day (reading, object, "assured_date");
}

/* The same service gets the same id at every import, so that the overlay finds it again. */
static char *
make_id (const StileService *service, const char *organization)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", service->name, organization);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("made-%.32s", digest);
}

StileService *
stile_service_read (StileReading *reading, JsonObject *object)
{
  g_autoptr (StileService) service = stile_service_new ();
  JsonObject *organization = stile_reading_get_object (object, "organization");

  reading->id = NULL;
  service->id = stile_reading_dup_line (reading, object, "id", ID_MAX);
  reading->id = service->id;
  service->name = stile_reading_dup_line (reading, object, "name", STILE_READING_NAME_MAX);
  if (!service->name)
    {
      stile_reading_tell (reading, "name", _("The service has no name. It was left out."));
      reading->id = NULL;
      return NULL;
    }
  if (organization)
    read_organization (reading, organization, service);
  if (!service->id)
    {
      reading->id = service->name;
      service->id = make_id (service, service->organization ? service->organization : "");
      stile_reading_tell (reading, "id",
                          _("The service has no id. One was made of its name and organization."));
    }
  service->status = dup_status (reading, object);
  read_texts (reading, object, service);
  read_eligibility (reading, object, service);
  stile_service_read_lists (reading, object, service);
  if (!service->email && organization)
    service->email = stile_reading_dup_email (reading, organization, "email");
  if (!service->url && organization)
    service->url = stile_reading_dup_url (
        reading, organization,
        json_object_has_member (organization, "website") ? "website" : "url");
  stile_service_drop_repeats (service);
  reading->id = NULL;
  return g_steal_pointer (&service);
}

static void
take (GPtrArray *services, StileService *service)
{
  if (service)
    g_ptr_array_add (services, service);
}

static void
read_services_of (StileReading *reading, JsonObject *organization, GPtrArray *services)
{
  g_autoptr (GPtrArray) list = stile_reading_list (reading, organization, "services");

  for (guint i = 0; i < list->len; i++)
    {
      StileService *service = stile_service_read (reading, g_ptr_array_index (list, i));

      if (service && !service->organization)
        read_organization (reading, organization, service);
      take (services, service);
    }
}

GPtrArray *
stile_record_read (StileReading *reading, JsonObject *record)
{
  g_autoptr (GPtrArray) services =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_service_free);
  JsonObject *within = stile_reading_get_object (record, "service");
  JsonNode *list = json_object_get_member (record, "services");

  if (within && is_service (within))
    {
      StileService *service = stile_service_read (reading, within);

      if (service)
        {
          reading->id = service->id;
          stile_service_read_location (reading, record, service);
          stile_service_drop_repeats (service);
          reading->id = NULL;
        }
      take (services, service);
    }
  else if (list && JSON_NODE_HOLDS_ARRAY (list))
    read_services_of (reading, record, services);
  else if (is_service (record))
    take (services, stile_service_read (reading, record));
  else
    stile_reading_tell (reading, NULL, _("There is no service in this record. It was left out."));
  return g_steal_pointer (&services);
}

GPtrArray *
stile_record_read_row (StileReading *reading, JsonObject *row)
{
  GPtrArray *services = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_service_free);

  take (services, stile_service_read (reading, row));
  return services;
}
