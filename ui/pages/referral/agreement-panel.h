// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** What the person agrees that a service is told: one tick for each thing, as the service will read
 *  it. What is sensitive, and what the service does not need, is off until somebody ticks it.
 *
 *  Signals: "changed", with every tick and letter; "agree" and "disagree", when the person said so
 *  and it is to be recorded. */
#define STILE_TYPE_AGREEMENT_PANEL (stile_agreement_panel_get_type ())
G_DECLARE_FINAL_TYPE (StileAgreementPanel, stile_agreement_panel, STILE, AGREEMENT_PANEL, AdwBin)

/** Shows what was agreed, or what can be. @result, of the assessment that the referral rests on,
 *  may be NULL. Nothing of them is kept. */
void stile_agreement_panel_open (StileAgreementPanel *panel, const StileCase *person_file,
                                 const StileReferral *referral, const StileResult *result);
void stile_agreement_panel_close (StileAgreementPanel *panel);

/** What is ticked, as new GPtrArray of STILE_N_SHARES texts, NULL for what is not. */
GPtrArray *stile_agreement_panel_list_values (StileAgreementPanel *panel);

/** Whether that is what was agreed already. */
gboolean stile_agreement_panel_is_agreed (StileAgreementPanel *panel);

/** Says why it could not be recorded. */
void stile_agreement_panel_refuse (StileAgreementPanel *panel, const char *sentence);

G_END_DECLS
