// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "phrase.h"

G_BEGIN_DECLS

/** A question, its answer in words, and a button that leads to it. */
#define STILE_TYPE_ANSWER_ROW (stile_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (StileAnswerRow, stile_answer_row, STILE, ANSWER_ROW, AdwPreferencesRow)

GtkWidget *stile_answer_row_new (const StilePhrase *question, const StilePhrase *answer);

/** Gives the row its button: @verb on it, @action with @parameter behind it (consumed if floating).
 *  The focus of the row is the button's. */
void stile_answer_row_set_action (StileAnswerRow *row, const char *verb, const char *action,
                                  GVariant *parameter);

const char *stile_answer_row_get_question (StileAnswerRow *row);
const char *stile_answer_row_get_answer (StileAnswerRow *row);

G_END_DECLS
