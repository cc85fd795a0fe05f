// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "directory.h"

G_BEGIN_DECLS

/** A dialog that reads services from files, a folder or a zip: what to read, how far it is, and
 *  what came of it. Signal "imported", after the directory changed. */
#define STILE_TYPE_IMPORT_DIALOG (stile_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileImportDialog, stile_import_dialog, STILE, IMPORT_DIALOG, AdwWindow)

/** @path: of the directory. */
StileImportDialog *stile_import_dialog_new (GtkWindow *parent, const char *path);
/** Reads @files, ended by NULL, as if they had been chosen. */
void stile_import_dialog_import (StileImportDialog *dialog, const char *const *files);
/** Writes the report to @path: as CSV where that ends in ".csv", else as text. */
gboolean stile_import_dialog_write_report (StileImportDialog *dialog, const char *path,
                                           GError **error);

G_END_DECLS
