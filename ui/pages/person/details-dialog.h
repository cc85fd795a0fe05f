// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** Where the details of a person are changed: what has changed since, or what was wrong, with a
 *  reason. It stays open, with what was typed, until it could be saved. Emits "changed" then. */
#define STILE_TYPE_DETAILS_DIALOG (stile_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileDetailsDialog, stile_details_dialog, STILE, DETAILS_DIALOG, AdwWindow)

/** @casework outlives the dialog. */
StileDetailsDialog *stile_details_dialog_new (GtkWindow *parent, StileCasework *casework,
                                              const StileCase *person_file);

G_END_DECLS
