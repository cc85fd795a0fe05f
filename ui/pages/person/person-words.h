// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the page of a person says, as pure functions. All strings: free with g_free, unless said
 * otherwise. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/** How the person wants to be asked, in one line; "" where they need nothing special. */
char *stile_person_describe_needs (const StilePerson *person);

/** Where an assessment stands: in progress, to decide, decided. */
char *stile_assessment_describe (const StileAssessment *assessment, GDateTime *now);

/** The title of its form, or its id where the form cannot be read any more. Borrowed. */
const char *stile_assessment_get_title (const StileAssessment *assessment);

/** A step that a referral can take. Borrowed from the record room, for good. */
typedef struct
{
  const char *status;
  const char *outcome; /* or NULL */
} StileReferralChoice;

/** The steps from @status in the order they are offered, of StileReferralChoice, and one in words:
 *  "Finished: It helped". */
GArray *stile_referral_list_choices (const char *status);
char *stile_referral_choice_to_words (const StileReferralChoice *choice);

char *stile_referral_describe (const StileReferral *referral, GDateTime *now);

G_END_DECLS
