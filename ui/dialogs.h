// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Who made the program, and where it comes from. */
void stile_show_about (GtkWindow *parent);
/** Every key that does something in @parent, a GtkApplicationWindow. */
void stile_show_shortcuts (GtkWindow *parent);

/** Asks whether to close @window all the same, and closes it. */
void stile_ask_before_leaving (GtkWindow *window, const char *question, const char *why);

/** A dialog for the file of a record book or of a copy of one; @files says what is looked for. */
GtkFileChooserNative *stile_book_chooser_new (GtkWindow *parent, const char *title,
                                              const char *files);

/** Asks for the file of another record book; @callback is called on "accept" with its path. */
typedef void (*StilePathChosen) (GtkWindow *parent, const char *path);
void stile_choose_book (GtkWindow *parent, StilePathChosen chosen);

G_END_DECLS
