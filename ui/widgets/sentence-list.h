// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Shows @sentences, NULL-terminated, as rows of @list that nobody can press, in place of those
 *  before. */
void stile_sentence_list_show (GtkListBox *list, char **sentences);

G_END_DECLS
