// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "fault.h"
#include "form.h"

G_BEGIN_DECLS

/** What the checker found in a form: for each fault its sentence, how bad it is, and its line.
 *  Hidden while there is nothing. Emits "chosen" (guint question) when a row that leads to a
 *  question is pressed. */
#define STILE_TYPE_PREVIEW_FAULTS (stile_preview_faults_get_type ())
G_DECLARE_FINAL_TYPE (StilePreviewFaults, stile_preview_faults, STILE, PREVIEW_FAULTS, AdwBin)

/** Lists @faults (of StileFault) of @form, NULL if they leave none: those of one question and of
 *  the section around it, or with STILE_NONE all, each leading to its question or the first of its
 *  section. Notes, which are no faults, are left out. */
void stile_preview_faults_show (StilePreviewFaults *list, GPtrArray *faults, const StileForm *form,
                                int question);
/** Says in one sentence why there is nothing to check. */
void stile_preview_faults_show_problem (StilePreviewFaults *list, const char *sentence);

G_END_DECLS
