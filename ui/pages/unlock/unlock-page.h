// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** Opens the record book with a passphrase, or with the recovery sheet. Signal "unlocked". */
#define STILE_TYPE_UNLOCK_PAGE (stile_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (StileUnlockPage, stile_unlock_page, STILE, UNLOCK_PAGE, AdwBin)

/** Asks for the passphrase of @book. The focus goes to it when the page is given the focus. */
gboolean stile_unlock_page_open (StileUnlockPage *page, StileBook *book, GError **error);
/** Wipes what was typed. */
void stile_unlock_page_close (StileUnlockPage *page);

/** Whether a new recovery key is on the screen: it is shown this one time. */
gboolean stile_unlock_page_shows_key (StileUnlockPage *page);

/** Whether a thread works on the book now: nothing else may. */
gboolean stile_unlock_page_is_busy (StileUnlockPage *page);

G_END_DECLS
