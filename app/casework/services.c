// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services.h"

#include "followup.h"

/* ---- Which fit ---- */

static GArray *
list_wishes (const StileReferralRule *rule)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (StileServiceWish));

  for (guint i = 0; i < rule->n_services; i++)
    {
      const StileServiceHint *hint = &rule->services[i];
      const StileServiceWish wish = { hint->taxonomy, hint->term, hint->keyword };

      g_array_append_val (wishes, wish);
    }
  return wishes;
}

/* Those of services that were chosen by name have no id to be found by. They live in @figures. */
static GArray *
list_outcomes (const GPtrArray *figures)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (StileServiceOutcome));

  for (guint i = 0; i < figures->len; i++)
    {
      const StileServiceFigures *service = g_ptr_array_index (figures, i);
      const StileServiceOutcome outcome
          = { service->service_id, service->made, service->started, service->no_reply };

      if (service->service_id)
        g_array_append_val (outcomes, outcome);
    }
  return outcomes;
}

GPtrArray *
stile_casework_match_services (StileCasework *casework, StileDirectory *directory,
                               const GPtrArray *figures, const StilePerson *person,
                               const StileReferralRule *rule, GError **error)
{
  g_autoptr (GArray) wishes = list_wishes (rule);
  g_autoptr (GArray) outcomes = list_outcomes (figures);
  StileMatchQuery query = { .language = person->language, .age = STILE_NOT_KNOWN };

  query.wishes = (const StileServiceWish *) (void *) wishes->data;
  query.n_wishes = wishes->len;
  query.outcomes = (const StileServiceOutcome *) (void *) outcomes->data;
  query.n_outcomes = outcomes->len;
  query.centre_postcode = stile_casework_get_setting (casework, STILE_SETTING_CENTRE_POSTCODE);
  return stile_directory_match (directory, &query, error);
}

/* ---- What a referral keeps ---- */

static void
add_part (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

/* Whom to ask for, and how to reach them; NULL where nothing is known. */
static char *
dup_contact (const StileService *service)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_part (text, service->contact);
  add_part (text, stile_service_get_phone (service));
  add_part (text, service->email);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

StileReferralService *
stile_referral_service_new (StileDirectory *directory, const char *id, GError **error)
{
  g_autoptr (StileService) service = stile_directory_load_service (directory, id, error);
  g_autoptr (StileOverlay) overlay
      = service ? stile_directory_load_overlay (directory, id, error) : NULL;
  StileReferralService *kept;

  if (!overlay)
    return NULL;

  kept = g_new0 (StileReferralService, 1);
  kept->name = g_strdup (service->name);
  kept->id = g_strdup (id);
  kept->organization = g_strdup (service->organization);
  kept->route = g_strdup (overlay->route ? overlay->route : service->application);
  kept->contact = overlay->contact ? g_strdup (overlay->contact) : dup_contact (service);
  return kept;
}

void
stile_referral_service_free (StileReferralService *service)
{
  g_free (service->name);
  g_free (service->id);
  g_free (service->organization);
  g_free (service->route);
  g_free (service->contact);
  g_free (service);
}
