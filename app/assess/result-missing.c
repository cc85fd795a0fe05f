// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Why a domain cannot be scored. */

#include <math.h>

#include "result-private.h"
#include "words.h"

/* How many questions a sentence names. */
#define MOST_NAMES 3

/* ---- Which questions ---- */

static void
mark_seen (const StileExpression *expression, gboolean *questions, gboolean *calculates)
{
  guint n;
  const guint *seen = stile_expression_get_questions (expression, &n);

  for (guint i = 0; i < n; i++)
    questions[seen[i]] = TRUE;
  seen = stile_expression_get_calculates (expression, &n);
  for (guint i = 0; i < n; i++)
    calculates[seen[i]] = TRUE;
}

/* What a value is worked out from, also through calculates, which only look back. */
static void
mark_value (const StileForm *form, const StileExpression *value, gboolean *questions)
{
  g_autofree gboolean *calculates = g_new0 (gboolean, form->n_calculates + 1);

  mark_seen (value, questions, calculates);
  for (guint i = form->n_calculates; i > 0; i--)
    if (calculates[i - 1])
      mark_seen (form->calculates[i - 1].value, questions, calculates);
}

void
stile_domain_result_add_missing (StileDomainResult *domain, const StileEvaluation *as_is)
{
  const StileScoringPlan *plan = as_is->plan;
  const StileForm *form = plan->form;
  guint index = domain->domain;
  g_autofree gboolean *questions = g_new0 (gboolean, form->n_questions + 1);

  for (guint i = plan->members_from[index]; i < plan->members_from[index + 1]; i++)
    questions[plan->members[i]] = TRUE;
  if (form->domains[index].value)
    mark_value (form, form->domains[index].value, questions);

  domain->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < as_is->part->n_questions; i++)
    if (questions[i] && as_is->slots[i].relevant && as_is->slots[i].state != STILE_ANSWER_ANSWERED)
      g_array_append_val (domain->missing, i);
}

/* ---- In words ---- */

/* “A”, “B”, “C” and 4 more. */
static char *
dup_names (const StileForm *form, const GArray *missing, const char *language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = MIN (missing->len, MOST_NAMES);

  for (guint i = 0; i < n_named; i++)
    {
      const StileQuestion *question = &form->questions[g_array_index (missing, guint, i)];

      if (i > 0)
        /* Translators: between the questions that have no answer. */
        g_string_append (names, C_("questions", ", "));
      /* Translators: a question, quoted. */
      g_string_append_printf (names, _("“%s”"), stile_text_get (question->label, language, NULL));
    }
  if (missing->len == n_named)
    return g_string_free (g_steal_pointer (&names), FALSE);

  return g_strdup_printf (
    /* Translators: some questions, quoted, and how many more there are: “A”, “B” and 4 more. */
    ngettext ("%s and %u more", "%s and %u more", missing->len - n_named), names->str,
    missing->len - n_named);
}

char *
stile_result_explain_no_score (const StileResult *result, guint domain, const char *language)
{
  const StileDomain *rule = &result->form->domains[domain];
  const StileDomainResult *found = &g_array_index (result->domains, StileDomainResult, domain);
  g_autofree char *names = NULL;
  guint n;

  if (!isnan (found->score))
    return NULL;

  n = found->missing->len;
  if (n == 0 && !rule->value)
    return g_strdup (_("Cannot be scored, because none of its questions is asked."));
  if (n == 0)
    return g_strdup (_("Cannot be scored, because the form’s rule gives no number for these "
                       "answers."));

  names = dup_names (result->form, found->missing, language);
  if (rule->missing == STILE_MISSING_PRORATE && rule->missing_most > 0 && n > rule->missing_most)
    return g_strdup_printf (
      /* Translators: the number of questions is the first one; %s is a list of them. */
      ngettext ("Cannot be scored, because %u question has no answer, and at most %u may have "
                "none: %s.",
                "Cannot be scored, because %u questions have no answer, and at most %u may have "
                "none: %s.",
                n),
      n, rule->missing_most, names);

  return g_strdup_printf (
    /* Translators: %s is a list of questions. */
    ngettext ("Cannot be scored, because %u question has no answer: %s.",
              "Cannot be scored, because %u questions have no answer: %s.", n),
    n, names);
}
