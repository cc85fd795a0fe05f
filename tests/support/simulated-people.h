// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Whole interviews with people that a seeded generator makes up, held by the form's own rules: what
 * is asked depends on what was answered. They are a mixture that keeps a form honest, not a model
 * of anybody: who has few needs and who has many both occur, needs come in heaps, and some people
 * keep things to themselves. What is known of a question is only its domain, its points and whether
 * it is sensitive, so that every form can be tried. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** One more person of @random answers @form. Every question that is asked has an answer, which fits
 *  its constraint, or is declined or unknown. */
StileInterview *stile_simulate_interview (GRand *random, StileForm *form);

/** The interview in which the most questions are asked, or the fewest, that a search finds: from
 *  the best of @n_people on, answer by answer, for as long as a change of one answer helps. */
StileInterview *stile_simulate_extreme (GRand *random, StileForm *form, guint n_people,
                                        gboolean most);

/** How many questions are asked, monitoring included, notes left out. */
guint stile_simulate_count_asked (const StileInterview *interview);

G_END_DECLS
