// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json-writer.h"
#include "result.h"

static void
add_answer (StileJsonWriter *writer, const StileAnswer *answer, const StileQuestion *question)
{
  if (question->type == STILE_QUESTION_INTEGER || question->type == STILE_QUESTION_DECIMAL)
    {
      stile_json_writer_add_number (writer, "answer", answer->number);
    }
  else if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    {
      g_auto (GStrv) ids = g_strsplit (answer->text, " ", -1);

      stile_json_writer_open_array (writer, "answer", STILE_JSON_INLINE);
      for (guint i = 0; ids[i]; i++)
        stile_json_writer_add_string (writer, NULL, ids[i]);
      stile_json_writer_close (writer);
    }
  else
    {
      stile_json_writer_add_string (writer, "answer", answer->text);
    }
}

static void
add_level (StileJsonWriter *writer, const char *key, const StileForm *form, int level)
{
  stile_json_writer_add_string (writer, key,
                                level == STILE_NONE ? NULL : form->levels[level].id);
}

static void
add_reason (StileJsonWriter *writer, const StileForm *form, const StileReason *reason)
{
  stile_json_writer_open_object (writer, NULL, STILE_JSON_INLINE);
  if (reason->question != STILE_NONE)
    {
      const StileQuestion *question = &form->questions[reason->question];

      stile_json_writer_add_string (writer, "question", question->id);
      add_answer (writer, reason->answer, question);
    }
  else
    {
      stile_json_writer_add_string (
        writer, "score", stile_text_get (form->scores[reason->score_rule].label, NULL, NULL));
    }
  stile_json_writer_add_number (writer, "points", reason->points);
  stile_json_writer_close (writer);
}

static void
add_domain (StileJsonWriter *writer, const StileForm *form, const StileDomainResult *domain)
{
  stile_json_writer_open_object (writer, NULL, STILE_JSON_LINES);
  stile_json_writer_add_string (writer, "id", form->domains[domain->domain].id);
  stile_json_writer_add_number (writer, "score", domain->score);
  stile_json_writer_add_number (writer, "lowest", domain->lowest);
  stile_json_writer_add_number (writer, "highest", domain->highest);
  add_level (writer, "level", form, domain->level);
  add_level (writer, "lowest-level", form, domain->lowest_level);
  add_level (writer, "highest-level", form, domain->highest_level);
  stile_json_writer_open_array (writer, "because", STILE_JSON_LINES);
  for (guint i = 0; i < domain->because->len; i++)
    add_reason (writer, form, g_ptr_array_index (domain->because, i));
  stile_json_writer_close (writer);
  stile_json_writer_close (writer);
}

static void
add_form (StileJsonWriter *writer, const StileForm *form)
{
  stile_json_writer_open_object (writer, "form", STILE_JSON_INLINE);
  stile_json_writer_add_string (writer, "id", form->id);
  stile_json_writer_add_string (writer, "version", form->version);
  stile_json_writer_add_string (writer, "digest", stile_form_get_digest (form));
  stile_json_writer_close (writer);
}

static void
add_counts (StileJsonWriter *writer, const StileResult *result)
{
  stile_json_writer_add_number (writer, "asked", result->asked);
  stile_json_writer_add_number (writer, "answered", result->answered);
  stile_json_writer_add_number (writer, "declined", result->declined);
  stile_json_writer_add_number (writer, "unknown", result->unknown);
  stile_json_writer_add_number (writer, "unanswered", result->unanswered);
  stile_json_writer_add_boolean (writer, "complete", result->complete);
}

static void
add_calculated (StileJsonWriter *writer, const StileResult *result)
{
  stile_json_writer_open_object (writer, "calculated", STILE_JSON_LINES);
  for (guint i = 0; i < result->form->n_calculates; i++)
    {
      const char *id = result->form->calculates[i].id;
      const StileValue *value = &result->calculated[i];

      if (value->type == STILE_VALUE_STRING)
        stile_json_writer_add_string (writer, id, value->string);
      else if (value->type == STILE_VALUE_NUMBER)
        stile_json_writer_add_number (writer, id, value->number);
      else
        stile_json_writer_add_boolean (writer, id, value->boolean);
    }
  stile_json_writer_close (writer);
}

