// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answer-input.h"

G_BEGIN_DECLS

/** Day, month and year as three fields: what people know by heart is typed faster than found in a
 *  calendar. Its text is year-month-day, with whatever was typed in each. */
#define STILE_TYPE_DATE_INPUT (stile_date_input_get_type ())
G_DECLARE_FINAL_TYPE (StileDateInput, stile_date_input, STILE, DATE_INPUT, StileAnswerInput)

StileAnswerInput *stile_date_input_new (void);

G_END_DECLS
