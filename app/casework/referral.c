// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of a referral: written down, agreed with the person, sent, and how it goes. */

#include "casework-private.h"

#include "service.h"
#include "words.h"

static gboolean
clean_service (const StileReferralService *service, StileReferralService *cleaned, GError **error)
{
  const struct
  {
    const char *text;
    const char *field;
    char **cleaned;
  } lines[] = {
    /* Translators: a field, in sentences such as “The name of the service is too long.” */
    { service->name, _("The name of the service"), &cleaned->name },
    { service->id, _("The id of the service"), &cleaned->id },
    { service->organization, _("The organization"), &cleaned->organization },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (!stile_clean_line (lines[i].text, lines[i].field, lines[i].cleaned, error))
        return FALSE;
    }
  if (!stile_clean_text (service->route, _("How to refer"), &cleaned->route, error)
      || !stile_clean_text (service->contact, _("Whom to call"), &cleaned->contact, error))
    return FALSE;

  if (cleaned->name)
    return TRUE;
  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               _("Please give the name of the service."));
  return FALSE;
}

static void
service_clear (StileReferralService *service)
{
  g_free (service->name);
  g_free (service->id);
  g_free (service->organization);
  g_free (service->route);
  g_free (service->contact);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StileReferralService, service_clear)

static void
add_service (JsonNode *content, const StileReferralService *service)
{
  const char *const fields[][2] = {
    { "service", service->name },
    { "service-id", service->id },
    { "organization", service->organization },
    { "route", service->route },
    { "contact", service->contact },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i][1])
        json_object_set_string_member (json_node_get_object (content), fields[i][0],
                                       fields[i][1]);
    }
}

static const StileReferralRule *
require_rule (const StileAssessment *assessment, const char *referral, GError **error)
{
  const StileReferralRule *rule = NULL;

  if (referral)
    rule = stile_form_find_referral (assessment->form, referral);
  if (!rule)
    g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                 /* Translators: the title of a questionnaire. */
                 _("Please choose one of the referrals of the form “%s”."), assessment->form_id);
  return rule;
}

gboolean
stile_casework_refer (StileCasework *casework, const char *case_id, const char *assessment_id,
                      const char *referral, const StileReferralService *service,
                      char **referral_id, GError **error)
{
  g_auto (StileReferralService) cleaned = { NULL };
  g_autoptr (StileCase) person_file = NULL;
  const StileAssessment *assessment;
  const StileReferralRule *rule;
  JsonNode *content;

  if (service && !clean_service (service, &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  rule = assessment ? require_rule (assessment, referral, error) : NULL;
  if (!rule)
    return FALSE;

  content = stile_fields_new ("assessment", assessment_id, "referral", rule->id, "label",
                              stile_text_get (rule->label, NULL, NULL), "urgency",
                              stile_urgency_to_string (rule->urgency), "status",
                              STILE_REFERRAL_DRAFT, NULL);
  add_service (content, &cleaned);
  return stile_casework_append (casework, case_id, STILE_KIND_REFERRAL, content, referral_id,
                                error);
}

const StileReferral *
stile_case_find_referral (const StileCase *person_file, const char *referral_id)
{
  for (guint i = 0; i < person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (person_file->referrals, i);
      if (g_strcmp0 (referral->id, referral_id) == 0)
        return referral;
    }

  return NULL;
}

static const StileReferral *
require_referral (const StileCase *person_file, const char *referral_id, GError **error)
{
  const StileReferral *referral = stile_case_find_referral (person_file, referral_id);

  if (!referral)
    g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                 _("There is no such referral in this person's record."));
  return referral;
}

gboolean
stile_casework_choose_service (StileCasework *casework, const char *case_id,
                               const char *referral_id, const StileReferralService *service,
                               GError **error)
{
  g_auto (StileReferralService) cleaned = { NULL };
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;
  JsonNode *content;

  if (!clean_service (service, &cleaned, error))
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  referral = person_file ? require_referral (person_file, referral_id, error) : NULL;
  if (!referral)
    return FALSE;
  if (strcmp (referral->status, STILE_REFERRAL_DRAFT) != 0)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   _("This referral was sent already. For another service, write down another "
                     "referral."));
      return FALSE;
    }

  content = stile_fields_new ("referral", referral_id, "status", STILE_REFERRAL_DRAFT, NULL);
  add_service (content, &cleaned);
  return stile_casework_append (casework, case_id, STILE_KIND_REFERRAL_STATUS, content, NULL,
                                error);
}

/* ---- What the person agrees to ---- */

