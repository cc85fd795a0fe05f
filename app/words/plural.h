// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Which of a catalogue's forms goes with a number: the value of "Plural-Forms:" in its head, such
 *  as "nplurals=2; plural=(n != 1);" (gettext manual, "Plural forms"). */
typedef struct _StilePlural StilePlural;

/** NULL where @rule is not one. */
StilePlural *stile_plural_new (const char *rule);
void stile_plural_free (StilePlural *plural);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePlural, stile_plural_free)

guint stile_plural_get_n_forms (const StilePlural *plural);
/** The form for @n, from 0; always one there is. */
guint stile_plural_choose (const StilePlural *plural, gulong n);

G_END_DECLS
