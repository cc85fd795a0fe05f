// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. What follows from a form alone, worked out once and shared by all passes
 * and copies of an interview: the order of evaluation, who depends on whom, which questions
 * score in which domain, and the least and most points of each. */

#pragma once

#include "answer.h"

G_BEGIN_DECLS

/** What looks at a step besides later steps. */
typedef enum
{
  STILE_WATCHED_BY_SCORES = 1 << 0,  /* score rules, values of domains */
  STILE_WATCHED_BY_OUTCOME = 1 << 1, /* findings, categories */
} StileWatched;

/** The questions from @first_question on, and the calculates, in document order. Scoring is one
 *  part, monitoring another; nothing leads from one to the other. */
typedef struct
{
  guint first_question;
  guint n_questions;
  guint n_calculates;
  guint n_steps;
  int *steps;             /* a question (index within the part), or ~calculate */
  guint *question_steps;
  guint *calculate_steps;
  guint *dependents_from; /* n_steps + 1: where in dependents those of a step start */
  guint *dependents;      /* steps, each later than the one it depends on */
  guint8 *watched;        /* StileWatched of each step */
} StilePart;

/** An answer that an open question can be taken with. */
typedef struct
{
  const char *text; /* '' for a number */
  double number;
  double points;
} StileTaken;

typedef struct
{
  gboolean scores; /* its answers can give points other than 0 */
  StileTaken least;
  StileTaken most;
} StileReach;

typedef struct
{
  gatomicrefcount references;
  StileForm *form;
  StilePart scoring;
  StilePart monitoring;
  StileReach *reach;   /* one for each question of the scoring part; constraints left aside */
  guint *members_from; /* n_domains + 1 */
  guint *members;      /* of each domain, the questions that score, rising */
  gboolean *ruled;     /* domains that score rules add to, or that are a value */
  guint n_leading;
  guint *leading; /* steps whose values may decide about points other than their own, rising */
  gboolean outcome_sees_scores; /* findings or categories look at scores, not at levels only */
  GStringChunk *strings;
} StileScoringPlan;

/** Holds a reference to @form. */
StileScoringPlan *stile_scoring_plan_new (StileForm *form);
StileScoringPlan *stile_scoring_plan_ref (StileScoringPlan *plan);
void stile_scoring_plan_unref (StileScoringPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileScoringPlan, stile_scoring_plan_unref)

G_END_DECLS
