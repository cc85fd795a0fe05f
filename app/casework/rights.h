// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a person may ask of those who keep their record: to see all of it, to have it corrected, to
 * have it erased. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/* ---- Seeing all of it ---- */

/** Everything held about the person as one JSON document, whose parts README.md names: the
 *  record as the program understands it, who looked at it, and every entry as it was written.
 *  Indented, for people read it too. To be written down with stile_casework_record_export (…,
 *  STILE_WHAT_RECORD) before it leaves the program. The same to read on paper is
 *  stile_person_document_new() of the report room. Free with g_free. */
char *stile_casework_export_person (StileCasework *casework, const char *case_id, GError **error);

/* ---- Correcting ---- */

/* What a correction is of. */
#define STILE_RECTIFIED_ANSWER "answer"
#define STILE_RECTIFIED_DETAILS "details"
#define STILE_RECTIFIED_NOTE "note"
#define STILE_RECTIFIED_CONTACT "contact"

/* What was written stays in the book and in sight; a correction is one more entry, with a reason in
 * words. Consent is not needed: who took it back may still have their record put right. Nothing is
 * written where nothing changes. */

/** Corrects an answer of a finished assessment. The result is worked out again from all answers as
 *  they are then, as on the day it was taken, and kept beside the old one; the decision is to be
 *  looked at again, even where the proposal is the same. Refused (STATE) while the assessment is
 *  not finished, and for a question that is not asked with these answers. Questions that come up by
 *  the correction are unanswered until they are corrected too. */
gboolean stile_casework_rectify_answer (StileCasework *casework, const char *case_id,
                                        const char *assessment_id, const char *question_id,
                                        const StileAnswer *answer, const char *reason,
                                        GError **error);

/** Corrects details. Unlike stile_casework_change_person(), for what has changed since, this says
 *  that they were wrong, and why. */
gboolean stile_casework_rectify_person (StileCasework *casework, const char *case_id,
                                        const StilePerson *person, const char *reason,
                                        GError **error);

/** Whether an event has words of its own that can be corrected: a note, or a contact. */
gboolean stile_event_has_own_words (const StileEvent *event);
/** Corrects the words of such an event, named by its id; NULL or "" takes them back. UNKNOWN where
 *  it is none. */
gboolean stile_casework_rectify_text (StileCasework *casework, const char *case_id,
                                      const char *entry_id, const char *text, const char *reason,
                                      GError **error);

/* ---- Erasing ---- */

/** What a person's record leaves outside the book, in sentences for the manager who erases it:
 *  backups made earlier, papers, exported files. To be shown before and after. Free with
 *  g_strfreev. */
char **stile_casework_list_leftovers (StileCasework *casework, const char *case_id,
                                      GError **error);

/** Erases a person for good: the key of their record is destroyed, and what was kept of them in
 *  memory is dropped (files that were loaded belong to whoever loaded them: close them). What
 *  stays in the book is that there was somebody, when, and who erased them. Returns what still
 *  has to be done, as above; on NULL nothing was erased. A manager's verb. */
char **stile_casework_erase_person (StileCasework *casework, const char *case_id, GError **error);

/* ---- Keeping no longer than is needed ---- */

/** Somebody whose time is over. */
typedef struct
{
  char *case_id;
  char *title;
  GDate last_contact; /* the day of the newest entry that is about them, not of who only looked */
  GDate due_since;
} StileRetentionDue;

void stile_retention_due_free (StileRetentionDue *due);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileRetentionDue, stile_retention_due_free)

/** Whose last contact is more months ago than STILE_SETTING_RETENTION_MONTHS says, longest due
 *  first; changes nothing. STATE where the centre did not set a time. New GPtrArray of
 *  StileRetentionDue. */
GPtrArray *stile_casework_list_retention_due (StileCasework *casework, GError **error);

/** Why the computer's clock may be wrong, or NULL: the newest entries are long ago, which is either
 *  a long pause or a clock that jumped forward. Somebody must look at the date and say that it is
 *  right. FALSE with STATE where it is wrong for sure: before the newest entry. @doubt: free with
 *  g_free. */
gboolean stile_casework_check_clock (StileCasework *casework, char **doubt, GError **error);

/** Erases exactly those that were shown: @shown is what stile_casework_list_retention_due()
 *  gave. If one of them is no longer due, or was seen since, nothing is erased and @error says
 *  to look again; those who became due since are left alone. Refused where the clock is in
 *  doubt, unless somebody said that it is right. Returns what still has to be done, as
 *  stile_casework_erase_person(). A manager's verb. */
char **stile_casework_run_retention (StileCasework *casework, GPtrArray *shown,
                                     gboolean clock_is_right, GError **error);

G_END_DECLS
