// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** Where in the form a line of its file is. */
typedef struct
{
  int question; /* or STILE_NONE */
  int section;  /* the question's, or the one whose own line it is; or STILE_NONE */
} StilePreviewPlace;

StilePreviewPlace stile_preview_find_place (const StileForm *form, guint line);

/** The question to show for it: its own, or the first of the section; STILE_NONE for other parts of
 *  the form. */
int stile_preview_place_get_target (const StileForm *form, StilePreviewPlace place);

G_END_DECLS
