// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** The plan that the person takes home: drawn as it will be printed, and on its way to paper or a
 *  PDF. What is sensitive is left out until somebody says that there is a safe place for it. */
#define STILE_TYPE_PLAN_DIALOG (stile_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StilePlanDialog, stile_plan_dialog, STILE, PLAN_DIALOG, AdwWindow)

/** NULL with @error where the record cannot be read. @casework outlives the dialog. */
StilePlanDialog *stile_plan_dialog_new (GtkWindow *parent, StileCasework *casework,
                                        const char *case_id, const char *assessment_id,
                                        GError **error);

G_END_DECLS
