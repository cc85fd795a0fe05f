// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the answers of an interview amount to: a plain value, computed by a pure function that is
 * never handed an answer of the monitoring part.
 *
 * Computed three times in one pass order: as it is; lowest, with every open question (relevant, but
 * unanswered, declined or unknown) taken with its least points; highest, with its most points. An
 * answer to a question that is not relevant as it is counts in none of them. Every range holds what
 * is so as it is.
 *
 * Where an answer of fewer points opens more, all answers together are tried instead, or, where
 * they are too many, each question that may be asked counts as far as it can: nothing that is still
 * possible is above highest or below lowest. The README says where that is an estimate. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** Why a domain has the points it has: one answer that gave any, or one score rule that held.
 *  Indices into the form. */
typedef struct
{
  int question;   /* or STILE_NONE */
  int score_rule; /* or STILE_NONE */
  StileAnswer *answer; /* of the question, else NULL */
  double points;
} StileReason;

typedef struct
{
  guint domain;
  double score; /* NaN where it cannot be scored */
  double lowest;
  double highest;
  int level; /* index in form->levels; STILE_NONE where it cannot be scored */
  int lowest_level; /* the least need: that of highest where a low score is the worse */
  int highest_level;
  GPtrArray *because; /* of StileReason, in the form's order */
  /* Where it cannot be scored: the questions, of guint, that it hangs on and that are asked but
   * have no value. Else NULL. */
  GArray *missing;
} StileDomainResult;

/** A single answer that alone would lead to another category. */
typedef struct
{
  guint question;
  StileAnswer *answer;
  guint category;
} StileChange;

typedef struct
{
  StileForm *form;
  guint asked; /* relevant questions; notes and the monitoring part left out, as below */
  guint answered;
  guint declined;
  guint unknown;
  guint unanswered;
  gboolean complete; /* none of them is unanswered */
  GArray *domains;   /* of StileDomainResult, one for each of the form's */
  StileValue *calculated; /* one for each of the form's calculates */
  gboolean *findings;     /* one for each of the form's */
  GArray *alerts;         /* of guint: indices of the alerts that hold, most urgent first */
  guint category;
  guint lowest_category;  /* the least need: the last in the form's order */
  guint highest_category;
  GPtrArray *would_change; /* of StileChange, in the form's order */
  GArray *referrals;       /* of guint: indices of the referrals that hold, most urgent first */
} StileResult;

/** Computes the result of @interview as it stands. */
StileResult *stile_result_new (const StileInterview *interview);

/** The same with would_change left empty: for what only shows where an interview stands. */
StileResult *stile_result_new_without_changes (const StileInterview *interview);

void stile_result_free (StileResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileResult, stile_result_free)

/** The result as the JSON of the form language: the same bytes for the same answers, always. A
 *  reason that is a score rule reads {"score": "its label in the form's language", "points": 2}.
 *  Free with g_free. */
char *stile_result_to_json (const StileResult *result);

/** Why a domain of the form cannot be scored, as one sentence in @language: which questions have no
 *  answer, or that too many have none. NULL where it is scored. Free with g_free. */
char *stile_result_explain_no_score (const StileResult *result, guint domain,
                                     const char *language);

/** The open question whose answers could move the category or the levels most: what to ask if only
 *  one more thing is asked. STILE_NONE where nothing is open that matters. */
int stile_result_get_most_telling_question (const StileResult *result,
                                            const StileInterview *interview);

G_END_DECLS
