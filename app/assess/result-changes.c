// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What if one answer were another? Tried on a copy of the pass as it is, one answer at a time, each
 * put back before the next. */

#include <stdlib.h>
#include <string.h>

#include "answer-private.h"
#include "candidates.h"
#include "interview-private.h"
#include "result-private.h"

/* ---- Other answers ---- */

static void
add_if_other (GPtrArray *answers, StileEvaluation *evaluation, const StileQuestion *question,
              StileAnswer *answer)
{
  g_autoptr (StileAnswer) owned = answer;

  if (answer->state == STILE_ANSWER_ANSWERED
      && !stile_answer_equal (answer, evaluation->answers[question->index])
      && stile_evaluation_allows (evaluation, question, answer->text, answer->number))
    g_ptr_array_add (answers, g_steal_pointer (&owned));
}

/* The selection with one choice more or less; an exclusive one takes the place of the others. */
static StileAnswer *
toggle (const StileQuestion *question, const StileAnswer *answer, guint toggled)
{
  g_autofree const char **ids = g_new0 (const char *, question->n_choices + 1);
  const StileChoice *choice = &question->choices[toggled];
  gboolean adding = !stile_answer_has_choice (answer, choice->id);
  guint n = 0;

  for (guint i = 0; i < question->n_choices; i++)
    {
      gboolean chosen = stile_answer_has_choice (answer, question->choices[i].id);

      if (i == toggled)
        chosen = adding;
      else if (adding && (choice->exclusive || question->choices[i].exclusive))
        chosen = FALSE;
      if (chosen)
        ids[n++] = question->choices[i].id;
    }

  return stile_answer_new_choices (question, ids, NULL);
}

static gboolean
allows_number (const StileQuestion *question, const char *text, double number, gpointer data)
{
  return stile_evaluation_allows (data, question, text, number);
}

static GPtrArray *
list_other_answers (StileEvaluation *evaluation, const StileQuestion *question)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_answer_free);
  const StileAnswer *given = evaluation->answers[question->index];

  for (guint i = 0; i < question->n_choices; i++)
    add_if_other (answers, evaluation, question,
                  question->type == STILE_QUESTION_SELECT_MULTIPLE
                    ? toggle (question, given, i)
                    : stile_answer_new_text (question->choices[i].id));

  if (question->n_bands > 0)
    {
      g_autofree double *numbers = g_new (double, question->n_bands + 1);
      guint n = stile_question_get_numbers (question, allows_number, evaluation, numbers);

      for (guint i = 0; i < n; i++)
        add_if_other (answers, evaluation, question, stile_answer_new_number (numbers[i]));
    }

  return answers;
}

/* ---- Trying them ---- */

static StileEvaluation *
new_trial (const StileEvaluation *as_is)
{
  StileEvaluation *trial
    = stile_evaluation_new (as_is->plan, as_is->part, STILE_PASS_AS_IS, as_is->scope.today);

  stile_evaluation_follow (trial, as_is);
  return trial;
}

typedef void (*StileTried) (const StileEvaluation *tried, guint question,
                            const StileAnswer *answer, gpointer data);

static void
try_other_answers (StileEvaluation *trial, guint question, StileTried tried, gpointer data)
{
  const StileAnswer *given = trial->answers[question];
  g_autoptr (GPtrArray) answers
    = list_other_answers (trial, &trial->plan->form->questions[question]);

  for (guint i = 0; i < answers->len; i++)
    {
      const StileAnswer *answer = g_ptr_array_index (answers, i);

      stile_evaluation_set_answer (trial, question, answer);
      stile_evaluation_update (trial);
      stile_evaluation_score (trial);
      tried (trial, question, answer, data);
    }

  stile_evaluation_set_answer (trial, question, given);
  stile_evaluation_update (trial);
}

static void
add_change (const StileEvaluation *tried, guint question, const StileAnswer *answer, gpointer data)
{
  StileResult *result = data;
  StileChange *change;

  if (tried->category == result->category)
    return;

  change = g_new0 (StileChange, 1);
  change->question = question;
  change->answer = stile_answer_copy (answer);
  change->category = tried->category;
  g_ptr_array_add (result->would_change, change);
}

void
stile_result_add_changes (StileResult *result, const StileEvaluation *as_is)
{
  g_autoptr (StileEvaluation) trial = new_trial (as_is);

  for (guint i = 0; i < as_is->part->n_questions; i++)
    if (as_is->slots[i].relevant)
      try_other_answers (trial, i, add_change, result);
}

/* ---- The most telling question ---- */

typedef struct
{
  const StileResult *result;
  guint category_distance;
  guint level_distance;
} StileTelling;

static void
measure (const StileEvaluation *tried, guint question, const StileAnswer *answer, gpointer data)
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
  g_autoptr (StileEvaluation) trial = new_trial (as_is);
  StileTelling best = { .result = result };
  int most_telling = STILE_NONE;

  for (guint i = 0; i < as_is->part->n_questions; i++)
    {
      StileTelling telling = { .result = result };

      if (!as_is->slots[i].relevant || as_is->slots[i].state == STILE_ANSWER_ANSWERED)
        continue;

      try_other_answers (trial, i, measure, &telling);
      if (telling.category_distance > best.category_distance
          || (telling.category_distance == best.category_distance
              && telling.level_distance > best.level_distance))
        {
          best = telling;
          most_telling = (int) i;
        }
    }

  return most_telling;
}
