// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which parts of a form the examples reach. */

#pragma once

#include "result.h"

G_BEGIN_DECLS

typedef struct _StileCoverage StileCoverage;

/** Nothing is reached yet. Borrows @form. */
StileCoverage *stile_coverage_new (const StileForm *form);
void stile_coverage_free (StileCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileCoverage, stile_coverage_free)

/** Notes what @result, of the same form, reaches. */
void stile_coverage_add (StileCoverage *coverage, const StileResult *result);

/** What was never reached, as words such as "alert no-bed": findings, alerts, categories and
 *  referrals, each in the form's order. A new GPtrArray of char *. */
GPtrArray *stile_coverage_list_missing (const StileCoverage *coverage);

G_END_DECLS
