// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Watches whether somebody is at the desk: the keys and the pointer of every window of the program,
 * dialogs included, so that none of them can be forgotten. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STILE_TYPE_ATTENTION (stile_attention_get_type ())
G_DECLARE_FINAL_TYPE (StileAttention, stile_attention, STILE, ATTENTION, GObject)

/** Signals: "idle", once after @idle_seconds without a key or the pointer, and after the computer
 *  slept that long; "escape", when that key is pressed in any window: nobody else then sees it. */
StileAttention *stile_attention_new (guint idle_seconds);

/** Another time to wait, from now on. */
void stile_attention_set_idle_seconds (StileAttention *attention, guint idle_seconds);

/** Somebody is there: the time starts again. */
void stile_attention_touch (StileAttention *attention);

G_END_DECLS
