// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. How low or high the open questions can still lead, where taking each with
 * its own least or most points is not enough: an answer of few points may open a question of many.
 */

#pragma once

#include "evaluation.h"

G_BEGIN_DECLS

/** Fills possible of a lowest and a highest pass that are up to date and scored. The passes are the
 *  same afterwards. */
void stile_evaluation_find_possible (StileEvaluation *least, StileEvaluation *greatest);

G_END_DECLS
