// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the interview page says: pure functions. Their strings are free with g_free. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** "Question 5 of about 21": how many there will be depends on the answers. For a note, how many
 *  questions there are. */
char *stile_interview_words_dup_progress (const StileInterview *interview, guint question);

/** "Not started", "3 of 5 answered", "Done", "Nothing to ask here". */
char *stile_interview_words_dup_section (StileSectionState state, guint asked, guint answered);

/** How far an answer is on its way into the record book. */
typedef enum
{
  STILE_SAVE_NOTHING, /* nothing was entered yet */
  STILE_SAVE_WAITING, /* something was entered that is not in the book yet */
  STILE_SAVE_SAVED,   /* everything is in the book */
  STILE_SAVE_FAILED,
} StileSaveState;

/** "Saved". For a failure, @message, the record book's own sentence, and what becomes of the
 *  answer. "" where there is nothing to say. */
char *stile_interview_words_dup_saved (StileSaveState state, const char *message);

G_END_DECLS
