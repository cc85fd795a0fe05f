// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plan.h"

G_BEGIN_DECLS

/** The letter to the service of a referral: communication needs first, who it is about, what the
 *  person would like, what we ask for and by when. In @language (NULL: the one that words are in);
 *  what was agreed stays word for word as it was. A translation that is a draft says so.
 *
 *  Of the person it holds nothing but the values of the agreement that counts: not even what kind
 *  of help the referral is for, where they did not agree to that. NULL with STATE where there is no
 *  service or no agreement, and where the letter would give away by its language which one the
 *  person speaks: in another than the one that words are in only where they agreed to share that.
 *  NULL with INPUT where the program has no words in @language.
 *  @referral is of stile_casework_load_case(); @form is the one it rests on (NULL: it cannot be
 *  read), and is looked at for nothing but its translations; @day is the day of the letter. */
StileDocument *stile_letter_new (StileCasework *casework, const StileReferral *referral,
                                 const StileForm *form, const GDate *day, const char *language,
                                 GError **error);

G_END_DECLS
