// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. */

#pragma once

#include "evaluation.h"
#include "interview.h"

G_BEGIN_DECLS

struct _StileInterview
{
  StileForm *form;
  GDate started;
  StileScoringPlan *plan;
  StileAnswer **answers; /* NULL where nothing was given */
  /* Holds the scoring part's answers and nothing of the monitoring part: all that results see. */
  StileEvaluation *scoring[STILE_N_PASSES];
  StileEvaluation *monitoring;
};

/** The same form and day, nothing answered. Not computed yet: stile_interview_update(). */
StileInterview *stile_interview_new_blank (const StileInterview *interview);

/** The part's evaluation of the answers as they are. */
StileEvaluation *stile_interview_get_evaluation (const StileInterview *interview, guint question);

/** Takes @answer over, NULL for unanswered. What follows from it is computed by
 *  stile_interview_update(), so that many can be set at once. */
void stile_interview_take_answer (StileInterview *interview, guint question, StileAnswer *answer);
void stile_interview_update (StileInterview *interview);

G_END_DECLS
