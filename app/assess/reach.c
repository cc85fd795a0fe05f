// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reach.h"

#include <math.h>

#include "fault-rules.h"
#include "reach-sampler.h"
#include "reach-search.h"

/* For the whole form: some seconds. */
#define MOST_TRIES_IN_ALL (10 * (gint64) STILE_REACH_MOST_TRIES)
/* How much of a form, in bytes, is answered to find what is easily found. */
#define SAMPLED_BYTES (50 * 1024 * 1024)

typedef struct
{
  StileGoal goal;
  const char *kind; /* as the sentences call it */
  const char *id;
  guint line;
  int question; /* or STILE_NONE */
  gboolean found;
} Part;

typedef struct
{
  StileForm *form;
  StileScoringPlan *plan;
  StileOptionTable *table;
  StileSearch *search;
  StileSampler *samplers[2]; /* of the scoring and of the monitoring part */
  GArray *parts;             /* of Part */
  gboolean *never;           /* of the form's questions */
  double *highest;           /* of the form's domains: the highest score met so far */
  double *lowest;            /* the same; the lowest */
  GPtrArray *faults;
  gint64 tries; /* left for the whole form */
} Reach;

/* ---- What a form leads to ---- */

static void
add_part (Reach *reach, const char *kind, const char *id, guint line,
          const StileExpression *condition, int category)
{
  Part part = {
    .goal = { &reach->plan->scoring, condition, category, STILE_NONE },
    .kind = kind,
    .id = id,
    .line = line,
    .question = STILE_NONE,
  };

  g_array_append_val (reach->parts, part);
}

static void
add_question (Reach *reach, const StileQuestion *question)
{
  Part *part;

  if (!question->relevant)
    return;
  add_part (reach, "question", question->id, question->line, question->relevant, STILE_NONE);
  part = &g_array_index (reach->parts, Part, reach->parts->len - 1);
  part->question = (int) question->index;
  if (question->monitoring)
    part->goal.part = &reach->plan->monitoring;
}

/* Questions in their order, so that what is never asked is known to those behind it. */
static void
add_parts (Reach *reach)
{
  const StileForm *form = reach->form;

  for (guint i = 0; i < form->n_questions; i++)
    add_question (reach, &form->questions[i]);
  for (guint i = 0; i < form->n_findings; i++)
    add_part (reach, "finding", form->findings[i].id, form->findings[i].line,
              form->findings[i].when, STILE_NONE);
  for (guint i = 0; i < form->n_alerts; i++)
    add_part (reach, "alert", form->alerts[i].id, form->alerts[i].line, form->alerts[i].when,
              STILE_NONE);
  for (guint i = 0; i < form->n_categories; i++)
    add_part (reach, "category", form->categories[i].id, form->categories[i].line, NULL, (int) i);
  for (guint i = 0; i < form->n_referrals; i++)
    add_part (reach, "referral", form->referrals[i].id, form->referrals[i].line,
              form->referrals[i].when, STILE_NONE);
}

static StileSampler *
get_sampler (const Reach *reach, const StileGoal *goal)
{
  return reach->samplers[goal->part == &reach->plan->scoring ? 0 : 1];
}

/* ---- The easy ones ---- */

/* Ticks off what the answers, as they are now, lead to. */
static void
tick_off (Reach *reach)
{
  const StileEvaluation *scored = reach->samplers[0]->evaluation;

  for (guint i = 0; i < reach->parts->len; i++)
    {
      Part *part = &g_array_index (reach->parts, Part, i);
      const StileEvaluation *evaluation = get_sampler (reach, &part->goal)->evaluation;

      if (part->found)
        continue;
      if (part->question != STILE_NONE)
        part->found = stile_evaluation_get_slot (evaluation, (guint) part->question)->relevant;
      else
        part->found = stile_goal_is_met (&part->goal, evaluation);
    }
  for (guint i = 0; i < reach->form->n_domains; i++)
    {
      if (scored->scores[i] > reach->highest[i])
        reach->highest[i] = scored->scores[i];
      if (scored->scores[i] < reach->lowest[i])
        reach->lowest[i] = scored->scores[i];
    }
}

static void
sample (Reach *reach)
{
  gsize n = CLAMP (SAMPLED_BYTES / g_bytes_get_size (reach->form->xml), 12, 200);

  for (guint round = 0; round < n; round++)
    {
      stile_sampler_answer_all (reach->samplers[0], round);
      stile_sampler_answer_all (reach->samplers[1], round);
      tick_off (reach);
    }
}

