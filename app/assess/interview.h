// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* One interview: the answers given so far to one form, what is relevant now, and what comes next.
 * Pure: no I/O, no clock. A change of an answer re-computes only what depends on it, in one pass in
 * document order; the order in which answers came never matters. */

#pragma once

#include "answer.h"

G_BEGIN_DECLS

typedef struct _StileInterview StileInterview;

typedef enum
{
  STILE_SECTION_NOT_STARTED, /* nothing relevant is answered, declined or unknown */
  STILE_SECTION_STARTED,
  STILE_SECTION_DONE,        /* every relevant question has a state; a section of notes is done */
  STILE_SECTION_SKIPPED,     /* nothing in it is relevant */
} StileSectionState;

/** @started is the day that today() means, kept with the assessment. Holds a reference to @form. */
StileInterview *stile_interview_new (StileForm *form, const GDate *started);
void stile_interview_free (StileInterview *interview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileInterview, stile_interview_free)

/** An independent copy: to ask "what if". */
StileInterview *stile_interview_copy (const StileInterview *interview);

const StileForm *stile_interview_get_form (const StileInterview *interview);
const GDate *stile_interview_get_started (const StileInterview *interview);

/** Sets an answer, relevant or not: what was given to a question that is not relevant is kept and
 *  comes back. Copies @answer. The answer must fit the question's type (stile_answer_new); its
 *  constraint is not checked here. */
void stile_interview_set_answer (StileInterview *interview, guint question,
                                 const StileAnswer *answer);

/** What was given, relevant or not. Never NULL; borrowed until the next change. */
const StileAnswer *stile_interview_get_answer (const StileInterview *interview, guint question);

/** What counts: the same, but unanswered where the question is not relevant. */
const StileAnswer *stile_interview_get_counted_answer (const StileInterview *interview,
                                                       guint question);

/** Whether it is to be asked now. */
gboolean stile_interview_is_relevant (const StileInterview *interview, guint question);

/** What a person may not leave a page with: the form's constraint and required rules for @answer as
 *  an answer to @question now. @error holds the form's own message in @language where it has one,
 *  else a plain sentence. */
gboolean stile_interview_check_answer (const StileInterview *interview, guint question,
                                       const StileAnswer *answer, const char *language,
                                       GError **error);

/** Navigation over the relevant questions, notes and monitoring included. Each gives STILE_NONE
 *  where there is none; @question STILE_NONE means "before the first" and "behind the last". */
int stile_interview_next (const StileInterview *interview, int question);
int stile_interview_previous (const StileInterview *interview, int question);
/** The first relevant question that is neither a note nor has any state, monitoring included. */
int stile_interview_first_unanswered (const StileInterview *interview);

/** @asked and @answered, which may be NULL, count its relevant questions without notes, and those
 *  of them that are answered, declined or unknown. */
StileSectionState stile_interview_get_section_state (const StileInterview *interview, guint section,
                                                     guint *asked, guint *answered);

/** The whole, monitoring included: how many relevant questions, notes left out, and how many have a
 *  state: what a progress bar shows. */
void stile_interview_get_progress (const StileInterview *interview, guint *asked, guint *answered);

/** The answers as the JSON object of the form language, relevant ones only, in the form's order.
 *  With @monitoring FALSE the monitoring part is left out. New node. */
JsonNode *stile_interview_answers_to_json (const StileInterview *interview, gboolean monitoring);

/** Sets all answers of a JSON object; ids that are missing become unanswered. On the first fault
 *  nothing is changed, and @error names the question. Constraints are checked, required is not. */
gboolean stile_interview_load_json (StileInterview *interview, JsonNode *answers, GError **error);

G_END_DECLS
