// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The plan goes home with the person, and others may read it there. So what rests on sensitive
 * questions is left out, and what is printed for everyone (that there may be more, and whom to call
 * in danger) tells nothing about anyone. What an alert says is for the adviser and never printed;
 * what the centre wrote under it is whom to call. */

#include "plan.h"

#include "document.h"
#include "privacy.h"
#include "words.h"

typedef struct
{
  StileCasework *casework;
  StileDocument *document;
  const StileCase *person_file;
  const StileAssessment *assessment;
  const StileResult *result;
  const StileForm *form;
  const char *language;
  gboolean with_private;
  StilePrivacy *privacy;
} Plan;

static void
add_form_text (Plan *plan, StileStyle style, const StileText *text)
{
  gboolean is_translated = FALSE;
  const char *words = stile_text_get (text, plan->language, &is_translated);

  if (words)
    stile_document_add (plan->document, style, words,
                        is_translated ? plan->language : plan->form->language);
}

static void
add_top (Plan *plan)
{
  const StilePerson *person = plan->person_file->person;
  g_autofree char *day = stile_words_dup_date (&plan->assessment->started);

  const char *language = NULL;

  stile_document_add_words (plan->document, STILE_STYLE_TITLE, _("Your plan"));
  /* A name stands where the words around it do, whatever its letters. */
  stile_document_get_paragraph (plan->document, 0, NULL, &language);
  stile_document_add (plan->document, STILE_STYLE_STRONG, stile_person_get_title (person),
                      language);
  stile_document_add_words (plan->document, STILE_STYLE_BODY, day);
}

static void
add_category (Plan *plan)
{
  const StileCategory *category = &plan->form->categories[plan->result->category];
  const char *decided = plan->assessment->decided;

  if (decided && stile_form_find_category (plan->form, decided))
    category = stile_form_find_category (plan->form, decided);

  stile_document_add_words (plan->document, STILE_STYLE_HEADING,
                            decided ? _("What we agreed") : _("What we suggest"));
  add_form_text (plan, STILE_STYLE_STRONG, category->label);
  add_form_text (plan, STILE_STYLE_BODY, category->meaning);
  if (!decided)
    stile_document_add_words (plan->document, STILE_STYLE_BODY,
                              _("Your adviser will talk about this with you."));
}

/* ---- Areas of life ---- */

static void
add_domains (Plan *plan)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < plan->result->domains->len; i++)
    {
      const StileDomainResult *domain
          = &g_array_index (plan->result->domains, StileDomainResult, i);

      if (domain->level <= 0
          || (!plan->with_private && stile_privacy_covers_domain (plan->privacy, domain->domain)))
        continue;
      if (!has_heading)
        stile_document_add_words (plan->document, STILE_STYLE_HEADING,
                                  _("What we can help you with"));
      has_heading = TRUE;
      add_form_text (plan, STILE_STYLE_BULLET, plan->form->domains[domain->domain].label);
    }
}

/* Whether anything was answered there: silence is no strength. */
static gboolean
has_answer (const Plan *plan, guint domain)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, plan->assessment->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const StileQuestion *question = stile_form_find_question (plan->form, id);
      const StileAnswer *answer = value;

      if (question && question->domain == (int) domain && answer->state == STILE_ANSWER_ANSWERED)
        return TRUE;
    }

  return FALSE;
}

/* Where no need was found, and none can be behind what was not said. */
static void
add_strengths (Plan *plan)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < plan->result->domains->len; i++)
    {
      const StileDomainResult *domain
          = &g_array_index (plan->result->domains, StileDomainResult, i);

      if (domain->level != 0 || domain->highest_level != 0 || !has_answer (plan, domain->domain)
          || (!plan->with_private && stile_privacy_covers_domain (plan->privacy, domain->domain)))
        continue;
      if (!has_heading)
        stile_document_add_words (plan->document, STILE_STYLE_HEADING, _("What goes well"));
      has_heading = TRUE;
      add_form_text (plan, STILE_STYLE_BULLET, plan->form->domains[domain->domain].label);
    }
}

/* ---- Referrals ---- */

/* Whether it belongs to this assessment and is still meant to come to something. */
static gboolean
is_arranged (const Plan *plan, const StileReferral *referral, const StileReferralRule *rule)
{
  return strcmp (referral->assessment_id, plan->assessment->id) == 0
         && strcmp (referral->referral, rule->id) == 0
         && (stile_referral_stands (referral) || stile_referral_status_is_open (referral->status));
}

