// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phrase.h"

G_BEGIN_DECLS

/** A choice as a whole row to press. A toggle button underneath, because GTK 4.8 gives check
 *  buttons no action that assistive technology could press; to it this is a radio button or a check
 *  box. */
#define STILE_TYPE_CHOICE_ROW (stile_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (StileChoiceRow, stile_choice_row, STILE, CHOICE_ROW, GtkToggleButton)

typedef enum
{
  STILE_CHOICE_ONE,  /* a radio button: pressing it again keeps it chosen */
  STILE_CHOICE_MANY, /* a check box */
} StileChoiceKind;

/** What it says instead, perhaps in two languages. */
void stile_choice_row_say (StileChoiceRow *row, const StilePhrase *phrase);
/** What it says in the first of them; @language: which that is, NULL if nobody knows. Borrowed. */
const char *stile_choice_row_get_text (StileChoiceRow *row, const char **language);

/** @accelerator, as gtk_accelerator_parse() reads it, is only shown, and may be NULL: the page that
 *  holds the row listens to the keyboard. */
GtkWidget *stile_choice_row_new (StileChoiceKind kind, const char *label, const char *accelerator);

/** More about the choice, smaller under its label. */
void stile_choice_row_set_detail (StileChoiceRow *row, const char *detail);

G_END_DECLS
