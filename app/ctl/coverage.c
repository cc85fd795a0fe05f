// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coverage.h"

struct _StileCoverage
{
  const StileForm *form;
  guint *answers_from; /* where in the answers those of a question start; n_questions + 1 */
  gboolean *reached[STILE_N_COVERAGES];
};

/* ---- Parts of a form ---- */

/* A choice each, or a band each; else one, for any answer at all. */
static guint
count_answers (const StileQuestion *question)
{
  if (question->monitoring || question->type == STILE_QUESTION_NOTE)
    return 0;

  return MAX (1, question->n_choices + question->n_bands);
}

static guint
count_parts (const StileCoverage *coverage, StileCoverageKind kind)
{
  const StileForm *form = coverage->form;

  switch (kind)
    {
    case STILE_COVERAGE_ANSWERS:
      return coverage->answers_from[form->n_questions];
    case STILE_COVERAGE_FINDINGS:
      return form->n_findings;
    case STILE_COVERAGE_ALERTS:
      return form->n_alerts;
    case STILE_COVERAGE_CATEGORIES:
      return form->n_categories;
    case STILE_COVERAGE_REFERRALS:
      return form->n_referrals;
    case STILE_N_COVERAGES:
    default:
      g_assert_not_reached ();
    }
}

static char *
name_answer (const StileQuestion *question, guint index)
{
  g_autofree char *from = NULL;

  if (index < question->n_choices)
    return g_strdup_printf ("choice %s of question %s", question->choices[index].id, question->id);
  if (question->n_bands == 0)
    return g_strdup_printf ("question %s", question->id);

  from = stile_number_to_string (question->bands[index].from);
  return g_strdup_printf ("band from %s of question %s", from, question->id);
}

static char *
name_part (const StileCoverage *coverage, StileCoverageKind kind, guint index)
{
  const StileForm *form = coverage->form;
  guint question = 0;

  switch (kind)
    {
    case STILE_COVERAGE_ANSWERS:
      while (index >= coverage->answers_from[question + 1])
        question++;
      return name_answer (&form->questions[question], index - coverage->answers_from[question]);
    case STILE_COVERAGE_FINDINGS:
      return g_strdup_printf ("finding %s", form->findings[index].id);
    case STILE_COVERAGE_ALERTS:
      return g_strdup_printf ("alert %s", form->alerts[index].id);
    case STILE_COVERAGE_CATEGORIES:
      return g_strdup_printf ("category %s", form->categories[index].id);
    case STILE_COVERAGE_REFERRALS:
      return g_strdup_printf ("referral %s", form->referrals[index].id);
    case STILE_N_COVERAGES:
    default:
      g_assert_not_reached ();
    }
}

/* ---- The coverage ---- */

StileCoverage *
stile_coverage_new (const StileForm *form)
{
  StileCoverage *coverage = g_new0 (StileCoverage, 1);

  coverage->form = form;
  coverage->answers_from = g_new0 (guint, form->n_questions + 1);
  for (guint i = 0; i < form->n_questions; i++)
    coverage->answers_from[i + 1] = coverage->answers_from[i] + count_answers (&form->questions[i]);
  for (int kind = 0; kind < STILE_N_COVERAGES; kind++)
    coverage->reached[kind] = g_new0 (gboolean, count_parts (coverage, kind));

  return coverage;
}

void
stile_coverage_free (StileCoverage *coverage)
{
  if (!coverage)
    return;

  for (int kind = 0; kind < STILE_N_COVERAGES; kind++)
    g_free (coverage->reached[kind]);
  g_free (coverage->answers_from);
  g_free (coverage);
}

static void
add_answer (const StileQuestion *question, const StileAnswer *answer, gboolean *reached)
{
  if (count_answers (question) == 0 || answer->state != STILE_ANSWER_ANSWERED)
    return;

  for (guint i = 0; i < question->n_choices; i++)
    reached[i] |= stile_answer_has_choice (answer, question->choices[i].id);
  for (guint i = question->n_bands; i > 0; i--)
    if (answer->number >= question->bands[i - 1].from)
      {
        reached[i - 1] = TRUE;
        break;
      }
  if (question->n_choices + question->n_bands == 0)
    reached[0] = TRUE;
}

void
stile_coverage_add (StileCoverage *coverage, const StileInterview *interview,
                    const StileResult *result)
{
  const StileForm *form = coverage->form;
  gboolean **reached = coverage->reached;

  for (guint i = 0; i < form->n_questions; i++)
    add_answer (&form->questions[i], stile_interview_get_counted_answer (interview, i),
                reached[STILE_COVERAGE_ANSWERS] + coverage->answers_from[i]);
  for (guint i = 0; i < form->n_findings; i++)
    reached[STILE_COVERAGE_FINDINGS][i] |= result->findings[i];
  for (guint i = 0; i < result->alerts->len; i++)
    reached[STILE_COVERAGE_ALERTS][g_array_index (result->alerts, guint, i)] = TRUE;
  for (guint i = 0; i < result->referrals->len; i++)
    reached[STILE_COVERAGE_REFERRALS][g_array_index (result->referrals, guint, i)] = TRUE;
  reached[STILE_COVERAGE_CATEGORIES][result->category] = TRUE;
}

guint
stile_coverage_count (const StileCoverage *coverage, StileCoverageKind kind, guint *reached)
{
  guint n = count_parts (coverage, kind);

  *reached = 0;
  for (guint i = 0; i < n; i++)
    *reached += coverage->reached[kind][i] ? 1 : 0;

  return n;
}

GPtrArray *
stile_coverage_list_missing (const StileCoverage *coverage, StileCoverageKind kind)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  guint n = count_parts (coverage, kind);

  for (guint i = 0; i < n; i++)
    if (!coverage->reached[kind][i])
      g_ptr_array_add (missing, name_part (coverage, kind, i));

  return missing;
}
