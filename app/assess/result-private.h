// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. */

#pragma once

#include "result.h"
#include "score.h"

G_BEGIN_DECLS

/** Fills missing of a domain without a score. */
void stile_domain_result_add_missing (StileDomainResult *domain, const StileEvaluation *as_is);

/** Fills would_change from the scored pass as it is. */
void stile_result_add_changes (StileResult *result, const StileEvaluation *as_is);

G_END_DECLS
