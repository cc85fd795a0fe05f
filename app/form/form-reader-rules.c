// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-reader.h"

static const char *const urgencies[] = { "now", "today", "soon", NULL };

const char *
stile_urgency_to_string (StileUrgency urgency)
{
  g_return_val_if_fail (urgency <= STILE_URGENCY_SOON, NULL);
  return urgencies[urgency];
}

static const char *
read_id (StileReader *reader, const StileXmlElement *element, StileNameKind kind, guint index)
{
  const char *id = stile_reader_id (reader, element, kind, index);

  return id != NULL ? id : "";
}

static StileUrgency
read_urgency (StileReader *reader, const StileXmlElement *element)
{
  guint urgency = STILE_URGENCY_NOW;

  stile_reader_word (reader, element, "urgency", urgencies, &urgency);
  return urgency;
}

static void
read_when (StileReader *reader, const StileXmlElement *element, StilePlace place,
           const char *finding, const StileExpression **target)
{
  const StileForm *form = reader->form;
  StileView view = { .place = place, .n_questions = form->n_questions,
                     .n_calculates = form->n_calculates, .n_findings = form->n_findings,
                     .finding = finding };

  stile_reader_condition (reader, element, "when", &view, target);
}

void
stile_reader_calculates (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  StileCalculate *calculates =
    stile_arena_new_array (reader->arena, StileCalculate, stile_xml_count (root, "calculate"));
  guint n_questions = 0;

  form->calculates = calculates;
  for (const StileXmlElement *element = root->first; element != NULL; element = element->next)
    {
      if (stile_xml_is (element->name, "section"))
        n_questions += stile_xml_count (element, "question");
      else if (stile_xml_is (element->name, "calculate"))
        {
          guint index = form->n_calculates++;
          StileCalculate *calculate = &calculates[index];
          StileView view = { .place = STILE_PLACE_CALCULATE, .n_questions = n_questions,
                             .n_calculates = index };

          calculate->id = read_id (reader, element, STILE_NAME_CALCULATE, index);
          calculate->index = index;
          calculate->after_questions = n_questions;
          calculate->line = element->line;
          view.calculate = calculate->id;
          stile_reader_condition (reader, element, "value", &view, &calculate->value);
        }
    }
}

static void
read_scores (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  StileScoreRule *score =
    stile_arena_new_array (reader->arena, StileScoreRule, stile_xml_count (root, "score"));

  form->scores = score;
  for (const StileXmlElement *element = stile_xml_find (root->first, "score"); element != NULL;
       element = stile_xml_find (element->next, "score"), score++)
    {
      int domain = stile_reader_reference (reader, element, "domain", STILE_NAME_DOMAIN,
                                           STILE_RULE_UNKNOWN_DOMAIN);

      score->domain = MAX (domain, 0);
      score->points = stile_reader_number (reader, element, "points");
      score->label = stile_reader_text (reader, element, "label");
      score->line = element->line;
      read_when (reader, element, STILE_PLACE_SCORE, NULL, &score->when);
      form->n_scores++;
    }
}

static void
read_findings (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  StileFinding *finding =
    stile_arena_new_array (reader->arena, StileFinding, stile_xml_count (root, "finding"));

  form->findings = finding;
  for (const StileXmlElement *element = stile_xml_find (root->first, "finding"); element != NULL;
       element = stile_xml_find (element->next, "finding"), finding++)
    {
      finding->id = read_id (reader, element, STILE_NAME_FINDING, form->n_findings);
      finding->label = stile_reader_text (reader, element, "label");
      finding->line = element->line;
      read_when (reader, element, STILE_PLACE_FINDING, finding->id, &finding->when);
      form->n_findings++;
    }
}

