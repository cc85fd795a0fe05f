// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "directory.h"
#include "referral.h"

G_BEGIN_DECLS

/** Chooses a service by hand: from the directory, as it is searched, or one that is written in by
 *  name. It stays open, with what was typed, until the choice could be kept. */
#define STILE_TYPE_SERVICE_DIALOG (stile_service_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileServiceDialog, stile_service_dialog, STILE, SERVICE_DIALOG, AdwWindow)

/** Keeps the choice; on FALSE @error is shown and the dialog stays. */
typedef gboolean (*StileServiceFunc) (gpointer owner, const StileReferralService *service,
                                      GError **error);

/** @owner is an object that @save is called with; the dialog does nothing once it is gone. As it
 *  closes with the page, @directory outlives it. */
StileServiceDialog *stile_service_dialog_new (GtkWindow *parent, StileDirectory *directory,
                                              StileServiceFunc save, gpointer owner);

G_END_DECLS
