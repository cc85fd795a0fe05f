// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

#define STILE_TYPE_INTERVIEW_PAGE (stile_interview_page_get_type ())
G_DECLARE_FINAL_TYPE (StileInterviewPage, stile_interview_page, STILE, INTERVIEW_PAGE, AdwBin)

/** Shows the assessment at @question_id, or at the first unanswered question when it is NULL.
 *  The interview stays in memory while the record book is locked. */
gboolean stile_interview_page_open (StileInterviewPage *page, StileCasework *casework,
                                    const char *case_id, const char *assessment_id,
                                    const char *question_id, GError **error);
/** Drops everything private. */
void stile_interview_page_close (StileInterviewPage *page);

G_END_DECLS
