// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

typedef struct
{
  StileCasework *casework;
  StileDirectory *directory; /* or NULL */
  const char *case_id;
  const char *assessment_id;
  const StileReferralRule *rule;
  const char *status; /* how far it comes */
} StileDemoReferral;

/** A referral to the service of the directory that fits best, or where none does to one that does
 *  not exist, agreed with the person and taken step by step, over the last days. */
gboolean stile_demo_refer (const StileDemoReferral *referral, GError **error);

G_END_DECLS