/* "Read aloud; larger text; …" */
static char *
dup_communication (const StilePerson *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (person->interpreter)
    /* Translators: said of the person, behind “Communication needs:”, as are the next two. */
    g_ptr_array_add (parts, (gpointer) _("needs an interpreter"));
  if (person->read_aloud)
    g_ptr_array_add (parts, (gpointer) _("likes to have things read aloud"));
  if (person->larger_text)
    g_ptr_array_add (parts, (gpointer) _("needs larger print"));
  if (person->needs)
    g_ptr_array_add (parts, person->needs);
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

static char *
dup_category (const StileCase *person_file, const StileReferral *referral)
{
  const StileAssessment *assessment
      = stile_case_find_assessment (person_file, referral->assessment_id);
  const StileCategory *category = NULL;

  if (assessment && assessment->form && assessment->decided)
    category = stile_form_find_category (assessment->form, assessment->decided);

  return category ? g_strdup (stile_words_of_form (category->label)) : NULL;
}

char *
stile_case_dup_share (const StileCase *person_file, const StileReferral *referral,
                      StileShare share)
{
  const StilePerson *person = person_file->person;

  switch (share)
    {
    case STILE_SHARE_NAME:
      return g_strdup (person->name);
    case STILE_SHARE_REFERENCE:
      return g_strdup (person->reference);
    case STILE_SHARE_LANGUAGE:
      return person->language ? stile_spoken_language_dup_name (person->language) : NULL;
    case STILE_SHARE_COMMUNICATION:
      return dup_communication (person);
    case STILE_SHARE_NEED:
      return g_strdup (referral->label);
    case STILE_SHARE_CATEGORY:
      return dup_category (person_file, referral);
    default:
      return NULL;
    }
}

/* The values, cleaned, as an object; NULL where one is at fault or all are empty. */
static JsonNode *
share_to_fields (const char *const *values, GError **error)
{
  g_autoptr (JsonNode) node = stile_fields_new (NULL, NULL);
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      g_autofree char *cleaned = NULL;

      if (!stile_clean_text (values[i], stile_share_get_words (i), &cleaned, error))
        return NULL;
      if (cleaned)
        json_object_set_string_member (object, stile_share_to_string (i), cleaned);
    }

  if (json_object_get_size (object) > 0)
    return g_steal_pointer (&node);
  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               _("Please choose with the person what may be shared."));
  return NULL;
}

gboolean
stile_casework_record_agreement (StileCasework *casework, const char *case_id,
                                 const char *referral_id, const char *const *values,
                                 GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  const StileReferral *referral
      = person_file ? require_referral (person_file, referral_id, error) : NULL;
  JsonNode *share = NULL;
  JsonNode *content;

  if (!referral)
    return FALSE;
  if (values && (!referral->service || !stile_referral_status_is_open (referral->status)))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   referral->service
                       ? _("This referral is not open. Open it again first.")
                       : _("Choose the service first: the person agrees to what it is told."));
      return FALSE;
    }
  if (values && !(share = share_to_fields (values, error)))
    return FALSE;

  content = stile_fields_new ("referral", referral_id, "service", referral->service, NULL);
  json_object_set_boolean_member (json_node_get_object (content), "given", share != NULL);
  if (share)
    json_object_set_member (json_node_get_object (content), "share", share);
  return stile_casework_append (casework, case_id, STILE_KIND_AGREEMENT, content, NULL, error);
}

/* ---- How it goes ---- */

/* A step may be written down later than it was taken, but never before it is, nor before the one
 * before it. What was sent on paper first can be entered afterwards. */
static gboolean
check_day (const StileReferral *referral, const GDate *day, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean is_draft = strcmp (referral->status, STILE_REFERRAL_DRAFT) == 0;
  GDate today;

  stile_day_of_date_time (now, &today);
  if (g_date_valid (day) && g_date_compare (day, &today) <= 0
      && (is_draft || g_date_compare (day, &referral->status_day) >= 0))
    return TRUE;

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               _("The day must not be after today, nor before the day of the step before."));
  return FALSE;
}

static JsonNode *
step_to_fields (const char *referral_id, const StileReferralStep *step)
{
  char day[32] = "";

  if (step->day)
    g_date_strftime (day, sizeof day, "%Y-%m-%d", step->day);
  return stile_fields_new ("referral", referral_id, "status", step->status, "note", step->note,
                           "how", step->how, "outcome", step->outcome, "day",
                           step->day ? day : NULL, NULL);
}

/* The content of the entry, or NULL where the step cannot be taken. */
static JsonNode *
require_step (StileCasework *casework, const char *case_id, const char *referral_id,
              const StileReferralStep *step, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *note = NULL;
  g_autofree char *how = NULL;
  StileReferralStep cleaned = *step;
  const StileReferral *referral;

  if (!stile_clean_text (step->note, _("The note"), &note, error)
      || !stile_clean_line (step->how, _("How it was sent"), &how, error))
    return NULL;
  person_file = stile_casework_load_case (casework, case_id, error);
  referral = person_file ? require_referral (person_file, referral_id, error) : NULL;
  if (!referral)
    return NULL;

  cleaned.note = note;
  cleaned.how = how;
  if (!stile_referral_check_step (referral, &cleaned, error)
      || (step->day && !check_day (referral, step->day, error)))
    return NULL;

  return step_to_fields (referral_id, &cleaned);
}

gboolean
stile_casework_check_referral_step (StileCasework *casework, const char *case_id,
                                    const char *referral_id, const StileReferralStep *step,
                                    GError **error)
{
  g_autoptr (JsonNode) content = require_step (casework, case_id, referral_id, step, error);

  return content != NULL;
}

gboolean
stile_casework_step_referral (StileCasework *casework, const char *case_id,
                              const char *referral_id, const StileReferralStep *step,
                              GError **error)
{
  JsonNode *content = require_step (casework, case_id, referral_id, step, error);

  return content
         && stile_casework_append (casework, case_id, STILE_KIND_REFERRAL_STATUS, content, NULL,
                                   error);
}
