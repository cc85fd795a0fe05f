// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "directory.h"

G_BEGIN_DECLS

/** A dialog to write down what the centre knows of a service. Signal "saved". */
#define STILE_TYPE_OVERLAY_DIALOG (stile_overlay_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileOverlayDialog, stile_overlay_dialog, STILE, OVERLAY_DIALOG, AdwWindow)

/** @adviser: who writes. */
StileOverlayDialog *stile_overlay_dialog_new (GtkWindow *parent, StileDirectory *directory,
                                              const char *id, const char *adviser,
                                              GError **error);

G_END_DECLS
