// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers that no person thought of, from a seeded generator: the same seed, the same answers. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** How many sets of answers make a test. Sanitizers look for faults of memory, which a few show as
 *  well, and walk the whole stack for each allocation. */
#ifdef __SANITIZE_ADDRESS__
#define STILE_RANDOM_SETS 40
#else
#define STILE_RANDOM_SETS 1000
#endif

/** An answer in any of the four states that the question's type allows; constraints left aside.
 *  Unanswered for a note. */
StileAnswer *stile_random_answer (GRand *random, const StileQuestion *question);

/** Sets every question to a random answer, in the form's order. */
void stile_random_fill (GRand *random, StileInterview *interview);

/** 0 … n - 1 in random order. Free with g_free. */
guint *stile_random_dup_order (GRand *random, guint n);

/** Every answer of a question as far as they can be counted: the three states without a value, each
 *  choice, for several choices also all that go together; for numbers, dates and text a few. Of
 *  StileAnswer. */
GPtrArray *stile_list_answers (const StileQuestion *question);

G_END_DECLS
