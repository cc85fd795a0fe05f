// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A person's file: the fold of their entries, in the order of writing. An entry that makes no sense
 * is passed over, so that one bad entry never hides a file. */

#include <stdio.h>

#include "casework-private.h"
#include "words.h"

typedef struct
{
  StileCasework *casework;
  StileCase *person_file;
} Fold;

void
stile_assessment_free (StileAssessment *assessment)
{
  g_free (assessment->id);
  g_free (assessment->form_digest);
  g_free (assessment->form_id);
  g_clear_pointer (&assessment->form, stile_form_unref);
  g_free (assessment->language);
  g_free (assessment->started_at);
  g_free (assessment->finished_at);
  g_free (assessment->result_json);
  g_free (assessment->proposed);
  g_free (assessment->decided);
  g_free (assessment->decided_by);
  g_free (assessment->decided_at);
  g_free (assessment->reason);
  g_hash_table_unref (assessment->answers);
  g_hash_table_unref (assessment->notes);
  g_ptr_array_unref (assessment->corrections);
  g_free (assessment);
}

void
stile_case_free (StileCase *person_file)
{
  if (!person_file)
    return;

  g_free (person_file->id);
  stile_person_free (person_file->person);
  g_free (person_file->consent_at);
  g_clear_pointer (&person_file->assessments, g_ptr_array_unref);
  g_clear_pointer (&person_file->referrals, g_ptr_array_unref);
  g_clear_pointer (&person_file->events, g_ptr_array_unref);
  g_free (person_file);
}

static StileAssessment *
find_assessment (const StileCase *person_file, const char *assessment_id)
{
  for (guint i = 0; assessment_id && i < person_file->assessments->len; i++)
    {
      StileAssessment *assessment = g_ptr_array_index (person_file->assessments, i);
      if (strcmp (assessment->id, assessment_id) == 0)
        return assessment;
    }

  return NULL;
}

const StileAssessment *
stile_case_find_assessment (const StileCase *person_file, const char *assessment_id)
{
  return find_assessment (person_file, assessment_id);
}

static StileAssessment *
entry_assessment (Fold *fold, const StileEntry *entry)
{
  return find_assessment (fold->person_file, stile_fields_get_text (entry->content, "assessment"));
}

/* ---- One function a kind ---- */

static void
fold_person (Fold *fold, const StileEntry *entry)
{
  StilePerson *person = stile_person_from_fields (entry->content);

  if (!person)
    return;
  stile_person_free (fold->person_file->person);
  fold->person_file->person = person;
}

static void
fold_consent (Fold *fold, const StileEntry *entry)
{
  fold->person_file->consent = stile_fields_get_boolean (entry->content, "given");
  stile_replace_text (&fold->person_file->consent_at, entry->at);
}

gboolean
stile_read_day (const char *text, GDate *day)
{
  guint year, month, day_of_month;

  if (!text || sscanf (text, "%4u-%2u-%2u", &year, &month, &day_of_month) != 3
      || !g_date_valid_dmy (day_of_month, month, year))
    return FALSE;

  g_date_set_dmy (day, day_of_month, month, year);
  return TRUE;
}

void
stile_day_of_date_time (GDateTime *time, GDate *day)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  g_date_set_dmy (day, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));
}

gboolean
stile_day_of_time (const char *at, GDate *day)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  g_date_clear (day, 1);
  if (time)
    stile_day_of_date_time (time, day);
  return time != NULL;
}

static void
fold_started (Fold *fold, const StileEntry *entry)
{
  const char *digest = stile_fields_get_text (entry->content, "form");
  const char *form_id = stile_fields_get_text (entry->content, "form-id");
  StileAssessment *assessment;
  StileForm *form;
  GDate started;

  g_date_clear (&started, 1);
  if (!digest || !form_id
      || !stile_read_day (stile_fields_get_text (entry->content, "started"), &started))
    return;

  assessment = g_new0 (StileAssessment, 1);
  assessment->id = g_strdup (entry->id);
  assessment->form_digest = g_strdup (digest);
  assessment->form_id = g_strdup (form_id);
  form = stile_casework_get_form (fold->casework, digest, NULL);
  assessment->form = form ? stile_form_ref (form) : NULL;
  assessment->language = g_strdup (stile_fields_get_text (entry->content, "language"));
  assessment->started = started;
  assessment->started_at = g_strdup (entry->at);
  assessment->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) stile_answer_free);
  assessment->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  assessment->corrections
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_correction_free);
  g_ptr_array_add (fold->person_file->assessments, assessment);
}

