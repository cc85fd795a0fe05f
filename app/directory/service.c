// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-private.h"

static void
free_phone (gpointer data)
{
  StilePhone *phone = data;

  g_free (phone->number);
  g_free (phone->extension);
  g_free (phone->description);
  g_free (phone);
}

static void
free_place (gpointer data)
{
  StilePlace *place = data;

  g_free (place->name);
  g_free (place->address);
  g_free (place->postcode);
  g_free (place);
}

static void
free_language (gpointer data)
{
  StileSpokenLanguage *language = data;

  g_free (language->tag);
  g_free (language->name);
  g_free (language);
}

static void
free_term (gpointer data)
{
  StileTerm *term = data;

  g_free (term->vocabulary);
  g_free (term->id);
  g_free (term->name);
  g_free (term);
}

static void
free_capacity (gpointer data)
{
  StileCapacity *capacity = data;

  g_free (capacity->description);
  g_free (capacity->updated);
  g_free (capacity);
}

StileService *
stile_service_new (void)
{
  StileService *service = g_new0 (StileService, 1);

  service->minimum_age = STILE_NOT_KNOWN;
  service->maximum_age = STILE_NOT_KNOWN;
  service->phones = g_ptr_array_new_with_free_func (free_phone);
  service->places = g_ptr_array_new_with_free_func (free_place);
  service->areas = g_ptr_array_new_with_free_func (g_free);
  service->languages = g_ptr_array_new_with_free_func (free_language);
  service->terms = g_ptr_array_new_with_free_func (free_term);
  service->schedules = g_ptr_array_new_with_free_func (g_free);
  service->capacities = g_ptr_array_new_with_free_func (free_capacity);
  return service;
}

#define TEXT(member) G_STRUCT_OFFSET (StileService, member)

const gsize stile_service_texts[STILE_SERVICE_N_TEXTS] = {
  TEXT (organization), TEXT (description),    TEXT (url),          TEXT (email),
  TEXT (status),       TEXT (eligibility),    TEXT (cost),         TEXT (waiting),
  TEXT (application),  TEXT (accreditations), TEXT (interpreters), TEXT (alert),
  TEXT (contact),      TEXT (updated),
};

char **
stile_service_get_text (StileService *service, guint index)
{
  return G_STRUCT_MEMBER_P (service, stile_service_texts[index]);
}

void
stile_service_free (StileService *service)
{
  if (!service)
    return;
  g_free (service->id);
  g_free (service->name);
  for (guint i = 0; i < STILE_SERVICE_N_TEXTS; i++)
    g_free (*stile_service_get_text (service, i));
  g_ptr_array_unref (service->phones);
  g_ptr_array_unref (service->places);
  g_ptr_array_unref (service->areas);
  g_ptr_array_unref (service->languages);
  g_ptr_array_unref (service->terms);
  g_ptr_array_unref (service->schedules);
  g_ptr_array_unref (service->capacities);
  g_free (service);
}

const char *
stile_service_get_phone (const StileService *service)
{
  return service->phones->len > 0
             ? ((const StilePhone *) g_ptr_array_index (service->phones, 0))->number
             : NULL;
}

/* ---- A service that was read twice ---- */

static gboolean
equal_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

static gboolean
equal_phones (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const StilePhone *) a)->number, ((const StilePhone *) b)->number) == 0;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const StilePlace *one = a, *other = b;

  return g_strcmp0 (one->postcode, other->postcode) == 0
         && g_strcmp0 (one->address, other->address) == 0
         && g_strcmp0 (one->name, other->name) == 0;
}

static gboolean
equal_languages (gconstpointer a, gconstpointer b)
{
  const StileSpokenLanguage *one = a, *other = b;

  return g_strcmp0 (one->tag, other->tag) == 0
         && (one->tag || g_strcmp0 (one->name, other->name) == 0);
}

static gboolean
equal_terms (gconstpointer a, gconstpointer b)
{
  const StileTerm *one = a, *other = b;

  return g_strcmp0 (one->vocabulary, other->vocabulary) == 0 && g_strcmp0 (one->id, other->id) == 0
         && (one->id || g_strcmp0 (one->name, other->name) == 0);
}

static gboolean
equal_capacities (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const StileCapacity *) a)->description,
                    ((const StileCapacity *) b)->description)
         == 0;
}

static void
drop_repeats (GPtrArray *list, GEqualFunc equal)
{
  for (guint i = 1; i < list->len;)
    {
      guint first;

      g_ptr_array_find_with_equal_func (list, list->pdata[i], equal, &first);
      if (first < i)
        g_ptr_array_remove_index (list, i);
      else
        i++;
    }
}

typedef struct
{
  gsize offset;
  GEqualFunc equal;
} List;

static const List lists[] = {
  { TEXT (phones), equal_phones },         { TEXT (places), equal_places },
  { TEXT (areas), equal_texts },           { TEXT (languages), equal_languages },
  { TEXT (terms), equal_terms },           { TEXT (schedules), equal_texts },
  { TEXT (capacities), equal_capacities },
};

static GPtrArray *
get_list (const StileService *service, const List *list)
{
  return G_STRUCT_MEMBER (GPtrArray *, service, list->offset);
}

void
stile_service_drop_repeats (StileService *service)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    drop_repeats (get_list (service, &lists[i]), lists[i].equal);
}

void
stile_service_merge (StileService *service, StileService *other)
{
  for (guint i = 0; i < STILE_SERVICE_N_TEXTS; i++)
    {
      char **text = stile_service_get_text (service, i);

      if (!*text)
        *text = g_steal_pointer (stile_service_get_text (other, i));
    }
  if (service->minimum_age == STILE_NOT_KNOWN)
    service->minimum_age = other->minimum_age;
  if (service->maximum_age == STILE_NOT_KNOWN)
    service->maximum_age = other->maximum_age;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_extend_and_steal (get_list (service, &lists[i]),
                                  g_ptr_array_ref (get_list (other, &lists[i])));
  stile_service_drop_repeats (service);
}
