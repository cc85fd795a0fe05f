// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Headings and opening hours: what every version of the standard spells in its own way. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "record-reader.h"
#include "vocabulary.h"

/* ---- Headings ---- */

/* Open Referral UK 1.0 writes "openEligibility:1102" as one id. */
static void
part_id (StileTerm *term)
{
  const char *colon = term->id ? strchr (term->id, ':') : NULL;
  g_autofree char *prefix = colon ? g_strndup (term->id, colon - term->id) : NULL;
  char *id;

  if (!colon || !colon[1] || strpbrk (prefix, " /")
      || (term->vocabulary && !stile_vocabulary_equal (term->vocabulary, prefix)))
    return;
  if (!term->vocabulary)
    term->vocabulary = g_steal_pointer (&prefix);
  id = g_strdup (colon + 1);
  g_free (term->id);
  term->id = id;
}

static void
read_term (const StileReading *reading, JsonObject *object, StileService *service)
{
  JsonObject *detail = stile_reading_get_object (object, "taxonomy_detail");
  StileTerm *term = g_new0 (StileTerm, 1);

  term->id = stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "code", "id", NULL);
  term->name =
      stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "name", "term", NULL);
  term->vocabulary = stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "vocabulary",
                                              "taxonomy", NULL);
  if (!term->vocabulary && detail)
    term->vocabulary = stile_reading_dup_text (reading, detail, "name", STILE_READING_NAME_MAX);
  if (!reading->stored)
    part_id (term);
  g_ptr_array_add (service->terms, term);
}

/* The lists that hold headings, and the member of each element that is one. */
static const struct
{
  const char *list;
  const char *member; /* NULL: the element itself */
} places[] = {
  { "attributes", "taxonomy_term" },
  { "service_taxonomys", "taxonomy" },
  { "service_taxonomies", "taxonomy" },
  { "link_taxonomies", "taxonomy" },
  { "link_taxonomys", "taxonomy" },
  { "taxonomy_terms", NULL },
  { "taxonomies", NULL },
};

void
stile_service_read_terms (const StileReading *reading, JsonObject *object, StileService *service)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GPtrArray) list = stile_reading_list (reading, object, places[i].list);

      for (guint j = 0; j < list->len; j++)
        {
          JsonObject *element = g_ptr_array_index (list, j);
          JsonObject *term =
              places[i].member ? stile_reading_get_object (element, places[i].member) : element;

          if (term)
            read_term (reading, term, service);
        }
    }
}

/* ---- Opening hours ---- */

static const struct
{
  const char *code;
  const char *name;
} days[] = {
  { "MO", N_("Monday") },   { "TU", N_("Tuesday") }, { "WE", N_("Wednesday") },
  { "TH", N_("Thursday") }, { "FR", N_("Friday") },  { "SA", N_("Saturday") },
  { "SU", N_("Sunday") },
};

/* "TH,FR" as "Thursday, Friday"; other words as they are. */
static char *
dup_days (const char *byday)
{
  g_auto (GStrv) words = g_strsplit_set (byday, ", ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      const char *name = words[i];

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        if (g_ascii_strcasecmp (words[i], days[j].code) == 0)
          name = _(days[j].name);
      if (*name)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_hour (const StileReading *reading, JsonObject *object, const char *member)
{
  char *hour = stile_reading_dup_text (reading, object, member, STILE_READING_NAME_MAX);

  /* Without seconds and zone. */
  if (hour && strlen (hour) > 5 && hour[2] == ':')
    hour[5] = '\0';
  return hour;
}

static void
read_schedule (const StileReading *reading, JsonObject *object, StileService *service)
{
  g_autofree char *words =
      stile_reading_dup_text (reading, object, "description", STILE_READING_TEXT_MAX);
  g_autofree char *byday =
      stile_reading_dup_first (reading, object, STILE_READING_NAME_MAX, "byday", "weekday", NULL);
  g_autofree char *opens = dup_hour (reading, object, "opens_at");
  g_autofree char *closes = dup_hour (reading, object, "closes_at");
  g_autofree char *names = byday ? dup_days (byday) : NULL;
  g_autoptr (GString) hours = g_string_new (names);

  if (opens && closes)
    g_string_append_printf (hours, "%s%s–%s", hours->len > 0 ? ": " : "", opens, closes);
  if (words)
    g_ptr_array_add (service->schedules, g_steal_pointer (&words));
  else if (hours->len > 0)
    g_ptr_array_add (service->schedules, g_strdup (hours->str));
}

void
stile_service_read_schedules (const StileReading *reading, JsonObject *object,
                              StileService *service)
{
  static const char *const lists[] = { "schedules", "regular_schedules", "regular_schedule" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) list = stile_reading_list (reading, object, lists[i]);

      for (guint j = 0; j < list->len; j++)
        read_schedule (reading, g_ptr_array_index (list, j), service);
    }
}
