// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "plan.h"

G_BEGIN_DECLS

/** Lets a document about a person leave the program: "Print…" and "Save as PDF…", each noted in the
 *  audit before it does. A PDF goes straight to where the person said, readable by them alone; what
 *  came of it is said under the buttons. */
#define STILE_TYPE_PAPER_BUTTONS (stile_paper_buttons_get_type ())
G_DECLARE_FINAL_TYPE (StilePaperButtons, stile_paper_buttons, STILE, PAPER_BUTTONS, AdwBin)

/** Makes the document anew each time. NULL with @error where there is none. */
typedef StileDocument *(*StilePaperFunc) (gpointer owner, GError **error);

/** @what is a word of audit.h; @file_name is proposed and must name nobody; both are static.
 *  @owner is handed to @make and, like @casework, outlives the buttons' use of it. */
void stile_paper_buttons_open (StilePaperButtons *buttons, StileCasework *casework,
                               const char *case_id, const char *what, const char *file_name,
                               StilePaperFunc make, gpointer owner);
/** Drops all of it, a file chooser that is open included. */
void stile_paper_buttons_close (StilePaperButtons *buttons);

/** Puts the focus into the first of them, also before they are seen. */
void stile_paper_buttons_focus (StilePaperButtons *buttons);

void stile_paper_buttons_print (StilePaperButtons *buttons);
/** Notes it in the audit and writes the PDF. On FALSE there is no file. */
gboolean stile_paper_buttons_write (StilePaperButtons *buttons, const char *path, GError **error);

G_END_DECLS
