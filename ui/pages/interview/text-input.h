// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answer-input.h"

G_BEGIN_DECLS

/** A field of several lines. */
#define STILE_TYPE_TEXT_INPUT (stile_text_input_get_type ())
G_DECLARE_FINAL_TYPE (StileTextInput, stile_text_input, STILE, TEXT_INPUT, StileAnswerInput)

StileAnswerInput *stile_text_input_new (void);

G_END_DECLS
