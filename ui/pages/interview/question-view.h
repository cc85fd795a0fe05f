// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "reader.h"
#include "state-choice.h"

G_BEGIN_DECLS

/** One question: its words, where to answer it, and what is wrong with the answer. Holds nothing
 *  back: what is entered is asked for with stile_question_view_dup_answer().
 *
 *  Emits "changed" (gboolean at_rest), as StileAnswerInput does. */
#define STILE_TYPE_QUESTION_VIEW (stile_question_view_get_type ())
G_DECLARE_FINAL_TYPE (StileQuestionView, stile_question_view, STILE, QUESTION_VIEW, AdwBin)

/** Where "Prefer not to say" and "Don't know" are chosen: elsewhere on the page, so that they never
 *  scroll away. To be called once, before anything is shown. */
void stile_question_view_set_state_choice (StileQuestionView *view, StileStateChoice *state_choice);

/** Shows a question of @form, which outlives this, with the answer it has. @draft, if not NULL, is
 *  what was typed and is no answer yet, shown instead. */
void stile_question_view_show (StileQuestionView *view, const StileForm *form,
                               const StileQuestion *question, const StileLanguages *languages,
                               const StileAnswer *answer, const char *draft);
/** Says all of it in these languages; what is entered stays as it is. */
void stile_question_view_say (StileQuestionView *view, const StileLanguages *languages);
/** Offers to read aloud with @reader; NULL: does not. */
void stile_question_view_set_reader (StileQuestionView *view, StileReader *reader);
/** Reads the question aloud. It stops with the question, or when it is no longer seen. */
void stile_question_view_read (StileQuestionView *view);

/** Forgets question and answer. */
void stile_question_view_clear (StileQuestionView *view);

/** What is answered now: never NULL for choices and states, NULL with @error, a sentence for the
 *  person, where something was typed that is no answer. */
StileAnswer *stile_question_view_dup_answer (StileQuestionView *view, GError **error);
/** What was typed, for stile_question_view_show(); NULL where nothing can be. Free with g_free. */
char *stile_question_view_dup_draft (StileQuestionView *view);

/** A digit key that no text entry took. FALSE if it means nothing here. */
gboolean stile_question_view_press_digit (StileQuestionView *view, guint digit);

/** Says what is wrong beside the answer; NULL: nothing. */
void stile_question_view_set_error (StileQuestionView *view, const StilePhrase *fault);
gboolean stile_question_view_has_error (StileQuestionView *view);

G_END_DECLS
