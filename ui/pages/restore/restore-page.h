// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** Puts a backup in the place of the record book: which one, what is in it and what it would cost,
 *  who does it, and what is left to be done. Signals:
 *
 *    "starting"       whoever has the record book open has to close it now
 *    "done"           with the restored, unlocked StileBook
 *    "cancelled" */
#define STILE_TYPE_RESTORE_PAGE (stile_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (StileRestorePage, stile_restore_page, STILE, RESTORE_PAGE, AdwBin)

/** The record book is, or is to be, at @book; backups are likely in @folder, if not NULL. */
void stile_restore_page_open (StileRestorePage *page, const char *book, const char *folder);
/** Wipes what was typed, and the recovery key. */
void stile_restore_page_close (StileRestorePage *page);

/** Takes the file @backup, as the chooser does. */
void stile_restore_page_choose (StileRestorePage *page, const char *backup);

/** Whether a new recovery key is on the screen: it is shown this one time. */
gboolean stile_restore_page_shows_key (StileRestorePage *page);

/** Whether a thread works on it: the page stays until that is over. */
gboolean stile_restore_page_is_busy (StileRestorePage *page);

G_END_DECLS
