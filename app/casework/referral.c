// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of a referral: made, and how it goes. */

#include "casework-private.h"

#include <glib/gi18n-lib.h>

static const char *const statuses[] = {
  "suggested", STILE_STATUS_MADE, "taken-up", "not-taken-up", "withdrawn", NULL,
};

gboolean
stile_casework_refer (StileCasework *casework, const char *case_id, const char *assessment_id,
                      const char *referral, const char *service, char **referral_id,
                      GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;
  const StileAssessment *assessment;
  const StileReferralRule *rule = NULL;

  if (!stile_clean_line (service, _("The name of the service"), &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  if (!assessment)
    return FALSE;

  if (referral)
    rule = stile_form_find_referral (assessment->form, referral);
  if (!rule)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("Please choose one of the referrals of the form “%s”."), assessment->form_id);
      return FALSE;
    }

  return stile_casework_append (casework, case_id, STILE_KIND_REFERRAL,
                                stile_fields_new ("assessment", assessment_id, "referral", rule->id,
                                                  "label", stile_text_get (rule->label, NULL, NULL),
                                                  "service", cleaned, NULL),
                                referral_id, error);
}

static gboolean
has_referral (const StileCase *person_file, const char *referral_id)
{
  for (guint i = 0; i < person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (person_file->referrals, i);
      if (g_strcmp0 (referral->id, referral_id) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
stile_casework_set_referral_status (StileCasework *casework, const char *case_id,
                                    const char *referral_id, const char *status, const char *note,
                                    GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;

  if (!status || !g_strv_contains (statuses, status))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("Please choose how the referral went."));
      return FALSE;
    }
  if (!stile_clean_text (note, _("The note"), &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  if (!has_referral (person_file, referral_id))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                   _("There is no such referral in this person's record."));
      return FALSE;
    }

  return stile_casework_append (casework, case_id, STILE_KIND_REFERRAL_STATUS,
                                stile_fields_new ("referral", referral_id, "status", status,
                                                  "note", cleaned, NULL),
                                NULL, error);
}