static void
fold_answer (Fold *fold, const StileEntry *entry)
{
  StileAssessment *assessment = entry_assessment (fold, entry);
  const char *id = stile_fields_get_text (entry->content, "question");
  const StileQuestion *question;
  StileAnswer *answer;

  if (!assessment || !assessment->form || assessment->finished_at || !id)
    return;
  question = stile_form_find_question (assessment->form, id);
  answer = question ? stile_answer_from_fields (entry->content, question) : NULL;
  if (answer)
    g_hash_table_replace (assessment->answers, g_strdup (id), answer);
}

static void
read_counted_answers (StileAssessment *assessment, JsonNode *answers)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  g_hash_table_remove_all (assessment->answers);
  if (!assessment->form || !answers || !JSON_NODE_HOLDS_OBJECT (answers))
    return;

  json_object_iter_init (&iter, json_node_get_object (answers));
  while (json_object_iter_next (&iter, &id, &value))
    {
      const StileQuestion *question = stile_form_find_question (assessment->form, id);
      StileAnswer *answer = question ? stile_answer_from_json (value, question, NULL) : NULL;
      if (answer)
        g_hash_table_replace (assessment->answers, g_strdup (id), answer);
    }
}

/* result.category.id, or NULL. */
static char *
dup_category (const char *result_json)
{
  g_autoptr (JsonNode) result = json_from_string (result_json, NULL);

  return g_strdup (stile_fields_get_text (stile_fields_get_node (result, "category"), "id"));
}

static void
fold_finished (Fold *fold, const StileEntry *entry)
{
  StileAssessment *assessment = entry_assessment (fold, entry);
  const char *result_json = stile_fields_get_text (entry->content, "result");

  if (!assessment || assessment->finished_at || !result_json)
    return;

  assessment->finished_at = g_strdup (entry->at);
  assessment->result_json = g_strdup (result_json);
  assessment->proposed = dup_category (result_json);
  read_counted_answers (assessment, stile_fields_get_node (entry->content, "answers"));
}

/* An answer as corrected. The old result and decision stay with the correction. */
static void
fold_rectified (Fold *fold, const StileEntry *entry)
{
  StileAssessment *assessment = entry_assessment (fold, entry);
  const char *result_json = stile_fields_get_text (entry->content, "result");
  StileCorrection *correction = NULL;

  if (assessment && assessment->finished_at && result_json)
    correction = stile_correction_new (entry, assessment);
  if (!correction)
    return;

  g_ptr_array_insert (assessment->corrections, 0, correction);
  stile_replace_text (&assessment->result_json, result_json);
  g_free (assessment->proposed);
  assessment->proposed = dup_category (result_json);
  read_counted_answers (assessment, stile_fields_get_node (entry->content, "answers"));
  g_clear_pointer (&assessment->decided, g_free);
  g_clear_pointer (&assessment->decided_by, g_free);
  g_clear_pointer (&assessment->decided_at, g_free);
  g_clear_pointer (&assessment->reason, g_free);
}

static void
fold_decision (Fold *fold, const StileEntry *entry)
{
  StileAssessment *assessment = entry_assessment (fold, entry);
  const char *decided = stile_fields_get_text (entry->content, "decided");

  if (!assessment || !decided)
    return;

  stile_replace_text (&assessment->decided, decided);
  stile_replace_text (&assessment->decided_by, entry->adviser);
  stile_replace_text (&assessment->decided_at, entry->at);
  stile_replace_text (&assessment->reason, stile_fields_get_text (entry->content, "reason"));
}

