// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What if one answer were another? Tried on a copy of the pass as it is, one answer at a time, each
 * put back before the next. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer-private.h"
#include "candidates.h"
#include "interview-private.h"
#include "result-private.h"

/* ---- Trying them ---- */

typedef void (*StileTried) (const StileEvaluation *tried, const StileQuestion *question,
                            const StileAnswer *answer, gpointer data);

typedef struct
{
  StileEvaluation *evaluation;
  GString *selection; /* room to write one */
  StileTried tried;
  gpointer data;
} StileTrial;

static void
trial_init (StileTrial *trial, const StileEvaluation *as_is, StileTried tried, gpointer data)
{
  trial->evaluation
    = stile_evaluation_new (as_is->plan, as_is->part, STILE_PASS_AS_IS, as_is->scope.today);
  stile_evaluation_follow (trial->evaluation, as_is);
  stile_evaluation_score (trial->evaluation);
  trial->selection = g_string_new (NULL);
  trial->tried = tried;
  trial->data = data;
}

static void
trial_clear (StileTrial *trial)
{
  stile_evaluation_free (trial->evaluation);
  g_string_free (trial->selection, TRUE);
}

static void
set_answer (StileTrial *trial, const StileQuestion *question, const StileAnswer *answer)
{
  stile_evaluation_set_answer (trial->evaluation, question->index, answer);
  stile_evaluation_update (trial->evaluation);
}

/* Whether nothing but the sum of one domain can follow from @other, and that too little for another
 * level. Most answers of a long form are like that. Where rounding might decide, this says no. */
static gboolean
changes_no_level (const StileEvaluation *evaluation, const StileQuestion *question,
                  const StileAnswer *other)
{
  const StilePart *part = evaluation->part;
  guint step = part->question_steps[question->index];
  const StileDomain *domain;
  double before, after, margin;

  if (part->dependents_from[step] != part->dependents_from[step + 1] || part->watched[step])
    return FALSE;
  if (question->domain == STILE_NONE)
    return TRUE;

  domain = &evaluation->plan->form->domains[question->domain];
  if (domain->score != STILE_SCORE_SUM || domain->missing != STILE_MISSING_RANGE
      || evaluation->plan->outcome_sees_scores)
    return FALSE;

  before = evaluation->scores[question->domain];
  after = before - evaluation->slots[question->index].points
          + stile_question_get_points (question, other);
  margin = 1e-6 * (1 + fabs (before) + fabs (after));
  return stile_domain_get_level (domain, after - margin) == evaluation->levels[question->domain]
         && stile_domain_get_level (domain, after + margin)
              == evaluation->levels[question->domain];
}

static void
try_answer (StileTrial *trial, const StileQuestion *question, const char *text, double number)
{
  const StileAnswer *given = trial->evaluation->answers[question->index];
  StileAnswer other
    = { .state = STILE_ANSWER_ANSWERED, .text = (char *) text, .number = number };

  if (given->state == STILE_ANSWER_ANSWERED && given->number == number
      && (stile_question_is_number (question) || strcmp (given->text, text) == 0))
    return;
  if (!stile_evaluation_allows (trial->evaluation, question, text, number))
    return;
  if (changes_no_level (trial->evaluation, question, &other))
    return;

  set_answer (trial, question, &other);
  stile_evaluation_score (trial->evaluation);
  trial->tried (trial->evaluation, question, &other, trial->data);
  set_answer (trial, question, given);
  stile_evaluation_score (trial->evaluation);
}

/* ---- Other answers ---- */

/* The selection with one choice more or less; an exclusive one takes the place of the others. */
static void
toggle (const StileQuestion *question, const StileAnswer *answer, guint toggled, GString *text)
{
  const StileChoice *choice = &question->choices[toggled];
  gboolean adding = !stile_answer_has_choice (answer, choice->id);

  g_string_truncate (text, 0);
  for (guint i = 0; i < question->n_choices; i++)
    {
      gboolean chosen = stile_answer_has_choice (answer, question->choices[i].id);

      if (i == toggled)
        chosen = adding;
      else if (adding && (choice->exclusive || question->choices[i].exclusive))
        chosen = FALSE;
      if (chosen)
        stile_selection_append (text, question->choices[i].id);
    }
}

