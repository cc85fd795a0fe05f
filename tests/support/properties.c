// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "properties.h"

#include "interview-private.h"
#include "random-answers.h"

/* Sets of answers to each form. */
#define N_SETS 4

static guint64
get_n_forms (void)
{
  const char *pairs = g_getenv ("STILE_RANDOM_PAIRS");

  return pairs ? g_ascii_strtoull (pairs, NULL, 10) / N_SETS : 3 * STILE_RANDOM_SETS;
}

static void
fill (GRand *random, StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);

  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) answer = stile_random_answer (random, &form->questions[i]);

      if (stile_interview_check_answer (interview, i, answer, NULL, NULL))
        stile_interview_set_answer (interview, i, answer);
    }
}

void
stile_property_try (guint32 seed, StileRandomTraits traits, StileProperty property)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  guint64 n_forms = get_n_forms ();

  for (guint64 i = 0; i < n_forms; i++)
    {
      g_autoptr (StileForm) form = stile_random_form_new (random, traits);

      for (guint j = 0; j < N_SETS; j++)
        {
          g_autoptr (StileInterview) interview = stile_interview_new (form, started);

          fill (random, interview);
          property (random, interview);
        }
    }
}

void
stile_property_show (const StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_autoptr (JsonNode) answers = stile_interview_answers_to_json (interview, TRUE);
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
  g_autofree char *json = json_to_string (answers, FALSE);
  g_autofree char *in_json = stile_result_to_json (result);
  gsize length;
  const char *xml = g_bytes_get_data (form->xml, &length);

  g_printerr ("%.*s\n%s\n%s\n", (int) length, xml, json, in_json);
}

const StileDomainResult *
stile_property_get_domain (const StileResult *result, guint domain)
{
  return &g_array_index (result->domains, StileDomainResult, domain);
}

gboolean
stile_property_is_open (const StileInterview *interview, guint question)
{
  return stile_interview_is_relevant (interview, question)
         && stile_interview_get_form (interview)->questions[question].type != STILE_QUESTION_NOTE
         && stile_interview_get_answer (interview, question)->state != STILE_ANSWER_ANSWERED;
}

double *
stile_property_dup_full_range (const StileInterview *interview)
{
  const StileForm *form = stile_interview_get_form (interview);
  double *range = g_new (double, 2 * form->n_domains);

  stile_result_free (stile_result_new_without_changes (interview));
  for (guint i = 0; i < form->n_domains; i++)
    {
      double least = interview->scoring[STILE_PASS_LOWEST]->possible.scores[i];
      double greatest = interview->scoring[STILE_PASS_HIGHEST]->possible.scores[i];
      gboolean falls = form->domains[i].falls;

      range[i] = falls ? greatest : least;
      range[form->n_domains + i] = falls ? least : greatest;
    }

  return range;
}
