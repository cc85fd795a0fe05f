// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** The steps that a referral can take now, as buttons; each asks for what it needs. Signal
 *  "stepped": the person's file has changed. */
#define STILE_TYPE_REFERRAL_STEPS (stile_referral_steps_get_type ())
G_DECLARE_FINAL_TYPE (StileReferralSteps, stile_referral_steps, STILE, REFERRAL_STEPS, AdwBin)

/** @casework outlives the widget's use of it. */
void stile_referral_steps_open (StileReferralSteps *steps, StileCasework *casework,
                                const StileReferral *referral);
void stile_referral_steps_close (StileReferralSteps *steps);

G_END_DECLS
