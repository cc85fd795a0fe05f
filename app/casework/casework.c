// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs that concern a person; those of assessments and referrals are in their own files. */

#include "casework-private.h"
#include "words.h"

G_DEFINE_QUARK (stile-casework-error-quark, stile_casework_error)

static const char *const kinds[] = {
  STILE_KIND_PERSON,
  STILE_KIND_CONSENT,
  STILE_KIND_STARTED,
  STILE_KIND_ANSWER,
  STILE_KIND_FINISHED,
  STILE_KIND_DECISION,
  STILE_KIND_REFERRAL,
  STILE_KIND_REFERRAL_STATUS,
  STILE_KIND_AGREEMENT,
  STILE_KIND_CONTACT,
  STILE_KIND_NOTE,
  STILE_KIND_MOVED_ON,
  STILE_KIND_SETTING,
  STILE_KIND_RECTIFIED,
  STILE_KIND_READ,
  STILE_KIND_PRINT,
  STILE_KIND_EXPORT,
  STILE_KIND_ERASED,
  STILE_KIND_UNLOCK,
  STILE_KIND_UNLOCK_FAILED,
  STILE_KIND_ADVISER_ADDED,
  STILE_KIND_ADVISER_REMOVED,
  STILE_KIND_ROLE_CHANGED,
  STILE_KIND_PASSPHRASE_CHANGED,
  STILE_KIND_RECOVERY_KEY_CHANGED,
  STILE_KIND_REKEYED,
  STILE_KIND_BACKUP,
  STILE_KIND_RESTORED,
  NULL,
};

StileCasework *
stile_casework_new (StileLedger *ledger, GError **error)
{
  g_autoptr (StileCasework) casework = g_new0 (StileCasework, 1);

  casework->ledger = ledger;
  casework->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) stile_form_unref);
  if (!stile_ledger_define_views (ledger, kinds, error))
    return NULL;

  return g_steal_pointer (&casework);
}

void
stile_casework_free (StileCasework *casework)
{
  if (!casework)
    return;

  stile_casework_lock (casework);
  g_hash_table_unref (casework->forms);
  stile_ledger_close (casework->ledger);
  g_free (casework);
}

StileLedger *
stile_casework_get_ledger (StileCasework *casework)
{
  return casework->ledger;
}

void
stile_casework_forget (StileCasework *casework)
{
  g_clear_pointer (&casework->open_case_id, g_free);
  g_clear_pointer (&casework->open, stile_assessment_free);
  g_clear_pointer (&casework->people, stile_people_free);
  g_clear_pointer (&casework->settings, stile_settings_free);
  g_clear_pointer (&casework->reading, stile_reading_free);
  g_clear_pointer (&casework->parked, stile_parked_fold_free);
}

void
stile_casework_keep_summaries (StileCasework *casework, guint least)
{
  if (casework->people)
    stile_people_keep (casework->people, casework->ledger, least);
  if (casework->parked)
    stile_parked_fold_keep (casework->parked, casework->ledger, least);
}

void
stile_casework_lock (StileCasework *casework)
{
  stile_casework_keep_summaries (casework, STILE_WORTH_KEEPING);
  stile_ledger_lock (casework->ledger);
  stile_casework_forget (casework);
}

void
stile_casework_read_ahead (StileCasework *casework)
{
  if (stile_casework_refresh_people (casework, NULL))
    stile_casework_refresh_parked (casework, NULL);
}

gboolean
stile_casework_check_unlocked (StileCasework *casework, GError **error)
{
  if (stile_ledger_check_unlocked (casework->ledger, error))
    return TRUE;
  if (!stile_ledger_is_lent (casework->ledger))
    stile_casework_forget (casework);
  return FALSE;
}

StileForm *
stile_casework_get_form (StileCasework *casework, const char *digest, GError **error)
{
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (StileForm) form = NULL;
  StileForm *known = g_hash_table_lookup (casework->forms, digest);

  if (known)
    return known;

  xml = stile_ledger_get_form (casework->ledger, digest, error);
  if (!xml)
    return NULL;

  faults = stile_faults_new ();
  form = stile_form_parse (xml, faults);
  if (!form)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                   _("The form that was used cannot be read by this version of the program."));
      return NULL;
    }

  stile_casework_keep_form (casework, form);
  return form;
}

void
stile_casework_keep_form (StileCasework *casework, StileForm *form)
{
  const char *digest = stile_form_get_digest (form);

  if (!g_hash_table_contains (casework->forms, digest))
    g_hash_table_insert (casework->forms, g_strdup (digest), stile_form_ref (form));
}

gboolean
stile_casework_append (StileCasework *casework, const char *case_id, const char *kind,
                       JsonNode *content, char **id, GError **error)
{
  gboolean is_kept = stile_ledger_append (casework->ledger, case_id, kind, content, id, error);

  json_node_unref (content);
  return is_kept;
}

