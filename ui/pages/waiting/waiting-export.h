// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "casework.h"

G_BEGIN_DECLS

/** Writes the list as it is now down as a table for spreadsheets, which nobody else can read, after
 *  a line in the audit. */
gboolean stile_waiting_export_write (StileCasework *casework, const char *path, GError **error);

/** Asks where to. */
GtkFileChooserNative *stile_waiting_export_new_chooser (GtkWindow *parent);
/** Says that it is written, and what to do with it, or why it is not. */
void stile_waiting_export_say (GtkWindow *parent, const GError *error);

G_END_DECLS
