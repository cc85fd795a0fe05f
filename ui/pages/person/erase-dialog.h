// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** Erases a person: says what will be gone and what no program can reach, asks for the name to be
 *  typed, and says in the end what is left to be done by hand. Signal "erased": the person's file
 *  is to be closed. */
#define STILE_TYPE_ERASE_DIALOG (stile_erase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileEraseDialog, stile_erase_dialog, STILE, ERASE_DIALOG, AdwWindow)

/** NULL with @error where the record cannot be read. */
StileEraseDialog *stile_erase_dialog_new (GtkWindow *parent, StileCasework *casework,
                                          const char *case_id, GError **error);

/** Whether @typed is the name of the person: letter case and blanks around it do not matter. */
gboolean stile_erase_dialog_is_confirmed (const char *typed, const char *title);

G_END_DECLS