static void
add_findings (StileJsonWriter *writer, const StileResult *result)
{
  stile_json_writer_open_array (writer, "findings", STILE_JSON_INLINE);
  for (guint i = 0; i < result->form->n_findings; i++)
    if (result->findings[i])
      stile_json_writer_add_string (writer, NULL, result->form->findings[i].id);
  stile_json_writer_close (writer);
}

static void
add_alerts (StileJsonWriter *writer, const StileResult *result)
{
  stile_json_writer_open_array (writer, "alerts", STILE_JSON_LINES);
  for (guint i = 0; i < result->alerts->len; i++)
    {
      const StileAlert *alert = &result->form->alerts[g_array_index (result->alerts, guint, i)];

      stile_json_writer_open_object (writer, NULL, STILE_JSON_INLINE);
      stile_json_writer_add_string (writer, "id", alert->id);
      stile_json_writer_add_string (writer, "urgency", stile_urgency_to_string (alert->urgency));
      stile_json_writer_close (writer);
    }
  stile_json_writer_close (writer);
}

static void
add_category (StileJsonWriter *writer, const StileResult *result)
{
  const StileCategory *categories = result->form->categories;

  stile_json_writer_open_object (writer, "category", STILE_JSON_INLINE);
  stile_json_writer_add_string (writer, "id", categories[result->category].id);
  stile_json_writer_add_string (writer, "lowest", categories[result->lowest_category].id);
  stile_json_writer_add_string (writer, "highest", categories[result->highest_category].id);
  stile_json_writer_close (writer);
}

static void
add_changes (StileJsonWriter *writer, const StileResult *result)
{
  stile_json_writer_open_array (writer, "would-change", STILE_JSON_LINES);
  for (guint i = 0; i < result->would_change->len; i++)
    {
      const StileChange *change = g_ptr_array_index (result->would_change, i);
      const StileQuestion *question = &result->form->questions[change->question];

      stile_json_writer_open_object (writer, NULL, STILE_JSON_INLINE);
      stile_json_writer_add_string (writer, "question", question->id);
      add_answer (writer, change->answer, question);
      stile_json_writer_add_string (writer, "category",
                                    result->form->categories[change->category].id);
      stile_json_writer_close (writer);
    }
  stile_json_writer_close (writer);
}

static void
add_referrals (StileJsonWriter *writer, const StileResult *result)
{
  stile_json_writer_open_array (writer, "referrals", STILE_JSON_LINES);
  for (guint i = 0; i < result->referrals->len; i++)
    {
      const StileReferralRule *referral
        = &result->form->referrals[g_array_index (result->referrals, guint, i)];

      stile_json_writer_open_object (writer, NULL, STILE_JSON_INLINE);
      stile_json_writer_add_string (writer, "id", referral->id);
      stile_json_writer_add_string (writer, "urgency",
                                    stile_urgency_to_string (referral->urgency));
      if (referral->domain != STILE_NONE)
        stile_json_writer_add_string (writer, "domain",
                                      result->form->domains[referral->domain].id);
      stile_json_writer_close (writer);
    }
  stile_json_writer_close (writer);
}

char *
stile_result_to_json (const StileResult *result)
{
  StileJsonWriter *writer = stile_json_writer_new ();

  stile_json_writer_open_object (writer, NULL, STILE_JSON_LINES);
  add_form (writer, result->form);
  add_counts (writer, result);
  stile_json_writer_open_array (writer, "domains", STILE_JSON_LINES);
  for (guint i = 0; i < result->domains->len; i++)
    add_domain (writer, result->form,
                &g_array_index (result->domains, StileDomainResult, i));
  stile_json_writer_close (writer);
  add_calculated (writer, result);
  add_findings (writer, result);
  add_alerts (writer, result);
  add_category (writer, result);
  add_changes (writer, result);
  add_referrals (writer, result);
  stile_json_writer_close (writer);

  return stile_json_writer_finish (writer);
}
