// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the modules of this room share. Kinds and fields of entries: README.md. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

#define STILE_KIND_PERSON "person"
#define STILE_KIND_CONSENT "consent"
#define STILE_KIND_STARTED "assessment-started"
#define STILE_KIND_ANSWER "answer"
#define STILE_KIND_FINISHED "assessment-finished"
#define STILE_KIND_DECISION "decision"
#define STILE_KIND_REFERRAL "referral"
#define STILE_KIND_REFERRAL_STATUS "referral-status"
#define STILE_KIND_AGREEMENT "agreement"
#define STILE_KIND_CONTACT "contact"
#define STILE_KIND_NOTE "note"
#define STILE_KIND_MOVED_ON "moved-on"
#define STILE_KIND_SETTING "setting"
#define STILE_KIND_RECTIFIED "rectified"
#define STILE_KIND_READ "read"
#define STILE_KIND_PRINT "print"
#define STILE_KIND_EXPORT "export"
/* Written by the ledger. */
#define STILE_KIND_ERASED "erased"
#define STILE_KIND_UNLOCK "unlock"
#define STILE_KIND_UNLOCK_FAILED "unlock-failed"
#define STILE_KIND_ADVISER_ADDED "adviser-added"
#define STILE_KIND_ADVISER_REMOVED "adviser-removed"
#define STILE_KIND_ROLE_CHANGED "role-changed"
#define STILE_KIND_PASSPHRASE_CHANGED "passphrase-changed"
#define STILE_KIND_RECOVERY_KEY_CHANGED "recovery-key-changed"
#define STILE_KIND_REKEYED "rekeyed"
#define STILE_KIND_BACKUP "backup"
#define STILE_KIND_RESTORED "restored"

/* Of older books: it was proposed, but not made. */
#define STILE_OLD_STATUS_SUGGESTED "suggested"

typedef struct _StilePeople StilePeople;
typedef struct _StileSettings StileSettings;
typedef struct _StileReading StileReading;
typedef struct _StileParkedFold StileParkedFold;

struct _StileCasework
{
  StileLedger *ledger;
  GHashTable *forms;    /* digest → StileForm, every form that was used since opening */
  StilePeople *people;  /* the list, folded; NULL until it is asked for */
  StileSettings *settings; /* NULL until one is asked for */
  StileReading *reading;   /* what was recorded as read; NULL: nothing yet */
  StileParkedFold *parked; /* what tells who was left alone; NULL until it is asked for */
  char *open_case_id;   /* of the assessment being answered; NULL if none is */
  StileAssessment *open;
};

/* ---- fields.c: the contents of entries ---- */

/** A new object of the name, text pairs given, NULL-terminated; a NULL text is left out. */
JsonNode *stile_fields_new (const char *name, ...) G_GNUC_NULL_TERMINATED;
/** The text of a field; NULL where it is missing, not a text, or the contents were erased. */
const char *stile_fields_get_text (JsonNode *content, const char *name);
gboolean stile_fields_get_boolean (JsonNode *content, const char *name);
/** The node of a field, borrowed, or NULL. */
JsonNode *stile_fields_get_node (JsonNode *content, const char *name);

/** Puts a copy of @text, which may be NULL, in place of what @field holds. */
void stile_replace_text (char **field, const char *text);

/** A short text, in one line: trimmed, without control characters, at most STILE_NAME_MAX_CHARS.
 *  NULL without an error where nothing is left. @field names it in the error. */
gboolean stile_clean_line (const char *text, const char *field, char **cleaned, GError **error);
/** The same for a long one, which keeps its lines: at most STILE_NOTE_MAX_CHARS. */
gboolean stile_clean_text (const char *text, const char *field, char **cleaned, GError **error);
/** A language tag, or NULL for none. */
gboolean stile_clean_language (const char *tag, char **cleaned, GError **error);

/** @person with every field cleaned; NULL where one is at fault. */
StilePerson *stile_person_clean (const StilePerson *person, GError **error);
/** As entries hold a person; the other way, NULL where there is no name and no reference. */
JsonNode *stile_person_to_fields (const StilePerson *person);
StilePerson *stile_person_from_fields (JsonNode *content);

