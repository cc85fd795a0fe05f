// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "reading.h"

G_BEGIN_DECLS

/** Everything that was asked, by section, each with a way to change it, and what is still open. */
#define STILE_TYPE_CHECK_ANSWERS_PAGE (stile_check_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (StileCheckAnswersPage, stile_check_answers_page, STILE, CHECK_ANSWERS_PAGE,
                      AdwBin)

/** How it is read, with all other pages of the claimant; one of its own where this is not said
 *  before the first opening. */
void stile_check_answers_page_set_reading (StileCheckAnswersPage *page, StileReading *reading);

/** Shows the assessment as it stands in the record book. One that is finished can be read, but not
 *  changed. @casework outlives the page's use of it. */
gboolean stile_check_answers_page_open (StileCheckAnswersPage *page, StileCasework *casework,
                                        const char *case_id, const char *assessment_id,
                                        GError **error);
/** Drops everything private. */
void stile_check_answers_page_close (StileCheckAnswersPage *page);

G_END_DECLS
