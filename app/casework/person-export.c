// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Everything held about a person as JSON. README.md names every member. */

#include "audit.h"
#include "casework-private.h"
#include "rights.h"
#include "words.h"

/* Adds a node under a name, and takes it; NULL is left out. */
static void
add (JsonNode *object, const char *name, JsonNode *node)
{
  if (node)
    json_object_set_member (json_node_get_object (object), name, node);
}

static JsonNode *
new_list (void)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, json_array_new ());
  return node;
}

static void
add_to_list (JsonNode *list, JsonNode *node)
{
  json_array_add_element (json_node_get_array (list), node);
}

/* ---- Assessments ---- */

static JsonNode *
form_to_json (const StileAssessment *assessment)
{
  const StileForm *form = assessment->form;

  return stile_fields_new (
      "id", assessment->form_id, "digest", assessment->form_digest, "version",
      form ? form->version : NULL, "title",
      form ? stile_text_get (form->title, assessment->language, NULL) : NULL, NULL);
}

static JsonNode *
question_to_json (const StileAssessment *assessment, const StileInterview *interview,
                  const StileQuestion *question)
{
  const StileSection *section = &assessment->form->sections[question->section];
  const char *language = assessment->language;
  g_autoptr (StileSpoken) spoken = stile_words_speak (language);
  g_autofree char *answer = stile_answer_to_words (
      stile_interview_get_answer (interview, question->index), question, language);

  return stile_fields_new ("section", stile_text_get (section->label, language, NULL), "question",
                           question->id, "label", stile_text_get (question->label, language, NULL),
                           "answer", answer, "note",
                           g_hash_table_lookup (assessment->notes, question->id), NULL);
}

static void
add_answers (JsonNode *object, const StileAssessment *assessment)
{
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, NULL);
  JsonNode *words;

  /* Without the form the answers are still in the entries. */
  if (!interview)
    return;

  words = new_list ();
  for (guint i = 0; i < assessment->form->n_questions; i++)
    {
      const StileQuestion *question = &assessment->form->questions[i];
      if (question->type != STILE_QUESTION_NOTE && stile_interview_is_relevant (interview, i))
        add_to_list (words, question_to_json (assessment, interview, question));
    }
  add (object, "answers", stile_interview_answers_to_json (interview, TRUE));
  add (object, "words", words);
}

static void
add_corrections (JsonNode *object, const StileAssessment *assessment)
{
  JsonNode *list = new_list ();

  for (guint i = 0; i < assessment->corrections->len; i++)
    {
      const StileCorrection *correction = g_ptr_array_index (assessment->corrections, i);
      const StileQuestion *question
          = stile_form_find_question (assessment->form, correction->question);
      JsonNode *node = stile_fields_new (
          "at", correction->at, "adviser", correction->adviser, "question", correction->question,
          "label", stile_text_get (question->label, assessment->language, NULL), "reason",
          correction->reason, "decided-before", correction->decided_before, NULL);

      add (node, "before", stile_answer_to_json (correction->before, question));
      add (node, "after", stile_answer_to_json (correction->after, question));
      add (node, "result-before", json_from_string (correction->result_before, NULL));
      add_to_list (list, node);
    }
  add (object, "corrections", list);
}

static JsonNode *
assessment_to_json (const StileAssessment *assessment)
{
  char started[sizeof "9999-12-31"];
  JsonNode *node;

  g_date_strftime (started, sizeof started, "%Y-%m-%d", &assessment->started);
  node = stile_fields_new ("id", assessment->id, "language", assessment->language, "started",
                           started, "started-at", assessment->started_at, "finished-at",
                           assessment->finished_at, "proposed", assessment->proposed, "decided",
                           assessment->decided, "decided-by", assessment->decided_by, "decided-at",
                           assessment->decided_at, "reason", assessment->reason, NULL);
  add (node, "form", form_to_json (assessment));
  add_answers (node, assessment);
  add_corrections (node, assessment);
  if (assessment->result_json)
    add (node, "result", json_from_string (assessment->result_json, NULL));
  return node;
}

/* ---- The rest ---- */

