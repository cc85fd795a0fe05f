// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "interview.h"
#include "phrase.h"

G_BEGIN_DECLS

/** A section in the list at the side: its name, and how far it is. */
#define STILE_TYPE_SECTION_ROW (stile_section_row_get_type ())
G_DECLARE_FINAL_TYPE (StileSectionRow, stile_section_row, STILE, SECTION_ROW, GtkListBoxRow)

GtkWidget *stile_section_row_new (void);
/** Names the section. */
void stile_section_row_say (StileSectionRow *row, const StilePhrase *phrase);
void stile_section_row_set_state (StileSectionRow *row, StileSectionState state, guint asked,
                                  guint answered);

/** More that stands there, or NULL. To be set before the state. */
void stile_section_row_set_remark (StileSectionRow *row, const char *remark);

G_END_DECLS
