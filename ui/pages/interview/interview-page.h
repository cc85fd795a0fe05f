// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "reader.h"
#include "reading.h"

G_BEGIN_DECLS

/** One question at a time. Answers are saved as they come to rest. */
#define STILE_TYPE_INTERVIEW_PAGE (stile_interview_page_get_type ())
G_DECLARE_FINAL_TYPE (StileInterviewPage, stile_interview_page, STILE, INTERVIEW_PAGE, AdwBin)

/** How it is read, with all other pages of the claimant; one of its own where this is not said
 *  before the first opening. */
void stile_interview_page_set_reading (StileInterviewPage *page, StileReading *reading);

/** Shows the assessment where it goes on, or at @question_id to change that answer, after which
 *  the page leads back to Check answers. The interview stays in memory while the record book is
 *  locked: what could not be saved is saved when the page is shown again. Opening the assessment
 *  that is open already reads and drops nothing. @casework outlives the page's use of it. */
gboolean stile_interview_page_open (StileInterviewPage *page, StileCasework *casework,
                                    const char *case_id, const char *assessment_id,
                                    const char *question_id, GError **error);

/** Hands over what is typed right now. TRUE if everything entered is in the record book; what is no
 *  answer yet, because it is half typed or against the form's rules, does not count. */
gboolean stile_interview_page_save (StileInterviewPage *page);

/** The same, before another page is shown: where it is FALSE, the page says why. */
gboolean stile_interview_page_may_leave (StileInterviewPage *page);

/** Saves what can still be saved, then drops everything private. */
void stile_interview_page_close (StileInterviewPage *page);

/** Reads aloud with @reader, each question as it comes up where the person likes that. */
void stile_interview_page_set_reader (StileInterviewPage *page, StileReader *reader);

G_END_DECLS
