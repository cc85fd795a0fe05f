// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

/** One referral, from the first word about it to its end: the service, what the person agreed to
 *  share with it, the letter, and how it goes. */
#define STILE_TYPE_REFERRAL_PAGE (stile_referral_page_get_type ())
G_DECLARE_FINAL_TYPE (StileReferralPage, stile_referral_page, STILE, REFERRAL_PAGE, AdwBin)

/** Both @casework and @directory outlive the page's use of them. */
gboolean stile_referral_page_open (StileReferralPage *page, StileCasework *casework,
                                   StileDirectory *directory, const char *case_id,
                                   const char *referral_id, GError **error);
/** Drops everything private. */
void stile_referral_page_close (StileReferralPage *page);

G_END_DECLS
