// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: text from elsewhere, made fit to be shown. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Reads every byte that is no UTF-8 as Windows-1252, which Latin-1 is a part of. TRUE where there
 *  was one. */
gboolean stile_text_mend_encoding (GString *text);

/** Makes harmless those escapes \uXXXX of JSON that stand for no character: json-glib ends the
 *  program over halves of a surrogate pair. TRUE where there was one. */
gboolean stile_text_mend_escapes (GString *json);

/** Text without markup: tags are taken out, what began a new line still does, entities are the
 *  characters they stand for; without control characters, marks that turn the direction of writing
 *  or that nobody sees, piles of accents, and superfluous blanks; "" where nothing of it can be
 *  seen. @was_markup says whether there were tags or entities, @was_hidden whether there were such
 *  signs. Free with g_free. */
char *stile_text_dup_plain (const char *text, gboolean *was_markup, gboolean *was_hidden);

/** @text, which is UTF-8, as one line that is safe in a terminal: blanks where control characters
 *  and such marks were. Free with g_free. */
char *stile_text_dup_line (const char *text);

/** How @text, which is UTF-8, begins: at most @most characters of it, and "…" where there was more.
 *  Free with g_free. */
char *stile_text_dup_start (const char *text, glong most);

G_END_DECLS
