// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The name of a language (BCP 47) in that language itself, which is how its readers find it; the
 *  tag where the name is not known. Of one kind of a language: "Português (BR)". Borrowed. */
const char *stile_language_get_own_name (const char *tag);

/** What to choose a person's language from: @first (NULL-terminated; the languages of a form), then
 *  every other one that has a name here. Free with g_strfreev. */
char **stile_language_dup_choices (const char *const *first);

G_END_DECLS