/** What is another in @after, a line each: "Name: Mina Story → Mina Storey". NULL for nothing. Free
 *  with g_free. */
char *stile_person_describe_change (const StilePerson *before, const StilePerson *after);

/* ---- answers.c ---- */

/** As entries hold an answer. */
JsonNode *stile_answer_to_fields (const char *assessment_id, const StileQuestion *question,
                                  const StileAnswer *answer);
/** NULL where the fields are no answer to @question. */
StileAnswer *stile_answer_from_fields (JsonNode *content, const StileQuestion *question);

/* ---- casework.c ---- */

/** The form with this digest, from memory or from the book, or NULL with @error. Borrowed. */
StileForm *stile_casework_get_form (StileCasework *casework, const char *digest, GError **error);
/** Remembers a form, which saves parsing its copy in the book. */
void stile_casework_keep_form (StileCasework *casework, StileForm *form);

/** Appends one entry and takes @content. */
gboolean stile_casework_append (StileCasework *casework, const char *case_id, const char *kind,
                                JsonNode *content, char **id, GError **error);

/** Fewer entries than this are folded again in some thousandths of a second: nothing is written for
 *  them. */
#define STILE_WORTH_KEEPING 1000
/** Keeps in the book, sealed, what was folded, where that is @least entries ahead of what was kept
 *  before. What can't be kept now is folded again another time. */
void stile_casework_keep_summaries (StileCasework *casework, guint least);

/** FALSE with LOCKED while the book is locked, before anything that is kept in memory is looked at:
 *  it can be locked behind our back, and nothing that was read may stay then. Where it is lent to
 *  another thread, what is kept is that thread's and stays as it is. */
gboolean stile_casework_check_unlocked (StileCasework *casework, GError **error);

/* ---- assessment.c ---- */

/** As stile_casework_start_assessment(), on a given day. */
gboolean stile_casework_start_assessment_on (StileCasework *casework, const char *case_id,
                                             StileForm *form, const char *language,
                                             const GDate *started, char **assessment_id,
                                             GError **error);

/** The assessment, with its form, or NULL with @error. Borrowed. */
const StileAssessment *stile_case_require_assessment (const StileCase *person_file,
                                                      const char *assessment_id, GError **error);
/** A question of its form that can be answered, or NULL with @error. Borrowed. */
const StileQuestion *stile_assessment_require_question (const StileAssessment *assessment,
                                                        const char *question_id, GError **error);

/** The first relevant question that is required and has no state: it keeps an assessment from being
 *  finished. STILE_NONE if there is none. */
int stile_casework_find_missing (const StileInterview *interview);

/* ---- case.c ---- */

/** Reads "YYYY-MM-DD", and nothing of what may follow it. */
gboolean stile_read_day (const char *text, GDate *day);
/** The day of a time, or of the time of an entry, in this computer's time zone; FALSE, and no valid
 *  day, where that is no time. */
void stile_day_of_date_time (GDateTime *time, GDate *day);
gboolean stile_day_of_time (const char *at, GDate *day);

void stile_assessment_free (StileAssessment *assessment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileAssessment, stile_assessment_free)
/** Turns the order of @array round: entries come oldest first, screens show the newest first. */
void stile_reverse (GPtrArray *array);

/* ---- referral-fold.c ---- */

/** The referral that @entry writes down; NULL where it makes no sense. */
StileReferral *stile_referral_new_from_entry (const StileEntry *entry);
/** What a later entry about it says. */
void stile_referral_fold_status (StileReferral *referral, const StileEntry *entry);
/** Whether @content, of a status, names another service than that of @referral. */
gboolean stile_referral_is_to_other (const StileReferral *referral, JsonNode *content);
void stile_referral_fold_agreement (StileReferral *referral, const StileEntry *entry);

/* ---- referral-words.c ---- */

