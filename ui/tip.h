// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What is shown beside the pointer on @widget, in the faces of the language in which words are
 *  said now, and told to assistive tools as its description. For words that change with the
 *  language of their page: gtk_widget_set_tooltip_text() asks the display where the pointer is,
 *  whether it is near or not, and waits for the reply each time. */
void stile_tip_set (GtkWidget *widget, const char *words);

/** What was set, or NULL. */
const char *stile_tip_get (GtkWidget *widget);

G_END_DECLS
