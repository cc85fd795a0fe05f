// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** A referral in a list: what it is, where it stands, what to remind of, and one button for what
 *  comes next, which opens its page. */
#define STILE_TYPE_REFERRAL_LINE (stile_referral_line_get_type ())
G_DECLARE_FINAL_TYPE (StileReferralLine, stile_referral_line, STILE, REFERRAL_LINE, AdwBin)

/** @title NULL: none. Nothing of @referral is kept but its ids. */
GtkWidget *stile_referral_line_new (const StileReferral *referral, const char *title,
                                    GDateTime *now);

G_END_DECLS
