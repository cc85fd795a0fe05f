// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Asks for one thing to put down in a person's file: words, and, where there is a choice, which.
 *  It stays open, with what was typed, until it could be saved. */
#define STILE_TYPE_RECORD_DIALOG (stile_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileRecordDialog, stile_record_dialog, STILE, RECORD_DIALOG, AdwWindow)

/** Keeps it; on FALSE @error is shown and the dialog stays. @choice: index of what was chosen. */
typedef gboolean (*StileRecordFunc) (gpointer owner, guint choice, const char *text,
                                     GError **error);

/** @owner is an object that @save is called with; the dialog does nothing once it is gone. */
StileRecordDialog *stile_record_dialog_new (GtkWindow *parent, const char *title,
                                            StileRecordFunc save, gpointer owner);

/** Offers these words, NULL-terminated, under @title. */
void stile_record_dialog_set_choices (StileRecordDialog *dialog, const char *title,
                                      const char *const *choices, guint selected);

/** Says more about what is asked for, above the words. */
void stile_record_dialog_set_hint (StileRecordDialog *dialog, const char *hint);

/** Words are needed to save. Else they are optional. */
void stile_record_dialog_require_text (StileRecordDialog *dialog);

G_END_DECLS
