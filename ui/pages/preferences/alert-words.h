// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** One alert of a form with what the form says to do, and a field for the centre's own words, which
 *  are kept in the record book when the field is left. */
#define STILE_TYPE_ALERT_WORDS (stile_alert_words_get_type ())
G_DECLARE_FINAL_TYPE (StileAlertWords, stile_alert_words, STILE, ALERT_WORDS, AdwBin)

/** @casework outlives it. */
GtkWidget *stile_alert_words_new (StileCasework *casework, StileForm *form,
                                  const StileAlert *alert, const char *language);

/** TRUE if what stands in the field is in the record book. On FALSE it stays in the field, and the
 *  mark below says why. */
gboolean stile_alert_words_save (StileAlertWords *words);

G_END_DECLS
