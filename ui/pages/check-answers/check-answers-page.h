// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

#define STILE_TYPE_CHECK_ANSWERS_PAGE (stile_check_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (StileCheckAnswersPage, stile_check_answers_page, STILE, CHECK_ANSWERS_PAGE, AdwBin)

/** Everything asked in the assessment, by section. */
gboolean stile_check_answers_page_open (StileCheckAnswersPage *page, StileCasework *casework,
                                        const char *case_id, const char *assessment_id,
                                        GError **error);
/** Drops everything private. */
void stile_check_answers_page_close (StileCheckAnswersPage *page);

G_END_DECLS