/* ---- One that is not easy ---- */

static StileFound
find (Reach *reach, const StileGoal *goal, const StileClosure *closure, gboolean silent,
      double *best)
{
  gint64 most = MIN (STILE_REACH_MOST_TRIES, reach->tries), tries = most;
  StileFound found;

  if (most <= 0)
    return STILE_FOUND_UNDECIDED;
  found = stile_search_run (reach->search, goal, closure, silent, best, &tries);
  reach->tries -= most - tries;
  return found;
}

static gboolean
mend (Reach *reach, const Part *part, const StileClosure *closure)
{
  gint64 most = MIN (STILE_REACH_MOST_TRIES / 10, reach->tries), tries = most;
  gboolean met = stile_sampler_mend (get_sampler (reach, &part->goal), &part->goal, closure,
                                     &tries);

  reach->tries -= most - tries + closure->cost;
  return met;
}

static const char *
get_advice (const Reach *reach, const Part *part)
{
  int category = part->goal.category;

  if (category > 0 && !reach->form->categories[category].when)
    return "the conditions of the categories before it: one of them always holds";
  if (category > 0)
    return "its condition and at those of the categories before it, or take it out";
  return "its condition, or take it out";
}

static void
say_never (Reach *reach, const Part *part)
{
  if (part->question != STILE_NONE)
    stile_faults_add (reach->faults, STILE_RULE_NEVER_ASKED, part->line, 0, part->id, NULL);
  else
    stile_faults_add (reach->faults, STILE_RULE_NEVER_REACHED, part->line, 0, part->kind, part->id,
                      get_advice (reach, part), NULL);
}

static void
say_undecided (Reach *reach, const Part *part)
{
  stile_faults_add (reach->faults, STILE_RULE_UNDECIDED, part->line, 0, part->kind, part->id,
                    NULL);
}

static void
say_declined_only (Reach *reach, const Part *part)
{
  if (part->question != STILE_NONE || part->goal.category != STILE_NONE)
    stile_faults_add (reach->faults, STILE_RULE_DECLINED_ONLY, part->line, 0, part->kind, part->id,
                      NULL);
}

static void
decide (Reach *reach, Part *part)
{
  g_autoptr (StileClosure) closure = stile_closure_new (reach->plan, &part->goal);
  StileFound answered = STILE_FOUND_YES, silent = STILE_FOUND_YES;

  if (mend (reach, part, closure))
    {
      tick_off (reach);
      part->found = TRUE;
      return;
    }

  answered = find (reach, &part->goal, closure, FALSE, NULL);
  if (answered == STILE_FOUND_NEVER)
    silent = find (reach, &part->goal, closure, TRUE, NULL);
  part->found = answered == STILE_FOUND_YES;

  if (answered == STILE_FOUND_UNDECIDED || silent == STILE_FOUND_UNDECIDED)
    say_undecided (reach, part);
  else if (silent == STILE_FOUND_NEVER)
    say_never (reach, part);
  else if (answered == STILE_FOUND_NEVER)
    say_declined_only (reach, part);
  if (silent == STILE_FOUND_NEVER && part->question != STILE_NONE)
    reach->never[part->question] = TRUE;
}

/* ---- Domains ---- */

/* Scores are rounded to what is shown; this is finer. */
#define MARGIN 1e-6

static gboolean
is_above (double from, double score)
{
  return from > score + MARGIN * (1 + fabs (score));
}

static void
say_out_of_reach (Reach *reach, const StileDomain *domain, const StileLevelBand *band, double from,
                  gboolean low, double best)
{
  g_autofree char *bound = stile_number_to_string (from);
  g_autofree char *reached = stile_number_to_string (low ? -best : best);

  stile_faults_add (reach->faults, STILE_RULE_BAND_OUT_OF_REACH, band->line, 0,
                    reach->form->levels[band->level].id, low ? "below" : "from", bound, domain->id,
                    low ? "below" : "above", reached, NULL);
}

/* The best score, or its opposite, from the best met so far; INFINITY where that is not decided and
 * may be @enough. */
