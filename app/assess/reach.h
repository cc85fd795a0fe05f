// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The part of the checker that needs scoring: what a form can never lead to, whatever is
 * answered. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** How many sets of answers are tried for one part of a form before it stays undecided. Where much
 *  has to be worked out for each, it counts as several. */
#define STILE_REACH_MOST_TRIES 200000

/** Appends to @faults (of StileFault) a warning for each question that can never be asked, each
 *  category, alert, referral and finding that can never be reached, each question and category that
 *  only "prefer not to say" or "don't know" leads to, and the first band of each domain that no
 *  score comes up to. Nothing is said of what could not be decided, but for a note of the tag
 *  "undecided". Puts @faults in the order of the lines. */
void stile_form_check_reach (StileForm *form, GPtrArray *faults);

G_END_DECLS
