// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A new recovery key, which is shown this one time: in words and in groups, to be printed. Going
 *  on takes the word of the person that the sheet is in a safe place. Signal "kept". */
#define STILE_TYPE_RECOVERY_KEY_VIEW (stile_recovery_key_view_get_type ())
G_DECLARE_FINAL_TYPE (StileRecoveryKeyView, stile_recovery_key_view, STILE, RECOVERY_KEY_VIEW,
                      AdwBin)

/** @station: of the book, for the sheet. @recovery_key is copied. */
void stile_recovery_key_view_show (StileRecoveryKeyView *view, const char *station,
                                   const char *recovery_key);
/** What the button says that goes on. */
void stile_recovery_key_view_set_button (StileRecoveryKeyView *view, const char *label);
/** Wipes the key. */
void stile_recovery_key_view_clear (StileRecoveryKeyView *view);
/** Whether there is one on the screen. */
gboolean stile_recovery_key_view_shows_key (StileRecoveryKeyView *view);
/** Puts the focus on printing. */
void stile_recovery_key_view_focus (StileRecoveryKeyView *view);

G_END_DECLS