static double
find_best (Reach *reach, const StileDomain *domain, gboolean low, double best, double enough)
{
  StileGoal goal = { &reach->plan->scoring, NULL, STILE_NONE,
                     (int) (domain - reach->form->domains), low };
  g_autoptr (StileClosure) closure = stile_closure_new (reach->plan, &goal);
  Part part = { .kind = low ? "lowest score of the domain" : "highest score of the domain",
                .id = domain->id, .line = domain->line };

  /* Where it gave up, @best is a bound that no score is above; that may still be enough. */
  if (find (reach, &goal, closure, TRUE, &best) != STILE_FOUND_UNDECIDED
      || is_above (enough, best))
    return best;

  say_undecided (reach, &part);
  return INFINITY;
}

static void
check_highest (Reach *reach, const StileDomain *domain, double highest)
{
  double last = domain->bands[domain->n_bands - 1].from;

  if (!is_above (last, highest))
    return;

  highest = find_best (reach, domain, FALSE, highest, last);
  for (guint i = 0; i < domain->n_bands; i++)
    if (is_above (domain->bands[i].from, highest))
      {
        say_out_of_reach (reach, domain, &domain->bands[i], domain->bands[i].from, FALSE, highest);
        return;
      }
}

/* The first band reaches down as far as there are scores. */
static void
check_lowest (Reach *reach, const StileDomain *domain, double lowest)
{
  double second = domain->bands[1].from;

  if (lowest < second)
    return;

  lowest = -find_best (reach, domain, TRUE, -lowest, -second);
  if (lowest >= second)
    say_out_of_reach (reach, domain, &domain->bands[0], second, TRUE, -lowest);
}

static void
check_bands (Reach *reach, guint index)
{
  const StileDomain *domain = &reach->form->domains[index];

  if (domain->n_bands > 0)
    check_highest (reach, domain, reach->highest[index]);
  if (domain->falls)
    check_lowest (reach, domain, reach->lowest[index]);
}

/* ---- The form ---- */

static void
reach_init (Reach *reach, StileForm *form, GPtrArray *faults)
{
  *reach = (Reach) { .form = form, .faults = faults, .tries = MOST_TRIES_IN_ALL };
  reach->plan = stile_scoring_plan_new (form);
  reach->table = stile_option_table_new (form);
  reach->never = g_new0 (gboolean, form->n_questions);
  reach->highest = g_new (double, form->n_domains);
  reach->lowest = g_new (double, form->n_domains);
  for (guint i = 0; i < form->n_domains; i++)
    {
      reach->highest[i] = -INFINITY;
      reach->lowest[i] = INFINITY;
    }
  reach->search = stile_search_new (reach->plan, reach->table, reach->never);
  reach->samplers[0] = stile_sampler_new (reach->plan, &reach->plan->scoring, reach->table);
  reach->samplers[1] = stile_sampler_new (reach->plan, &reach->plan->monitoring, reach->table);
  reach->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  add_parts (reach);
}

static void
reach_clear (Reach *reach)
{
  stile_search_free (reach->search);
  stile_sampler_free (reach->samplers[0]);
  stile_sampler_free (reach->samplers[1]);
  stile_option_table_free (reach->table);
  stile_scoring_plan_unref (reach->plan);
  g_array_unref (reach->parts);
  g_free (reach->never);
  g_free (reach->highest);
  g_free (reach->lowest);
}

/* A few kilobytes of XML can share a list of choices among thousands of questions. */
#define MOST_CHOICES 1000000

static gboolean
has_too_many_choices (const StileForm *form)
{
  guint64 n = 0;

  for (guint i = 0; i < form->n_questions; i++)
    n += form->questions[i].n_choices;
  return n > MOST_CHOICES;
}

void
stile_form_check_reach (StileForm *form, GPtrArray *faults)
{
  Reach reach;

  g_return_if_fail (form != NULL);

  if (has_too_many_choices (form))
    {
      stile_faults_add (faults, STILE_RULE_UNDECIDED, 1, 0, "end of the form", form->id, NULL);
      return;
    }
  reach_init (&reach, form, faults);
  sample (&reach);
  for (guint i = 0; i < reach.parts->len; i++)
    if (!g_array_index (reach.parts, Part, i).found)
      decide (&reach, &g_array_index (reach.parts, Part, i));
  for (guint i = 0; i < form->n_domains; i++)
    check_bands (&reach, i);
  reach_clear (&reach);
  stile_faults_sort (faults);
}
