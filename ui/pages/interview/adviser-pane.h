// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** What belongs to the adviser and not to the person: the form's guidance on a question, and the
 *  adviser's own note. Apart from the question, folded away until it is asked for.
 *
 *  Emits "changed" when the note is typed in. */
#define STILE_TYPE_ADVISER_PANE (stile_adviser_pane_get_type ())
G_DECLARE_FINAL_TYPE (StileAdviserPane, stile_adviser_pane, STILE, ADVISER_PANE, AdwBin)

/** Either may be NULL. Folds everything away. */
void stile_adviser_pane_show (StileAdviserPane *pane, const char *guidance, const char *note);

/** The note as typed. Free with g_free. */
char *stile_adviser_pane_dup_note (StileAdviserPane *pane);

G_END_DECLS
