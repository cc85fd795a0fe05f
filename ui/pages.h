// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "book.h"
#include "reading.h"

G_BEGIN_DECLS

/** The pages of an unlocked record book, one at a time, and the actions that lead from one to
 *  another (window.h lists them). */
#define STILE_TYPE_PAGES (stile_pages_get_type ())
G_DECLARE_FINAL_TYPE (StilePages, stile_pages, STILE, PAGES, AdwBin)

/** Adds the actions to @map, disabled. */
void stile_pages_add_actions (StilePages *pages, GActionMap *map);
/** The actions can be used only while the pages are seen. */
void stile_pages_set_actions_enabled (StilePages *pages, GActionMap *map, gboolean enabled);

/** Whether the claimant is alone with the questions: then no action leads anywhere else. What is
 *  asked is for stile_pages_set_actions_enabled() to be called again. */
void stile_pages_set_alone (StilePages *pages, gboolean alone);
gboolean stile_pages_get_alone (StilePages *pages);
/** Whether a page is open that a claimant may have. */
gboolean stile_pages_can_be_handed_over (StilePages *pages);
/** How the page that is open is read, where it is a claimant's
 *  and in the window; else NULL. Borrowed. */
StileReading *stile_pages_get_reading (StilePages *pages);
/** The claimant's, as the questions are read. */
const char *stile_pages_get_claimant_language (StilePages *pages);

/** Starts work with @book at the list of people. The page before is closed. */
void stile_pages_set_book (StilePages *pages, StileBook *book);
/** Saves what is being entered right now. FALSE where something could not be saved. */
gboolean stile_pages_save (StilePages *pages);
/** Tells the adviser something, once: where a claimant's page is open, when that is left. */
void stile_pages_say (StilePages *pages, const char *sentence);
/** Closes the page that is open, while the book can still be written to, and lets go of the
 *  book. */
void stile_pages_close (StilePages *pages);

G_END_DECLS
