// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

#define STILE_TYPE_RESULT_PAGE (stile_result_page_get_type ())
G_DECLARE_FINAL_TYPE (StileResultPage, stile_result_page, STILE, RESULT_PAGE, AdwBin)

/** What the assessment came to, and the decision. */
gboolean stile_result_page_open (StileResultPage *page, StileCasework *casework,
                                 const char *case_id, const char *assessment_id, GError **error);
/** Drops everything private. */
void stile_result_page_close (StileResultPage *page);

G_END_DECLS
