// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. From the points of one pass to its category. A domain in which anything
 * changed is summed anew in document order, never by differences, so the same answers give the same
 * bits. */

#pragma once

#include "evaluation.h"

G_BEGIN_DECLS

/** Works out scores, levels, findings and category of an evaluation that is up to date. */
void stile_evaluation_score (StileEvaluation *evaluation);

/** To the 15 digits that are shown: a score that reads 0.8 must reach a band from 0.8. NaN for what
 *  is no number. */
double stile_score_round (double score);

/** The level that @score reaches, an index in form->levels; STILE_NONE for NaN. A higher score
 *  never has a lower level, or, where the levels fall, never a higher one. */
int stile_domain_get_level (const StileDomain *domain, double score);

G_END_DECLS
