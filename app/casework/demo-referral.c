// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-referral.h"

#include "casework-private.h"
#include "services.h"

/* A number that is kept free for fiction. */
#define CONTACT "Ask for the front desk, 01632 960 187"
#define REACH "Text message only, 07700 900 187"

/* Every state with the way to it; before a step, how many days ago it was. */
static const struct
{
  const char *status;
  const StileReferralStep step;
  guint days_ago;
} ways[] = {
  { STILE_REFERRAL_SENT, { STILE_REFERRAL_SENT, .how = "By e-mail" }, 12 },
  { STILE_REFERRAL_NO_REPLY, { STILE_REFERRAL_SENT, .how = "By post" }, 20 },
  { STILE_REFERRAL_NO_REPLY, { STILE_REFERRAL_NO_REPLY, .note = "Left two messages." }, 6 },
  { STILE_REFERRAL_ACCEPTED, { STILE_REFERRAL_SENT, .how = "By e-mail" }, 9 },
  { STILE_REFERRAL_ACCEPTED, { STILE_REFERRAL_ACCEPTED, .note = "First meeting on Monday." }, 3 },
  { STILE_REFERRAL_DECLINED, { STILE_REFERRAL_SENT, .how = "By e-mail" }, 15 },
  { STILE_REFERRAL_DECLINED, { STILE_REFERRAL_DECLINED, .note = "They have no room till spring." },
    8 },
  { STILE_REFERRAL_STARTED, { STILE_REFERRAL_SENT, .how = "Taken along" }, 16 },
  { STILE_REFERRAL_STARTED, { STILE_REFERRAL_ACCEPTED }, 11 },
  { STILE_REFERRAL_STARTED, { STILE_REFERRAL_STARTED, .note = "Went with a friend." }, 4 },
  { STILE_REFERRAL_FINISHED, { STILE_REFERRAL_SENT, .how = "By e-mail" }, 30 },
  { STILE_REFERRAL_FINISHED, { STILE_REFERRAL_ACCEPTED }, 27 },
  { STILE_REFERRAL_FINISHED, { STILE_REFERRAL_STARTED }, 20 },
  { STILE_REFERRAL_FINISHED, { STILE_REFERRAL_FINISHED, .outcome = "helped" }, 2 },
  { STILE_REFERRAL_WITHDRAWN, { STILE_REFERRAL_SENT, .how = "By post" }, 10 },
  { STILE_REFERRAL_WITHDRAWN, { STILE_REFERRAL_WITHDRAWN, .note = "Found help nearer home." }, 5 },
};

static gboolean
agree (const StileDemoReferral *referral, const char *referral_id, GError **error)
{
  g_autoptr (StileCase) person_file
      = stile_casework_load_case (referral->casework, referral->case_id, error);
  g_auto (GStrv) values = g_new0 (char *, STILE_N_SHARES + 1);
  const StileReferral *draft;

  if (!person_file)
    return FALSE;

  draft = stile_case_find_referral (person_file, referral_id);
  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      values[i] = i == STILE_SHARE_REACH ? g_strdup (REACH)
                                         : stile_case_dup_share (person_file, draft, i);
      if (!values[i])
        values[i] = g_strdup ("");
    }
  return stile_casework_record_agreement (referral->casework, referral->case_id, referral_id,
                                          (const char *const *) values, error);
}

static gboolean
take_steps (const StileDemoReferral *referral, const char *referral_id, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      StileReferralStep step = ways[i].step;
      GDate day;

      if (strcmp (ways[i].status, referral->status) != 0)
        continue;
      stile_day_of_date_time (now, &day);
      g_date_subtract_days (&day, ways[i].days_ago);
      step.day = &day;
      if (!stile_casework_step_referral (referral->casework, referral->case_id, referral_id, &step,
                                         error))
        return FALSE;
    }

  return TRUE;
}

static StileReferralService *
invent_service (const StileDemoReferral *referral)
{
  const char *label = stile_text_get (referral->rule->label, NULL, NULL);
  StileReferralService *service = g_new0 (StileReferralService, 1);

  service->name = g_strdup_printf ("%s at Example Street", label);
  service->organization = g_strdup ("Example Street Centre");
  service->route = g_strdup ("A letter or an e-mail");
  service->contact = g_strdup (CONTACT);
  return service;
}

static StileReferralService *
choose_service (const StileDemoReferral *referral, GError **error)
{
  g_autoptr (GPtrArray) no_figures = g_ptr_array_new ();
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  if (!referral->directory)
    return invent_service (referral);
  person_file = stile_casework_load_case (referral->casework, referral->case_id, error);
  if (!person_file)
    return NULL;
  matches = stile_casework_match_services (referral->casework, referral->directory, no_figures,
                                           person_file->person, referral->rule, error);
  if (!matches)
    return NULL;
  if (matches->len == 0)
    return invent_service (referral);
  return stile_referral_service_new (referral->directory,
                                     ((StileMatch *) g_ptr_array_index (matches, 0))->id, error);
}

gboolean
stile_demo_refer (const StileDemoReferral *referral, GError **error)
{
  g_autoptr (StileReferralService) service = choose_service (referral, error);
  g_autofree char *referral_id = NULL;

  if (!service
      || !stile_casework_refer (referral->casework, referral->case_id, referral->assessment_id,
                                referral->rule->id, service, &referral_id, error))
    return FALSE;

  return strcmp (referral->status, STILE_REFERRAL_DRAFT) == 0
         || (agree (referral, referral_id, error) && take_steps (referral, referral_id, error));
}
