// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Whom to call differs from town to town, and a form is the same everywhere: so a centre's own
 * words stand under an alert of a form without changing the form. */

#include "casework-private.h"

static char *
dup_name (const StileForm *form, const StileAlert *alert)
{
  return g_strdup_printf ("alert.%s.%s", form->id, alert->id);
}

const char *
stile_casework_get_alert_words (StileCasework *casework, const StileForm *form,
                                const StileAlert *alert)
{
  g_autofree char *name = dup_name (form, alert);

  return stile_casework_get_setting (casework, name);
}

gboolean
stile_casework_put_alert_words (StileCasework *casework, const StileForm *form,
                                const StileAlert *alert, const char *words, GError **error)
{
  g_autofree char *name = dup_name (form, alert);

  return stile_casework_put_setting (casework, name, words, error);
}
