// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "plan.h"

G_BEGIN_DECLS

/** The pages of a document as they will be printed, one under the other, as wide as there is room.
 *  To assistive technology it is a document that is described by its words. */
#define STILE_TYPE_PAPER_VIEW (stile_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (StilePaperView, stile_paper_view, STILE, PAPER_VIEW, GtkWidget)

/** Shows @document, which it takes over; NULL: nothing. */
void stile_paper_view_show (StilePaperView *view, StileDocument *document);

/** What is shown, or NULL. Borrowed. */
StileDocument *stile_paper_view_get_document (StilePaperView *view);

G_END_DECLS