static void
try_numbers (StileTrial *trial, const StileQuestion *question)
{
  g_autofree double *numbers = g_new (double, question->n_bands + 1);
  guint n = stile_question_get_numbers (question, stile_evaluation_allowed, trial->evaluation,
                                        numbers);

  for (guint i = 0; i < n; i++)
    try_answer (trial, question, "", numbers[i]);
}

static void
try_other_answers (StileTrial *trial, const StileQuestion *question)
{
  for (guint i = 0; i < question->n_choices; i++)
    {
      const char *text = question->choices[i].id;

      if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
        {
          toggle (question, trial->evaluation->answers[question->index], i, trial->selection);
          text = trial->selection->str;
        }
      if (*text)
        try_answer (trial, question, text, 0);
    }

  if (question->n_bands > 0)
    try_numbers (trial, question);
}

/* ---- What would change the category ---- */

/* What was tried is written on the spot; this is an answer like any other. */
static StileAnswer *
dup_tried (const StileQuestion *question, const StileAnswer *answer)
{
  return stile_question_is_number (question) ? stile_answer_new_number (answer->number)
                                             : stile_answer_new_text (answer->text);
}

static void
add_change (const StileEvaluation *tried, const StileQuestion *question,
            const StileAnswer *answer, gpointer data)
{
  StileResult *result = data;
  StileChange *change;

  if (tried->category == result->category)
    return;

  change = g_new0 (StileChange, 1);
  change->question = question->index;
  change->answer = dup_tried (question, answer);
  change->category = tried->category;
  g_ptr_array_add (result->would_change, change);
}

void
stile_result_add_changes (StileResult *result, const StileEvaluation *as_is)
{
  StileTrial trial;

  trial_init (&trial, as_is, add_change, result);
  for (guint i = 0; i < as_is->part->n_questions; i++)
    if (as_is->slots[i].relevant)
      try_other_answers (&trial, &result->form->questions[i]);
  trial_clear (&trial);
}

/* ---- The most telling question ---- */

typedef struct
{
  const StileResult *result;
  guint category_distance;
  guint level_distance;
} StileTelling;

static void
measure (const StileEvaluation *tried, const StileQuestion *question, const StileAnswer *answer,
         gpointer data)
{
  StileTelling *telling = data;
  guint category = (guint) abs ((int) tried->category - (int) telling->result->category);
  guint levels = 0;

  for (guint i = 0; i < telling->result->domains->len; i++)
    levels += (guint) abs (
      tried->levels[i] - g_array_index (telling->result->domains, StileDomainResult, i).level);

  telling->category_distance = MAX (telling->category_distance, category);
  telling->level_distance = MAX (telling->level_distance, levels);
}

int
stile_result_get_most_telling_question (const StileResult *result, const StileInterview *interview)
{
  const StileEvaluation *as_is = interview->scoring[STILE_PASS_AS_IS];
  StileTelling telling = { .result = result }, best = telling;
  StileTrial trial;
  int most_telling = STILE_NONE;

  trial_init (&trial, as_is, measure, &telling);
  for (guint i = 0; i < as_is->part->n_questions; i++)
    {
      if (!as_is->slots[i].relevant || as_is->slots[i].state == STILE_ANSWER_ANSWERED)
        continue;

      telling.category_distance = telling.level_distance = 0;
      try_other_answers (&trial, &result->form->questions[i]);
      if (telling.category_distance > best.category_distance
          || (telling.category_distance == best.category_distance
              && telling.level_distance > best.level_distance))
        {
          best = telling;
          most_telling = (int) i;
        }
    }
  trial_clear (&trial);

  return most_telling;
}
