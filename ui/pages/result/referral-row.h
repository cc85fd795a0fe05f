// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "form.h"

G_BEGIN_DECLS

/** A suggested referral: to what, why, how soon, and a button to make it. Emits "make" when that is
 *  pressed. */
#define STILE_TYPE_REFERRAL_ROW (stile_referral_row_get_type ())
G_DECLARE_FINAL_TYPE (StileReferralRow, stile_referral_row, STILE, REFERRAL_ROW, GtkListBoxRow)

/** @referral outlives the row. */
GtkWidget *stile_referral_row_new (const StileReferralRule *referral, const char *language);

const StileReferralRule *stile_referral_row_get_referral (StileReferralRow *row);

/** How it goes with the referral, in words; NULL while it was not made. */
void stile_referral_row_set_status (StileReferralRow *row, const char *words);

G_END_DECLS
