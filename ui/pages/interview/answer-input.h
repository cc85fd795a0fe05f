// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "answer.h"
#include "phrase.h"

G_BEGIN_DECLS

/** Where an answer with a value is entered: choices, or fields to type in. It speaks the texts of
 *  stile_answer_new(), which also judges them.
 *
 *  Emits "changed" (gboolean at_rest) when the person changed it; @at_rest says that this was a
 *  choice, complete in itself, not one of many key presses. */
#define STILE_TYPE_ANSWER_INPUT (stile_answer_input_get_type ())
G_DECLARE_DERIVABLE_TYPE (StileAnswerInput, stile_answer_input, STILE, ANSWER_INPUT, AdwBin)

struct _StileAnswerInputClass
{
  AdwBinClass parent_class;

  char *(*dup_text) (StileAnswerInput *input);
  void (*set_text) (StileAnswerInput *input, const char *text);
  /* The three below are for inputs that need more than the default. */
  gboolean (*check_text) (StileAnswerInput *input, const char *text, GError **error);
  gboolean (*press_digit) (StileAnswerInput *input, guint digit);
  void (*say) (StileAnswerInput *input, const StileLanguages *languages);
};

/** The input that fits the type of @question, which is of @form and outlives it; NULL for a note.
 *  What it says comes with stile_answer_input_say(). */
StileAnswerInput *stile_answer_input_new (const StileForm *form, const StileQuestion *question);
/** Says all of it in these languages; what is entered stays. */
void stile_answer_input_say (StileAnswerInput *input, const StileLanguages *languages);

/** What is entered, complete or not: set_text() brings the same back. Free with g_free. */
char *stile_answer_input_dup_text (StileAnswerInput *input);
/** Shows @text (NULL: nothing) without a signal. */
void stile_answer_input_set_text (StileAnswerInput *input, const char *text);

/** The text as an answer to @question. NULL with @error: a sentence for the person. */
StileAnswer *stile_answer_input_dup_answer (StileAnswerInput *input, const StileQuestion *question,
                                            GError **error);

/** A digit key was pressed that no text entry took. FALSE if it means nothing here. */
gboolean stile_answer_input_press_digit (StileAnswerInput *input, guint digit);

/** For subclasses. */
void stile_answer_input_emit_changed (StileAnswerInput *input, gboolean at_rest);

G_END_DECLS
