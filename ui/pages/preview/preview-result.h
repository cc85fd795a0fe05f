// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "result.h"

G_BEGIN_DECLS

/** What the answers so far amount to. */
#define STILE_TYPE_PREVIEW_RESULT (stile_preview_result_get_type ())
G_DECLARE_FINAL_TYPE (StilePreviewResult, stile_preview_result, STILE, PREVIEW_RESULT, AdwBin)

/** Shows the result of @interview, which need not outlive the call, in @language. */
void stile_preview_result_show (StilePreviewResult *view, const StileInterview *interview,
                                const char *language);

G_END_DECLS
