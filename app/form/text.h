// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A text of a form with its translations. Plain text, never markup. */
typedef struct _StileText StileText;

/** The text in @language (BCP 47; "pt-BR" falls back to "pt", then to the form's own language).
 *  NULL @language means the form's own. @is_translated, if not NULL, says whether it is in the
 *  language that was asked for. NULL for a NULL text. Borrowed from the form. */
const char *stile_text_get (const StileText *text, const char *language, gboolean *is_translated);

G_END_DECLS
