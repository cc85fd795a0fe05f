// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the languages that directories name by code or by word. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The tag of a language, from a code of two or three letters or a whole tag, or from an English
 *  name; either may be NULL. NULL where neither says it. Free with g_free. */
char *stile_languages_dup_tag (const char *code, const char *name);

/** The language of a tag alone: "pl" of "pl-PL". Free with g_free. */
char *stile_languages_dup_primary (const char *tag);

G_END_DECLS
