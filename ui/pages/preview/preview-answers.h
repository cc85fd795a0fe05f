// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** Takes over the answers of @from, by the ids of their questions, into @to, an interview of
 *  another version of the form. What no longer fits its question there is left out. */
void stile_preview_carry_answers (const StileInterview *from, StileInterview *to);

G_END_DECLS
