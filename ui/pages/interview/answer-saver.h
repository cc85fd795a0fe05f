// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casework.h"
#include "interview-words.h"

G_BEGIN_DECLS

/** Brings answers and notes of one assessment into the record book, one committed entry each. What
 *  could not be saved is kept and tried again, by itself every few seconds and whenever it is asked
 *  to. Emits "changed" when its state is another one. */
#define STILE_TYPE_ANSWER_SAVER (stile_answer_saver_get_type ())
G_DECLARE_FINAL_TYPE (StileAnswerSaver, stile_answer_saver, STILE, ANSWER_SAVER, GObject)

/** @casework outlives the saver. */
StileAnswerSaver *stile_answer_saver_new (StileCasework *casework, const char *case_id,
                                          const char *assessment_id);

/** Saves an answer, or keeps it for later; a later answer to the same question replaces it.
 *  @question outlives the saver. */
void stile_answer_saver_save_answer (StileAnswerSaver *saver, const StileQuestion *question,
                                     const StileAnswer *answer);
/** The same for the adviser's note to a question. */
void stile_answer_saver_save_note (StileAnswerSaver *saver, const StileQuestion *question,
                                   const char *text);

/** Tries everything that is waiting. TRUE if now all of it is in the record book. */
gboolean stile_answer_saver_flush (StileAnswerSaver *saver);

/** Says whether something is being entered that was not handed over yet. */
void stile_answer_saver_expect (StileAnswerSaver *saver, gboolean expecting);

/** In which language it says why it failed (NULL: the program's). What failed is tried again, so
 *  that it is said in that one at once. */
void stile_answer_saver_say (StileAnswerSaver *saver, const char *language);

StileSaveState stile_answer_saver_get_state (StileAnswerSaver *saver);
/** Why the last attempt failed, or NULL. Borrowed. */
const char *stile_answer_saver_get_message (StileAnswerSaver *saver);

G_END_DECLS
