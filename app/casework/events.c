// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What happened, in words. */

#include "casework-private.h"
#include "words.h"

/* What the entries so far mean for the words of the next. */
typedef struct
{
  const StileCase *person_file;
  StilePerson *person;  /* as the entries so far have it; NULL before the first */
  guint answers;        /* drawn together in the newest event */
  const char *answered; /* the assessment they belong to */
} Telling;

static void
event_free (StileEvent *event)
{
  g_free (event->id);
  g_free (event->at);
  g_free (event->adviser);
  g_free (event->kind);
  g_free (event->title);
  g_free (event->text);
  g_free (event);
}

static const StileAssessment *
entry_assessment (const Telling *telling, const StileEntry *entry)
{
  const char *id = stile_fields_get_text (entry->content, "assessment");

  return id ? stile_case_find_assessment (telling->person_file, id) : NULL;
}

/* A category of the form it was taken with in words, or its id where the form is lost. */
static const char *
category_words (const StileAssessment *assessment, const char *id)
{
  const StileCategory *category = NULL;

  if (assessment && assessment->form && id)
    category = stile_form_find_category (assessment->form, id);

  return category ? stile_words_of_form (category->label) : id;
}

static void
tell_person (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  StilePerson *person = stile_person_from_fields (entry->content);

  event->title = g_strdup (telling->person ? _("Details changed") : _("Record opened"));
  if (telling->person && person)
    event->text = stile_person_describe_change (telling->person, person);
  if (!person)
    return;
  stile_person_free (telling->person);
  telling->person = person;
}

static void
tell_consent (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  event->title = g_strdup (stile_fields_get_boolean (entry->content, "given")
                               ? _("Agreed to the privacy notice")
                               : _("Did not agree to the privacy notice"));
  event->text = g_strdup (stile_fields_get_text (entry->content, "notice"));
}

static void
tell_started (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileAssessment *assessment
      = stile_case_find_assessment (telling->person_file, entry->id);

  event->title = g_strdup (_("Assessment started"));
  if (assessment && assessment->form)
    event->text = g_strdup (stile_words_of_form (assessment->form->title));
}

static void
tell_finished (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileAssessment *assessment = entry_assessment (telling, entry);

  event->title = g_strdup (_("Assessment finished"));
  if (assessment && assessment->proposed)
    /* Translators: a category (kind of support). */
    event->text = g_strdup_printf (_("Proposed: %s"),
                                   category_words (assessment, assessment->proposed));
}

static void
tell_decision (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileAssessment *assessment = entry_assessment (telling, entry);
  const char *proposed = stile_fields_get_text (entry->content, "proposed");
  const char *decided = stile_fields_get_text (entry->content, "decided");

  if (!decided)
    return;
  if (g_strcmp0 (proposed, decided) == 0)
    /* Translators: a category (kind of support). */
    event->title = g_strdup_printf (_("Confirmed: %s"), category_words (assessment, decided));
  else
    /* Translators: a category (kind of support). */
    event->title = g_strdup_printf (_("Another category chosen: %s"),
                                    category_words (assessment, decided));
  event->text = g_strdup (stile_fields_get_text (entry->content, "reason"));
}

static void
tell_referral (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileReferral *referral = stile_case_find_referral (telling->person_file, entry->id);
  const char *status = stile_fields_get_text (entry->content, "status");
  const char *words
      = stile_referral_status_get_event_words (status ? status : STILE_REFERRAL_SENT);

  if (referral && words)
    event->title = g_strdup_printf ("%s: %s", words, referral->label);
  event->text = g_strdup (stile_fields_get_text (entry->content, "service"));
}

static void
add_line (GString *lines, const char *text)
{
  if (!text)
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, text);
}

static const StileReferral *
entry_referral (const Telling *telling, const StileEntry *entry)
{
  return stile_case_find_referral (telling->person_file,
                                   stile_fields_get_text (entry->content, "referral"));
}

