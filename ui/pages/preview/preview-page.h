// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A form while it is written: its questions, the result of the answers so far, and what the
 *  checker finds. Follows the file whenever it is saved. Without a record book: nothing is kept. */
#define STILE_TYPE_PREVIEW_PAGE (stile_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (StilePreviewPage, stile_preview_page, STILE, PREVIEW_PAGE, AdwBin)

/** Shows the form at @path, a form.xml or the folder it is in, which need not be there yet. To be
 *  called once. */
void stile_preview_page_open (StilePreviewPage *page, const char *path);

G_END_DECLS
