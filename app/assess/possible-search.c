// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>

#include "answer-private.h"
#include "candidates.h"
#include "possible-private.h"
#include "score.h"

/* How many sets of answers are tried for questions that have to do with each other, and for all. */
#define MOST_OF_GROUP 256
#define MOST_OF_ALL 1024
/* A search that may try fewer finds next to nothing. */
#define LEAST_OF_GROUP 8
/* More questions have more sets of answers than that. */
#define MOST_QUESTIONS 12
/* A longer list of several choices has too many selections. */
#define MOST_CHOICES 6

typedef struct
{
  StilePossible *possible;
  guint *parents;    /* of each step: union and find */
  gboolean *beyond; /* of each group, at its root: may lead beyond what is known by now */
} StileGroups;

typedef struct
{
  StilePossible *possible;
  const GArray *questions; /* of guint: the open ones of a group, rising */
  GPtrArray *answers;      /* of each, a GArray of StileTaken */
  double *best;            /* of each domain */
  guint n_left;            /* how many sets of answers may still be tried */
} StileSearch;

/* ---- What an open question can be answered with ---- */

static void
add_selections (GArray *answers, StileScoringPlan *plan, const StileQuestion *question)
{
  if (question->n_choices > MOST_CHOICES)
    return;

  for (guint set = 1; set < 1u << question->n_choices; set++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      StileTaken taken = { 0 };
      gboolean exclusive = FALSE;

      for (guint i = 0; i < question->n_choices; i++)
        if (set & 1u << i)
          {
            stile_selection_append (text, question->choices[i].id);
            taken.points += question->choices[i].points;
            exclusive |= question->choices[i].exclusive && set != 1u << i;
          }
      taken.text = g_string_chunk_insert_const (plan->strings, text->str);
      if (!exclusive)
        g_array_append_val (answers, taken);
    }
}

GArray *
stile_possible_list_answers (const StilePossible *possible, guint index)
{
  const StileQuestion *question = &possible->pass->plan->form->questions[index];
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (StileTaken));

  if (question->type == STILE_QUESTION_SELECT_MULTIPLE)
    {
      add_selections (answers, possible->pass->plan, question);
      return answers;
    }

  for (guint i = 0; i < question->n_choices; i++)
    {
      StileTaken taken
        = { .text = question->choices[i].id, .points = question->choices[i].points };

      g_array_append_val (answers, taken);
    }

  return answers;
}

/* ---- Which questions have to do with each other ---- */

static guint
find (StileGroups *groups, guint step)
{
  while (groups->parents[step] != step)
    step = groups->parents[step] = groups->parents[groups->parents[step]];

  return step;
}

static void
join (StileGroups *groups, guint step, guint other)
{
  if (groups->possible->uncertain[other])
    groups->parents[find (groups, other)] = find (groups, step);
}

static void
join_seen (StileGroups *groups, guint step, const StileExpression *expression)
{
  const StilePart *part = groups->possible->pass->part;
  guint n_questions, n_calculates;
  const guint *questions = stile_expression_get_questions (expression, &n_questions);
  const guint *calculates = stile_expression_get_calculates (expression, &n_calculates);

  for (guint i = 0; i < n_questions; i++)
    join (groups, step, part->question_steps[questions[i]]);
  for (guint i = 0; i < n_calculates; i++)
    join (groups, step, part->calculate_steps[calculates[i]]);
}

/* The points of these domains cannot be looked at one by one. */
static void
join_domain (StileGroups *groups, guint domain)
{
  const StileScoringPlan *plan = groups->possible->pass->plan;
  const StilePart *part = groups->possible->pass->part;
  const StileExpression *value = plan->form->domains[domain].value;
  int first = value ? stile_possible_get_uncertain_step (groups->possible, value) : STILE_NONE;

  for (guint i = 0; i < groups->possible->options->len; i++)
    {
      const StileOption *option
        = &g_array_index (groups->possible->options, StileOption, i);

      if (option->domain != domain)
        continue;
      if (first == STILE_NONE)
        first = (int) option->step;
      join (groups, (guint) first, option->step);
    }
  if (first == STILE_NONE)
    return;

  if (value)
    join_seen (groups, (guint) first, value);
  for (guint i = plan->members_from[domain]; i < plan->members_from[domain + 1] && !value; i++)
    join (groups, (guint) first, part->question_steps[plan->members[i]]);
}

