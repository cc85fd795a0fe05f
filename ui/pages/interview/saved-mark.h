// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "answer-saver.h"

G_BEGIN_DECLS

/** Says whether everything is in the record book, and offers to try again where it is not. Emits
 *  "try-again" when that is pressed and it follows no saver. */
#define STILE_TYPE_SAVED_MARK (stile_saved_mark_get_type ())
G_DECLARE_FINAL_TYPE (StileSavedMark, stile_saved_mark, STILE, SAVED_MARK, AdwBin)

/** Follows @saver, or nothing when it is NULL. */
void stile_saved_mark_set_saver (StileSavedMark *mark, StileAnswerSaver *saver);

/** Says what it says of a saver in @language; NULL: in the program's. */
void stile_saved_mark_say (StileSavedMark *mark, const char *language);

/** For what is saved in another way: shows this state, in @words. */
void stile_saved_mark_show (StileSavedMark *mark, StileSaveState state, const char *words);

G_END_DECLS
