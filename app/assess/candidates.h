// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. What a question could be answered with, as far as points go. */

#pragma once

#include "answer.h"

G_BEGIN_DECLS

/** The points that an answer gives; 0 unless it is answered. */
double stile_question_get_points (const StileQuestion *question, const StileAnswer *answer);

/** The points of a number. */
double stile_question_get_number_points (const StileQuestion *question, double number);

/** Whether any answer gives points other than 0. */
gboolean stile_question_scores (const StileQuestion *question);

/** The largest number that is written with no more decimals than the bands have, and is below
 *  @from: "just below" a band, as a person would say it. */
double stile_question_get_number_below (const StileQuestion *question, double from);

/** A test whether a value may be given (a form's constraint); NULL allows everything. */
typedef gboolean (*StileAllowed) (const StileQuestion *question, const char *text, double number,
                                  gpointer data);

/** One number for each band and one below the first, as far as @allowed lets them. Written to
 *  @numbers, which holds n_bands + 1. Returns how many. */
guint stile_question_get_numbers (const StileQuestion *question, StileAllowed allowed,
                                  gpointer data, double *numbers);

/** The non-empty selection with the least (or @most) points: exclusive choices stand alone, the
 *  first in document order wins among equals. Where @allowed depends on more than how many are
 *  chosen this is an estimate: choices are added one by one, best first. NULL if there is none.
 *  Free with g_free. */
char *stile_question_dup_selection (const StileQuestion *question, gboolean most,
                                    StileAllowed allowed, gpointer data, double *points);

G_END_DECLS
