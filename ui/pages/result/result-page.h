// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

/** What the answers come to, why, what to do, and what a person decides about it. */
#define STILE_TYPE_RESULT_PAGE (stile_result_page_get_type ())
G_DECLARE_FINAL_TYPE (StileResultPage, stile_result_page, STILE, RESULT_PAGE, AdwBin)

/** Shows a finished assessment, with the form it was taken with, and for each suggested referral
 *  the services of @directory that fit. Both @casework and @directory outlive the page's use of
 *  them. */
gboolean stile_result_page_open (StileResultPage *page, StileCasework *casework,
                                 StileDirectory *directory, const char *case_id,
                                 const char *assessment_id, GError **error);
/** Drops everything private. */
void stile_result_page_close (StileResultPage *page);

G_END_DECLS
