// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. An answer from a value that is already of its type: each checks what
 * stile_answer_new() promises, and gives the same sentences. */

#pragma once

#include "answer.h"

G_BEGIN_DECLS

/** The largest whole number: more digits would not survive being written and read. */
#define STILE_ANSWER_MAX_NUMBER 999999999999999.0

/** Unchecked. */
StileAnswer *stile_answer_new_text (const char *text);
StileAnswer *stile_answer_new_number (double number);

/** @ids ends with NULL; empty ones are passed over, and none at all is unanswered. */
StileAnswer *stile_answer_new_choices (const StileQuestion *question, const char *const *ids,
                                       GError **error);
StileAnswer *stile_answer_new_date (const char *text, GError **error);
StileAnswer *stile_answer_new_words (const char *text, GError **error);
StileAnswer *stile_answer_new_typed_number (const StileQuestion *question, const char *text,
                                            GError **error);
StileAnswer *stile_answer_new_checked_number (const StileQuestion *question, double number,
                                              GError **error);

/** Adds a choice to a select_multiple answer's text. They come in the form's order. */
void stile_selection_append (GString *selection, const char *choice);

/** The beginning of @text, valid UTF-8, short enough for a sentence. Free with g_free. */
char *stile_dup_excerpt (const char *text);

G_END_DECLS
