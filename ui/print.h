// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "plan.h"

G_BEGIN_DECLS

/** It went to a printer, or from the dialog to a file. */
typedef void (*StilePrinted) (gpointer owner);

/** Shows the print dialog for @document over @parent; "Print to file" there makes a PDF. Takes
 *  @document over. What goes wrong is said in a dialog. @printed, if not NULL, is called with
 *  @owner, a GObject that is held until then, when it was printed: not where somebody cancels, or
 *  where it fails. */
void stile_print_document (GtkWindow *parent, StileDocument *document, StilePrinted printed,
                           gpointer owner);
/** Says in a dialog over @parent why nothing was printed. */
void stile_print_say_failure (GtkWindow *parent, const char *sentence);

G_END_DECLS
