// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The fixed words of a claimant's page, which are said again whenever its language changes. They
 *  stand in the page's .ui file, whose translation domain, "as-written", has no catalogue: so GTK
 *  leaves them as they are written, and they can be looked up in any language. */
typedef struct _StilePageWords StilePageWords;

/** Learns what stands in @page now. To be made when nothing else was put into it yet, and freed
 *  before the page goes. */
StilePageWords *stile_page_words_new (GtkWidget *page);
void stile_page_words_free (StilePageWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePageWords, stile_page_words_free)

/** Says it in @language; NULL: in the program's. */
void stile_page_words_say (StilePageWords *words, const char *language);

G_END_DECLS
