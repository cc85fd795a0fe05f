// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "form.h"

G_BEGIN_DECLS

/** Something that cannot wait: how urgent it is, what it is, what to do, and whom to call here. */
#define STILE_TYPE_ALERT_CARD (stile_alert_card_get_type ())
G_DECLARE_FINAL_TYPE (StileAlertCard, stile_alert_card, STILE, ALERT_CARD, AdwBin)

/** @local is what the centre itself says, or NULL. */
GtkWidget *stile_alert_card_new (const StileAlert *alert, const char *language, const char *local);

G_END_DECLS