/* "10 November 2026" from "2026-11-10"; what is no day as it is. */
static char *
dup_day_words (const char *day)
{
  GDate parsed;

  return stile_read_day (day, &parsed) ? stile_words_dup_date (&parsed) : g_strdup (day);
}

/* The step, and under it the day where that was another, the service, how it was sent or ended,
 * and the note. */
static void
tell_referral_status (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileReferral *referral = entry_referral (telling, entry);
  const char *status
      = stile_referral_status_read (stile_fields_get_text (entry->content, "status"));
  const char *words = stile_referral_status_get_event_words (status);
  const char *outcome = stile_fields_get_text (entry->content, "outcome");
  g_autofree char *day = dup_day_words (stile_fields_get_text (entry->content, "day"));
  g_autoptr (GString) lines = g_string_new (NULL);

  if (referral && words)
    event->title = g_strdup_printf ("%s: %s", words, referral->label);
  add_line (lines, day);
  add_line (lines, stile_fields_get_text (entry->content, "service"));
  add_line (lines, stile_fields_get_text (entry->content, "how"));
  add_line (lines, outcome ? stile_referral_outcome_get_words (outcome) : NULL);
  add_line (lines, stile_fields_get_text (entry->content, "note"));
  event->text = lines->len > 0 ? g_strdup (lines->str) : NULL;
}

/* Word for word what may be shared. */
static void
tell_agreement (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileReferral *referral = entry_referral (telling, entry);
  JsonNode *share = stile_fields_get_node (entry->content, "share");
  g_autoptr (GString) lines = g_string_new (NULL);

  if (referral)
    event->title = g_strdup_printf (stile_fields_get_boolean (entry->content, "given")
                                        /* Translators: a kind of help. */
                                        ? _("Agreed what may be shared: %s")
                                        /* Translators: a kind of help. */
                                        : _("Agrees no more that anything is shared: %s"),
                                    referral->label);
  add_line (lines, stile_fields_get_text (entry->content, "service"));
  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      const char *value = stile_fields_get_text (share, stile_share_to_string (i));
      g_autofree char *line
          = value ? g_strdup_printf ("%s: \u2068%s\u2069", stile_share_get_words (i), value)
                  : NULL;

      add_line (lines, line);
    }
  event->text = lines->len > 0 ? g_strdup (lines->str) : NULL;
}

static void
tell_contact (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  event->title = g_strdup (stile_fields_get_text (entry->content, "how"));
  event->text = g_strdup (stile_fields_get_text (entry->content, "text"));
}

static void
tell_moved_on (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  /* Translators: the person is no longer with this centre. */
  event->title = g_strdup (_("Moved on"));
  event->text = g_strdup (stile_fields_get_text (entry->content, "text"));
}

static void
tell_note (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const char *question = stile_fields_get_text (entry->content, "question");
  const char *text = stile_fields_get_text (entry->content, "text");

  if (!question)
    event->title = g_strdup (_("Note"));
  else if (text && *text)
    event->title = g_strdup (_("Note to a question"));
  else
    event->title = g_strdup (_("Note to a question taken away"));
  event->text = text && *text ? g_strdup (text) : NULL;
}

static void
tell_audit (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  event->title = stile_audit_tell (entry->kind, entry->content, &event->text);
}

/* Beside the reason it says what was corrected: the old words and the new. */
static void
tell_rectified (Telling *telling, const StileEntry *entry, StileEvent *event)
{
  const StileAssessment *assessment = entry_assessment (telling, entry);
  const char *text = stile_fields_get_text (entry->content, "text");
  g_autofree char *reason = NULL;

  event->title = stile_audit_tell (entry->kind, entry->content, &reason);
  for (guint i = 0; assessment && i < assessment->corrections->len; i++)
    {
      const StileCorrection *correction = g_ptr_array_index (assessment->corrections, i);
      if (strcmp (correction->id, entry->id) == 0)
        event->text = stile_correction_to_words (correction, assessment->form);
    }
  if (!event->text && text)
    /* Translators: in place of a note whose words were taken back. */
    event->text = g_strdup_printf ("%s\n%s", *text ? text : _("(taken back)"), reason);
  else if (!event->text)
    event->text = g_steal_pointer (&reason);
}

