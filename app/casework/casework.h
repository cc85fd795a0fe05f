// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of the program: what an adviser does with a person, each one or more entries of the
 * record book, and a person's file folded from them. The window, stilectl and the demo all go
 * through here. */

#pragma once

#include "ledger.h"
#include "referral.h"
#include "result.h"

G_BEGIN_DECLS

#define STILE_CASEWORK_ERROR (stile_casework_error_quark ())
GQuark stile_casework_error_quark (void);

typedef enum
{
  STILE_CASEWORK_ERROR_INPUT,    /* a field is missing or too long; the message says which */
  STILE_CASEWORK_ERROR_STATE,    /* that step is not possible now: finished already, no consent */
  STILE_CASEWORK_ERROR_UNKNOWN,  /* no such person or assessment */
} StileCaseworkError;

#define STILE_NAME_MAX_CHARS 500
#define STILE_NOTE_MAX_CHARS 200000

typedef struct _StileCasework StileCasework;

/** Takes the ledger over and closes it at the end, or at once where this fails. */
StileCasework *stile_casework_new (StileLedger *ledger, GError **error);
/** Locks and closes the book. */
void stile_casework_free (StileCasework *casework);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileCasework, stile_casework_free)

StileLedger *stile_casework_get_ledger (StileCasework *casework);

/** Drops all that is kept in memory of people; a call that finds the book locked does it too. Files
 *  that were loaded belong to whoever loaded them. */
void stile_casework_forget (StileCasework *casework);
/** Locks the book and forgets. What the lists were made of stays in the book, sealed, so that they
 *  need not be made of all entries again. */
void stile_casework_lock (StileCasework *casework);

/* ---- The centre's settings ---- */

/* Names that are in use; others may be kept too. Numbers are whole, in digits.
 *
 *   alert.<form id>.<alert id>  the centre's own words and numbers, shown under that alert's action
 *   idle-minutes                1 to 60: the book locks itself after so long without anybody
 *   retention-months            1 to 1200: how long after the last contact records are erased
 *   centre-postcode             where the centre is, "LN1 1XX" or "LN1": services are near or far
 *                               from there
 *   centre-contact              how to reach the centre, as it stands on letters and plans
 *   backup-folder, backup-keep  where daily backups go, and 1 to 1000: how many of them stay */
#define STILE_SETTING_IDLE_MINUTES "idle-minutes"
#define STILE_SETTING_RETENTION_MONTHS "retention-months"
#define STILE_SETTING_CENTRE_POSTCODE "centre-postcode"
#define STILE_SETTING_CENTRE_CONTACT "centre-contact"
#define STILE_SETTING_BACKUP_FOLDER "backup-folder"
#define STILE_SETTING_BACKUP_KEEP "backup-keep"

/** What the centre set, or NULL where it set nothing, and while the book is locked. Borrowed until
 *  the next call for a setting, or until the book is locked. */
const char *stile_casework_get_setting (StileCasework *casework, const char *name);
/** The same as a number; @otherwise where there is none. */
guint stile_casework_get_setting_number (StileCasework *casework, const char *name,
                                         guint otherwise);
/** Sets one; NULL or "" takes it back. The earlier value stays in the book, and nothing is
 *  written where nothing changed. A manager's verb. INPUT where @name is not made of a-z, 0-9,
 *  "." and "-", or where @value is nothing that this setting can be. */
gboolean stile_casework_put_setting (StileCasework *casework, const char *name, const char *value,
                                     GError **error);

/** The centre's own words under an alert of a form, of any version: whom to call here. As for any
 *  setting. */
const char *stile_casework_get_alert_words (StileCasework *casework, const StileForm *form,
                                            const StileAlert *alert);
gboolean stile_casework_put_alert_words (StileCasework *casework, const StileForm *form,
                                         const StileAlert *alert, const char *words,
                                         GError **error);

/* ---- A person ---- */

/** How the person wants to be asked and reached: asked first, carried to every referral. */
typedef struct
{
  char *name;      /* or NULL: a reference is enough */
  char *reference; /* or NULL; one of the two is there */
  char *language;  /* BCP 47: what the person reads; NULL where that is not known */
  gboolean read_aloud;
  gboolean larger_text;
  guint text_percent;   /* how large then: 150, also for 0, or 200 */
  gboolean interpreter; /* an interpreter is present */
  char *needs;     /* other communication needs, in words, or NULL */
} StilePerson;

StilePerson *stile_person_copy (const StilePerson *person);
void stile_person_free (StilePerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePerson, stile_person_free)

/** How large the person likes text, in per cent of what is usual: 100, 150 or 200. */
guint stile_person_get_text_percent (const StilePerson *person);
void stile_person_set_text_percent (StilePerson *person, guint percent);

