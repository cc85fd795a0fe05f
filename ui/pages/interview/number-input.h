// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answer-input.h"

G_BEGIN_DECLS

/** One field for a number. */
#define STILE_TYPE_NUMBER_INPUT (stile_number_input_get_type ())
G_DECLARE_FINAL_TYPE (StileNumberInput, stile_number_input, STILE, NUMBER_INPUT, StileAnswerInput)

StileAnswerInput *stile_number_input_new (void);

G_END_DECLS