static const struct
{
  const char *kind;
  void (*tell) (Telling *telling, const StileEntry *entry, StileEvent *event);
} tellers[] = {
  { STILE_KIND_PERSON, tell_person },
  { STILE_KIND_CONSENT, tell_consent },
  { STILE_KIND_STARTED, tell_started },
  { STILE_KIND_FINISHED, tell_finished },
  { STILE_KIND_DECISION, tell_decision },
  { STILE_KIND_REFERRAL, tell_referral },
  { STILE_KIND_REFERRAL_STATUS, tell_referral_status },
  { STILE_KIND_AGREEMENT, tell_agreement },
  { STILE_KIND_CONTACT, tell_contact },
  { STILE_KIND_NOTE, tell_note },
  { STILE_KIND_MOVED_ON, tell_moved_on },
  { STILE_KIND_RECTIFIED, tell_rectified },
  { STILE_KIND_PRINT, tell_audit },
  { STILE_KIND_EXPORT, tell_audit },
};

static StileEvent *
event_new (Telling *telling, const StileEntry *entry)
{
  StileEvent *event = g_new0 (StileEvent, 1);

  event->seq = entry->seq;
  event->id = g_strdup (entry->id);
  event->at = g_strdup (entry->at);
  event->adviser = g_strdup (entry->adviser);
  event->kind = g_strdup (entry->kind);
  for (guint i = 0; i < G_N_ELEMENTS (tellers); i++)
    {
      if (entry->content && strcmp (tellers[i].kind, entry->kind) == 0)
        tellers[i].tell (telling, entry, event);
    }

  if (!event->title)
    event->title = g_strdup (_("Something that this version of the program cannot show"));
  return event;
}

/* Answers that follow each other, of one assessment and one adviser, are one event. */
static void
tell_answer (Telling *telling, const StileEntry *entry, GPtrArray *events)
{
  const char *assessment = stile_fields_get_text (entry->content, "assessment");
  StileEvent *newest = events->len > 0 ? g_ptr_array_index (events, events->len - 1) : NULL;

  if (newest && strcmp (newest->kind, STILE_KIND_ANSWER) == 0
      && g_strcmp0 (telling->answered, assessment) == 0
      && g_strcmp0 (newest->adviser, entry->adviser) == 0)
    {
      g_ptr_array_remove_index (events, events->len - 1);
    }
  else
    telling->answers = 0;

  newest = event_new (telling, entry);
  telling->answers++;
  telling->answered = assessment;
  g_free (newest->title);
  /* Translators: so many answers were given. */
  newest->title = g_strdup_printf (ngettext ("%u answer", "%u answers", telling->answers),
                                   telling->answers);
  g_ptr_array_add (events, newest);
}

/* Whoever reads the old words must see that there are newer ones. */
static void
mark_corrected (GPtrArray *events, const StileEntry *entry)
{
  const char *id = stile_fields_get_text (entry->content, "entry");

  for (guint i = 0; id && i < events->len; i++)
    {
      StileEvent *event = g_ptr_array_index (events, i);

      if (strcmp (event->id, id) == 0 && !event->is_corrected)
        {
          g_autofree char *title = event->title;

          /* Translators: a note or a contact, as it was first: "Note (corrected later)". */
          event->title = g_strdup_printf (_("%s (corrected later)"), title);
          event->is_corrected = TRUE;
        }
    }
}

GPtrArray *
stile_events_new (const StileCase *person_file, GPtrArray *entries)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  Telling telling = { person_file };

  for (guint i = 0; i < entries->len; i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->kind, STILE_KIND_RECTIFIED) == 0)
        mark_corrected (events, entry);
      if (strcmp (entry->kind, STILE_KIND_ANSWER) == 0)
        tell_answer (&telling, entry, events);
      else
        g_ptr_array_add (events, event_new (&telling, entry));
    }

  stile_person_free (telling.person);
  stile_reverse (events);
  return events;
}
