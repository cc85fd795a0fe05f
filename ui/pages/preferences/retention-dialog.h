// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** Who is due to be erased: first the list, then, by a manager who has looked at it, exactly those
 *  who are on it; in the end what is left to be done by hand. */
#define STILE_TYPE_RETENTION_DIALOG (stile_retention_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileRetentionDialog, stile_retention_dialog, STILE, RETENTION_DIALOG,
                      AdwWindow)

StileRetentionDialog *stile_retention_dialog_new (GtkWindow *parent, StileCasework *casework);

G_END_DECLS
