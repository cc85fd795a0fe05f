// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-document.h"

#include "audit.h"
#include "document.h"
#include "person-assessment.h"
#include "words.h"

/* A line "label: text", where there is a text. A text of another direction stays in one piece. */
static void
add_pair (StileDocument *document, const char *label, const char *text)
{
  g_autofree char *line = NULL;

  if (!text || *text == '\0')
    return;
  line = g_strdup_printf ("%s: \u2068%s\u2069", label, text);
  stile_document_add_words (document, STILE_STYLE_BODY, line);
}

/* "3 March 2026, 14:05", in this computer's time zone. */
static char *
dup_time (const char *at)
{
  g_autoptr (GDateTime) time = at ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;

  return local ? stile_words_dup_moment (local) : g_strdup (at);
}

static void
add_top (StileDocument *document, StileCasework *casework, const StileCase *person_file)
{
  StileLedger *ledger = stile_casework_get_ledger (casework);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = stile_words_dup_date_of (now);
  /* Translators: the centre, a day, an adviser. */
  g_autofree char *from = g_strdup_printf (_("Printed from the record book of \u2068%s\u2069 on %s "
                                             "by \u2068%s\u2069."),
                                           stile_ledger_get_station (ledger), day,
                                           stile_ledger_get_adviser (ledger));

  stile_document_add_words (document, STILE_STYLE_TITLE, _("Everything we hold about you"));
  stile_document_add_words (document, STILE_STYLE_STRONG,
                            stile_person_get_title (person_file->person));
  stile_document_add_words (document, STILE_STYLE_BODY, from);
  stile_document_add_words (document, STILE_STYLE_BODY,
                            _("If something here is wrong, tell us and we will correct it. You can "
                              "ask us to delete all of it. Keep these pages where nobody can read "
                              "them who should not."));
}

static void
add_details (StileDocument *document, const StileCase *person_file)
{
  const StilePerson *person = person_file->person;

  stile_document_add_words (document, STILE_STYLE_HEADING, _("Your details"));
  add_pair (document, _("Name"), person->name);
  add_pair (document, _("Reference"), person->reference);
  add_pair (document, _("Language"), person->language);
  if (person->read_aloud)
    stile_document_add_words (document, STILE_STYLE_BODY, _("Questions are read aloud."));
  if (person->larger_text)
    stile_document_add_words (document, STILE_STYLE_BODY, _("Text is shown larger."));
  if (person->interpreter)
    stile_document_add_words (document, STILE_STYLE_BODY, _("An interpreter is present."));
  add_pair (document, _("Other needs"), person->needs);
  stile_document_add_words (document, STILE_STYLE_BODY,
                            person_file->consent ? _("You agreed to the privacy notice.")
                                                 : _("You do not agree to the privacy notice."));
}

static void
add_agreement (StileDocument *document, const StileAgreement *agreement)
{
  if (agreement)
    stile_document_add_words (document, STILE_STYLE_BODY,
                              _("You agreed that the service is told this:"));
  for (guint i = 0; agreement && i < STILE_N_SHARES; i++)
    add_pair (document, stile_share_get_words (i), agreement->values[i]);
}

static void
add_referrals (StileDocument *document, const StileCase *person_file)
{
  if (person_file->referrals->len > 0)
    stile_document_add_words (document, STILE_STYLE_HEADING, _("Help from others"));
  for (guint i = 0; i < person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (person_file->referrals, i);
      g_autofree char *made = dup_time (referral->made_at);
      g_autofree char *changed = dup_time (referral->status_at);
      const char *words = stile_referral_status_get_words (referral->status);
      g_autofree char *status = g_strdup_printf ("%s (%s)", words, changed);

      stile_document_add_words (document, STILE_STYLE_STRONG, referral->label);
      add_pair (document, _("Service"), referral->service);
      /* Translators: behind it stands a day. */
      add_pair (document, _("Referred"), made);
      /* Translators: behind it stands how far a referral is: “Sent, no answer yet”. */
      add_pair (document, _("State"), status);
      add_pair (document, _("Note"), referral->status_note);
      /* Translators: behind it stands how a referral was sent: by post, by e-mail. */
      add_pair (document, _("Sent"), referral->sent_how);
      add_pair (document, _("How it ended"),
                stile_referral_outcome_get_words (referral->outcome));
      add_agreement (document, referral->agreement);
    }
}

static void
add_events (StileDocument *document, const StileCase *person_file)
{
  stile_document_add_words (document, STILE_STYLE_HEADING, _("What happened, newest first"));
  for (guint i = 0; i < person_file->events->len; i++)
    {
      const StileEvent *event = g_ptr_array_index (person_file->events, i);
      g_autofree char *when = dup_time (event->at);
      g_autofree char *line
          = g_strdup_printf ("%s · \u2068%s\u2069 · \u2068%s\u2069", when, event->adviser,
                             event->title);

      stile_document_add_words (document, STILE_STYLE_STRONG, line);
      if (event->text && *event->text)
        stile_document_add_words (document, STILE_STYLE_BODY, event->text);
    }
}

static void
add_audit (StileDocument *document, GPtrArray *lines)
{
  stile_document_add_words (document, STILE_STYLE_HEADING,
                            _("Who looked at your record, newest first"));
  if (lines->len == 0)
    /* Translators: nobody has looked at the record. */
    stile_document_add_words (document, STILE_STYLE_BODY, _("Nobody is written down."));
  for (guint i = 0; i < lines->len; i++)
    {
      const StileAuditLine *line = g_ptr_array_index (lines, i);
      g_autofree char *when = dup_time (line->at);
      g_autofree char *words = g_strdup_printf ("%s · \u2068%s\u2069 · \u2068%s\u2069", when,
                                                line->adviser, line->title);

      stile_document_add_words (document, STILE_STYLE_BULLET, words);
    }
}

/* The program's words, or any form's that were read to the person. */
static gboolean
is_draft (const StileCase *person_file, const char *language)
{
  gboolean is = stile_paper_is_draft (NULL, language);

  for (guint i = 0; i < person_file->assessments->len && !is; i++)
    {
      const StileAssessment *assessment = g_ptr_array_index (person_file->assessments, i);
      is = stile_paper_is_draft (assessment->form, assessment->language);
    }

  return is;
}

StileDocument *
stile_person_document_new (StileCasework *casework, const char *case_id, GError **error)
{
  StileAuditFilter filter = { .case_id = case_id };
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *language = NULL;
  StileDocument *document;

  if (!person_file)
    return NULL;
  lines = stile_casework_list_audit (casework, &filter, error);
  if (!lines)
    return NULL;

  language = stile_words_dup_language ();
  document = stile_document_new (_("Everything held about one person"), language);
  add_top (document, casework, person_file);
  add_details (document, person_file);
  for (guint i = 0; i < person_file->assessments->len; i++)
    stile_person_document_add_assessment (document,
                                          g_ptr_array_index (person_file->assessments, i));
  add_referrals (document, person_file);
  add_events (document, person_file);
  add_audit (document, lines);
  if (is_draft (person_file, language))
    stile_document_add_draft_mark (document);
  return document;
}
