// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which question comes up, where the interview room alone cannot know: pure functions. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** Where an interview goes on: the first question nobody answered; the very first page, a note
 *  perhaps, while nothing is answered at all; the last one when everything is. STILE_NONE where the
 *  form asks nothing. */
int stile_interview_steps_find_start (const StileInterview *interview);

/** The question with @id (NULL: none), where it is relevant, or STILE_NONE. */
int stile_interview_steps_find_wanted (const StileInterview *interview, const char *id);

/** What opens when a section is chosen: its first open question, else its first relevant one, or
 *  STILE_NONE where nothing in it is relevant. */
int stile_interview_steps_find_in_section (const StileInterview *interview, guint section);

/** The questions that are relevant and have no state, as a new array with one gboolean for each
 *  question of the form. */
gboolean *stile_interview_steps_dup_open (const StileInterview *interview);

/** The first relevant question without a state that was not open in @open_before, an array as
 *  stile_interview_steps_dup_open() gives it: what a changed answer has newly brought up. */
int stile_interview_steps_find_newly_open (const StileInterview *interview,
                                           const gboolean *open_before);

/** The question before or after one, or STILE_NONE. Where the person is @alone, those that the
 *  adviser answers are passed over, and stay open. */
int stile_interview_steps_find_next (StileInterview *interview, int question, gboolean alone);
int stile_interview_steps_find_previous (StileInterview *interview, int question, gboolean alone);
/** @question, or where it is passed over the nearest that is not, after it rather than before. */
int stile_interview_steps_find_nearest (StileInterview *interview, int question, gboolean alone);

G_END_DECLS
