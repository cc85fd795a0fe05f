// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** Makes the record book: station, first adviser, passphrase, recovery sheet. Signal "done", with
 *  the new, unlocked StileBook, once the sheet is in a safe place. */
#define STILE_TYPE_FIRST_START_PAGE (stile_first_start_page_get_type ())
G_DECLARE_FINAL_TYPE (StileFirstStartPage, stile_first_start_page, STILE, FIRST_START_PAGE, AdwBin)

/** The book will be made at @path. */
void stile_first_start_page_open (StileFirstStartPage *page, const char *path);
/** Wipes what was typed, and the recovery key. */
void stile_first_start_page_close (StileFirstStartPage *page);

/** Whether the recovery key is on the screen: it is shown this one time. */
gboolean stile_first_start_page_shows_key (StileFirstStartPage *page);

G_END_DECLS
