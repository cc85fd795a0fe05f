// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Local services for a person's referrals: which fit, and what is copied of the chosen one. */

#pragma once

#include "casework.h"
#include "service-match.h"

G_BEGIN_DECLS

/** The services of @directory that fit the referral @rule for a person, the best first, as a new
 *  GPtrArray of StileMatch: by what they do, how near they are to the centre
 *  (STILE_SETTING_CENTRE_POSTCODE), the person's language and how earlier referrals went: @figures
 *  are of stile_casework_list_service_figures(). The person's age is not asked for outside of the
 *  monitoring part, so it is not known. */
GPtrArray *stile_casework_match_services (StileCasework *casework, StileDirectory *directory,
                                          const GPtrArray *figures, const StilePerson *person,
                                          const StileReferralRule *rule, GError **error);

/** What a referral keeps of a service: what the centre knows itself goes before what the directory
 *  says. Free with stile_referral_service_free(). */
StileReferralService *stile_referral_service_new (StileDirectory *directory, const char *id,
                                                  GError **error);
void stile_referral_service_free (StileReferralService *service);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileReferralService, stile_referral_service_free)

G_END_DECLS
