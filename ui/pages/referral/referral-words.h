// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a referral says on screen, as pure functions. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/** Where it stands, since when, with which service, and the note to that, seen from @now. Free with
 *  g_free. */
char *stile_referral_describe (const StileReferral *referral, GDateTime *now);

/** The one thing to do next with it, as a button says it; "See" where nothing waits. Borrowed. */
const char *stile_referral_get_next_words (const StileReferral *referral);

/** A step from one status to another, as a button says it. Borrowed. */
const char *stile_referral_step_get_words (const char *from, const char *to);

/** Who asked the person, and when they agreed; NULL where they did not. Free with g_free. */
char *stile_referral_dup_agreed (const StileReferral *referral, GDateTime *now);

G_END_DECLS
