// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Says under a field what is wrong with it, also to assistive technology; NULL @sentence: nothing
 *  is. @label stands directly under @field and is hidden while there is nothing to say. */
void stile_field_set_error (GtkWidget *field, GtkLabel *label, const char *sentence);

/** What was typed, without blanks around it. Free with g_free. */
char *stile_field_dup_text (GtkEditable *field);

/** For a field that may hold a number to call: alone in it, its groups keep their order also on a
 *  page that runs from the right. */
void stile_field_keep_numbers (GtkEditable *field);

/** Names the button in an AdwPasswordEntryRow that shows what is typed, which has no name. */
void stile_field_name_reveal_button (GtkWidget *password_row);

/** While something is being done, @content cannot be used and @spinner turns. The focus is lost:
 *  grab it for what comes then. */
void stile_field_set_busy (GtkWidget *content, GtkSpinner *spinner, gboolean busy);

G_END_DECLS
