// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privacy.h"

struct _StilePrivacy
{
  const StileForm *form;
  gboolean *calculates;
  gboolean *domains;
  gboolean *findings;
};

/* Expressions know which questions and calculates they name, but not which domains and findings:
 * those stand in them as quoted ids. */
static gboolean
quotes (const StileExpression *expression, const char *id)
{
  const char *source = stile_expression_get_source (expression);
  g_autofree char *single = g_strdup_printf ("'%s'", id);
  g_autofree char *twofold = g_strdup_printf ("\"%s\"", id);

  return strstr (source, single) || strstr (source, twofold);
}

static gboolean
rests_on_private (const StilePrivacy *privacy, const StileExpression *expression)
{
  const StileForm *form = privacy->form;
  guint n_questions, n_calculates;
  const guint *questions = stile_expression_get_questions (expression, &n_questions);
  const guint *calculates = stile_expression_get_calculates (expression, &n_calculates);

  for (guint i = 0; i < n_questions; i++)
    {
      if (form->questions[questions[i]].sensitive)
        return TRUE;
    }
  for (guint i = 0; i < n_calculates; i++)
    {
      if (privacy->calculates[calculates[i]])
        return TRUE;
    }
  for (guint i = 0; i < form->n_domains; i++)
    {
      if (privacy->domains[i] && quotes (expression, form->domains[i].id))
        return TRUE;
    }
  for (guint i = 0; i < form->n_findings; i++)
    {
      if (privacy->findings[i] && quotes (expression, form->findings[i].id))
        return TRUE;
    }

  return FALSE;
}

/* In the order in which they may build on each other: a condition only looks back. */
StilePrivacy *
stile_privacy_new (const StileForm *form)
{
  StilePrivacy *privacy = g_new0 (StilePrivacy, 1);

  privacy->form = form;
  privacy->calculates = g_new0 (gboolean, form->n_calculates + 1);
  privacy->domains = g_new0 (gboolean, form->n_domains + 1);
  privacy->findings = g_new0 (gboolean, form->n_findings + 1);

  for (guint i = 0; i < form->n_calculates; i++)
    privacy->calculates[i] = rests_on_private (privacy, form->calculates[i].value);
  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileQuestion *question = &form->questions[i];
      if (question->domain != STILE_NONE && question->sensitive)
        privacy->domains[question->domain] = TRUE;
    }
  for (guint i = 0; i < form->n_domains; i++)
    {
      const StileExpression *value = form->domains[i].value;
      privacy->domains[i] |= value && rests_on_private (privacy, value);
    }
  for (guint i = 0; i < form->n_scores; i++)
    privacy->domains[form->scores[i].domain] |= rests_on_private (privacy, form->scores[i].when);
  for (guint i = 0; i < form->n_findings; i++)
    privacy->findings[i] = rests_on_private (privacy, form->findings[i].when);

  return privacy;
}

void
stile_privacy_free (StilePrivacy *privacy)
{
  g_free (privacy->calculates);
  g_free (privacy->domains);
  g_free (privacy->findings);
  g_free (privacy);
}

gboolean
stile_privacy_covers_domain (const StilePrivacy *privacy, guint domain)
{
  return privacy->domains[domain];
}

gboolean
stile_privacy_covers_alert (const StilePrivacy *privacy, const StileAlert *alert)
{
  return rests_on_private (privacy, alert->when);
}

gboolean
stile_privacy_covers_referral (const StilePrivacy *privacy, const StileReferralRule *referral)
{
  return referral->domain == STILE_NONE || privacy->domains[referral->domain]
         || rests_on_private (privacy, referral->when);
}