gboolean
stile_casework_open_case (StileCasework *casework, const StilePerson *person, char **case_id,
                          GError **error)
{
  g_autoptr (StilePerson) cleaned = stile_person_clean (person, error);
  g_autofree char *id = NULL;

  if (!cleaned)
    return FALSE;

  id = stile_ledger_new_id ();
  if (!stile_casework_append (casework, id, STILE_KIND_PERSON, stile_person_to_fields (cleaned),
                              NULL, error))
    return FALSE;

  *case_id = g_steal_pointer (&id);
  return TRUE;
}

gboolean
stile_casework_change_person (StileCasework *casework, const char *case_id,
                              const StilePerson *person, GError **error)
{
  g_autoptr (StilePerson) cleaned = stile_person_clean (person, error);
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (JsonNode) content = NULL;
  g_autoptr (JsonNode) before = NULL;

  if (!cleaned)
    return FALSE;
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;

  content = stile_person_to_fields (cleaned);
  before = stile_person_to_fields (person_file->person);
  if (json_node_equal (content, before))
    return TRUE;

  return stile_casework_append (casework, case_id, STILE_KIND_PERSON,
                                g_steal_pointer (&content), NULL, error);
}

gboolean
stile_casework_record_consent (StileCasework *casework, const char *case_id, gboolean given,
                               const char *notice, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned = NULL;
  JsonNode *content;

  /* Translators: a field, in sentences such as “The note is too long.”, as are others here. */
  if (!stile_clean_text (notice, _("The privacy notice"), &cleaned, error))
    return FALSE;
  if (!cleaned)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("The privacy notice is missing: keep the words that the person was shown."));
      return FALSE;
    }
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;

  content = stile_fields_new ("notice", cleaned, NULL);
  json_object_set_boolean_member (json_node_get_object (content), "given", given);
  if (!stile_casework_append (casework, case_id, STILE_KIND_CONSENT, content, NULL, error))
    return FALSE;

  /* Who takes consent back is asked nothing more. */
  g_clear_pointer (&casework->open, stile_assessment_free);
  return TRUE;
}

gboolean
stile_casework_record_contact (StileCasework *casework, const char *case_id, const char *how,
                               const char *text, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autofree char *cleaned_how = NULL;
  g_autofree char *cleaned_text = NULL;

  if (!stile_clean_line (how, _("The kind of contact"), &cleaned_how, error)
      || !stile_clean_text (text, _("The text"), &cleaned_text, error))
    return FALSE;
  if (!cleaned_how)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("Please say what kind of contact it was, such as a call or a letter."));
      return FALSE;
    }
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;

  return stile_casework_append (casework, case_id, STILE_KIND_CONTACT,
                                stile_fields_new ("how", cleaned_how, "text", cleaned_text, NULL),
                                NULL, error);
}

gboolean
stile_casework_record_moved_on (StileCasework *casework, const char *case_id, const char *why,
                                GError **error)
{
  g_autofree char *cleaned = NULL;

  if (!stile_clean_text (why, _("The reason"), &cleaned, error))
    return FALSE;
  if (!cleaned)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("Please say how you know that they moved on."));
      return FALSE;
    }

  return stile_casework_require_title (casework, case_id, error)
         && stile_casework_append (casework, case_id, STILE_KIND_MOVED_ON,
                                   stile_fields_new ("text", cleaned, NULL), NULL, error);
}

static gboolean
save_file_note (StileCasework *casework, const char *case_id, const char *text, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;

  if (!text)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("The note is empty. Please write something first."));
      return FALSE;
    }
  person_file = stile_casework_load_case (casework, case_id, error);
  if (!person_file)
    return FALSE;

  return stile_casework_append (casework, case_id, STILE_KIND_NOTE,
                                stile_fields_new ("text", text, NULL), NULL, error);
}

static gboolean
save_question_note (StileCasework *casework, const char *case_id, const char *assessment_id,
                    const char *question, const char *text, GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  const StileAssessment *assessment;
  const char *before;

  if (!person_file)
    return FALSE;
  assessment = stile_case_require_assessment (person_file, assessment_id, error);
  if (!assessment || !stile_assessment_require_question (assessment, question, error))
    return FALSE;

  before = g_hash_table_lookup (assessment->notes, question);
  if (g_strcmp0 (before ? before : "", text ? text : "") == 0)
    return TRUE;

  return stile_casework_append (casework, case_id, STILE_KIND_NOTE,
                                stile_fields_new ("assessment", assessment_id, "question", question,
                                                  "text", text ? text : "", NULL),
                                NULL, error);
}

gboolean
stile_casework_save_note (StileCasework *casework, const char *case_id, const char *assessment_id,
                          const char *question, const char *text, GError **error)
{
  g_autofree char *cleaned = NULL;

  if (!stile_clean_text (text, _("The note"), &cleaned, error))
    return FALSE;
  if (!question)
    return save_file_note (casework, case_id, cleaned, error);

  return save_question_note (casework, case_id, assessment_id, question, cleaned, error);
}
