// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"
#include "reader.h"

G_BEGIN_DECLS

/** Before the first question: who, how they want to be asked, consent, which form. */
#define STILE_TYPE_START_PAGE (stile_start_page_get_type ())
G_DECLARE_FINAL_TYPE (StileStartPage, stile_start_page, STILE, START_PAGE, AdwBin)

/** What reads aloud: whether there is a voice is said here, before it is relied on. */
void stile_start_page_set_reader (StileStartPage *page, StileReader *reader);

/** @case_id: who, or NULL for somebody new. @forms: of StileForm, at least one. */
gboolean stile_start_page_open (StileStartPage *page, StileCasework *casework, GPtrArray *forms,
                                const char *case_id, GError **error);
/** Drops what was typed. */
void stile_start_page_close (StileStartPage *page);

G_END_DECLS
