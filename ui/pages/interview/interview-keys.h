// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a key means on the interview page, which sees it before the widget with the focus. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Whether the key means "Continue": Enter does, except where it has a meaning of its own, in
 *  several lines of text and on buttons; there it needs Ctrl. @focus may be NULL. */
gboolean stile_interview_keys_is_continue (guint key, GdkModifierType modifiers, GtkWidget *focus);

/** The digit that chooses, or -1: not a digit, or one that is being typed. */
int stile_interview_keys_get_digit (guint key, GdkModifierType modifiers, GtkWidget *focus);

G_END_DECLS
