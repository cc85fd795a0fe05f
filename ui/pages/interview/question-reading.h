// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A question read aloud: its words, its hint and every choice, each marked while it is heard. */

#pragma once

#include <adwaita.h>

#include "phrase.h"
#include "reader.h"

G_BEGIN_DECLS

typedef struct _StileQuestionReading StileQuestionReading;

/** @place: where the button to read goes. @view has the actions "aloud.toggle" and "aloud.speed"
 *  from now on, and outlives this, as @place does. */
StileQuestionReading *stile_question_reading_new (GtkWidget *view, AdwBin *place,
                                                  GtkLabel *problem);
void stile_question_reading_free (StileQuestionReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileQuestionReading, stile_question_reading_free)

/** NULL: there is no button. */
void stile_question_reading_set_reader (StileQuestionReading *reading, StileReader *reader);
/** Quiet; then forgets what was to be read. */
void stile_question_reading_clear (StileQuestionReading *reading);
/** What is read next, after what was added before, and what is marked meanwhile. @phrase, which may
 *  be NULL, is read in its first language. */
void stile_question_reading_add (StileQuestionReading *reading, const StilePhrase *phrase,
                                 GtkWidget *shown_by);
/** The choices that stand in @widget. */
void stile_question_reading_add_choices (StileQuestionReading *reading, GtkWidget *widget);
/** In which language the button speaks; whether there is a voice for it is said beforehand. */
void stile_question_reading_say (StileQuestionReading *reading, const StileLanguages *languages);

/** Reads from the beginning. */
void stile_question_reading_start (StileQuestionReading *reading);
/** Quiet, at once. */
void stile_question_reading_stop (StileQuestionReading *reading);

G_END_DECLS
