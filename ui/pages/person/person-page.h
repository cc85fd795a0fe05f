// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** A person's file: assessments, referrals and their state, what happened. */
#define STILE_TYPE_PERSON_PAGE (stile_person_page_get_type ())
G_DECLARE_FINAL_TYPE (StilePersonPage, stile_person_page, STILE, PERSON_PAGE, AdwBin)

gboolean stile_person_page_open (StilePersonPage *page, StileCasework *casework,
                                 const char *case_id, GError **error);
/** Drops the file. */
void stile_person_page_close (StilePersonPage *page);

G_END_DECLS
