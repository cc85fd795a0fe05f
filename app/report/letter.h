// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plan.h"

G_BEGIN_DECLS

/** The letter to the service of a referral, in the language of the interface: communication needs
 *  first, who it is about, what the person would like, what we ask for and by when.
 *
 *  Of the person it holds nothing but the values of the agreement that counts: not even what kind
 *  of help the referral is for, where they did not agree to that. NULL with STATE where there is no
 *  service or no agreement. @referral is of stile_casework_load_case(); @day is the day of the
 *  letter. */
StileDocument *stile_letter_new (StileCasework *casework, const StileReferral *referral,
                                 const GDate *day, GError **error);

G_END_DECLS
