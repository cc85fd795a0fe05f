// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** Corrects an answer of a finished assessment: which one, what it should say, and why. What it
 *  said stays in sight and in the book. Signal "corrected": the person's file has changed. */
#define STILE_TYPE_CORRECT_DIALOG (stile_correct_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileCorrectDialog, stile_correct_dialog, STILE, CORRECT_DIALOG, AdwWindow)

/** NULL with @error where the record cannot be read, or where no assessment is finished. */
StileCorrectDialog *stile_correct_dialog_new (GtkWindow *parent, StileCasework *casework,
                                              const char *case_id, GError **error);

G_END_DECLS
