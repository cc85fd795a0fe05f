// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How a language is written: by its tag alone, never by the letters of a text. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Whether a language is written from right to left. */
gboolean stile_language_is_right_to_left (const char *tag);

/** The faces for a language, best first, as Pango and CSS list them. Left to itself, fontconfig
 *  takes a Kufi face for Urdu, and DejaVu for Arabic and Farsi. Borrowed. */
const char *stile_language_get_fonts (const char *tag);

/** The languages with faces of their own, NULL-terminated. Every other one, those in Latin, Greek
 *  and Cyrillic letters, can be read in any face of a desktop. */
const char *const *stile_language_get_with_fonts (void);

/** Whether two tags are of the same language: "en-GB" and "en". */
gboolean stile_language_is_same (const char *a, const char *b);

/** @text as one piece within words of another direction: a name, a number to call. Free with
 *  g_free. */
char *stile_language_isolate (const char *text);

/** @text, in which numbers to call and days keep the order of their groups also between letters
 *  that run from the right, as those of @tag may. Free with g_free. */
char *stile_language_keep_numbers (const char *text, const char *tag);

/** @text, marked so that its lines run as @tag says, even where they begin with letters of the
 *  other direction, with numbers kept as stile_language_keep_numbers() does. Free with g_free. */
char *stile_language_direct (const char *text, const char *tag);

G_END_DECLS
