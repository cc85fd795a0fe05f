// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "candidates.h"

#include <math.h>
#include <string.h>

#include "answer-private.h"

double
stile_question_get_number_points (const StileQuestion *question, double number)
{
  double points = 0;

  for (guint i = 0; i < question->n_bands && number >= question->bands[i].from; i++)
    points = question->bands[i].points;

  return points;
}

static double
get_choice_points (const StileQuestion *question, const char *id)
{
  const StileChoice *choice = stile_question_find_choice (question, id);

  return choice ? choice->points : 0;
}

static double
get_selection_points (const StileQuestion *question, const StileAnswer *answer)
{
  double points = 0;

  for (guint i = 0; i < question->n_choices; i++)
    if (stile_answer_has_choice (answer, question->choices[i].id))
      points += question->choices[i].points;

  return points;
}

double
stile_question_get_points (const StileQuestion *question, const StileAnswer *answer)
{
  if (answer->state != STILE_ANSWER_ANSWERED)
    return 0;

  switch (question->type)
    {
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_YES_NO:
      return get_choice_points (question, answer->text);
    case STILE_QUESTION_SELECT_MULTIPLE:
      return get_selection_points (question, answer);
    case STILE_QUESTION_INTEGER:
    case STILE_QUESTION_DECIMAL:
      return stile_question_get_number_points (question, answer->number);
    case STILE_QUESTION_DATE:
    case STILE_QUESTION_TEXT:
    case STILE_QUESTION_NOTE:
    default:
      return 0;
    }
}

gboolean
stile_question_scores (const StileQuestion *question)
{
  for (guint i = 0; i < question->n_choices; i++)
    if (question->choices[i].points != 0)
      return TRUE;

  for (guint i = 0; i < question->n_bands; i++)
    if (question->bands[i].points != 0)
      return TRUE;

  return FALSE;
}

static double
get_step (const StileQuestion *question)
{
  double step = 1;

  if (question->type == STILE_QUESTION_INTEGER)
    return step;

  for (guint i = 0; i < question->n_bands; i++)
    while (step > 1e-6 && fabs (remainder (question->bands[i].from, step)) > step * 1e-6)
      step /= 10;

  return step;
}

double
stile_question_get_number_below (const StileQuestion *question, double from)
{
  double step = get_step (question);
  /* Divides by the inverse, a whole number, so that the result reads 2.4 and not 2.3999…. */
  double inverse = round (1 / step);

  return (ceil (from * inverse - 1e-6) - 1) / inverse;
}

static gboolean
is_allowed (const StileQuestion *question, double number, StileAllowed allowed, gpointer data)
{
  if (question->type == STILE_QUESTION_INTEGER && number != floor (number))
    return FALSE;

  return !allowed || allowed (question, "", number, data);
}

guint
stile_question_get_numbers (const StileQuestion *question, StileAllowed allowed, gpointer data,
                            double *numbers)
{
  guint n = 0;

  for (guint i = 0; i <= question->n_bands && question->n_bands > 0; i++)
    {
      double first = i > 0 ? question->bands[i - 1].from : -INFINITY;
      double last = i < question->n_bands
                      ? stile_question_get_number_below (question, question->bands[i].from)
                      : INFINITY;

      if (question->type == STILE_QUESTION_INTEGER)
        first = ceil (first);

      if (isfinite (first) && is_allowed (question, first, allowed, data))
        numbers[n++] = first;
      else if (isfinite (last) && last >= first && is_allowed (question, last, allowed, data))
        numbers[n++] = last;
    }

  return n;
}

static char *
join_chosen (const StileQuestion *question, const gboolean *chosen)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < question->n_choices; i++)
    if (chosen[i])
      stile_selection_append (text, question->choices[i].id);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The one choice that, added to @chosen, gives the best allowed selection so far. */
static int
find_best_choice (const StileQuestion *question, gboolean *chosen, double sign,
                  StileAllowed allowed, gpointer data)
{
  int best = STILE_NONE;

  for (guint i = 0; i < question->n_choices; i++)
    {
      g_autofree char *text = NULL;

      if (chosen[i] || question->choices[i].exclusive)
        continue;
      if (best != STILE_NONE
          && sign * question->choices[i].points <= sign * question->choices[best].points)
        continue;
      if (allowed)
        {
          chosen[i] = TRUE;
          text = join_chosen (question, chosen);
          chosen[i] = FALSE;
          if (!allowed (question, text, NAN, data))
            continue;
        }
      best = (int) i;
    }

  return best;
}

static int
find_best_exclusive (const StileQuestion *question, double sign, StileAllowed allowed,
                     gpointer data)
{
  int best = STILE_NONE;

  for (guint i = 0; i < question->n_choices; i++)
    {
      const StileChoice *choice = &question->choices[i];

      if (choice->exclusive
          && (best == STILE_NONE
              || sign * choice->points > sign * question->choices[best].points)
          && (!allowed || allowed (question, choice->id, NAN, data)))
        best = (int) i;
    }

  return best;
}

char *
stile_question_dup_selection (const StileQuestion *question, gboolean most, StileAllowed allowed,
                              gpointer data, double *points)
{
  double sign = most ? 1 : -1;
  g_autofree gboolean *chosen = g_new0 (gboolean, question->n_choices + 1);
  int exclusive = find_best_exclusive (question, sign, allowed, data);
  int next = find_best_choice (question, chosen, sign, allowed, data);
  int first = next;
  double sum = 0;

  /* The first must be taken whatever it gives, the others only while they better the sum. */
  while (next != STILE_NONE && (next == first || sign * question->choices[next].points > 0))
    {
      chosen[next] = TRUE;
      sum += question->choices[next].points;
      next = find_best_choice (question, chosen, sign, allowed, data);
    }

  if (exclusive != STILE_NONE)
    {
      double alone = question->choices[exclusive].points;

      if (first == STILE_NONE || sign * alone > sign * sum
          || (alone == sum && exclusive < first))
        {
          *points = alone;
          return g_strdup (question->choices[exclusive].id);
        }
    }
  if (first == STILE_NONE)
    return NULL;

  *points = sum;
  return join_chosen (question, chosen);
}
