// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "plan.h"

G_BEGIN_DECLS

/** Shows the print dialog for @document over @parent; "Print to file" there makes a PDF. Takes
 *  @document over. What goes wrong is said in a dialog. */
void stile_print_document (GtkWindow *parent, StileDocument *document);
/** Says in a dialog over @parent why nothing was printed. */
void stile_print_say_failure (GtkWindow *parent, const char *sentence);

G_END_DECLS