static void
read_alerts (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  StileAlert *alert =
    stile_arena_new_array (reader->arena, StileAlert, stile_xml_count (root, "alert"));

  form->alerts = alert;
  for (const StileXmlElement *element = stile_xml_find (root->first, "alert"); element != NULL;
       element = stile_xml_find (element->next, "alert"), alert++)
    {
      alert->id = read_id (reader, element, STILE_NAME_ALERT, form->n_alerts++);
      alert->urgency = read_urgency (reader, element);
      alert->label = stile_reader_text (reader, element, "label");
      alert->action = stile_reader_text (reader, element, "action");
      alert->line = element->line;
      read_when (reader, element, STILE_PLACE_ALERT, NULL, &alert->when);
    }
}

static void
read_categories (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  StileCategory *category =
    stile_arena_new_array (reader->arena, StileCategory, stile_xml_count (root, "category"));

  form->categories = category;
  for (const StileXmlElement *element = stile_xml_find (root->first, "category"); element != NULL;
       category++)
    {
      const StileXmlElement *next = stile_xml_find (element->next, "category");
      gboolean has_when = stile_xml_attribute (element, "when") != NULL;

      category->id = read_id (reader, element, STILE_NAME_CATEGORY, form->n_categories++);
      category->label = stile_reader_text (reader, element, "label");
      category->meaning = stile_reader_text (reader, element, "meaning");
      category->because = stile_reader_text (reader, element, "because");
      category->contact_days = stile_reader_count (reader, element, "contact-days");
      category->line = element->line;
      read_when (reader, element, STILE_PLACE_CATEGORY, NULL, &category->when);
      if (next != NULL && !has_when)
        stile_reader_fault (reader, STILE_RULE_CATEGORY_WITHOUT_WHEN, element, category->id);
      if (next == NULL && has_when)
        stile_reader_fault (reader, STILE_RULE_LAST_CATEGORY_WHEN, element, category->id);
      element = next;
    }
  if (form->n_categories == 0)
    stile_reader_fault (reader, STILE_RULE_NO_CATEGORY, root, NULL);
}

static void
read_services (StileReader *reader, const StileXmlElement *parent, StileReferralRule *referral)
{
  StileServiceHint *service;

  referral->n_services = stile_xml_count (parent, "service");
  referral->services = service =
    stile_arena_new_array (reader->arena, StileServiceHint, referral->n_services);
  for (const StileXmlElement *element = stile_xml_find (parent->first, "service");
       element != NULL; element = stile_xml_find (element->next, "service"), service++)
    {
      service->taxonomy = stile_reader_string (element, "taxonomy");
      service->term = stile_reader_string (element, "term");
      service->keyword = stile_reader_string (element, "keyword");
      service->line = element->line;
      if ((service->taxonomy != NULL) != (service->term != NULL)
          || (service->keyword != NULL) == (service->term != NULL))
        stile_reader_fault (reader, STILE_RULE_EMPTY_SERVICE, element, NULL);
    }
}

static void
read_referrals (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  StileReferralRule *referral =
    stile_arena_new_array (reader->arena, StileReferralRule, stile_xml_count (root, "referral"));

  form->referrals = referral;
  for (const StileXmlElement *element = stile_xml_find (root->first, "referral"); element != NULL;
       element = stile_xml_find (element->next, "referral"), referral++)
    {
      referral->id = read_id (reader, element, STILE_NAME_REFERRAL, form->n_referrals++);
      referral->urgency = read_urgency (reader, element);
      referral->domain = stile_reader_reference (reader, element, "domain", STILE_NAME_DOMAIN,
                                                 STILE_RULE_UNKNOWN_DOMAIN);
      referral->label = stile_reader_text (reader, element, "label");
      referral->reason = stile_reader_text (reader, element, "reason");
      referral->line = element->line;
      read_services (reader, element, referral);
      read_when (reader, element, STILE_PLACE_REFERRAL, NULL, &referral->when);
    }
}

void
stile_reader_rules (StileReader *reader, const StileXmlElement *root)
{
  read_scores (reader, root);
  read_findings (reader, root);
  read_alerts (reader, root);
  read_categories (reader, root);
  read_referrals (reader, root);
}
