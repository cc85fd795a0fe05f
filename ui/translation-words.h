// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How far the translation of a form is, in words. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** How much of @form is there in @language: "All texts", "12 of 292 texts, a draft". Free with
 *  g_free. */
char *stile_translation_dup_amount (const StileForm *form, const char *language);

/** What an adviser should know before they ask the questions of @form in @language: that it has
 *  none in that language, or not all, or that they are a draft. NULL where there is nothing to
 *  say; free with g_free. */
char *stile_translation_dup_warning (const StileForm *form, const char *language);

G_END_DECLS