static JsonNode *
consent_to_json (const StileCase *person_file)
{
  JsonNode *node = stile_fields_new ("at", person_file->consent_at, NULL);

  json_object_set_boolean_member (json_node_get_object (node), "given", person_file->consent);
  return node;
}

static JsonNode *
referral_to_json (const StileReferral *referral)
{
  return stile_fields_new ("id", referral->id, "assessment", referral->assessment_id, "referral",
                           referral->referral, "label", referral->label, "urgency",
                           referral->urgency, "service", referral->service, "service-id",
                           referral->service_id, "organization", referral->organization, "route",
                           referral->route, "contact", referral->contact, "status",
                           referral->status, "status-note", referral->status_note, "outcome",
                           referral->outcome, "made-at", referral->made_at, "status-at",
                           referral->status_at, "sent-by", referral->sent_by, "sent-how",
                           referral->sent_how, NULL);
}

static JsonNode *
agreement_to_json (const StileAgreement *agreement)
{
  JsonNode *node = stile_fields_new ("agreed-at", agreement->at, "asked-by", agreement->adviser,
                                     NULL);

  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      if (agreement->values[i])
        json_object_set_string_member (json_node_get_object (node), stile_share_to_string (i),
                                       agreement->values[i]);
    }
  return node;
}

static JsonNode *
referral_and_agreement_to_json (const StileReferral *referral)
{
  JsonNode *node = referral_to_json (referral);

  if (referral->agreement)
    add (node, "shared", agreement_to_json (referral->agreement));
  return node;
}

static JsonNode *
event_to_json (const StileEvent *event)
{
  return stile_fields_new ("at", event->at, "adviser", event->adviser, "kind", event->kind, "title",
                           event->title, "text", event->text, NULL);
}

static JsonNode *
line_to_json (const StileAuditLine *line)
{
  return stile_fields_new ("at", line->at, "adviser", line->adviser, "kind", line->kind, "title",
                           line->title, "text", line->text, NULL);
}

static JsonNode *
entry_to_json (const StileEntry *entry)
{
  JsonNode *node = stile_fields_new ("id", entry->id, "kind", entry->kind, "at", entry->at,
                                     "station", entry->station, "adviser", entry->adviser, NULL);

  add (node, "content", entry->content ? json_node_copy (entry->content) : NULL);
  return node;
}

typedef JsonNode *(*ToJson) (gconstpointer element);

static JsonNode *
list_to_json (GPtrArray *elements, ToJson to_json)
{
  JsonNode *list = new_list ();

  for (guint i = 0; i < elements->len; i++)
    add_to_list (list, to_json (g_ptr_array_index (elements, i)));
  return list;
}

static JsonNode *
record_to_json (StileCasework *casework, const StileCase *person_file)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  JsonNode *node = stile_fields_new (
      "format", "stile-person-1", "exported-at", at, "exported-by",
      stile_ledger_get_adviser (casework->ledger), "station",
      stile_ledger_get_station (casework->ledger), "case", person_file->id, NULL);

  add (node, "person", stile_person_to_fields (person_file->person));
  add (node, "consent", consent_to_json (person_file));
  add (node, "assessments",
       list_to_json (person_file->assessments, (ToJson) assessment_to_json));
  add (node, "referrals",
       list_to_json (person_file->referrals, (ToJson) referral_and_agreement_to_json));
  add (node, "events", list_to_json (person_file->events, (ToJson) event_to_json));
  return node;
}

char *
stile_casework_export_person (StileCasework *casework, const char *case_id, GError **error)
{
  StileAuditFilter filter = { .case_id = case_id };
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!person_file)
    return NULL;
  lines = stile_casework_list_audit (casework, &filter, error);
  if (!lines)
    return NULL;
  entries = stile_ledger_read_case (casework->ledger, case_id, error);
  if (!entries)
    return NULL;

  node = record_to_json (casework, person_file);
  add (node, "audit", list_to_json (lines, (ToJson) line_to_json));
  add (node, "entries", list_to_json (entries, (ToJson) entry_to_json));
  return json_to_string (node, TRUE);
}
