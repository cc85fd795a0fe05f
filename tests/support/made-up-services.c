// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made-up-services.h"

#include "made-up-kinds.h"
#include "service.h"

#define SEED 20261122
/* Towns an area; services of small directories are spread over few of them. */
#define TOWNS 9
#define MOST_PHONES 1000

static const char *const town_beginnings[] = { "Amber", "Brack", "Copper", "Dun", "Elder",
                                               "Fern",  "Gorse", "Hazel",  "Ivel" };
static const char *const town_ends[] = { "ford",  "by",     "wick",  "ham",    "stead",
                                         "mouth", "thorpe", "combe", "bridge", "hithe" };
static const char *const streets[] = { "Mill Street",  "Station Road",  "Chapel Lane",
                                       "Market Place", "Bridge Street", "Orchard Way",
                                       "Quay Side" };
static const char *const founders[] = { "Lantern", "Stepping Stone", "Harbour",  "Open Door",
                                        "Wayside", "Kingfisher",     "Oak Tree", "Bright Water" };
static const char *const bodies[] = { "Trust", "Project", "Centre", "Partnership", "Network" };
static const char *const tongues[] = { "pl", "ro", "ur", "ar", "pa", "bn",
                                       "so", "uk", "cy", "fa", "pt", "tr" };
static const char *const days[] = { "Monday to Friday, 9:00 to 17:00",
                                    "Tuesday and Thursday, 10:00 "
                                    "to 15:00",
                                    "Every day, 8:00 to 20:00", "Wednesday evenings" };

#define PICK(random, list) ((list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))])

static gboolean
happens (GRand *random, int percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static void
add_place (StileService *service, GRand *random, guint area)
{
  guint town = (guint) g_rand_int_range (random, 0, TOWNS);
  StilePlace *place = g_new0 (StilePlace, 1);

  place->name = g_strdup_printf ("%s House", PICK (random, founders));
  place->address =
      g_strdup_printf ("%d %s, %s%s", g_rand_int_range (random, 1, 120), PICK (random, streets),
                       town_beginnings[town], town_ends[area % G_N_ELEMENTS (town_ends)]);
  place->postcode = g_strdup_printf (
      "Q%c%u %d%c%c", 'A' + (char) (area % 26), town + 1, g_rand_int_range (random, 1, 10),
      'A' + (char) g_rand_int_range (random, 0, 26), 'A' + (char) g_rand_int_range (random, 0, 26));
  /* Parts of 256, about 500 yards, are whole in binary and short in decimals. */
  place->latitude =
      (13978 + (int) (area / 6) * 51 + (int) (town % 3) * 15 + g_rand_int_range (random, -4, 5))
      / 256.0;
  place->longitude =
      (307 + (int) (area % 6) * 90 + (int) (town / 3) * 26 + g_rand_int_range (random, -6, 7))
      / 256.0;
  g_ptr_array_add (service->places, place);
  g_ptr_array_add (service->areas, g_strdup_printf ("%s%s and around", town_beginnings[town],
                                                    town_ends[area % G_N_ELEMENTS (town_ends)]));
}

static void
add_terms (StileService *service, const char *terms)
{
  g_auto (GStrv) parts = g_strsplit (terms, ";", -1);

  for (guint i = 0; parts[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], ":", 2);
      StileTerm *term = g_new0 (StileTerm, 1);

      term->vocabulary = g_strdup ("openEligibility");
      term->id = g_strdup (words[0]);
      term->name = g_strdup (words[1]);
      g_ptr_array_add (service->terms, term);
    }
}

static void
add_languages (StileService *service, GRand *random)
{
  for (guint i = 0; i < 3; i++)
    {
      StileSpokenLanguage *language;

      if (!happens (random, 25))
        continue;
      language = g_new0 (StileSpokenLanguage, 1);
      language->tag = g_strdup (PICK (random, tongues));
      language->name = stile_spoken_language_dup_name (language->tag);
      g_ptr_array_add (service->languages, language);
    }
}

static void
add_room (StileService *service, GRand *random)
{
  StileCapacity *capacity;

  if (happens (random, 60))
    {
      int weeks = g_rand_int_range (random, 1, 16);

      service->waiting = weeks == 1 ? g_strdup ("About a week")
                                    : g_strdup_printf ("About %d weeks", weeks);
    }
  if (!happens (random, 30))
    return;
  capacity = g_new0 (StileCapacity, 1);
  capacity->maximum = g_rand_int_range (random, 5, 40);
  capacity->available = happens (random, 20) ? 0 : g_rand_int_range (random, 0, capacity->maximum);
  capacity->updated = g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (random, 7, 12),
                                       g_rand_int_range (random, 1, 22));
  g_ptr_array_add (service->capacities, capacity);
}

static StileService *
make_service (GRand *random, guint number, guint n)
{
  const MadeUpKind *kind = &made_up_kinds[number % made_up_n_kinds];
  guint area = n <= 100 ? 0 : (guint) g_rand_int_range (random, 0, 26);
  StileService *service = stile_service_new ();
  StilePhone *phone = g_new0 (StilePhone, 1);
  const char *founder = PICK (random, founders);

  service->id = g_strdup_printf ("made-up-%05u", number + 1);
  service->name = number < made_up_n_kinds ? g_strdup (kind->name)
                                           : g_strdup_printf ("%s %s", founder, kind->name);
  service->organization = g_strdup_printf ("%s %s", founder, PICK (random, bodies));
  service->description = g_strdup (kind->description);
  /* The first of each kind is always open. */
  service->status
      = g_strdup (number >= made_up_n_kinds && number % 16 == 10 ? "temporarily closed" : "active");
  service->url = g_strdup_printf ("https://example.org/made-up/%05u", number + 1);
  service->email = g_strdup_printf ("service-%05u@example.org", number + 1);
  service->minimum_age = kind->minimum_age > 0 ? kind->minimum_age : STILE_NOT_KNOWN;
  service->maximum_age = kind->maximum_age > 0 ? kind->maximum_age : STILE_NOT_KNOWN;
  service->cost = g_strdup ("Free");
  service->application = happens (random, 70) ? g_strdup ("Call or write. An adviser can do it for "
                                                          "you.")
                                              : NULL;
  service->interpreters = happens (random, 15) ? g_strdup ("By telephone, on request") : NULL;
  service->updated = g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (random, 3, 12),
                                      g_rand_int_range (random, 1, 22));
  phone->number = g_strdup_printf ("01632 960%03u", number % MOST_PHONES);
  g_ptr_array_add (service->phones, phone);
  g_ptr_array_add (service->schedules, g_strdup (PICK (random, days)));
  add_place (service, random, area);
  add_terms (service, kind->terms);
  add_languages (service, random);
  add_room (service, random);
  return service;
}

char *
stile_made_up_services (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  GString *page = g_string_new ("{\"contents\": [\n");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StileService) service = make_service (random, i, n);
      g_autofree char *record = stile_service_to_json (service);

      g_string_append_printf (page, "%s%s\n", record, i + 1 < n ? "," : "");
    }
  g_string_append (page, "]}\n");
  return g_string_free (page, FALSE);
}
