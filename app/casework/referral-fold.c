// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A referral folded from its entries, of one person's file and of the lists over all. */

#include "casework-private.h"

static void
agreement_free (StileAgreement *agreement)
{
  g_free (agreement->at);
  g_free (agreement->adviser);
  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_free (agreement->values[i]);
  g_free (agreement);
}

void
stile_referral_free (StileReferral *referral)
{
  if (!referral)
    return;

  g_free (referral->case_id);
  g_free (referral->id);
  g_free (referral->assessment_id);
  g_free (referral->referral);
  g_free (referral->label);
  g_free (referral->urgency);
  g_free (referral->service);
  g_free (referral->service_id);
  g_free (referral->organization);
  g_free (referral->route);
  g_free (referral->contact);
  g_free (referral->status);
  g_free (referral->status_note);
  g_free (referral->made_at);
  g_free (referral->status_at);
  g_clear_pointer (&referral->agreement, agreement_free);
  g_free (referral->sent_by);
  g_free (referral->sent_how);
  g_free (referral->outcome);
  g_free (referral);
}

static void
read_service (StileReferral *referral, JsonNode *content)
{
  stile_replace_text (&referral->service, stile_fields_get_text (content, "service"));
  stile_replace_text (&referral->service_id, stile_fields_get_text (content, "service-id"));
  stile_replace_text (&referral->organization, stile_fields_get_text (content, "organization"));
  stile_replace_text (&referral->route, stile_fields_get_text (content, "route"));
  stile_replace_text (&referral->contact, stile_fields_get_text (content, "contact"));
}

/* Another one has the steps before it ahead of it again. */
static void
change_service (StileReferral *referral, JsonNode *content)
{
  g_date_clear (&referral->sent, 1);
  g_date_clear (&referral->accepted, 1);
  g_date_clear (&referral->started, 1);
  g_date_clear (&referral->finished, 1);
  read_service (referral, content);
}

gboolean
stile_referral_is_to_other (const StileReferral *referral, JsonNode *content)
{
  const char *service = stile_fields_get_text (content, "service");

  return service
         && (g_strcmp0 (service, referral->service) != 0
             || g_strcmp0 (stile_fields_get_text (content, "service-id"), referral->service_id)
                    != 0);
}

/* The day that the entry names, else the one it was written on. */
static void
read_step_day (JsonNode *content, const char *at, GDate *day)
{
  if (!stile_read_day (stile_fields_get_text (content, "day"), day))
    stile_day_of_time (at, day);
}

static void
set_first (GDate *field, const GDate *day)
{
  if (!g_date_valid (field))
    *field = *day;
}

static void
mark_sent (StileReferral *referral, const char *adviser, JsonNode *content)
{
  set_first (&referral->sent, &referral->status_day);
  stile_replace_text (&referral->sent_by, adviser);
  stile_replace_text (&referral->sent_how, stile_fields_get_text (content, "how"));
}

static void
enter_status (StileReferral *referral, const char *adviser, JsonNode *content)
{
  const char *status = referral->status;

  if (strcmp (status, STILE_REFERRAL_SENT) == 0)
    mark_sent (referral, adviser, content);
  if (strcmp (status, STILE_REFERRAL_ACCEPTED) == 0 || strcmp (status, STILE_REFERRAL_STARTED) == 0)
    set_first (&referral->accepted, &referral->status_day);
  if (strcmp (status, STILE_REFERRAL_STARTED) == 0)
    {
      set_first (&referral->started, &referral->status_day);
      g_date_clear (&referral->finished, 1);
    }
  if (strcmp (status, STILE_REFERRAL_FINISHED) == 0)
    set_first (&referral->finished, &referral->status_day);
  stile_replace_text (&referral->outcome, stile_fields_get_text (content, "outcome"));

  /* What the person agreed to was for that service and that time. */
  if (strcmp (status, STILE_REFERRAL_DRAFT) == 0 || strcmp (status, STILE_REFERRAL_DECLINED) == 0
      || strcmp (status, STILE_REFERRAL_WITHDRAWN) == 0)
    g_clear_pointer (&referral->agreement, agreement_free);
}

/* Referrals of older books have no status: they were written down when they were made. */
StileReferral *
stile_referral_new_from_entry (const StileEntry *entry)
{
  const char *assessment_id = stile_fields_get_text (entry->content, "assessment");
  const char *id = stile_fields_get_text (entry->content, "referral");
  const char *label = stile_fields_get_text (entry->content, "label");
  const char *urgency = stile_fields_get_text (entry->content, "urgency");
  const char *status = stile_fields_get_text (entry->content, "status");
  StileReferral *referral;

  if (!assessment_id || !id || !label)
    return NULL;

  referral = g_new0 (StileReferral, 1);
  referral->case_id = g_strdup (entry->case_id);
  referral->id = g_strdup (entry->id);
  referral->assessment_id = g_strdup (assessment_id);
  referral->referral = g_strdup (id);
  referral->label = g_strdup (label);
  referral->urgency = g_strdup (urgency ? urgency : stile_urgency_to_string (STILE_URGENCY_SOON));
  referral->status = g_strdup (status ? status : STILE_REFERRAL_SENT);
  referral->made_at = g_strdup (entry->at);
  referral->status_at = g_strdup (entry->at);
  read_service (referral, entry->content);
  read_step_day (entry->content, entry->at, &referral->status_day);
  enter_status (referral, entry->adviser, entry->content);
  return referral;
}

void
stile_referral_fold_status (StileReferral *referral, const StileEntry *entry)
{
  const char *status = stile_fields_get_text (entry->content, "status");

  if (!status)
    return;

  stile_replace_text (&referral->status, stile_referral_status_read (status));
  stile_replace_text (&referral->status_note, stile_fields_get_text (entry->content, "note"));
  stile_replace_text (&referral->status_at, entry->at);
  read_step_day (entry->content, entry->at, &referral->status_day);
  if (strcmp (status, STILE_OLD_STATUS_SUGGESTED) == 0)
    g_date_clear (&referral->sent, 1);
  enter_status (referral, entry->adviser, entry->content);
  if (stile_referral_is_to_other (referral, entry->content))
    change_service (referral, entry->content);
  else if (stile_fields_get_text (entry->content, "service"))
    read_service (referral, entry->content);
}

void
stile_referral_fold_agreement (StileReferral *referral, const StileEntry *entry)
{
  JsonNode *share = stile_fields_get_node (entry->content, "share");
  StileAgreement *agreement;

  g_clear_pointer (&referral->agreement, agreement_free);
  if (!stile_fields_get_boolean (entry->content, "given"))
    return;

  agreement = referral->agreement = g_new0 (StileAgreement, 1);
  agreement->at = g_strdup (entry->at);
  stile_day_of_time (entry->at, &agreement->day);
  agreement->adviser = g_strdup (entry->adviser);
  for (guint i = 0; i < STILE_N_SHARES; i++)
    agreement->values[i]
        = g_strdup (stile_fields_get_text (share, stile_share_to_string (i)));
}

gboolean
stile_referral_status_stands (const char *status)
{
  static const char *const standing[] = {
    STILE_REFERRAL_SENT,    STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_ACCEPTED,
    STILE_REFERRAL_STARTED, STILE_REFERRAL_FINISHED, NULL,
  };

  return g_strv_contains (standing, status);
}

gboolean
stile_referral_stands (const StileReferral *referral)
{
  return stile_referral_status_stands (referral->status);
}
