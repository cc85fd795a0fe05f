// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a bare libxml2 needs to evaluate every condition of a form once: compiled expressions, a
 * lookup of variables, and functions that look at nothing and give a constant. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

typedef struct _StileXPathBaseline StileXPathBaseline;

/** Compiles every condition of the interview's form, and binds its answers as they are. */
StileXPathBaseline *stile_xpath_baseline_new (const StileInterview *interview);
/** Adds an expression for each domain: the sum of the points of its questions, each a variable. */
void stile_xpath_baseline_add_sums (StileXPathBaseline *baseline, const StileForm *form);
void stile_xpath_baseline_free (StileXPathBaseline *baseline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileXPathBaseline, stile_xpath_baseline_free)

/** How many conditions there are. */
guint stile_xpath_baseline_count (const StileXPathBaseline *baseline);

/** Evaluates each of them. */
void stile_xpath_baseline_evaluate (StileXPathBaseline *baseline);

/** Parses a form's XML, compiles each of its conditions, and frees both. */
void stile_xpath_baseline_load (GBytes *xml);

G_END_DECLS