static gboolean
has_arranged (const Plan *plan, const StileReferralRule *rule)
{
  for (guint i = 0; i < plan->person_file->referrals->len; i++)
    {
      if (is_arranged (plan, g_ptr_array_index (plan->person_file->referrals, i), rule))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_suggested (const Plan *plan, guint index)
{
  for (guint i = 0; i < plan->result->referrals->len; i++)
    {
      if (g_array_index (plan->result->referrals, guint, i) == index)
        return TRUE;
    }

  return FALSE;
}

/* Who was asked, or will be. */
static void
add_arranged (Plan *plan, const StileReferral *referral)
{
  gboolean is_sent = stile_referral_stands (referral);
  g_autofree char *service = referral->service ? stile_language_isolate (referral->service) : NULL;
  g_autofree char *words = NULL;

  if (!service)
    words = g_strdup (_("Your adviser will ask for this help."));
  else if (is_sent)
    /* Translators: the name of a service. */
    words = g_strdup_printf (_("Your adviser has asked: %s"), service);
  else
    /* Translators: the name of a service. */
    words = g_strdup_printf (_("Your adviser will ask: %s"), service);
  stile_document_add_words (plan->document, STILE_STYLE_BODY, words);

  if (is_sent && referral->contact)
    {
      g_autofree char *contact = stile_language_isolate (referral->contact);
      /* Translators: a telephone number. */
      g_autofree char *call = g_strdup_printf (_("You can call them: %s"), contact);
      stile_document_add_words (plan->document, STILE_STYLE_BODY, call);
    }
}

static void
add_referral (Plan *plan, const StileReferralRule *rule)
{
  add_form_text (plan, STILE_STYLE_STRONG, rule->label);
  add_form_text (plan, STILE_STYLE_BODY, rule->reason);
  for (guint i = 0; i < plan->person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (plan->person_file->referrals, i);
      if (is_arranged (plan, referral, rule))
        add_arranged (plan, referral);
    }
}

/* The referrals of one urgency that were made or, where nothing was made yet, are suggested. */
static void
add_referrals (Plan *plan, gboolean urgent, const char *heading)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < plan->form->n_referrals; i++)
    {
      const StileReferralRule *rule = &plan->form->referrals[i];

      if ((rule->urgency != STILE_URGENCY_SOON) != urgent
          || (!has_arranged (plan, rule)
              && (plan->assessment->decided || !is_suggested (plan, i)))
          || (!plan->with_private && stile_privacy_covers_referral (plan->privacy, rule)))
        continue;
      if (!has_heading)
        stile_document_add_words (plan->document, STILE_STYLE_HEADING, heading);
      has_heading = TRUE;
      add_referral (plan, rule);
    }
}

/* ---- Help that cannot wait ---- */

/* The centre's own words for what came up, each once, and without saying what it was. */
static void
add_urgent_help (Plan *plan)
{
  g_autoptr (GHashTable) printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->result->alerts->len; i++)
    {
      const StileAlert *alert
          = &plan->form->alerts[g_array_index (plan->result->alerts, guint, i)];
      const char *words
          = stile_casework_get_alert_words (plan->casework, plan->form, alert);

      if (!words || g_hash_table_contains (printed, words)
          || (!plan->with_private && stile_privacy_covers_alert (plan->privacy, alert)))
        continue;
      if (g_hash_table_size (printed) == 0)
        stile_document_add_words (plan->document, STILE_STYLE_HEADING, _("Help right away"));
      g_hash_table_add (printed, g_strdup (words));
      stile_document_add_words (plan->document, STILE_STYLE_BULLET, words);
    }
}

/* ---- For everyone ---- */

static void
add_end (Plan *plan)
{
  const char *contact = stile_casework_get_setting (plan->casework, STILE_SETTING_CENTRE_CONTACT);

  stile_document_add_words (plan->document, STILE_STYLE_HEADING, _("If you need us"));
  if (plan->assessment->decided_by)
    {
      g_autofree char *name = stile_language_isolate (plan->assessment->decided_by);
      /* Translators: a name. */
      g_autofree char *words = g_strdup_printf (_("Your adviser is %s."), name);
      stile_document_add_words (plan->document, STILE_STYLE_BODY, words);
    }
  if (contact)
    {
      g_autofree char *words = g_strdup_printf (_("This is how you reach us: \u2068%s\u2069"),
                                                contact);
      stile_document_add_words (plan->document, STILE_STYLE_BODY, words);
    }
  stile_document_add_words (plan->document, STILE_STYLE_BODY,
                            _("We may have talked about more than is on this paper. Ask your "
                              "adviser at any time. You can change your mind about all of it."));
  stile_document_add_words (plan->document, STILE_STYLE_BODY,
                            _("If you or someone near you is in danger now, call 999."));
}

static StileDocument *
plan_new (StileCasework *casework, const StileCase *person_file, const StileAssessment *assessment,
          const StileResult *result, const char *language, gboolean with_private)
{
  const StileForm *form = result->form;
  g_autoptr (StilePrivacy) privacy = stile_privacy_new (form);
  g_autoptr (StileSpoken) spoken = stile_words_speak (language ? language : form->language);
  Plan plan = {
    .casework = casework,
    .document = stile_document_new (_("Your plan"), language ? language : form->language),
    .person_file = person_file,
    .assessment = assessment,
    .result = result,
    .form = form,
    .language = language ? language : form->language,
    .with_private = with_private,
    .privacy = privacy,
  };

  add_top (&plan);
  add_category (&plan);
  /* Translators: the heading of what cannot wait. */
  add_referrals (&plan, TRUE, _("First of all"));
  add_domains (&plan);
  add_strengths (&plan);
  add_referrals (&plan, FALSE, _("What happens next"));
  add_urgent_help (&plan);
  add_end (&plan);
  if (stile_paper_is_draft (form, plan.language))
    stile_document_add_draft_mark (plan.document);
  return plan.document;
}

StileDocument *
stile_plan_new (StileCasework *casework, const StileCase *person_file,
                const StileAssessment *assessment, const StileResult *result,
                const char *language)
{
  return plan_new (casework, person_file, assessment, result, language, FALSE);
}

StileDocument *
stile_plan_new_with_private (StileCasework *casework, const StileCase *person_file,
                             const StileAssessment *assessment, const StileResult *result,
                             const char *language)
{
  return plan_new (casework, person_file, assessment, result, language, TRUE);
}
