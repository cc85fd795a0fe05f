// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** A suggested referral: to what, why, how soon; what was made of it so far; and the services that
 *  fit, of which any number can be chosen. Signals: "make", with the ids of the chosen services
 *  (GPtrArray, empty: none for now); "search", when it is to be another service. */
#define STILE_TYPE_REFERRAL_ROW (stile_referral_row_get_type ())
G_DECLARE_FINAL_TYPE (StileReferralRow, stile_referral_row, STILE, REFERRAL_ROW, GtkListBoxRow)

/** @referral outlives the row. @matches: of StileMatch; or NULL with @problem, why there are
 *  none. */
GtkWidget *stile_referral_row_new (const StileReferralRule *referral, const char *language,
                                   GPtrArray *matches, const char *problem);

const StileReferralRule *stile_referral_row_get_referral (StileReferralRow *row);

/** Shows those of @referrals (of StileReferral) that were made of it in @assessment_id. The
 *  services to choose from are folded away where there is one, and nothing is chosen any more. */
void stile_referral_row_show_made (StileReferralRow *row, const GPtrArray *referrals,
                                   const char *assessment_id);

G_END_DECLS
