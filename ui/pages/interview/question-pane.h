// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "answer-saver.h"
#include "interview.h"
#include "phrase.h"
#include "reader.h"

G_BEGIN_DECLS

/** One question of an interview at a time, with Back and Continue, its keys, and what is wrong. It
 *  puts answers into the interview; whoever holds it goes from question to question. What was typed
 *  and is no answer is kept for when its question comes back.
 *
 *  Emits "changed" (gboolean at_rest), as StileQuestionView does: stile_question_pane_take() is
 *  due.
 *  "answered": the question has another answer now. "next": Continue, with an answer to go on with.
 *  "back": Back. Both come before anything moves. */
#define STILE_TYPE_QUESTION_PANE (stile_question_pane_get_type ())
G_DECLARE_FINAL_TYPE (StileQuestionPane, stile_question_pane, STILE, QUESTION_PANE, AdwBin)

/** Makes a pane take the keys of a whole page: digits, Enter, and those of its shortcuts. */
void stile_question_pane_watch_keys (StileQuestionPane *pane, GtkWidget *page);
/** Puts @below under the question and @beside between the buttons; either may be NULL. */
void stile_question_pane_add (StileQuestionPane *pane, GtkWidget *below, GtkWidget *beside);

/** Shows questions of @interview, which outlives this, in @languages. Another interview of the same
 *  form, or of another version of it, finds what was typed before; NULL forgets it. */
void stile_question_pane_set_interview (StileQuestionPane *pane, StileInterview *interview,
                                        const StileLanguages *languages);
/** Says all of it in other languages: question, place and what is entered stay. */
void stile_question_pane_say (StileQuestionPane *pane, const StileLanguages *languages);
/** Offers to read aloud with @reader; NULL: does not. */
void stile_question_pane_set_reader (StileQuestionPane *pane, StileReader *reader);
/** Whether each question is read as it comes up. */
void stile_question_pane_set_reads (StileQuestionPane *pane, gboolean reads);
/** Shows a question of the interview; STILE_NONE: nothing. */
void stile_question_pane_show (StileQuestionPane *pane, int question);
/** The question that is shown, or NULL. Borrowed from the form. */
const StileQuestion *stile_question_pane_get_question (StileQuestionPane *pane);

/** Takes over what is entered if it is an answer, else keeps it as it is. FALSE with @error, a
 *  sentence for the person, where nobody may go on with it: it is no answer, or one is required. */
gboolean stile_question_pane_take (StileQuestionPane *pane, GError **error);
/** Whether what is entered is no answer, as stile_question_pane_take() found it. */
gboolean stile_question_pane_has_draft (StileQuestionPane *pane);
/** Says at the top what is wrong, and leads to @target, which may be NULL. */
void stile_question_pane_show_fault (StileQuestionPane *pane, const char *sentence,
                                     GtkWidget *target);
/** The same of what @saver could not save: in the language it says it in, as long as it could not,
 *  or until another question comes up. */
void stile_question_pane_show_unsaved (StileQuestionPane *pane, StileAnswerSaver *saver);
/** Puts the focus into the answer, or on Continue where nothing is asked. */
void stile_question_pane_focus (StileQuestionPane *pane);

G_END_DECLS
