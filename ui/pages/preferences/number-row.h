// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** A setting of the centre that is a number, with buttons for less and more. It is kept in the
 *  record book a moment after it was changed. Who is no manager sees it and why it stays. Signal
 *  "saved". */
#define STILE_TYPE_NUMBER_ROW (stile_number_row_get_type ())
G_DECLARE_FINAL_TYPE (StileNumberRow, stile_number_row, STILE, NUMBER_ROW, AdwActionRow)

/** Shows the setting @name, @otherwise where the centre set none. 0, where that is in the range, is
 *  kept as no setting. @subtitle explains it. @casework outlives the row, or is taken from it by
 *  stile_number_row_close(). */
void stile_number_row_open (StileNumberRow *row, StileCasework *casework, const char *name,
                            const char *subtitle, guint lowest, guint highest, guint otherwise);
/** TRUE if what is shown is in the record book; else the row says why not. */
gboolean stile_number_row_save (StileNumberRow *row);
void stile_number_row_close (StileNumberRow *row);

G_END_DECLS
