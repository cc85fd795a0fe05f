// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What of a form must not lie about on paper: all that rests on a question the form calls
 * sensitive. Where this cannot be known for sure, it counts as private. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

typedef struct _StilePrivacy StilePrivacy;

/** @form must outlive it. */
StilePrivacy *stile_privacy_new (const StileForm *form);
void stile_privacy_free (StilePrivacy *privacy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePrivacy, stile_privacy_free)

/** Whether naming this domain could tell what was answered to a sensitive question. */
gboolean stile_privacy_covers_domain (const StilePrivacy *privacy, guint domain);
/** The same for what an alert says. */
gboolean stile_privacy_covers_alert (const StilePrivacy *privacy, const StileAlert *alert);
/** The same for a referral. One without a domain is private: nothing says what it is about. */
gboolean stile_privacy_covers_referral (const StilePrivacy *privacy,
                                        const StileReferralRule *referral);

G_END_DECLS
