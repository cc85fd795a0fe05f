// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answer-input.h"

G_BEGIN_DECLS

/** Rows to press: one of them for select_one and yes_no, any for select_multiple. @question,
 *  which is of @form, outlives it. */
#define STILE_TYPE_CHOICE_INPUT (stile_choice_input_get_type ())
G_DECLARE_FINAL_TYPE (StileChoiceInput, stile_choice_input, STILE, CHOICE_INPUT, StileAnswerInput)

StileAnswerInput *stile_choice_input_new (const StileForm *form, const StileQuestion *question);

G_END_DECLS
