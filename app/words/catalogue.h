// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The words of one language, as msgfmt writes them (a .mo file). Immutable. */
typedef struct _StileCatalogue StileCatalogue;

/** NULL where @mo is no catalogue. Holds a reference to it. */
StileCatalogue *stile_catalogue_new (GBytes *mo);
void stile_catalogue_free (StileCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileCatalogue, stile_catalogue_free)

/** The translation of @words in @context (NULL: in none), or NULL. Borrowed. */
const char *stile_catalogue_get (const StileCatalogue *catalogue, const char *context,
                                 const char *words);
/** The form for @n of what has @words for one, or NULL. Borrowed. */
const char *stile_catalogue_get_plural (const StileCatalogue *catalogue, const char *words,
                                        gulong n);
/** A line of the head, such as "Language"; NULL where it is not there. Free with g_free. */
char *stile_catalogue_dup_head (const StileCatalogue *catalogue, const char *name);

G_END_DECLS
