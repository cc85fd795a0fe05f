// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which parts of a form the examples reach. */

#pragma once

#include "result.h"

G_BEGIN_DECLS

typedef enum
{
  STILE_COVERAGE_ANSWERS, /* choices, bands of numbers, questions that have neither */
  STILE_COVERAGE_FINDINGS,
  STILE_COVERAGE_ALERTS,
  STILE_COVERAGE_CATEGORIES,
  STILE_COVERAGE_REFERRALS,
  STILE_N_COVERAGES,
} StileCoverageKind;

typedef struct _StileCoverage StileCoverage;

/** Nothing is reached yet. Borrows @form. */
StileCoverage *stile_coverage_new (const StileForm *form);
void stile_coverage_free (StileCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileCoverage, stile_coverage_free)

/** Notes what @interview, of the same form, and its @result reach. Answers that do not count, and
 *  those of the monitoring part, which nothing hangs on, are left aside. */
void stile_coverage_add (StileCoverage *coverage, const StileInterview *interview,
                         const StileResult *result);

/** How many parts of a kind the form has, and how many of them were @reached. */
guint stile_coverage_count (const StileCoverage *coverage, StileCoverageKind kind, guint *reached);

/** What of a kind was never reached, as words such as "alert no-bed" or "choice tent of question
 *  sleep", in the form's order. A new GPtrArray of char *. */
GPtrArray *stile_coverage_list_missing (const StileCoverage *coverage, StileCoverageKind kind);

G_END_DECLS
