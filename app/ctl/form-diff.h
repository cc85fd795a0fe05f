// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What changed between two versions of a form, in words. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** One line for each change, such as "question sleep, choice tent: points changed from 3 to 9".
 *  What is compared is what the forms mean: comments, layout and line numbers are nothing. A new
 *  GPtrArray of char *, empty where both mean the same. */
GPtrArray *stile_form_diff (const StileForm *before, const StileForm *after);

G_END_DECLS