/** The name, or the reference where there is none: what screens call the person. Borrowed. */
const char *stile_person_get_title (const StilePerson *person);

/** Opens a file for a person. @case_id: free with g_free. */
gboolean stile_casework_open_case (StileCasework *casework, const StilePerson *person,
                                   char **case_id, GError **error);
/** A new version of what is known of the person; the old one stays in the book. Nothing is written
 *  where nothing changed. */
gboolean stile_casework_change_person (StileCasework *casework, const char *case_id,
                                       const StilePerson *person, GError **error);

/** What the person agreed to, in the words they were shown. */
gboolean stile_casework_record_consent (StileCasework *casework, const char *case_id,
                                        gboolean given, const char *notice, GError **error);

/* ---- An assessment ---- */

/** Starts one: needs consent. Keeps the form in the book. @language is the claimant's. */
gboolean stile_casework_start_assessment (StileCasework *casework, const char *case_id,
                                          StileForm *form, const char *language,
                                          char **assessment_id, GError **error);

/** One answer, one committed entry. Saved if TRUE; on FALSE keep it and try again. */
gboolean stile_casework_save_answer (StileCasework *casework, const char *case_id,
                                     const char *assessment_id, const StileQuestion *question,
                                     const StileAnswer *answer, GError **error);

/** An adviser's note to one question (@question an id) or, with NULL, to the person's file. The
 *  newest note of a question replaces the earlier on screen; all stay in the book. */
gboolean stile_casework_save_note (StileCasework *casework, const char *case_id,
                                   const char *assessment_id, const char *question,
                                   const char *text, GError **error);

/** Ends it: the counted answers and the result are kept as they are now. Refused while a required
 *  question is unanswered (@error names it). */
gboolean stile_casework_finish_assessment (StileCasework *casework, const char *case_id,
                                           const char *assessment_id,
                                           const StileInterview *interview, GError **error);

/** A person decides: @decided is a category id of the form. Where it is not the proposed one, a
 *  @reason is needed. Both are kept. */
gboolean stile_casework_decide (StileCasework *casework, const char *case_id,
                                const char *assessment_id, const char *decided,
                                const char *reason, GError **error);

/* ---- A referral ---- */

/** Writes a referral of the form down, as a draft: there can be several for one need. What is known
 *  of @service is copied, so that it stays as it is when a directory changes; NULL where none is
 *  chosen yet. */
gboolean stile_casework_refer (StileCasework *casework, const char *case_id,
                               const char *assessment_id, const char *referral,
                               const StileReferralService *service, char **referral_id,
                               GError **error);
/** Chooses the service of a draft, or another one. What was agreed for the one before counts no
 *  more. */
gboolean stile_casework_choose_service (StileCasework *casework, const char *case_id,
                                        const char *referral_id,
                                        const StileReferralService *service, GError **error);

/** The person agrees that the service is told exactly this: @values are STILE_N_SHARES texts, NULL
 *  or "" for what is not to be shared, one at least. NULL in place of @values: they agree no more.
 *  A letter holds nothing else of the person. */
gboolean stile_casework_record_agreement (StileCasework *casework, const char *case_id,
                                          const char *referral_id, const char *const *values,
                                          GError **error);

/** What happens to a referral. */
typedef struct
{
  const char *status;  /* where it comes to: STILE_REFERRAL_… */
  const char *note;    /* why it was declined or is opened again: needed; else as you like */
  const char *how;     /* sent: how, in words; needed */
  const char *outcome; /* finished: one of stile_referral_get_outcomes(); needed */
  const GDate *day;    /* when that was; NULL: today */
} StileReferralStep;

/** One step of a referral. STATE where it cannot go there from where it is, and for sending without
 *  a service or without an agreement that counts. */
gboolean stile_casework_step_referral (StileCasework *casework, const char *case_id,
                                       const char *referral_id, const StileReferralStep *step,
                                       GError **error);

/** Whether it could be taken now: before a letter is made that must not leave otherwise. */
gboolean stile_casework_check_referral_step (StileCasework *casework, const char *case_id,
                                             const char *referral_id,
                                             const StileReferralStep *step, GError **error);

/** A call, a letter, a meeting: @how in words, @text what came of it. */
gboolean stile_casework_record_contact (StileCasework *casework, const char *case_id,
                                        const char *how, const char *text, GError **error);

/** The person does not come here any more, and @why we know: they are not looked for from then on,
 *  until the next contact or assessment. Never a way to be rid of somebody: it stays in sight. */
gboolean stile_casework_record_moved_on (StileCasework *casework, const char *case_id,
                                         const char *why, GError **error);

