// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coverage.h"

struct _StileCoverage
{
  const StileForm *form;
  gboolean *findings;
  gboolean *alerts;
  gboolean *categories;
  gboolean *referrals;
};

StileCoverage *
stile_coverage_new (const StileForm *form)
{
  StileCoverage *coverage = g_new0 (StileCoverage, 1);

  coverage->form = form;
  coverage->findings = g_new0 (gboolean, form->n_findings);
  coverage->alerts = g_new0 (gboolean, form->n_alerts);
  coverage->categories = g_new0 (gboolean, form->n_categories);
  coverage->referrals = g_new0 (gboolean, form->n_referrals);
  return coverage;
}

void
stile_coverage_free (StileCoverage *coverage)
{
  if (!coverage)
    return;

  g_free (coverage->findings);
  g_free (coverage->alerts);
  g_free (coverage->categories);
  g_free (coverage->referrals);
  g_free (coverage);
}

void
stile_coverage_add (StileCoverage *coverage, const StileResult *result)
{
  for (guint i = 0; i < coverage->form->n_findings; i++)
    coverage->findings[i] |= result->findings[i];
  for (guint i = 0; i < result->alerts->len; i++)
    coverage->alerts[g_array_index (result->alerts, guint, i)] = TRUE;
  for (guint i = 0; i < result->referrals->len; i++)
    coverage->referrals[g_array_index (result->referrals, guint, i)] = TRUE;
  coverage->categories[result->category] = TRUE;
}

static void
note_missing (GPtrArray *missing, gboolean reached, const char *part, const char *id)
{
  if (!reached)
    g_ptr_array_add (missing, g_strdup_printf ("%s %s", part, id));
}

GPtrArray *
stile_coverage_list_missing (const StileCoverage *coverage)
{
  const StileForm *form = coverage->form;
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < form->n_findings; i++)
    note_missing (missing, coverage->findings[i], "finding", form->findings[i].id);
  for (guint i = 0; i < form->n_alerts; i++)
    note_missing (missing, coverage->alerts[i], "alert", form->alerts[i].id);
  for (guint i = 0; i < form->n_categories; i++)
    note_missing (missing, coverage->categories[i], "category", form->categories[i].id);
  for (guint i = 0; i < form->n_referrals; i++)
    note_missing (missing, coverage->referrals[i], "referral", form->referrals[i].id);

  return missing;
}