/** A status as it is called now: those of older books had other names. Borrowed. */
const char *stile_referral_status_read (const char *status);
/** What happened when it came so far: "Referral sent"; NULL where that is not known. Borrowed. */
const char *stile_referral_status_get_event_words (const char *status);
/** Whether @referral, as it is, can take @step. */
gboolean stile_referral_check_step (const StileReferral *referral, const StileReferralStep *step,
                                    GError **error);

/* ---- referral-list.c, parked.c ---- */

/** The referrals of everybody, in the order of writing. New GPtrArray of StileReferral. To @past,
 *  unless it is NULL, are added how those stood that were sent, opened again and then given to
 *  another service: what happened at the first stays its own. */
GPtrArray *stile_casework_load_referrals (StileCasework *casework, GPtrArray *past,
                                          GError **error);
/* As the verbs of followup.h, at a given time. */
GPtrArray *stile_casework_list_reminders_at (StileCasework *casework, GDateTime *now,
                                             GError **error);
GPtrArray *stile_casework_list_parked_at (StileCasework *casework, GDateTime *now, GError **error);

/* ---- parked-fold.c, parked-summary.c ---- */

/** Brings it up to date; it is dropped where that fails. */
gboolean stile_casework_refresh_parked (StileCasework *casework, GError **error);
/** As stile_people_keep(). */
void stile_parked_fold_keep (StileParkedFold *fold, StileLedger *ledger, guint least);
void stile_parked_fold_free (StileParkedFold *fold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileParkedFold, stile_parked_fold_free)

/* ---- correction.c ---- */

/** What @entry corrects in @assessment as it stands; NULL where it makes no sense. */
StileCorrection *stile_correction_new (const StileEntry *entry, const StileAssessment *assessment);
void stile_correction_free (StileCorrection *correction);
/** "“Where did you sleep?”: it said “At home”, it is “Nowhere”." and the reason. Free with
 *  g_free. */
char *stile_correction_to_words (const StileCorrection *correction, const StileForm *form);

/* ---- events.c ---- */

/** What happened, in words, newest first. @person_file is folded otherwise, and gives the words. */
GPtrArray *stile_events_new (const StileCase *person_file, GPtrArray *entries);

/* ---- people.c, people-summary.c ---- */

/** Keeps the list in the book, where it is @least entries ahead of what is there. */
void stile_people_keep (StilePeople *people, StileLedger *ledger, guint least);
void stile_people_free (StilePeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePeople, stile_people_free)

/** What the list as it was last read calls the person; NULL for nobody. Borrowed as below. */
const char *stile_casework_peek_title (StileCasework *casework, const char *case_id);
/** The same of the list as it is now; NULL with UNKNOWN where it knows nobody of that id. Borrowed
 *  until the next call that reads the book. */
const char *stile_casework_require_title (StileCasework *casework, const char *case_id,
                                          GError **error);

/* ---- settings.c ---- */

void stile_settings_free (StileSettings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileSettings, stile_settings_free)

/* ---- audit-record.c ---- */

void stile_reading_free (StileReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileReading, stile_reading_free)

/* ---- audit-words.c ---- */

/** The words for an entry of the audit: its title, and more of it or NULL. Free both with
 *  g_free. */
char *stile_audit_tell (const char *kind, JsonNode *content, char **text);

/* ---- erase.c ---- */

/** "3 March 2026", in this computer's time zone, from the time of an entry. Free with g_free. */
char *stile_day_dup_words (const char *at);

/* ---- retention.c ---- */

/* As the verbs of rights.h, at a given time. */
GPtrArray *stile_casework_list_retention_due_at (StileCasework *casework, GDateTime *now,
                                                 GError **error);
gboolean stile_casework_check_clock_at (StileCasework *casework, GDateTime *now, char **doubt,
                                        GError **error);
char **stile_casework_run_retention_at (StileCasework *casework, GPtrArray *shown,
                                        gboolean clock_is_right, GDateTime *now, GError **error);

/* ---- search.c ---- */

/** @text as search sees it: without letter case, accents and invisible characters. Free with
 *  g_free. */
char *stile_search_fold (const char *text);
/** Whether every word of @folded_words occurs in @folded_text. */
gboolean stile_search_matches (const char *folded_text, const char *const *folded_words);

G_END_DECLS