/* ---- A person's file, folded ---- */

/** An answer of a finished assessment that was wrong (rights.h). */
typedef struct
{
  char *id; /* the entry's */
  char *at;
  char *adviser;
  char *question;
  StileAnswer *before; /* never NULL */
  StileAnswer *after;
  char *reason;
  char *result_before;  /* JSON */
  char *decided_before; /* category id, or NULL: nothing was decided */
} StileCorrection;

typedef struct
{
  char *id;
  char *form_digest;
  char *form_id;
  StileForm *form; /* the one it was taken with; NULL where it cannot be read any more */
  char *language;
  GDate started;
  char *started_at;
  char *finished_at; /* or NULL: in progress */
  char *result_json; /* or NULL */
  char *proposed;    /* category id, or NULL */
  char *decided;     /* category id, or NULL: to decide */
  char *decided_by;
  char *decided_at;
  char *reason;      /* of the newest decision, or NULL; an override has one */
  GHashTable *answers; /* question id → StileAnswer, the latest of each */
  GHashTable *notes;   /* question id → text, the latest of each */
  GPtrArray *corrections; /* of StileCorrection, newest first; all above is as corrected, and what
                             was decided before the newest counts no more */
} StileAssessment;

/** One line of what happened. */
typedef struct
{
  gint64 seq;
  char *id; /* the entry's; of answers drawn together, the newest's */
  char *at;
  char *adviser;
  char *kind;  /* the entry's */
  char *title; /* in words */
  char *text;  /* more of it, or NULL */
  gboolean is_corrected; /* the title says so: there are newer words */
} StileEvent;

typedef struct
{
  char *id;
  StilePerson *person;
  gboolean consent;
  char *consent_at; /* or NULL */
  GPtrArray *assessments; /* of StileAssessment, newest first */
  GPtrArray *referrals;   /* of StileReferral, newest first */
  GPtrArray *events;      /* of StileEvent, newest first; answers are drawn together, and who looked
                             at the record is left to stile_casework_list_audit() */
} StileCase;

/** A person's file as it is in the book now. */
StileCase *stile_casework_load_case (StileCasework *casework, const char *case_id, GError **error);
void stile_case_free (StileCase *person_file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileCase, stile_case_free)

/** Borrowed, or NULL. */
const StileAssessment *stile_case_find_assessment (const StileCase *person_file,
                                                   const char *assessment_id);

/** The same for a referral. */
const StileReferral *stile_case_find_referral (const StileCase *person_file,
                                               const char *referral_id);

/** What the record has to share, to propose it; NULL where it has nothing. @referral belongs to
 *  @person_file. Free with g_free. */
char *stile_case_dup_share (const StileCase *person_file, const StileReferral *referral,
                            StileShare share);

/** The interview as it stands in the book, with the form it was taken with. */
StileInterview *stile_assessment_new_interview (const StileAssessment *assessment, GError **error);

/* ---- The list of people ---- */

typedef enum
{
  STILE_PEOPLE_ALL,
  STILE_PEOPLE_IN_PROGRESS,
  STILE_PEOPLE_TO_DECIDE,
  STILE_PEOPLE_REFERRAL_OPEN, /* not yet taken up: stile_referral_status_is_open() */
} StilePeopleGroup;

/** A row of the list. */
typedef struct
{
  char *case_id;
  char *title;          /* name, or reference */
  char *reference;      /* or NULL */
  char *last_at;        /* of the newest entry */
  char *assessment_id;  /* newest, or NULL */
  char *category;       /* decided, else proposed, in words; or NULL */
  gboolean in_progress;
  gboolean to_decide;
  guint open_referrals;
} StilePersonRow;

/** Reads what is new in the book, as every list does at first. */
gboolean stile_casework_refresh_people (StileCasework *casework, GError **error);
/** The same for all that is listed of everybody. After unlocking that can take a moment: whoever
 *  unlocks in a thread does this there, too. What fails fails again, and is told, where it is
 *  listed. */
void stile_casework_read_ahead (StileCasework *casework);
/** Who is in @group and matches @search (NULL or "": everyone): every word of it must occur in the
 *  name or the reference, letter case and accents ignored. Last seen first. New GPtrArray of
 *  StilePersonRow. */
GPtrArray *stile_casework_list_people (StileCasework *casework, StilePeopleGroup group,
                                       const char *search, GError **error);
void stile_person_row_free (StilePersonRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePersonRow, stile_person_row_free)

/** A form's text as an adviser reads it, on a page, in a list or a sentence: in the language that
 *  words are in, where the form has it. app/words/README.md says which language is when.
 *  Borrowed. */
const char *stile_words_of_form (const StileText *text);

G_END_DECLS