/* The book has its label in the form's own language. */
static void
say_label (const Fold *fold, StileReferral *referral)
{
  const StileAssessment *assessment
      = stile_case_find_assessment (fold->person_file, referral->assessment_id);
  const StileReferralRule *rule
      = assessment && assessment->form
            ? stile_form_find_referral (assessment->form, referral->referral)
            : NULL;

  if (rule)
    stile_replace_text (&referral->label, stile_words_of_form (rule->label));
}

static void
fold_referral (Fold *fold, const StileEntry *entry)
{
  StileReferral *referral = stile_referral_new_from_entry (entry);

  if (!referral)
    return;
  say_label (fold, referral);
  g_ptr_array_add (fold->person_file->referrals, referral);
}

static StileReferral *
entry_referral (Fold *fold, const StileEntry *entry)
{
  const char *id = stile_fields_get_text (entry->content, "referral");

  /* The array holds what it may change; only who reads the file may not. */
  return (StileReferral *) stile_case_find_referral (fold->person_file, id);
}

static void
fold_referral_status (Fold *fold, const StileEntry *entry)
{
  StileReferral *referral = entry_referral (fold, entry);

  if (referral)
    stile_referral_fold_status (referral, entry);
}

static void
fold_agreement (Fold *fold, const StileEntry *entry)
{
  StileReferral *referral = entry_referral (fold, entry);

  if (referral)
    stile_referral_fold_agreement (referral, entry);
}

static void
fold_note (Fold *fold, const StileEntry *entry)
{
  StileAssessment *assessment = entry_assessment (fold, entry);
  const char *question = stile_fields_get_text (entry->content, "question");
  const char *text = stile_fields_get_text (entry->content, "text");

  if (!assessment || !question || !text)
    return;

  if (*text == '\0')
    g_hash_table_remove (assessment->notes, question);
  else
    g_hash_table_replace (assessment->notes, g_strdup (question), g_strdup (text));
}

static const struct
{
  const char *kind;
  void (*fold) (Fold *fold, const StileEntry *entry);
} folds[] = {
  { STILE_KIND_PERSON, fold_person },
  { STILE_KIND_CONSENT, fold_consent },
  { STILE_KIND_STARTED, fold_started },
  { STILE_KIND_ANSWER, fold_answer },
  { STILE_KIND_FINISHED, fold_finished },
  { STILE_KIND_RECTIFIED, fold_rectified },
  { STILE_KIND_DECISION, fold_decision },
  { STILE_KIND_REFERRAL, fold_referral },
  { STILE_KIND_REFERRAL_STATUS, fold_referral_status },
  { STILE_KIND_AGREEMENT, fold_agreement },
  { STILE_KIND_NOTE, fold_note },
};

static void
fold_entry (Fold *fold, const StileEntry *entry)
{
  if (!entry->content)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      if (strcmp (folds[i].kind, entry->kind) == 0)
        folds[i].fold (fold, entry);
    }
}

void
stile_reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer first = array->pdata[i];
      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = first;
    }
}

StileCase *
stile_casework_load_case (StileCasework *casework, const char *case_id, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (StileCase) person_file = NULL;
  Fold fold = { casework };

  if (!stile_casework_check_unlocked (casework, error))
    return NULL;
  /* Who looked at the record is told by the audit: here it would bury what happened, and may be
   * thousands of entries. */
  entries = stile_ledger_read_case_without (casework->ledger, case_id, STILE_KIND_READ, error);
  if (!entries)
    return NULL;

  person_file = fold.person_file = g_new0 (StileCase, 1);
  person_file->id = g_strdup (case_id);
  person_file->assessments
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_assessment_free);
  person_file->referrals = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_referral_free);
  for (guint i = 0; i < entries->len; i++)
    fold_entry (&fold, g_ptr_array_index (entries, i));

  if (!person_file->person)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                   _("There is no such person in this record book, or their record was erased."));
      return NULL;
    }

  person_file->events = stile_events_new (person_file, entries);
  stile_reverse (person_file->assessments);
  stile_reverse (person_file->referrals);
  return g_steal_pointer (&person_file);
}
