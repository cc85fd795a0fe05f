// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Shows @child of @stack and makes all others invisible: GTK leaves those that only lie behind in
 *  the accessible tree, where they would be read out. */
void stile_stack_show_only (GtkStack *stack, GtkWidget *child);

G_END_DECLS
