// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. One pass over one part of a form: what each question counts as, and what
 * each calculate gives. A scoring evaluation holds the answers of the scoring part and no others:
 * there is no way from it to a monitoring answer.
 *
 * After answers changed, only what depends on them is evaluated again, in document order, so the
 * state never depends on the order in which answers came. */

#pragma once

#include "scoring-plan.h"

G_BEGIN_DECLS

typedef enum
{
  STILE_PASS_AS_IS,
  STILE_PASS_LOWEST,  /* open questions are taken for the least need: with their least points, but
                         with their most in a domain where a low score is the worse */
  STILE_PASS_HIGHEST, /* … for the greatest */
  STILE_N_PASSES,
} StilePass;

/** What a lowest or highest pass can come to, whatever the open questions are answered with. */
typedef struct
{
  double *scores; /* of the form's domains */
  int *levels;
  guint category;
} StileExtreme;

/** What a question counts as. @text is '' for a number and where there is no value. */
typedef struct
{
  const char *text;
  double number;
  double points;
  StileAnswerState state;
  gboolean relevant;
} StileSlot;

typedef struct
{
  StileScope scope; /* first: an expression's scope is its evaluation */
  StileScoringPlan *plan;
  const StilePart *part;
  StilePass pass;
  const StileAnswer **answers; /* of the part's questions; borrowed */
  StileSlot *slots;            /* the same */
  StileValue *calculated;      /* of the part's calculates; strings are owned */
  guint n_in_state[STILE_N_ANSWER_STATES]; /* how many of its questions are asked, notes left out */
  guint8 *dirty;               /* of the part's steps */
  guint first_dirty;           /* no earlier step is dirty; n_steps if none is */

  /* What stile_evaluation_score() works out; empty in a monitoring evaluation. */
  double *scores; /* of the form's domains; NaN where there is none */
  int *levels;    /* the same; STILE_NONE */
  gboolean *findings;
  guint category;
  guint stale;             /* StileWatched of what changed since */
  gboolean *stale_domains; /* one of its questions changed since */
  GPtrArray **because;     /* of each domain, what results say; NULL until one says it anew */

  /* What open questions are taken with instead of their least or most; NULL, or NULL for none. */
  const StileTaken **forced;
  StileExtreme possible; /* of a lowest or highest pass; by stile_evaluation_find_possible() */
} StileEvaluation;

/** Nothing is answered yet, and nothing computed: stile_evaluation_update() does that. @today: the
 *  Julian day the assessment started. */
StileEvaluation *stile_evaluation_new (StileScoringPlan *plan, const StilePart *part,
                                       StilePass pass, guint32 today);
void stile_evaluation_free (StileEvaluation *evaluation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileEvaluation, stile_evaluation_free)

/** Borrows @answer, NULL for unanswered, until it is replaced. @question is one of the form's, and
 *  in the part. What follows from it is computed by the next stile_evaluation_update(). */
void stile_evaluation_set_answer (StileEvaluation *evaluation, guint question,
                                  const StileAnswer *answer);
void stile_evaluation_update (StileEvaluation *evaluation);

/** Takes @question, where it is open and its constraint allows it, with @taken; NULL ends that.
 *  Borrows @taken. Followed by stile_evaluation_update(). */
void stile_evaluation_force (StileEvaluation *evaluation, guint question,
                             const StileTaken *taken);

/** Takes over the answers of @as_is that count, and updates. What was given to a question that is
 *  not relevant there stays out, even if it is relevant here: nothing may follow from answers that
 *  are left out in the end. */
void stile_evaluation_follow (StileEvaluation *evaluation, const StileEvaluation *as_is);

/** What @question, one of the form's and in the part, counts as. */
const StileSlot *stile_evaluation_get_slot (const StileEvaluation *evaluation, guint question);

/** Whether the constraint of @question lets this value be given. */
gboolean stile_evaluation_allows (StileEvaluation *evaluation, const StileQuestion *question,
                                  const char *text, double number);

/** The same as a StileAllowed. */
gboolean stile_evaluation_allowed (const StileQuestion *question, const char *text, double number,
                                   gpointer evaluation);

/** Whether answers to @question are numbers to expressions. */
gboolean stile_question_is_number (const StileQuestion *question);

G_END_DECLS
