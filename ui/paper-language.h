// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "plan.h"

G_BEGIN_DECLS

/** In which language a paper is: one, the other, or both after each other. The same for all that is
 *  printed about a person.
 *
 *  Signal: "changed", when somebody chose another. */
#define STILE_TYPE_PAPER_LANGUAGE (stile_paper_language_get_type ())
G_DECLARE_FINAL_TYPE (StilePaperLanguage, stile_paper_language, STILE, PAPER_LANGUAGE, AdwBin)

/** Makes the paper in one language. NULL with @error where there is none. */
typedef StileDocument *(*StilePaperInFunc) (gpointer owner, const char *language, GError **error);

/** @first is chosen at first, and comes first where both are. With the same two as before the
 *  choice stays. Where @second is NULL or the same language there is nothing to choose, and nothing
 *  to see. */
void stile_paper_language_offer (StilePaperLanguage *choice, const char *first,
                                 const char *second);

/** Forgets them: the next time, the first is chosen. */
void stile_paper_language_close (StilePaperLanguage *choice);

/** The paper in the language that is chosen; in both, the second from a new page on. */
StileDocument *stile_paper_language_make (StilePaperLanguage *choice, StilePaperInFunc make,
                                          gpointer owner, GError **error);

G_END_DECLS
