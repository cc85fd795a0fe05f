// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "casework.h"

G_BEGIN_DECLS

/** The two shapes of everything held about a person: to read, and for other programs. */
typedef enum
{
  STILE_PERSON_EXPORT_PDF,
  STILE_PERSON_EXPORT_JSON,
} StilePersonExport;

/** Writes it to @path, for the eyes of this user alone (mode 0600), after it was noted in the
 *  audit. On FALSE nothing left the book. */
gboolean stile_person_export_write (StileCasework *casework, const char *case_id,
                                    StilePersonExport shape, const char *path, GError **error);

/** The file chooser for it, to be shown; the name it proposes names nobody. Connect to "response".
 *  New reference. */
GtkFileChooserNative *stile_person_export_new_chooser (GtkWindow *parent,
                                                       StilePersonExport shape);

/** Says in a dialog over @parent how it went: @error, or, with NULL, what to mind now. */
void stile_person_export_say (GtkWindow *parent, const GError *error);

G_END_DECLS
