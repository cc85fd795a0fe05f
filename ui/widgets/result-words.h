// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What screens say about a result and the decision on it: pure functions. @language is that of the
 * form's texts; strings returned as char * are free with g_free. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/** How sure the category is: "The category could be from … to …, because 3 questions are open." */
char *stile_result_words_dup_range (const StileResult *result, const char *language);

/** Which open question matters most, as a sentence; NULL where none does. */
char *stile_result_words_dup_telling (const StileResult *result, const StileInterview *interview,
                                      const char *language);

/** "Significant need", with the range where there is one: "Some need. It could be from some need to
 *  severe need." */
char *stile_result_words_dup_level (const StileForm *form, const StileDomainResult *domain,
                                    const char *language);

/** When to act on an alert or a referral. */
const char *stile_result_words_get_urgency (StileUrgency urgency);

/** What gave points to a domain, in words, and how many: "Where did you sleep last night? — Nowhere
 *  indoors" and "9 points". */
char *stile_result_words_dup_reason (const StileForm *form, const StileReason *reason,
                                     const char *language);
char *stile_result_words_dup_points (double points);

/** A single answer that would lead to another category, as one sentence. */
char *stile_result_words_dup_change (const StileForm *form, const StileChange *change,
                                     const char *language);

/** When, seen from @now, who decided what, as one sentence; NULL while nothing is decided. */
char *stile_result_words_dup_decision (const StileAssessment *assessment, GDateTime *now,
                                       const char *language);

G_END_DECLS