static void
join_all (StileGroups *groups)
{
  const StilePossible *possible = groups->possible;
  const StilePart *part = possible->pass->part;
  const StileForm *form = possible->pass->plan->form;

  for (guint step = 0; step < part->n_steps; step++)
    if (possible->uncertain[step])
      for (guint i = part->dependents_from[step]; i < part->dependents_from[step + 1]; i++)
        join (groups, step, part->dependents[i]);
  for (guint i = 0; i < form->n_scores; i++)
    {
      int step = stile_possible_get_uncertain_step (possible, form->scores[i].when);

      if (step != STILE_NONE)
        join_seen (groups, (guint) step, form->scores[i].when);
    }
}

static void
mark_beyond (StileGroups *groups)
{
  const StilePossible *possible = groups->possible;
  const StileForm *form = possible->pass->plan->form;

  for (guint i = 0; i < possible->options->len; i++)
    {
      const StileOption *option = &g_array_index (possible->options, StileOption, i);

      if (option->bound != option->now || possible->joined[option->domain])
        groups->beyond[find (groups, option->step)] = TRUE;
    }
  for (guint i = 0; i < form->n_domains; i++)
    if (form->domains[i].value)
      {
        int step = stile_possible_get_uncertain_step (possible, form->domains[i].value);

        if (step != STILE_NONE)
          groups->beyond[find (groups, (guint) step)] = TRUE;
      }
}

/* ---- Trying ---- */

/* The more is open the fewer sets of each group, so that an answer never takes a search away. */
static guint
get_limit (const StilePossible *possible)
{
  guint limit = MIN (MOST_OF_ALL / possible->open->len, MOST_OF_GROUP);

  return limit < LEAST_OF_GROUP ? 0 : limit;
}

static gboolean
is_beyond (const StilePossible *possible, guint domain, double score, double other)
{
  return isnan (other)
         || (stile_possible_seeks_most (possible, domain) ? score > other : score < other);
}

static void
note_category (StileEvaluation *pass)
{
  pass->possible.category = pass->pass == STILE_PASS_HIGHEST
                              ? MIN (pass->possible.category, pass->category)
                              : MAX (pass->possible.category, pass->category);
}

static void
note_scores (StilePossible *possible, double *best)
{
  StileEvaluation *pass = possible->pass;

  for (guint i = 0; i < pass->plan->form->n_domains; i++)
    if (is_beyond (possible, i, pass->scores[i], best[i]))
      best[i] = pass->scores[i];
  note_category (pass);
}

static void
update (StileEvaluation *pass)
{
  stile_evaluation_update (pass);
  stile_evaluation_score (pass);
}

/* Tries the answers of the questions from @next on, as far as they are asked then. FALSE when there
 * are too many. */
static gboolean
try_from (StileSearch *search, guint next)
{
  StilePossible *possible = search->possible;
  StileEvaluation *pass = possible->pass;
  GArray *answers;
  guint question;

  if (search->n_left == 0)
    return FALSE;

  stile_evaluation_update (pass);
  while (next < search->questions->len
         && !pass->slots[g_array_index (search->questions, guint, next)].relevant)
    next++;
  if (next == search->questions->len)
    {
      stile_evaluation_score (pass);
      note_scores (possible, search->best);
      search->n_left--;
      return TRUE;
    }

  question = g_array_index (search->questions, guint, next);
  answers = g_ptr_array_index (search->answers, next);
  for (guint i = 0; i < answers->len; i++)
    {
      stile_evaluation_force (pass, question, &g_array_index (answers, StileTaken, i));
      if (!try_from (search, next + 1))
        return FALSE;
    }

  return answers->len > 0;
}

/* Widens @best, the scores of the pass, by all that the group can reach. FALSE when it has too many
 * answers. */
