// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** What is done to the keys of the book, each of which takes a moment by design. */
typedef enum
{
  STILE_KEY_TASK_ADD_ADVISER,
  STILE_KEY_TASK_CHANGE_PASSPHRASE,
  STILE_KEY_TASK_TEST_SHEET,
  STILE_KEY_TASK_NEW_SHEET,
  STILE_KEY_TASK_REKEY,
} StileKeyTask;

/** Asks for what a task needs, does it in a thread, and says how it went: with the new recovery key
 *  where there is one. It cannot be closed while it works. Signal "done". */
#define STILE_TYPE_KEY_DIALOG (stile_key_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileKeyDialog, stile_key_dialog, STILE, KEY_DIALOG, AdwWindow)

StileKeyDialog *stile_key_dialog_new (GtkWindow *parent, StileLedger *ledger, StileKeyTask task);

/** Whether a thread works on the book now. */
gboolean stile_key_dialog_is_busy (StileKeyDialog *dialog);

/** The same of any of them, also where it is concealed; and whether a new recovery key is on the
 *  screen, which is shown this one time. */
gboolean stile_key_dialogs_are_busy (void);
gboolean stile_key_dialogs_show_key (void);

G_END_DECLS
