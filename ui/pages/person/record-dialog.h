// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Asks for one thing to put down in a person's file: words, and, where there is a choice, which.
 *  It stays open, with what was typed, until it could be saved. */
#define STILE_TYPE_RECORD_DIALOG (stile_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StileRecordDialog, stile_record_dialog, STILE, RECORD_DIALOG, AdwWindow)

/** What is to be put down. */
typedef struct
{
  guint choice;     /* index of what was chosen */
  const char *text; /* "" where nothing was typed */
  const GDate *day; /* NULL where it is not asked for */
  const char *reason; /* NULL where it is not asked for */
} StileRecord;

/** Keeps it; on FALSE @error is shown and the dialog stays. */
typedef gboolean (*StileRecordFunc) (gpointer owner, const StileRecord *record, GError **error);

/** @owner is an object that @save is called with; the dialog does nothing once it is gone. */
StileRecordDialog *stile_record_dialog_new (GtkWindow *parent, const char *title,
                                            StileRecordFunc save, gpointer owner);

/** Says whom it is about, where the page behind it does not. */
void stile_record_dialog_set_person (StileRecordDialog *dialog, const char *person);

/** Offers these words, NULL-terminated, under @title. */
void stile_record_dialog_set_choices (StileRecordDialog *dialog, const char *title,
                                      const char *const *choices, guint selected);

/** Says more about what is asked for, above the words. */
void stile_record_dialog_set_hint (StileRecordDialog *dialog, const char *hint);
/** Asks for the day too: @title says of what. It begins with today. */
void stile_record_dialog_ask_day (StileRecordDialog *dialog, const char *title);

/** What the words are for, where "In words" does not say it. */
void stile_record_dialog_set_text_title (StileRecordDialog *dialog, const char *title);

/** Begins with @text, to be changed. */
void stile_record_dialog_set_text (StileRecordDialog *dialog, const char *text);

/** Asks for a reason in one line too, which is needed. */
void stile_record_dialog_ask_reason (StileRecordDialog *dialog, const char *title);

/** Words are needed to save. Else they are optional. */
void stile_record_dialog_require_text (StileRecordDialog *dialog);

G_END_DECLS