static gboolean
search_group (StileGroups *groups, guint root, double *best)
{
  StilePossible *possible = groups->possible;
  const StilePart *part = possible->pass->part;
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) answers
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  StileSearch search = { .possible = possible, .questions = questions, .answers = answers,
                         .best = best, .n_left = get_limit (possible) };
  gboolean searched;

  for (guint i = 0; i < possible->open->len; i++)
    {
      guint question = g_array_index (possible->open, guint, i);

      if (find (groups, part->question_steps[question]) != root)
        continue;
      g_array_append_val (questions, question);
      g_ptr_array_add (answers, stile_possible_list_answers (possible, question));
    }
  if (questions->len > MOST_QUESTIONS
      || ((GArray *) g_ptr_array_index (answers, 0))->len > search.n_left)
    return FALSE;

  searched = try_from (&search, 0);
  for (guint i = 0; i < questions->len; i++)
    stile_evaluation_force (possible->pass, g_array_index (questions, guint, i), NULL);
  update (possible->pass);
  return searched;
}

/* ---- All of it ---- */

static gboolean
widen_by_search (StileGroups *groups, guint root)
{
  StileEvaluation *pass = groups->possible->pass;
  guint n_domains = pass->plan->form->n_domains;
  g_autofree double *best = NULL;

  if (get_limit (groups->possible) == 0)
    return FALSE;

  best = g_memdup2 (pass->scores, n_domains * sizeof *best);
  if (!search_group (groups, root, best))
    return FALSE;

  for (guint i = 0; i < n_domains; i++)
    {
      if (isnan (best[i]))
        continue;
      if (isnan (pass->scores[i]))
        {
          if (is_beyond (groups->possible, i, best[i], pass->possible.scores[i]))
            pass->possible.scores[i] = best[i];
        }
      else if (best[i] != pass->scores[i])
        pass->possible.scores[i] += best[i] - pass->scores[i];
    }

  return TRUE;
}

static void
widen_by_bounds (StileGroups *groups)
{
  const StilePossible *possible = groups->possible;
  StileEvaluation *pass = possible->pass;

  for (guint i = 0; i < possible->options->len; i++)
    {
      const StileOption *option = &g_array_index (possible->options, StileOption, i);

      if (!groups->beyond[find (groups, option->step)])
        continue;
      if (!possible->joined[option->domain])
        pass->possible.scores[option->domain] += option->bound - option->now;
      else if (!isnan (possible->bounds[option->domain]))
        pass->possible.scores[option->domain] = possible->bounds[option->domain];
    }
}

void
stile_possible_note_widened (StileEvaluation *pass)
{
  const StileForm *form = pass->plan->form;
  double *scores = pass->scores;
  int *levels = pass->levels;

  for (guint i = 0; i < form->n_domains; i++)
    {
      pass->possible.scores[i] = stile_score_round (pass->possible.scores[i]);
      pass->possible.levels[i]
        = stile_domain_get_level (&form->domains[i], pass->possible.scores[i]);
    }

  pass->scores = pass->possible.scores;
  pass->levels = pass->possible.levels;
  pass->stale |= STILE_WATCHED_BY_OUTCOME;
  stile_evaluation_score (pass);
  note_category (pass);
  pass->scores = scores;
  pass->levels = levels;
  pass->stale |= STILE_WATCHED_BY_OUTCOME;
  stile_evaluation_score (pass);
}

void
stile_possible_search (StilePossible *possible)
{
  guint n_steps = possible->pass->part->n_steps;
  g_autofree guint *parents = g_new (guint, n_steps);
  g_autofree gboolean *beyond = g_new0 (gboolean, n_steps);
  StileGroups groups = { possible, parents, beyond };

  for (guint step = 0; step < n_steps; step++)
    parents[step] = step;
  join_all (&groups);
  for (guint i = 0; i < possible->pass->plan->form->n_domains; i++)
    if (possible->joined[i])
      join_domain (&groups, i);
  mark_beyond (&groups);

  for (guint step = 0; step < n_steps; step++)
    if (parents[step] == step && beyond[step] && widen_by_search (&groups, step))
      beyond[step] = FALSE;
  widen_by_bounds (&groups);
}
